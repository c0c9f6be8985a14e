// How the exchange stands: what goes on, what is in the way, and the facts a person asks for when something is.

import { createResource, For, Match, Show, Switch } from 'solid-js';
import type { SyncView } from '../../../app/sync/syncHolder';
import { settingsText } from '../../../i18n/settings';
import { showAge } from '../../../i18n/spans';
import { syncText, troubleWord, worksOn } from '../../../i18n/sync';
import { anySentence } from '../../../i18n/syncFailures';
import { tabletName } from '../../../i18n/tablets';
import { useApp } from '../../../reactive/AppContext';
import { createNow } from '../../../reactive/createNow';
import type { SyncFigures } from '../../../reactive/createSync';
import type { TabletsKnown } from '../../../reactive/createTablets';
import type { SyncSummary } from '../../../reactive/syncSummary';
import { Button } from '../../../ui/Button';
import { DefinitionList } from '../../../ui/DefinitionList';
import { Notice } from '../../../ui/Notice';
import { Section } from '../../../ui/Page';
import { ProgressBar } from '../../../ui/ProgressBar';
import { paths } from '../../paths';
import { CLOCK_LIMIT, clockTrouble } from './clockTrouble';
import { SetAside } from './SetAside';

const text = syncText.state;

export function StateSection(props: {
  readonly view: SyncView;
  readonly summary: SyncSummary | undefined;
  readonly figures: SyncFigures;
  readonly known: TabletsKnown | undefined;
}) {
  const app = useApp();
  const now = createNow();
  const [persistence] = createResource(app.storage.persistence);
  const [room] = createResource(app.storage.room);
  const isOn = () => props.view.status === 'on';
  const offset = () => (props.view.status === 'on' ? props.view.clockOffset : undefined);
  const aside = () => props.known?.aside ?? [];

  const received = () => {
    const at = props.figures.pulledAt();
    return at === undefined ? text.neverReceived : text.receivedAt(at, showAge(at, now()));
  };
  const sent = () => {
    const waiting = props.figures.waiting();
    if (waiting === undefined) return '';
    if (waiting > 0) return text.notSent(waiting);
    const at = props.view.status === 'on' ? props.view.state.pushedAt : undefined;
    return at === undefined ? text.allSent : text.allSentAt(showAge(at, now()));
  };
  const clock = () => {
    const ms = offset();
    if (ms === undefined) return text.clockUnknown;
    return clockTrouble(ms) ? text.clockOff(ms) : text.clockRight;
  };
  /** [Y7] Until when others set aside what this tablet records, by its own clock. */
  const aheadUntil = () => {
    const until = (props.figures.ownTime() ?? 0) - (offset() ?? 0) - CLOCK_LIMIT;
    return until > now() ? until : undefined;
  };
  const exchange = () => [
    { label: text.received, value: received() },
    { label: text.sent, value: sent() },
    { label: text.gaps, value: <Gaps known={props.known} /> },
    { label: text.clock, value: clock() },
  ];
  const tablet = () => [
    {
      label: text.room,
      value: room() ? settingsText.size(room()?.freeBytes ?? 0) : settingsText.roomUnknown,
    },
    { label: text.kept, value: text.keptWord[persistence() ?? 'unknown'] },
  ];
  return (
    <Section title={text.title}>
      <Show when={props.summary}>
        {(summary) => <Standing summary={summary()} now={now()} view={props.view} />}
      </Show>
      <Show when={offset() !== undefined && clockTrouble(offset() ?? 0)}>
        <Notice kind="danger" title={text.clockWarning} announce="status">
          {text.clockWarningText}
        </Notice>
      </Show>
      <Show when={aheadUntil()}>
        {(until) => (
          <Notice kind="wait" title={text.ahead} announce="off">
            {text.aheadUntil(until())}
          </Notice>
        )}
      </Show>
      <DefinitionList rows={isOn() ? [...exchange(), ...tablet()] : tablet()} />
      <SetAside rows={aside()} />
      <div>
        <Button
          reason={isOn() ? undefined : anySentence({ type: 'syncIsOff' })}
          onPress={() => void app.sync.now()}
        >
          {text.now}
        </Button>
      </div>
      <p>
        <a href={paths.settings}>{text.moreInSettings}</a>
      </p>
    </Section>
  );
}

function Standing(props: { readonly summary: SyncSummary; readonly now: number; readonly view: SyncView }) {
  const as = <Status extends SyncSummary['status']>(status: Status) =>
    props.summary.status === status ? (props.summary as Extract<SyncSummary, { status: Status }>) : undefined;
  const again = (until: number) => (until > props.now ? text.again(until, props.now) : text.againNow);
  const pull = () => (props.view.status === 'on' ? props.view.state.pull.status : undefined);
  const way = () =>
    pull() === 'takingIn'
      ? { label: text.takingIn, howFar: text.share }
      : pull() === 'moving'
        ? { label: text.receiving, howFar: text.parts }
        : { label: text.sending, howFar: text.events };
  return (
    <Switch>
      <Match when={as('alone')}>
        <Notice kind="info" title={text.aloneTitle} announce="off">
          {text.alone}
        </Notice>
      </Match>
      <Match when={as('exchanged')}>
        <Notice kind="done" title={text.exchangedTitle} announce="off">
          {text.exchanged}
        </Notice>
      </Match>
      <Match when={as('working')}>
        {(working) => (
          <ProgressBar
            label={way().label}
            value={working().of === undefined ? undefined : working().done}
            max={working().of ?? 1}
            valueText={working().of === undefined ? '' : way().howFar(working().done, working().of ?? 0)}
          />
        )}
      </Match>
      <Match when={as('offline')}>
        {(offline) => (
          <Notice kind="wait" title={troubleWord.noNetwork} announce="off">
            <p>{anySentence(offline().trouble)}</p>
            <p>{text.worksOn}</p>
          </Notice>
        )}
      </Match>
      <Match when={as('paused')}>
        {(paused) => (
          <Notice kind="wait" title={troubleWord[paused().trouble.type]} announce="off">
            <p>{anySentence(paused().trouble)}</p>
            <Show when={worksOn(paused().trouble)}>
              <p>{text.worksOn}</p>
            </Show>
            <p>{again(paused().until)}</p>
          </Notice>
        )}
      </Match>
      <Match when={as('stopped')}>
        {(stopped) => (
          <Notice kind="danger" title={troubleWord[stopped().trouble.type]} announce="off">
            {anySentence(stopped().trouble)}
          </Notice>
        )}
      </Match>
    </Switch>
  );
}

function Gaps(props: { readonly known: TabletsKnown | undefined }) {
  const gaps = () => props.known?.gaps ?? [];
  return (
    <Show when={gaps().length > 0} fallback={text.noGaps}>
      <ul>
        <For each={gaps()}>
          {({ device, from, to }) => (
            <li>{text.gap(tabletName(props.known?.tablets ?? [], device), from, to)}</li>
          )}
        </For>
      </ul>
      {text.gapsText}
    </Show>
  );
}
