// In the corner of the welcome screen: whether this tablet and the others agree, and if not, since when. No alarm, for whoever stands here can do
// nothing about it; and nothing at all where the tablet is on its own.

import { Show } from 'solid-js';
import { showAge } from '../../i18n/sync';
import { cornerText } from '../../i18n/welcome';
import { createNow } from '../../reactive/createNow';
import { createSyncSummary, createSyncView } from '../../reactive/createSync';
import styles from './KioskLayout.module.css';

export default function SyncCorner() {
  const view = createSyncView();
  const summary = createSyncSummary(view);
  const now = createNow();
  const words = () => {
    const status = summary()?.status ?? 'alone';
    const standing = view();
    if (status === 'alone' || standing.status !== 'on') return undefined;
    if (status === 'exchanged' || status === 'working') return cornerText[status];
    const { pulledAt, waiting = 0 } = standing.state;
    return [
      cornerText[status],
      pulledAt === undefined ? '' : cornerText.received(showAge(pulledAt, now())),
      waiting === 0 ? '' : cornerText.waiting(waiting),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return <Show when={words()}>{(told) => <span class={styles.sync}>{told()}</span>}</Show>;
}
