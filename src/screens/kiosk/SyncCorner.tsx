// In the corner of the welcome screen: whether this tablet and the others agree. No alarm, for whoever stands here can do
// nothing about it; and nothing at all where the tablet is on its own.

import { Show } from 'solid-js';
import { cornerText } from '../../i18n/welcome';
import { createSyncSummary, createSyncView } from '../../reactive/createSync';
import styles from './KioskLayout.module.css';

export default function SyncCorner() {
  const summary = createSyncSummary(createSyncView());
  const word = () => {
    const status = summary()?.status ?? 'alone';
    return status === 'alone' ? undefined : cornerText[status];
  };
  return <Show when={word()}>{(words) => <span class={styles.sync}>{words()}</span>}</Show>;
}
