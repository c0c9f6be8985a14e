import { expect, test } from 'vitest';
import type { SiteId } from '../../../src/domain/ids';
import type { TabletEvent } from '../../../src/domain/tablet';
import { tabletDecider } from '../../../src/domain/tabletDecider';
import { given } from '../../support/given';
import { MORNING } from '../../support/stillClock';

const added: TabletEvent = { type: 'TabletAdded', v: 1, name: 'Gate', siteId: 'mill' as SiteId };
const revoked = (lastSequence: number): TabletEvent => ({ type: 'TabletRevoked', v: 1, lastSequence });

test('[O4] a tablet is revoked once, and only one that is known', () => {
  const command = { type: 'RevokeTablet', lastSequence: 7 } as const;
  given(tabletDecider, added).when(command).records(revoked(7));
  given(tabletDecider, added, revoked(7)).when(command).refused({ type: 'tabletRevoked' });
  given(tabletDecider).when(command).refused({ type: 'tabletUnknown' });
});

test('[O4] it is known when it was revoked, and how far it counts', () =>
  expect(given(tabletDecider, added, revoked(7)).state).toEqual({
    status: 'added',
    name: 'Gate',
    siteId: 'mill',
    revoked: { at: MORNING + 60_000, lastSequence: 7 },
  }));

test('[O5] revoked on two tablets, the larger sequence counts, whichever was first', () => {
  const { state } = given(tabletDecider, added, revoked(7), revoked(10));
  expect(state).toMatchObject({ revoked: { at: MORNING + 60_000, lastSequence: 10 } });
  expect(given(tabletDecider, added, revoked(10), revoked(7)).state).toEqual(state);
});

test('[K2] a confirmed clock is on record and changes nothing else', () => {
  const confirmed: TabletEvent = { type: 'ClockConfirmed', v: 1, time: MORNING };
  given(tabletDecider, added).when({ type: 'ConfirmClock', now: MORNING }).records(confirmed);
  expect(given(tabletDecider, added, confirmed).state).toEqual(given(tabletDecider, added).state);
});
