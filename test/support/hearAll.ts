// One whole app takes in what another has recorded, as the exchange brings it: in segments, without a network.

import 'fake-indexeddb/auto';
import { openDatabase, type SegmentId } from '../../src/store/db';
import type { TestApp } from './testApp';

const PER_SEGMENT = 500;

/** `afterEach`: what this tablet does between two segments. */
export async function hearAll(
  tablet: TestApp,
  other: TestApp,
  afterEach: (sequence: number) => Promise<unknown> = async () => {},
): Promise<void> {
  const theirs = openDatabase(other.databaseName);
  const rows = await theirs.log.toArray();
  theirs.close();
  const entries = rows.flatMap((row) => (row.segment === undefined ? row.entries : []));
  const { device } = other.store;
  const replication = await tablet.store.replication();
  for (let from = 0; from < entries.length; from += PER_SEGMENT) {
    const sequence = 1 + from / PER_SEGMENT;
    const segment = {
      kind: 'segment',
      id: `${device}:${sequence}:0` as SegmentId,
      device,
      sequence,
      entries: entries.slice(from, from + PER_SEGMENT),
      state: 'stored',
    } as const;
    await replication.takeIn([segment], tablet.clock.now());
    await afterEach(sequence);
  }
}
