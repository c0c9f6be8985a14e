// What tablets are called, one by one and in a list where names come twice.

import { expect, test } from 'vitest';
import type { TabletListed } from '../../../src/app/sync/tablets';
import { isNameShared, tabletName, tabletsText } from '../../../src/i18n/tablets';

const listed = (device: string, name: string) =>
  ({ device, name, site: 'Mill Lane', isThis: false, gaps: [] }) as unknown as TabletListed;
const tablets = [listed('aaaa', 'Gate'), listed('bbbb', 'gate'), listed('cccc', 'Canteen')] as const;

test('[Y20] a tablet is called by its name alone where no other has it, else with its Tablet ID', () => {
  const names = [...tablets.map(({ device }) => device), 'dddd'].map((device) => tabletName(tablets, device));
  expect(names).toEqual(['Gate (aaaa)', 'gate (bbbb)', 'Canteen', 'dddd']);
  expect(tablets.map((tablet) => isNameShared(tablets, tablet))).toEqual([true, true, false]);
});

test('[Y20] what revoking does is told of the tablet that is revoked, not of the one in front of the person', () => {
  expect(tabletsText.revoke.does('Canteen').join(' ')).toContain('Canteen records from now on');
  expect(tabletsText.revoke.does('Canteen').join(' ')).not.toContain('this tablet');
});
