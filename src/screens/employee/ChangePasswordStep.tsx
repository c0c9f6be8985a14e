// Changing the password while signed in: the one they have, then the new one twice.

import { createSignal, onMount } from 'solid-js';
import type { EmployeeId } from '../../domain/ids';
import { isPasswordRefusal } from '../../domain/passwordRules';
import { changePasswordText as text } from '../../i18n/employee';
import { sentence } from '../../i18n/failures';
import { kioskText } from '../../i18n/kiosk';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { SetPassword } from '../../ui/illustrations/SetPassword';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import form from '../kiosk/form.module.css';
import { createWayBack } from '../kiosk/KioskContext';
import { createNewPassword, NewPasswordFields } from '../NewPasswordFields';
import { RefusalNotice } from '../RefusalNotice';
import { SecretField } from '../SecretField';

export function ChangePasswordStep(props: {
  readonly employeeId: EmployeeId;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) {
  const app = useApp();
  const heading = createHeading(() => text.title);
  createWayBack(() => ({ word: kioskText.back, onPress: props.onBack }));
  const [current, setCurrent] = createSignal('');
  const [isAsked, setIsAsked] = createSignal(false);
  onMount(app.warmUp);
  let currentInput: HTMLInputElement | undefined;
  const change = createCommand(app.changePassword);
  const fields = createNewPassword(() => ({ employeeId: props.employeeId }));

  const currentProblem = () => {
    if (isAsked() && current() === '') return text.currentMissing;
    const refusal = change.refusal();
    return refusal?.type === 'currentPasswordWrong' ? sentence(refusal) : undefined;
  };
  const otherRefusal = () => {
    const refusal = change.refusal();
    return refusal && refusal.type !== 'currentPasswordWrong' && !isPasswordRefusal(refusal)
      ? refusal
      : undefined;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (change.isPending()) return;
    setIsAsked(true);
    const isReady = fields.isReady();
    if (current() === '') return currentInput?.focus();
    if (!isReady) return;
    const changed = await change.run({ current: current(), next: fields.password() });
    if (changed?.ok) props.onDone();
    else if (changed?.error.type === 'currentPasswordWrong') currentInput?.select();
    else if (changed && isPasswordRefusal(changed.error)) fields.inputs.password?.focus();
  };

  return (
    <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<SetPassword />}>
      <form class={form.form} data-dense="" onSubmit={submit} noValidate>
        <RefusalNotice refusal={otherRefusal()} />
        <SecretField
          label={text.current}
          error={currentProblem()}
          size="kiosk"
          value={current()}
          onInput={(typed) => {
            setIsAsked(false);
            if (change.refusal()?.type === 'currentPasswordWrong') change.reset();
            setCurrent(typed);
          }}
          enterKeyHint="next"
          ref={(input) => {
            currentInput = input;
          }}
        />
        <NewPasswordFields fields={fields} />
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={change.isPending() ? text.busy : undefined}
        >
          {text.go}
        </Button>
      </form>
    </KioskQuestion>
  );
}
