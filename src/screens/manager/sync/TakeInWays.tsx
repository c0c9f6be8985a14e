// The three ways in, side by side: camera, picture, file; and how many of the codes have been read.

import Camera from 'lucide-solid/icons/camera';
import FileUp from 'lucide-solid/icons/file-up';
import ImageIcon from 'lucide-solid/icons/image';
import SwitchCamera from 'lucide-solid/icons/switch-camera';
import { createSignal, Show } from 'solid-js';
import { carryText as text } from '../../../i18n/carry';
import { anySentence } from '../../../i18n/syncFailures';
import { useApp } from '../../../reactive/AppContext';
import { createCommand } from '../../../reactive/createCommand';
import type { ParcelIntakeState } from '../../../reactive/createParcelIntake';
import { createScanner } from '../../../reactive/createScanner';
import { Button } from '../../../ui/Button';
import { FileButton } from '../../../ui/FileButton';
import { Notice } from '../../../ui/Notice';
import { ProgressBar } from '../../../ui/ProgressBar';
import { Spinner } from '../../../ui/Spinner';
import { Viewfinder } from '../../kiosk/Viewfinder';
import settings from '../SettingsScreen.module.css';
import styles from './TakeInWays.module.css';

export function TakeInWays(props: {
  readonly intake: ParcelIntakeState;
  /** Gives the way to stop the camera. */
  readonly onCamera: (stop: () => void) => void;
}) {
  const app = useApp();
  const [isLooking, setIsLooking] = createSignal(false);
  const scanner = createScanner((seen) => props.intake.see(seen));
  const stop = () => {
    scanner.stop();
    setIsLooking(false);
  };
  props.onCamera(stop);
  const picture = createCommand((file: File) => app.scanner.picture(file));
  const readPicture = async (file: File) => {
    const seen = await picture.run(file);
    if (seen?.ok) props.intake.see(seen.value);
  };
  const trouble = () => {
    const now = scanner.camera();
    return now.status === 'trouble' ? now.trouble : undefined;
  };
  const canSwitch = () => {
    const now = scanner.camera();
    return now.status === 'looking' && now.canSwitch;
  };
  const told = () => props.intake.refusal() ?? picture.refusal() ?? trouble();
  const look = () => {
    if (isLooking()) return stop();
    picture.reset();
    setIsLooking(true);
  };
  return (
    <div class={styles.ways}>
      <p>{text.takeInText}</p>
      <Show when={isLooking()}>
        <Viewfinder
          state={scanner.camera().status}
          ref={(place) => queueMicrotask(() => scanner.start(place))}
        />
      </Show>
      <Show when={props.intake.progress()}>
        {(progress) => (
          <div class={styles.read}>
            <ProgressBar
              label={text.read}
              value={progress().have}
              max={progress().of}
              valueText={text.howFar(progress().have, progress().of)}
            />
            <Show when={progress().missing.length > 0}>
              <p class={settings.soft}>{text.missing(progress().missing)}</p>
            </Show>
          </div>
        )}
      </Show>
      <Show when={props.intake.isTakingIn()}>
        <Spinner label={text.takingIn} />
      </Show>
      <Show when={told()}>{(why) => <Notice kind="danger" title={anySentence(why())} />}</Show>
      <div class={settings.buttons}>
        <Button icon={<Camera />} onPress={look}>
          {isLooking() ? text.stopScan : text.scan}
        </Button>
        <Show when={canSwitch()}>
          <Button icon={<SwitchCamera />} onPress={scanner.switchCamera}>
            {text.otherCamera}
          </Button>
        </Show>
        <FileButton
          label={text.picture}
          accept="image/*"
          icon={<ImageIcon />}
          busy={picture.isPending() ? text.readingPicture : undefined}
          onFile={readPicture}
        />
        {/* Any kind: what a tablet's browser makes of an ending it does not know, nobody can tell. */}
        <FileButton
          label={text.file}
          accept=""
          icon={<FileUp />}
          busy={props.intake.isTakingIn() ? text.takingIn : undefined}
          onFile={(file) => {
            stop();
            picture.reset();
            props.intake.readFile(file);
          }}
        />
      </div>
    </div>
  );
}
