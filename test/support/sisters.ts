// Tablets of one organisation without any network: one begins knowing what another knows, and they tell each other
// everything, or carry what ends accounts.

import { expect } from 'vitest';
import type { ManagerApp } from '../../src/app/manager/managerApp';
import { finishJoining } from '../../src/app/sync/finishJoining';
import { ensureSecrets } from '../../src/app/sync/siteSecrets';
import type { SiteId } from '../../src/domain/ids';
import { fromBase64 } from '../../src/kernel/base64';
import { deriveSealingKey } from '../../src/platform/seal';
import { backupPartToArrival, readForBackup } from '../../src/sync/backupParts';
import { seededRandom } from './seededRandom';
import { openTestApp, PASSCODE, type TestApp, value } from './testApp';

export interface Managed extends TestApp {
  readonly manager: ManagerApp;
}

/** The manager comes back to it. */
export async function managed(tablet: TestApp): Promise<Managed> {
  value(await tablet.app.unlock(PASSCODE));
  return { ...tablet, manager: await tablet.app.manager() };
}

/** Everything the one knows, to the other: as a backup, without the time that its password takes. Gives the site key. */
export async function tellAll(from: TestApp, to: TestApp): Promise<string> {
  const [there, replication] = await Promise.all([from.store.replication(), to.store.replication()]);
  const { siteKey } = await ensureSecrets({ replication: there, random: seededRandom(3) });
  const segmentKey = await deriveSealingKey(fromBase64(siteKey) ?? new Uint8Array(), 'segment');
  const now = to.clock.now();
  for await (const { parts } of readForBackup({ replication: there, segmentKey, random: seededRandom(4) }))
    for (const part of parts)
      await replication.takeIn([await backupPartToArrival(segmentKey, part, now)], now);
  return siteKey;
}

/** A new tablet, which knows everything that the other knows now. */
export async function beginSister(
  from: TestApp,
  tabletName: string,
  options: Parameters<typeof openTestApp>[0] = {},
): Promise<Managed> {
  const tablet = await openTestApp({ clock: from.clock, ...options });
  const siteKey = await tellAll(from, tablet);
  const replication = await tablet.store.replication();
  const secrets = { siteKey, joining: { tabletName, siteId: 'mill lane' as SiteId } };
  expect(await finishJoining({ store: tablet.store, replication }, secrets)).toBe(true);
  return managed(tablet);
}

/** "Who may no longer sign in", from the one to the other. */
export async function carryEnds(from: Managed, to: Managed) {
  const { file } = value(await from.manager.sync.carry('revocations'));
  return value(await value(await to.manager.sync.beginIntake()).takeInFile(file));
}
