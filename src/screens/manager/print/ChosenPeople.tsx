// Before codes are made for many: who gets one, whom it costs something, who gets none and why, and how long they are good.

import { createMemo, createSignal, Show } from 'solid-js';
import { managerText } from '../../../i18n/manager';
import { printText } from '../../../i18n/print';
import { useApp } from '../../../reactive/AppContext';
import type { Chosen, CodePrinting } from '../../../reactive/createCodePrinting';
import { createLiveQuery } from '../../../reactive/createLiveQuery';
import { Button } from '../../../ui/Button';
import { Checkbox } from '../../../ui/Checkbox';
import { Dialog } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
import { SelectField } from '../../../ui/SelectField';
import { CodeRefusalNotice } from '../CodeRefusalNotice';

const text = printText.many;

/** How codes that are printed are given away. */
const channels = ['letter', 'screen'] as const;
type PrintChannel = (typeof channels)[number];

export function ChosenPeople(props: { readonly printing: CodePrinting; readonly onCancel: () => void }) {
  const { queries } = useApp();
  const organisation = createLiveQuery(() => undefined, queries.organisation);
  const lifetimes = () => {
    const founded = organisation();
    return founded?.status === 'founded' ? founded.codeLifetimes : undefined;
  };
  const [channel, setChannel] = createSignal<PrintChannel>('letter');
  const [isAnew, setIsAnew] = createSignal(false);
  const people = () => props.printing.chosen() ?? [];
  const those = (standing: Chosen['standing']) => people().filter((person) => person.standing === standing);
  const getting = createMemo(() =>
    isAnew() ? [...those('ready'), ...those('has a printed code')] : those('ready'),
  );
  /** In the order in which they were chosen. */
  const ids = () => {
    const some = new Set(getting());
    return people()
      .filter((person) => some.has(person))
      .map(({ employeeId }) => employeeId);
  };
  const losing = () => getting().filter(({ hasPassword }) => hasPassword);
  const namesOf = (some: readonly Chosen[]) => text.someNames(some.map(({ name }) => name));
  const make = () => void props.printing.make(ids(), { channel: channel() });
  const refusal = () => props.printing.making.refusal();
  return (
    <Dialog
      open
      title={text.title(people().length)}
      closeWord={managerText.cancel}
      onClose={props.onCancel}
      actions={
        <Show when={props.printing.chosen()}>
          <Button variant="primary" reason={getting().length === 0 ? text.nobody : undefined} onPress={make}>
            {text.make(getting().length)}
          </Button>
        </Show>
      }
    >
      <Show when={props.printing.chosen()} fallback={<p role="status">{text.reading}</p>}>
        <Show when={refusal()}>
          {(refused) => <CodeRefusalNotice refusal={refused()} onConfirmed={make} />}
        </Show>
        <Show when={losing().length > 0}>
          <Notice kind="wait" title={text.losing(losing().length)} announce="off">
            {namesOf(losing())}
          </Notice>
        </Show>
        <Show when={those('has left').length > 0}>
          <Notice kind="wait" title={text.left(those('has left').length)} announce="off">
            {namesOf(those('has left'))}
          </Notice>
        </Show>
        <Show when={those('has a printed code').length > 0}>
          <Checkbox
            label={text.anew(those('has a printed code').length)}
            hint={text.anewHint}
            checked={isAnew()}
            onChange={setIsAnew}
          />
        </Show>
        <SelectField
          label={text.goodFor}
          value={channel()}
          options={channels.map((value) => ({ value, label: text.channel[value](lifetimes()?.[value]) }))}
          onChange={(value) => setChannel(value as PrintChannel)}
        />
      </Show>
    </Dialog>
  );
}
