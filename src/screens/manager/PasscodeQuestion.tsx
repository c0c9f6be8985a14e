// The passcode: asked at the lock, and once more before a step that cannot be taken back. What is refused is told at the
// field, a wait with its countdown.

import { createEffect, createSignal, type JSX, onMount } from 'solid-js';
import type { Failure, SyncFailure } from '../../app/failure';
import { managerText } from '../../i18n/manager';
import { anySentence } from '../../i18n/syncFailures';
import type { Result } from '../../kernel/result';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { RefusalNotice } from '../RefusalNotice';
import { SecretField } from '../SecretField';
import styles from './PasscodeQuestion.module.css';

export interface PasscodeQuestionProps<Value> {
  /** What the passcode is for. */
  readonly perform: (passcode: string) => Promise<Result<Value, Failure | SyncFailure>>;
  readonly onDone?: (value: Value) => void;
  readonly goWord: string;
  readonly busyWord: string;
  readonly hint?: string;
  readonly size?: 'normal' | 'kiosk';
  /** `danger` for what ends something. */
  readonly variant?: 'primary' | 'danger';
  /** What stands above the field. */
  readonly children?: JSX.Element;
}

export function PasscodeQuestion<Value>(props: PasscodeQuestionProps<Value>) {
  const app = useApp();
  const [passcode, setPasscode] = createSignal('');
  const command = createCommand((typed: string) => props.perform(typed));
  let field: HTMLInputElement | undefined;
  onMount(() => {
    field?.focus();
    app.warmUp();
  });
  const wait = () => {
    const refusal = command.refusal();
    return refusal?.type === 'waitBeforeNextTry' ? refusal : undefined;
  };
  const problem = () => {
    const refusal = command.refusal();
    return refusal && !wait() ? anySentence(refusal) : undefined;
  };
  createEffect(() => {
    if (command.refusal()) field?.focus();
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const done = await command.run(passcode());
    if (!done) return;
    setPasscode('');
    if (done.ok) props.onDone?.(done.value);
  };
  return (
    <form class={styles.form} onSubmit={submit}>
      {props.children}
      <SecretField
        label={managerText.passcode}
        hint={props.hint}
        size={props.size}
        value={passcode()}
        onInput={setPasscode}
        enterKeyHint="go"
        error={problem()}
        autofocus
        ref={(input) => {
          field = input;
        }}
      />
      <RefusalNotice refusal={wait()} />
      <Button
        type="submit"
        variant={props.variant ?? 'primary'}
        size={props.size}
        wide={props.size === 'kiosk'}
        busy={command.isPending() ? props.busyWord : undefined}
      >
        {props.goWord}
      </Button>
    </form>
  );
}
