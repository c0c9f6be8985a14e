// What to carry is chosen, made ready, and shown as QR codes for the other tablet's camera; or it goes as a file.

import { createResource, createSignal, Show } from 'solid-js';
import type { MadeParcel } from '../../../app/sync/carry';
import { carryText as text } from '../../../i18n/carry';
import { managerText } from '../../../i18n/manager';
import { anySentence } from '../../../i18n/syncFailures';
import { useManagerApp } from '../../../reactive/AppContext';
import { createCommand } from '../../../reactive/createCommand';
import { Button } from '../../../ui/Button';
import { ChoiceList } from '../../../ui/ChoiceList';
import { Dialog } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
import settings from '../SettingsScreen.module.css';
import { CarryFile } from './CarryFile';
import { CodeSequence } from './CodeSequence';

type Kind = MadeParcel['kind'];

export function CarryDialog(props: { readonly onClose: () => void }) {
  const [made, setMade] = createSignal<MadeParcel>();
  return (
    <Dialog
      open
      title={text.carryTitle}
      closeWord={managerText.close}
      width={made()?.codes === undefined ? 'normal' : 'wide'}
      onClose={props.onClose}
      actions={
        <Show when={made()}>
          {(parcel) => (
            <>
              <CarryFile parcel={parcel()} />
              <Button variant="primary" onPress={props.onClose}>
                {text.done}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show when={made()} fallback={<ChooseKind onMade={setMade} />}>
        {(parcel) => <Shown parcel={parcel()} />}
      </Show>
    </Dialog>
  );
}

function ChooseKind(props: { readonly onMade: (parcel: MadeParcel) => void }) {
  const { sync } = useManagerApp();
  const [kind, setKind] = createSignal<Kind>('revocations');
  const [waiting] = createResource(sync.waiting);
  const making = createCommand(sync.carry);
  const choices = () => [
    { value: 'revocations' as const, ...text.kinds.revocations },
    {
      value: 'everything' as const,
      label: text.kinds.everything.label,
      hint: text.kinds.everything.hint(waiting()),
    },
  ];
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    const parcel = await making.run(kind());
    if (parcel?.ok) props.onMade(parcel.value);
  };
  return (
    <form class={settings.form} onSubmit={make}>
      <ChoiceList
        legend={text.what}
        choices={choices()}
        value={kind()}
        onChange={(next) => {
          making.reset();
          setKind(next);
        }}
      />
      <Show when={making.refusal()}>
        {(refusal) => (
          <Notice
            kind={refusal().type === 'nothingToCarry' ? 'info' : 'danger'}
            title={anySentence(refusal())}
          />
        )}
      </Show>
      <div>
        <Button type="submit" variant="primary" busy={making.isPending() ? text.goBusy : undefined}>
          {text.go}
        </Button>
      </div>
    </form>
  );
}

const holds = ({ kind, counts, events }: MadeParcel): string =>
  kind === 'revocations' ? text.holds.revocations(counts) : text.holds.everything(events);

const Shown = (props: { readonly parcel: MadeParcel }) => (
  <Show
    when={props.parcel.codes}
    fallback={
      <Notice kind="info" title={text.tooManyTitle}>
        {holds(props.parcel)}. {text.tooMany}
      </Notice>
    }
  >
    {(codes) => (
      <CodeSequence
        holds={holds(props.parcel)}
        label={text.kinds[props.parcel.kind].label}
        length={codes()}
        draw={props.parcel.drawCode}
      />
    )}
  </Show>
);
