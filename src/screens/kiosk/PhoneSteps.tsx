// From the phone to a password, in three steps with their pictures.

import type { JSX } from 'solid-js';
import { phoneText as text } from '../../i18n/phone';
import { HoldPhoneToCamera } from '../../ui/illustrations/HoldPhoneToCamera';
import { SetPassword } from '../../ui/illustrations/SetPassword';
import { TabletAtGate } from '../../ui/illustrations/TabletAtGate';
import styles from './ElsewhereStep.module.css';

export function PhoneSteps() {
  return (
    <>
      <h2>{text.stepsTitle}</h2>
      <ol class={styles.pictured}>
        <Step words={text.steps.go} picture={<TabletAtGate />} />
        <Step words={text.steps.hold} picture={<HoldPhoneToCamera />} />
        <Step words={text.steps.password} picture={<SetPassword />} />
      </ol>
    </>
  );
}

function Step(props: { readonly words: string; readonly picture: JSX.Element }) {
  return (
    <li>
      {props.picture}
      <p>{props.words}</p>
    </li>
  );
}
