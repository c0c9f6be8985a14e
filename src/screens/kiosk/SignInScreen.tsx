// `/sign-in`: Employee ID and password. Whoever has forgotten the password is told the one way there is: a new code.

import { useNavigate } from '@solidjs/router';
import { createSignal, Match, onMount, Switch } from 'solid-js';
import { signInText as text } from '../../i18n/employee';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { Notice } from '../../ui/Notice';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { RefusalNotice } from '../RefusalNotice';
import { SecretField } from '../SecretField';
import { employeeIdProblem } from './employeeIdProblem';
import { ForgotDialog } from './ForgotDialog';
import form from './form.module.css';
import { useKiosk } from './KioskContext';
import { createTypingPad, TypingPad } from './TypingPad';

export default function SignInScreen() {
  const app = useApp();
  const kiosk = useKiosk();
  const navigate = useNavigate();
  const heading = createHeading(() => text.title);
  const pad = createTypingPad();
  const [employeeId, setEmployeeId] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [isAsked, setIsAsked] = createSignal(false);
  const [hasForgotten, setHasForgotten] = createSignal(false);
  const [idInUse, setIdInUse] = createSignal(true);
  const inputs: { id?: HTMLInputElement; password?: HTMLInputElement } = {};
  const signIn = createCommand(app.signIn);
  onMount(app.warmUp);

  const idProblem = () => employeeIdProblem(employeeId(), isAsked());
  const passwordProblem = () => (isAsked() && password() === '' ? text.passwordMissing : undefined);
  const typing = (put: (typed: string) => void) => (typed: string) => {
    setIsAsked(false);
    // A wait goes on whatever is typed.
    if (signIn.refusal()?.type !== 'waitBeforeNextTry') signIn.reset();
    put(typed);
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    // Enter in the first field goes on to the second.
    if (document.activeElement === inputs.id && employeeId() !== '' && password() === '')
      return inputs.password?.focus();
    setIsAsked(true);
    if (idProblem()) return inputs.id?.focus();
    if (passwordProblem()) return inputs.password?.focus();
    kiosk.forgetFarewell();
    const signedIn = await signIn.run({ employeeId: employeeId(), password: password() });
    if (signedIn?.ok) navigate(paths.me, { replace: true });
    else if (signedIn?.error.type === 'signInNotAccepted') inputs.password?.select();
  };

  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro}
      beside={<TypingPad state={pad} types="id" input={() => inputs.id} />}
    >
      <form class={form.form} onSubmit={submit} noValidate>
        <Switch>
          <Match when={kiosk.farewell() === 'account changed'}>
            <Notice kind="info" title={text.accountChangedTitle}>
              {text.accountChanged}
            </Notice>
          </Match>
          <Match when={kiosk.farewell() === 'time over'}>
            <Notice kind="info" title={text.timeOverTitle}>
              {text.timeOver}
            </Notice>
          </Match>
        </Switch>
        <RefusalNotice refusal={signIn.refusal()} />
        <Field
          label={text.employeeId}
          error={idProblem()}
          size="kiosk"
          look="code"
          value={employeeId()}
          onInput={typing(setEmployeeId)}
          inputMode={pad.inputMode()}
          enterKeyHint="next"
          active={idInUse()}
          onFocus={() => setIdInUse(true)}
          ref={(input) => {
            inputs.id = input;
          }}
        />
        <div onFocusIn={() => setIdInUse(false)}>
          <SecretField
            label={text.password}
            error={passwordProblem()}
            size="kiosk"
            value={password()}
            onInput={typing(setPassword)}
            enterKeyHint="go"
            ref={(input) => {
              inputs.password = input;
            }}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={signIn.isPending() ? text.busy : undefined}
        >
          {text.go}
        </Button>
        <div class={form.besides}>
          <Button variant="quiet" onPress={() => setHasForgotten(true)}>
            {text.forgot}
          </Button>
        </div>
      </form>
      <ForgotDialog open={hasForgotten()} onClose={() => setHasForgotten(false)} />
    </KioskQuestion>
  );
}
