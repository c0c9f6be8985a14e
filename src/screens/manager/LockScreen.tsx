// The lock in front of the manager area: a passcode, or the way back to the kiosk.

import { createEffect, createSignal, onMount, Show } from 'solid-js';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { sharedText } from '../../i18n/shared';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { createNow } from '../../reactive/createNow';
import { Button } from '../../ui/Button';
import { KioskFrame } from '../../ui/KioskFrame';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { Notice } from '../../ui/Notice';
import { PasswordField } from '../../ui/PasswordField';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { paths } from '../paths';
import styles from './LockScreen.module.css';

const text = managerText.lock;

export function LockScreen() {
  const app = useApp();
  const organisation = createLiveQuery(() => undefined, app.queries.organisation);
  const [passcode, setPasscode] = createSignal('');
  const unlock = createCommand(app.unlock);
  let field: HTMLInputElement | undefined;
  onMount(() => {
    document.title = sharedText.documentTitle(text.title);
    field?.focus();
    app.warmUp();
  });
  const problem = () => {
    const refusal = unlock.refusal();
    return refusal && refusal.type !== 'waitBeforeNextTry' ? sentence(refusal) : undefined;
  };
  const waitUntil = () => {
    const refusal = unlock.refusal();
    return refusal?.type === 'waitBeforeNextTry' ? refusal.until : undefined;
  };
  createEffect(() => {
    if (unlock.refusal()) field?.focus();
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = passcode();
    const opened = await unlock.run(typed);
    if (opened && !opened.ok) setPasscode('');
  };
  const title = () => {
    const found = organisation();
    return found?.status === 'founded' ? found.name : undefined;
  };
  return (
    <KioskFrame wordmark={sharedText.product} title={title()} back={{ word: text.back, href: paths.welcome }}>
      <KioskQuestion title={text.title} intro={text.intro}>
        <form class={styles.form} onSubmit={submit}>
          <PasswordField
            label={text.passcode}
            size="kiosk"
            value={passcode()}
            onInput={setPasscode}
            showWord={sharedText.show}
            hideWord={sharedText.hide}
            autocomplete="current-password"
            enterKeyHint="go"
            error={problem()}
            ref={(input) => {
              field = input;
            }}
          />
          <Show when={waitUntil()}>{(until) => <Waiting until={until()} />}</Show>
          <Button
            type="submit"
            variant="primary"
            size="kiosk"
            wide
            busy={unlock.isPending() ? text.unlocking : undefined}
          >
            {text.unlock}
          </Button>
        </form>
      </KioskQuestion>
    </KioskFrame>
  );
}

function Waiting(props: { readonly until: number }) {
  const now = createNow();
  return (
    <>
      {/* The countdown is seen; what is announced is told once. */}
      <div aria-hidden="true">
        <Notice kind="wait" size="kiosk" title={text.wait(props.until, now())} announce="off" />
      </div>
      <div role="alert">
        <VisuallyHidden>{sentence({ type: 'waitBeforeNextTry', until: props.until })}</VisuallyHidden>
      </div>
    </>
  );
}
