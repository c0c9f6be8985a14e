// How the exchange stands, on every page of the manager area: in a word, and where there is room with how old the data
// is and how much waits. It leads to the page that tells more.

import { Show } from 'solid-js';
import { showAge } from '../../../i18n/spans';
import { syncText, troubleWord } from '../../../i18n/sync';
import { createNow } from '../../../reactive/createNow';
import { createSyncFigures, createSyncSummary, createSyncView } from '../../../reactive/createSync';
import type { SyncSummary } from '../../../reactive/syncSummary';
import type { Meaning } from '../../../ui/MeaningShape';
import { StatusBadge } from '../../../ui/StatusBadge';
import { paths } from '../../paths';
import styles from './SyncStatus.module.css';

const text = syncText.region;

const kinds: Readonly<Record<SyncSummary['status'], Meaning>> = {
  alone: 'off',
  exchanged: 'done',
  working: 'wait',
  offline: 'off',
  paused: 'wait',
  stopped: 'danger',
};

const word = (summary: SyncSummary): string =>
  'trouble' in summary ? troubleWord[summary.trouble.type] : text[summary.status];

export function SyncStatus() {
  const view = createSyncView();
  const summary = createSyncSummary(view);
  const figures = createSyncFigures(view);
  const now = createNow();
  const details = (told: SyncSummary): string => {
    if (told.status === 'alone') return '';
    if (told.status === 'working' && told.of !== undefined) return text.howFar(told.done, told.of);
    const at = figures.pulledAt();
    const waiting = figures.waiting() ?? 0;
    return [
      told.status === 'exchanged' || at === undefined ? '' : text.received(showAge(at, now())),
      waiting === 0 ? '' : text.waiting(waiting),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return (
    <div role="status" aria-label={text.label} class={styles.status}>
      <Show when={summary()}>
        {(told) => (
          <a href={paths.sync} class={styles.way}>
            <StatusBadge kind={kinds[told().status]} word={word(told())} />
            {/* It changes by the minute, which is nothing to be read out. */}
            <span class={styles.details} aria-live="off">
              {details(told())}
            </span>
          </a>
        )}
      </Show>
    </div>
  );
}
