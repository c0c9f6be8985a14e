// A manager changes their own passcode: the one they have, and the new one twice.

import { createSignal, Show } from 'solid-js';
import { PASSWORD_MINIMUM } from '../../domain/passwordRules';
import { sentence } from '../../i18n/failures';
import { settingsText as text } from '../../i18n/settings';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { SecretField } from '../SecretField';
import { focusFirstProblem } from './EmployeeFields';
import styles from './SettingsScreen.module.css';

type Refusal = Extract<
  Awaited<ReturnType<ReturnType<typeof useManagerApp>['changePasscode']>>,
  { ok: false }
>;
type FieldName = 'current' | 'next' | 'repeat';

const fieldOf = (type: Refusal['error']['type']): FieldName =>
  type.startsWith('password') ? 'next' : 'current';

type FormProblems = { readonly [Field in FieldName]?: Parameters<typeof sentence>[0] };

/** What can be told before the current passcode is tried: both at once, and no try is spent on a slip. */
const formProblems = (next: string, repeat: string): FormProblems => ({
  ...([...next].length < PASSWORD_MINIMUM && {
    next: { type: 'passwordTooShort', minimum: PASSWORD_MINIMUM },
  }),
  ...(next !== repeat && { repeat: { type: 'passwordsDiffer' } }),
});

export function PasscodeSection() {
  const [isChanging, setIsChanging] = createSignal(false);
  const [isChanged, setIsChanged] = createSignal(false);
  let changeButton: HTMLElement | undefined;
  const end = (changed: boolean) => {
    setIsChanging(false);
    setIsChanged(changed);
    changeButton?.focus();
  };
  return (
    <Section title={text.passcode}>
      <p class={styles.soft}>{text.passcodeIntro}</p>
      <Show when={isChanged()}>
        <Notice kind="done" title={text.changed} />
      </Show>
      <Show
        when={isChanging()}
        fallback={
          <div>
            <Button
              ref={(element) => {
                changeButton = element;
              }}
              onPress={() => setIsChanging(true)}
            >
              {text.change}
            </Button>
          </div>
        }
      >
        <PasscodeForm onDone={() => end(true)} onCancel={() => end(false)} />
      </Show>
    </Section>
  );
}

function PasscodeForm(props: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const app = useManagerApp();
  const [current, setCurrent] = createSignal('');
  const [next, setNext] = createSignal('');
  const [repeat, setRepeat] = createSignal('');
  const [problems, setProblems] = createSignal<FormProblems>({});
  const change = createCommand(app.changePasscode);
  let element: HTMLFormElement | undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = formProblems(next(), repeat());
    setProblems(found);
    if (Object.keys(found).length === 0) {
      const changed = await change.run({ current: current(), next: next() });
      if (changed?.ok) return props.onDone();
    }
    focusFirstProblem(element);
  };
  const problem = (field: FieldName) => {
    const found = problems();
    if (Object.keys(found).length > 0) {
      const own = found[field];
      return own && sentence(own);
    }
    const refusal = change.refusal();
    return refusal && fieldOf(refusal.type) === field ? sentence(refusal) : undefined;
  };
  return (
    <form ref={element} class={styles.form} onSubmit={submit}>
      <SecretField
        label={text.current}
        value={current()}
        onInput={setCurrent}
        error={problem('current')}
        ref={(input) => queueMicrotask(() => input.focus())}
      />
      <SecretField
        label={text.next}
        value={next()}
        onInput={setNext}
        hint={text.nextHint}
        error={problem('next')}
      />
      <SecretField label={text.repeat} value={repeat()} onInput={setRepeat} error={problem('repeat')} />
      <div class={styles.buttons}>
        <Button type="submit" variant="primary" busy={change.isPending() ? text.saving : undefined}>
          {text.save}
        </Button>
        <Button onPress={props.onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}
