// No code was made because the tablet's clock was set back: both times, and the word of a manager who has looked at it.

import { Show } from 'solid-js';
import type { Failure } from '../../app/failure';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

const text = managerText.clock;

export interface CodeRefusalNoticeProps {
  readonly refusal: Failure;
  /** The clock has been confirmed: what was refused can be done now. */
  readonly onConfirmed: () => void;
}

/** Why no code was made; where it is the clock, with the way on. */
export function CodeRefusalNotice(props: CodeRefusalNoticeProps) {
  return (
    <Show
      when={props.refusal.type === 'clockJumpedBack'}
      fallback={<Notice kind="danger" title={sentence(props.refusal)} />}
    >
      <ClockNotice {...props} />
    </Show>
  );
}

function ClockNotice(props: CodeRefusalNoticeProps) {
  const app = useManagerApp();
  const confirm = createCommand(() => app.confirmClock());
  const goOn = async () => {
    const confirmed = await confirm.run(undefined);
    if (confirmed?.ok) props.onConfirmed();
  };
  return (
    <Notice
      kind="wait"
      title={text.title}
      announce="alert"
      actions={
        <Button busy={confirm.isPending() ? text.confirming : undefined} onPress={goOn}>
          {text.confirm}
        </Button>
      }
    >
      <p>
        {text.why} {sentence(props.refusal)}
      </p>
      <Show when={confirm.refusal()}>{(refusal) => <p>{sentence(refusal())}</p>}</Show>
    </Notice>
  );
}
