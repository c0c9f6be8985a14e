// In the corner of the welcome screen: whether this tablet and the others agree, and if not, since when. No alarm, for whoever stands here can do
// nothing about it; and nothing at all where the tablet is on its own.

import { Show } from 'solid-js';
import { showAge } from '../../i18n/spans';
import { cornerText } from '../../i18n/welcome';
import { createNow } from '../../reactive/createNow';
import { createSyncSummary, createSyncView } from '../../reactive/createSync';
import styles from './KioskLayout.module.css';

/** In ms; data that is younger is no matter of age. */
const WORTH_TELLING = 60_000;

export default function SyncCorner() {
  const view = createSyncView();
  const summary = createSyncSummary(view);
  const now = createNow();
  const words = () => {
    const status = summary()?.status ?? 'alone';
    const standing = view();
    if (status === 'alone' || standing.status !== 'on') return undefined;
    if (status === 'exchanged' || status === 'working') return { word: cornerText[status], more: '' };
    const { pulledAt, waiting = 0 } = standing.state;
    const isOld = pulledAt !== undefined && now() - pulledAt > WORTH_TELLING;
    const more = [
      isOld ? cornerText.received(showAge(pulledAt, now())) : '',
      waiting === 0 ? '' : cornerText.waiting(waiting),
    ];
    return { word: cornerText[status], more: more.map((part) => part && ` · ${part}`).join('') };
  };
  return (
    <Show when={words()}>
      {(told) => (
        <span class={styles.sync}>
          {told().word}
          <span class={styles.more}>{told().more}</span>
        </span>
      )}
    </Show>
  );
}
