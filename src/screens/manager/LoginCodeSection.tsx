// Making a login code: what it needs, what it will do (to a password or an older code too), and the button.

import { createSignal, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { accountStatus, readiness } from '../../domain/readiness';
import { codesText } from '../../i18n/codes';
import { handOverText } from '../../i18n/handOver';
import { managerText } from '../../i18n/manager';
import { sharedText } from '../../i18n/shared';
import { useApp, useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Checklist } from '../../ui/Checklist';
import { Section } from '../../ui/Page';
import { codeIsExpired } from './accountBadge';
import { CodeOptions, createCodeChoice } from './CodeOptions';
import { CodeRefusalNotice } from './CodeRefusalNotice';
import styles from './EmployeeScreen.module.css';
import { type LoginCode, LoginCodeDialog } from './LoginCodeDialog';
import { RevokeCodeDialog } from './RevokeCodeDialog';

const text = managerText.employee;

export function LoginCodeSection(props: { readonly id: EmployeeId; readonly employee: Employee }) {
  const app = useApp();
  const manager = useManagerApp();
  const [code, setCode] = createSignal<LoginCode>();
  const create = createCommand(() => manager.createLoginCode(props.id, options.choice()));
  const options = createCodeChoice();
  const [isRevoking, setIsRevoking] = createSignal(false);
  const [isRevoked, setIsRevoked] = createSignal(false);
  let createButton: HTMLElement | undefined;
  const name = () => fullName(props.employee.details);
  const status = () => accountStatus(props.employee);

  const show = async () => {
    setIsRevoked(false);
    const made = await create.run(undefined);
    if (made?.ok) setCode(made.value);
  };
  // The notice with the button that was pressed is gone by then: the focus comes back to where the code is made.
  const goOn = () => {
    createButton?.focus();
    void show();
  };
  const consequence = () => {
    const { account } = props.employee;
    if (status() === 'left') return undefined;
    if (account.status === 'none') return text.codeState.none(name());
    if (account.status !== 'invited') return text.codeState[account.status];
    const { expiresAt } = account.code;
    return codeIsExpired(props.employee, app.now())
      ? text.codeState.expired(expiresAt)
      : text.codeState.invited(expiresAt);
  };
  const out = () => {
    const { account } = props.employee;
    return account.status === 'invited' ? account.code : undefined;
  };
  /** [C16] */
  const handedOver = () => {
    const last = out()?.handedOver;
    return last && handOverText.lastHandedOver[last.how](last.at);
  };
  return (
    <Section title={text.code}>
      <div class={styles.code}>
        <Checklist
          label={text.readiness}
          metWord={sharedText.met}
          notMetWord={sharedText.notMet}
          items={readiness(props.employee).map(({ item, met }) => ({
            met,
            text: text.ready[item][met ? 'met' : 'notMet'],
          }))}
        />
        <Show when={consequence()}>
          {(words) => (
            <p class={styles.soft}>
              {words()}{' '}
              <Show when={out()}>{(code) => <>{codesText.out(code().channel, code().startsAt)}</>}</Show>
            </p>
          )}
        </Show>
        <Show when={handedOver()}>{(words) => <p class={styles.soft}>{words()}</p>}</Show>
        <Show when={create.refusal()}>
          {(refusal) => <CodeRefusalNotice refusal={refusal()} onConfirmed={goOn} />}
        </Show>
        <Button
          variant="primary"
          wide
          ref={(element) => {
            createButton = element;
          }}
          busy={create.isPending() ? text.creatingCode : undefined}
          reason={status() === 'left' ? text.codeNeeds.isEmployed : undefined}
          onPress={show}
        >
          {text.createCode}
        </Button>
        <Show when={status() !== 'left'}>
          <CodeOptions state={options} />
        </Show>
        <Show when={out()}>
          <div>
            <Button onPress={() => setIsRevoking(true)}>{codesText.revoke}</Button>
          </div>
        </Show>
        <p role="status">{isRevoked() ? codesText.revoked : ''}</p>
      </div>
      <Show when={isRevoking()}>
        <RevokeCodeDialog
          id={props.id}
          name={name()}
          onRevoked={() => {
            setIsRevoking(false);
            setIsRevoked(true);
          }}
          onClose={() => setIsRevoking(false)}
        />
      </Show>
      <LoginCodeDialog code={code()} name={name()} onClose={() => setCode(undefined)} />
    </Section>
  );
}
