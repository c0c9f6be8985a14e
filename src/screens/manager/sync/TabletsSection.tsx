// The tablets of the organisation: what is known of each, adding one, and ending one's part.

import { createSignal, For, Show } from 'solid-js';
import type { TabletListed } from '../../../app/sync/tablets';
import { showAge } from '../../../i18n/spans';
import { isNameShared, tabletName, tabletsText } from '../../../i18n/tablets';
import { useManagerApp } from '../../../reactive/AppContext';
import { createNow } from '../../../reactive/createNow';
import type { TabletsKnown } from '../../../reactive/createTablets';
import { Button } from '../../../ui/Button';
import { DefinitionList } from '../../../ui/DefinitionList';
import { Notice, type NoticeProps } from '../../../ui/Notice';
import { Section } from '../../../ui/Page';
import { StatusBadge } from '../../../ui/StatusBadge';
import { ResultNotice } from '../ResultNotice';
import settings from '../SettingsScreen.module.css';
import { AddTabletDialog } from './AddTabletDialog';
import { RevokeDialog } from './RevokeDialog';
import styles from './TabletsSection.module.css';

const text = tabletsText.tablets;

type Open =
  | { readonly dialog: 'add' }
  | { readonly dialog: 'revoke'; readonly device: TabletListed['device'] };

export function TabletsSection(props: { readonly isOn: boolean; readonly known: TabletsKnown | undefined }) {
  const { manager } = useManagerApp();
  const now = createNow();
  const [open, setOpen] = createSignal<Open>();
  const [told, setTold] = createSignal<Pick<NoticeProps, 'kind' | 'title'>>();
  const isAdministrator = manager.role === 'admin';
  const revoking = () => {
    const now = open();
    return now?.dialog === 'revoke' ? now.device : undefined;
  };
  /** The one in front of the person, then the others by name. */
  const tablets = () =>
    [...(props.known?.tablets ?? [])].sort(
      (a, b) => Number(b.isThis) - Number(a.isThis) || a.name.localeCompare(b.name),
    );
  const calledApart = (device: string) => tabletName(tablets(), device);
  const show = (asked: Open) => {
    setTold(undefined);
    setOpen(asked);
  };
  const close = () => setOpen(undefined);
  const closeAndTell = (notice: Pick<NoticeProps, 'kind' | 'title'>) => {
    close();
    setTold(notice);
  };
  return (
    <Section title={text.title}>
      <p class={settings.soft}>{props.isOn ? text.intro : text.alone}</p>
      <Show when={told()} keyed>
        {(notice) => <ResultNotice {...notice} />}
      </Show>
      <Show when={props.isOn}>
        <div>
          <Button
            reason={isAdministrator ? undefined : text.addNeedsAdmin}
            onPress={() => show({ dialog: 'add' })}
          >
            {text.add}
          </Button>
        </div>
      </Show>
      {/* Without a server there may be others, too: what they say is carried. */}
      <Show when={props.isOn || tablets().length > 1}>
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role of a list without markers */}
        <ul class={styles.list} role="list" aria-label={text.list}>
          <For each={tablets()}>
            {(tablet) => (
              <Row
                tablet={tablet}
                called={calledApart(tablet.device)}
                isNameShared={isNameShared(tablets(), tablet)}
                now={now()}
                onRevoke={
                  isAdministrator ? () => show({ dialog: 'revoke', device: tablet.device }) : undefined
                }
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={open()?.dialog === 'add'}>
        <AddTabletDialog
          onClose={close}
          onOver={() => closeAndTell({ kind: 'info', title: tabletsText.pairing.over })}
        />
      </Show>
      <Show when={revoking()} keyed>
        {(device) => {
          const name = () => calledApart(device);
          return (
            <RevokeDialog
              device={device}
              name={name()}
              isUnknown={tablets().some((tablet) => tablet.device === device && tablet.name === '')}
              onRevoked={() => closeAndTell({ kind: 'done', title: tabletsText.revoke.done(name()) })}
              onClose={close}
            />
          );
        }}
      </Show>
    </Section>
  );
}

function Row(props: {
  readonly tablet: TabletListed;
  readonly called: string;
  readonly isNameShared: boolean;
  readonly now: number;
  readonly onRevoke: (() => void) | undefined;
}) {
  const seen = () => {
    const { lastSeen } = props.tablet;
    return lastSeen === undefined ? text.neverSeen : text.seenAt(lastSeen, showAge(lastSeen, props.now));
  };
  const device = () => ({ label: text.device, value: <code>{props.tablet.device}</code> });
  /** [V9] All that is known of a tablet that nobody has added. */
  const ofUnknown = (heardOf: number) => [
    device(),
    { label: text.heardOf, value: text.seenAt(heardOf, showAge(heardOf, props.now)) },
  ];
  const ofKnown = () => [
    ...(props.isNameShared ? [device()] : []),
    { label: text.site, value: props.tablet.site },
    { label: text.lastSeen, value: seen() },
    {
      label: text.waiting,
      value: props.tablet.isThis ? text.waitingHere(props.tablet.waiting ?? 0) : text.waitingThere,
    },
    ...(props.tablet.gaps.length === 0
      ? []
      : [{ label: text.missing, value: text.parts(props.tablet.gaps) }]),
  ];
  const facts = () => {
    const { heardOf } = props.tablet;
    return heardOf === undefined ? ofKnown() : ofUnknown(heardOf);
  };
  const canRevoke = () => !props.tablet.isThis && props.tablet.revokedAt === undefined;
  return (
    <li class={styles.tablet} data-revoked={props.tablet.revokedAt === undefined ? undefined : ''}>
      <header class={styles.head}>
        <div class={styles.naming}>
          <h3 class={styles.name} dir="auto">
            {props.tablet.name || text.unknown}
          </h3>
          <Show when={props.tablet.isThis}>
            <span class={styles.this}>{text.this}</span>
          </Show>
          <Show when={props.tablet.revokedAt}>
            {(at) => <StatusBadge kind="danger" word={text.revoked(at())} />}
          </Show>
        </div>
        <Show when={canRevoke() && props.onRevoke}>
          {(revoke) => (
            <span class={styles.act}>
              <Button label={text.revokeOne(props.called)} onPress={() => revoke()()}>
                {text.revoke}
              </Button>
            </span>
          )}
        </Show>
      </header>
      <DefinitionList rows={facts()} />
      <Show when={props.tablet.heardOf !== undefined && props.tablet.revokedAt === undefined}>
        <Notice kind="wait" title={text.unknownTitle} announce="off">
          {text.unknownHint}
        </Notice>
      </Show>
    </li>
  );
}
