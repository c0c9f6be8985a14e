// The switches below the viewfinder, each with its word: the camera's light and another camera where there are such, and
// the sound, which is chosen for this tablet.

import Flashlight from 'lucide-solid/icons/flashlight';
import FlashlightOff from 'lucide-solid/icons/flashlight-off';
import SwitchCamera from 'lucide-solid/icons/switch-camera';
import Volume2 from 'lucide-solid/icons/volume-2';
import VolumeX from 'lucide-solid/icons/volume-x';
import { Show } from 'solid-js';
import { scanText as text } from '../../i18n/scan';
import type { CuesState } from '../../reactive/createCues';
import type { ScannerState } from '../../reactive/createScanner';
import { Button } from '../../ui/Button';
import styles from './ScanScreen.module.css';

export function ScanControls(props: { readonly scanner: ScannerState; readonly cues: CuesState }) {
  const looking = () => {
    const now = props.scanner.camera();
    return now.status === 'looking' ? now : undefined;
  };
  const light = () => looking()?.light ?? 'none';
  const isSounding = () => props.cues.areOn();
  return (
    <div class={styles.controls}>
      <Show when={light() !== 'none'}>
        <Button
          variant="quiet"
          icon={light() === 'on' ? <FlashlightOff /> : <Flashlight />}
          onPress={props.scanner.switchLight}
        >
          {light() === 'on' ? text.lightOff : text.lightOn}
        </Button>
      </Show>
      <Show when={looking()?.canSwitch}>
        <Button variant="quiet" icon={<SwitchCamera />} onPress={props.scanner.switchCamera}>
          {text.otherCamera}
        </Button>
      </Show>
      <Show when={isSounding() !== undefined}>
        <Button
          variant="quiet"
          icon={isSounding() ? <VolumeX /> : <Volume2 />}
          onPress={() => props.cues.turn(!isSounding())}
        >
          {isSounding() ? text.soundOff : text.soundOn}
        </Button>
      </Show>
    </div>
  );
}
