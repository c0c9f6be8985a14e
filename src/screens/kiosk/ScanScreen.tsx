// `/activate/scan`: hold the QR code in front of the camera. A picture of it, and typing, are always beside. A code that
// is found is checked, never redeemed; then comes the password.

import { useNavigate } from '@solidjs/router';
import ImageIcon from 'lucide-solid/icons/image';
import Keyboard from 'lucide-solid/icons/keyboard';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import SwitchCamera from 'lucide-solid/icons/switch-camera';
import { onMount, Show } from 'solid-js';
import type { CheckCodeRefusal, CheckedCode } from '../../app/activation';
import type { LoginLinkRefusal } from '../../domain/loginLink';
import { scanText as text } from '../../i18n/activation';
import type { Result } from '../../kernel/result';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createScanner } from '../../reactive/createScanner';
import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { RefusalNotice } from '../RefusalNotice';
import { createGoOn } from './createGoOn';
import form from './form.module.css';
import { Viewfinder } from './Viewfinder';

export default function ScanScreen() {
  const app = useApp();
  const goOn = createGoOn();
  const navigate = useNavigate();
  const heading = createHeading(() => text.title);
  let place: HTMLElement | undefined;

  const check = createCommand(
    async (seen: string): Promise<Result<CheckedCode, CheckCodeRefusal | LoginLinkRefusal>> => {
      const login = await app.readScan(seen);
      return login.ok ? app.checkCode(login.value) : login;
    },
  );
  let last = '';
  /** A code that is held still is seen again and again, and must not use up the person's tries. */
  const isAnswered = (seen: string) => {
    const refusal = check.refusal();
    if (seen !== last || refusal === undefined) return false;
    return refusal.type !== 'waitBeforeNextTry' || app.now() < refusal.until;
  };
  const take = async (seen: string) => {
    if (check.isPending() || isAnswered(seen)) return;
    last = seen;
    picture.reset();
    const checked = await check.run(seen);
    if (!checked?.ok) return;
    scanner.stop();
    await goOn(checked.value);
  };
  const scanner = createScanner(take);
  const picture = createCommand((file: File) => app.scanner.picture(file));
  const takePicture = async (file: File) => {
    check.reset();
    const seen = await picture.run(file);
    if (seen?.ok) await take(seen.value);
  };
  const start = () => place && scanner.start(place);
  onMount(start);

  const trouble = () => {
    const now = scanner.camera();
    return now.status === 'trouble' ? now.trouble : undefined;
  };
  const canSwitch = () => {
    const now = scanner.camera();
    return now.status === 'looking' && now.canSwitch;
  };
  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro}
      besideFirst
      beside={
        <Viewfinder
          state={check.isPending() ? 'found' : scanner.camera().status}
          ref={(element) => {
            place = element;
          }}
        />
      }
    >
      <div class={form.form}>
        <RefusalNotice refusal={check.refusal() ?? picture.refusal() ?? trouble()} />
        <Button
          variant={trouble() ? 'primary' : 'secondary'}
          size="kiosk"
          wide
          icon={<Keyboard />}
          onPress={() => navigate(paths.activate, { replace: true })}
        >
          {text.type}
        </Button>
        <FileButton
          label={text.picture}
          accept="image/*"
          size="kiosk"
          wide
          icon={<ImageIcon />}
          busy={picture.isPending() ? text.readingPicture : undefined}
          onFile={takePicture}
        />
        <Show when={trouble()}>
          <Button size="kiosk" wide icon={<RefreshCw />} onPress={start}>
            {text.again}
          </Button>
        </Show>
        <Show when={canSwitch()}>
          <Button size="kiosk" wide icon={<SwitchCamera />} onPress={scanner.switchCamera}>
            {text.otherCamera}
          </Button>
        </Show>
      </div>
    </KioskQuestion>
  );
}
