// The tablets of the organisation as far as this one knows, with what is missing of each and what was set aside.

import type { Accessor } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import type { TabletListed } from '../app/sync/tablets';
import { useManagerApp } from './AppContext';
import { createLiveRecords } from './createLiveRecords';

type Sync = ManagerApp['sync'];

export interface TabletsKnown {
  readonly tablets: readonly TabletListed[];
  /** Also of tablets that have not introduced themselves. */
  readonly gaps: Awaited<ReturnType<Sync['gaps']>>;
  readonly aside: Awaited<ReturnType<Sync['setAside']>>;
}

/** `undefined` until the first answer is there; it may be that this tablet is on its own. */
export function createTablets(): Accessor<TabletsKnown | undefined> {
  const { sync } = useManagerApp();
  const ask = async (): Promise<TabletsKnown> => {
    const [tablets, gaps, aside] = await Promise.all([sync.tablets(), sync.gaps(), sync.setAside()]);
    return { tablets, gaps, aside };
  };
  return createLiveRecords(() => undefined, ask, 'device');
}
