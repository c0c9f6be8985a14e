// What stands beside the large QR code: the same to type, what to do, and that nothing is used up here.

import { showCode } from '../../domain/activationCode';
import type { CarriedLink } from '../../domain/carriedLink';
import { phoneText as text } from '../../i18n/phone';
import { CodeText } from '../../ui/CodeText';
import { Notice } from '../../ui/Notice';
import styles from './ElsewhereStep.module.css';
import { PhoneSteps } from './PhoneSteps';

export function CarriedCode(props: { readonly link: CarriedLink }) {
  return (
    <>
      <p>{text.shown.bright}</p>
      <h2>{text.shown.typed}</h2>
      <dl class={styles.typed}>
        <dt>{text.shown.employeeId}</dt>
        <dd>
          <bdi>{props.link.employeeId}</bdi>
        </dd>
        <dt>{text.shown.code}</dt>
        <dd>
          <CodeText label={text.shown.code} code={showCode(props.link.code)} />
        </dd>
      </dl>
      <PhoneSteps />
      <Notice kind="info" title={text.safeTitle} announce="off">
        <p>{text.safe}</p>
      </Notice>
    </>
  );
}
