// The tablets of the organisation as far as this one knows, with what is missing of each and what was set aside.

import { type Accessor, createMemo } from 'solid-js';
import type { ManagerApp } from '../app/manager/managerApp';
import type { SyncView } from '../app/sync/syncHolder';
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

/** `undefined` while this tablet is on its own, and until the first answer is there. */
export function createTablets(view: Accessor<SyncView>): Accessor<TabletsKnown | undefined> {
  const { sync } = useManagerApp();
  const isOn = createMemo(() => view().status === 'on');
  const ask = async (): Promise<TabletsKnown> => {
    const [tablets, gaps, aside] = await Promise.all([sync.tablets(), sync.gaps(), sync.setAside()]);
    return { tablets, gaps, aside };
  };
  return createLiveRecords(isOn, async (on) => (on ? ask() : undefined), 'device');
}
