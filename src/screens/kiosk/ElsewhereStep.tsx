// Someone opened their login link on a device that belongs to no site, most likely their phone: the link as a QR code,
// large, to be held to the tablet's camera, and what to do there. Nothing is redeemed.

import { For, Match, Show, Switch } from 'solid-js';
import { phoneText as text } from '../../i18n/phone';
import { createCarriedLink } from '../../reactive/createCarriedLink';
import { Button } from '../../ui/Button';
import { AskManager } from '../../ui/illustrations/AskManager';
import { HoldPhoneToCamera } from '../../ui/illustrations/HoldPhoneToCamera';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { QrPicture } from '../../ui/QrPicture';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { CarriedCode } from './CarriedCode';
import styles from './ElsewhereStep.module.css';
import form from './form.module.css';
import { KeepTheApp } from './KeepTheApp';
import { PhoneSteps } from './PhoneSteps';

export default function ElsewhereStep() {
  const carried = createCarriedLink(paths.activate);
  const shown = () => {
    const now = carried();
    return now.status === 'shown' ? now : undefined;
  };
  const words = () => text[carried().status];
  const heading = createHeading(() => words().title);
  return (
    <KioskQuestion
      title={words().title}
      titleRef={heading}
      intro={words().intro}
      besideFirst={shown() !== undefined}
      picture={carried().status === 'damaged' ? <AskManager /> : <HoldPhoneToCamera />}
      beside={
        <Show when={shown()}>
          {(now) => (
            <div class={styles.card}>
              <QrPicture label={text.shown.qrCode} drawing={now().qrCode} />
            </div>
          )}
        </Show>
      }
    >
      <Switch>
        <Match when={shown()}>{(now) => <CarriedCode link={now().link} />}</Match>
        <Match when={carried().status === 'damaged'}>
          <ol class={styles.steps}>
            <For each={text.damaged.help}>{(step) => <li>{step}</li>}</For>
          </ol>
        </Match>
        <Match when={carried().status === 'none'}>
          <p>{text.none.open}</p>
          <PhoneSteps />
        </Match>
      </Switch>
      <KeepTheApp />
      <div class={form.besides}>
        <Button variant="quiet" href={paths.setUp}>
          {text.setUp}
        </Button>
      </div>
    </KioskQuestion>
  );
}
