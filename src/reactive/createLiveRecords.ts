// A live query whose answer holds records: what is unchanged keeps its identity, so that only what changed is redrawn,
// and a form that is open on one of them stays open. The kiosk has no use for this and does not load it.

import { type Accessor, createComputed } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { createLiveQuery } from './createLiveQuery';

/** Records are told apart by their `key`. */
export function createLiveRecords<Source, Answer>(
  source: Accessor<Source>,
  ask: (source: Source) => Promise<Answer>,
  key: string,
): Accessor<Answer | undefined> {
  const answer = createLiveQuery(source, ask);
  const [records, setRecords] = createStore<{ current: Answer | undefined }>({ current: undefined });
  createComputed(() => setRecords('current', reconcile(answer() as never, { key })));
  return () => records.current;
}
