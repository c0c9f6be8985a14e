// What only a person can settle, for a screen: a card that was settled, here or on another tablet, goes by itself.

import type { Accessor } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import { useManagerApp } from './AppContext';
import { createLiveRecords } from './createLiveRecords';

export type CaseTold = Awaited<ReturnType<ManagerApp['attention']['cases']>>[number];

/** The newest first; `undefined` until they are there. */
export function createAttention(): Accessor<readonly CaseTold[] | undefined> {
  const { attention } = useManagerApp();
  const answer = createLiveRecords(
    () => undefined,
    async () => ({ cases: await attention.cases() }),
    'caseId',
  );
  return () => answer()?.cases;
}
