// Why it did not work, above the button that tried. A wait counts down by itself, and says when it is over.

import { Match, Show, Switch } from 'solid-js';
import type { Failure } from '../app/failure';
import { sentence } from '../i18n/failures';
import { showWait } from '../i18n/format';
import { kioskText } from '../i18n/kiosk';
import { createNow } from '../reactive/createNow';
import { Notice } from '../ui/Notice';

function Wait(props: { readonly until: number }) {
  const now = createNow();
  return (
    <Show
      when={now() < props.until}
      fallback={<Notice kind="info" title={kioskText.tries.waitOver} announce="status" />}
    >
      <Notice kind="wait" title={kioskText.tries.waitTitle} announce="alert">
        {/* Announced once, and not again with every second. */}
        <p role="timer" aria-live="off">
          {kioskText.tries.wait(showWait(props.until, now()))}
        </p>
      </Notice>
    </Show>
  );
}

export function RefusalNotice(props: { readonly refusal: Failure | undefined }) {
  const wait = () => (props.refusal?.type === 'waitBeforeNextTry' ? props.refusal : undefined);
  return (
    <Switch>
      <Match when={wait()} keyed>
        {({ until }) => <Wait until={until} />}
      </Match>
      <Match when={props.refusal} keyed>
        {(refusal) => <Notice kind="danger" title={sentence(refusal)} />}
      </Match>
    </Switch>
  );
}
