// Giving a day pass: first for how long, then the pass itself, for as long as the dialog is open. It holds the only copy
// of the code there is.

import { createSignal, For, Show } from 'solid-js';
import type { IssuedDayPass } from '../../app/manager/dayPasses';
import { showCode } from '../../domain/activationCode';
import type { EmployeeId } from '../../domain/ids';
import { codesText } from '../../i18n/codes';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { CodeText } from '../../ui/CodeText';
import { Dialog } from '../../ui/Dialog';
import { QrPicture } from '../../ui/QrPicture';
import { SelectField } from '../../ui/SelectField';
import { CodeRefusalNotice } from './CodeRefusalNotice';
import card from './LoginCodeDialog.module.css';

const text = codesText.pass;
const HOURS = [1, 2, 4, 8, 12];
const USUAL_HOURS = 8;

export function DayPassDialog(props: {
  readonly id: EmployeeId;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { issueDayPass } = useManagerApp();
  const [hours, setHours] = createSignal(USUAL_HOURS);
  const [pass, setPass] = createSignal<IssuedDayPass>();
  const issue = createCommand((lasting: number) => issueDayPass(props.id, lasting));
  const go = async () => {
    const issued = await issue.run(hours());
    if (issued?.ok) setPass(issued.value);
  };
  return (
    <Dialog
      open
      title={text.title}
      closeWord={managerText.close}
      width={pass() ? 'wide' : 'normal'}
      onClose={props.onClose}
      actions={
        <Show
          when={pass()}
          fallback={
            <>
              <Button onPress={props.onClose}>{managerText.cancel}</Button>
              <Button variant="primary" busy={issue.isPending() ? text.creating : undefined} onPress={go}>
                {text.create}
              </Button>
            </>
          }
        >
          <Button variant="primary" onPress={props.onClose}>
            {text.done}
          </Button>
        </Show>
      }
    >
      <Show
        when={pass()}
        fallback={
          <>
            <SelectField
              label={text.hours}
              value={String(hours())}
              options={HOURS.map((count) => ({ value: String(count), label: text.hour(count) }))}
              onChange={(value) => setHours(Number(value))}
            />
            <Show when={issue.refusal()}>
              {(refusal) => <CodeRefusalNotice refusal={refusal()} onConfirmed={() => void go()} />}
            </Show>
          </>
        }
      >
        {(given) => <Pass pass={given()} name={props.name} />}
      </Show>
    </Dialog>
  );
}

const Pass = (props: { readonly pass: IssuedDayPass; readonly name: string }) => (
  <div class={card.card}>
    <div class={card.picture}>
      <QrPicture label={text.qrCode} drawing={props.pass.qrCode} />
    </div>
    <div class={card.words}>
      <div>
        <p class={card.name} dir="auto">
          {props.name}
        </p>
        <p class={card.id}>{managerText.code.employeeId(props.pass.employeeId)}</p>
      </div>
      <div>
        <CodeText label={text.code} code={showCode(props.pass.code)} />
        <p class={card.until}>{text.until(props.pass.expiresAt)}</p>
      </div>
      <ol class={card.steps}>
        <For each={text.steps}>{(step) => <li>{step}</li>}</For>
      </ol>
      <p class={card.soft}>{text.once}</p>
    </div>
  </div>
);
