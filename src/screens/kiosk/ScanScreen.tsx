// `/activate/scan`: hold the QR code in front of the camera. A picture of it, and typing, are always beside. A code that
// is found is checked, never redeemed; then comes the password.

import { useNavigate } from '@solidjs/router';
import { createEffect, on, onMount } from 'solid-js';
import { scanText as text } from '../../i18n/scan';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createCues } from '../../reactive/createCues';
import { createScanCheck } from '../../reactive/createScanCheck';
import { createScanner } from '../../reactive/createScanner';
import { HoldCodeToCamera } from '../../ui/illustrations/HoldCodeToCamera';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { CameraTroubleNotice } from './CameraTroubleNotice';
import { createGoOn } from './createGoOn';
import { PasswordStep } from './laterSteps';
import { ScanAnswer, scanMeaning } from './ScanAnswer';
import { ScanControls } from './ScanControls';
import styles from './ScanScreen.module.css';
import { ScanWays } from './ScanWays';
import { Viewfinder } from './Viewfinder';

export default function ScanScreen() {
  const app = useApp();
  const goOn = createGoOn();
  const navigate = useNavigate();
  const heading = createHeading(() => text.title);
  const cues = createCues();
  let place: HTMLElement | undefined;

  const check = createScanCheck(goOn);
  createEffect(
    on(check.view, ({ status }) => {
      if (status === 'found') cues.play('found');
      if (status === 'refused') cues.play('wrong');
    }),
  );
  const picture = createCommand((file: File) => app.scanner.picture(file));
  const takePicture = async (file: File) => {
    check.reset();
    const seen = await picture.run(file);
    if (seen?.ok) check.choose(seen.value);
    else if (seen) check.tell(seen.error);
  };
  const scanner = createScanner(check.see);
  const start = () => place && scanner.start(place);
  onMount(() => {
    start();
    void PasswordStep.preload();
  });

  const trouble = () => {
    const now = scanner.camera();
    return now.status === 'trouble' ? now.trouble : undefined;
  };
  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro}
      picture={<HoldCodeToCamera />}
      besideFirst
      beside={
        <div class={styles.finder}>
          <Viewfinder
            state={scanner.camera().status}
            answer={check.view().status !== 'looking' && <ScanAnswer view={check.view()} />}
            meaning={scanMeaning(check.view())}
            ref={(element) => {
              place = element;
            }}
          />
          <ScanControls scanner={scanner} cues={cues} />
        </div>
      }
    >
      <CameraTroubleNotice trouble={trouble()} onAgain={start} />
      <ScanWays
        isTroubled={trouble() !== undefined}
        isReading={picture.isPending()}
        onType={() => navigate(paths.activate, { replace: true })}
        onPicture={takePicture}
      />
    </KioskQuestion>
  );
}
