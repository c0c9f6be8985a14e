// A code is made at the gate: how soon can it be typed in the canteen? Both are online, and neither is touched.

import { managerPages } from '../e2e/pages/ManagerPages';
import { syncPages } from '../e2e/pages/SyncPages';
import { openTablet, type Tablet } from '../e2e/support/launch';
import type { Bench, Sample } from './bench';

const BUDGET = 2_000;
const ROUNDS = 15;

export const bench: Bench = {
  id: 'live',
  what: '"Create login code" pressed on one tablet until the other knows the code, ms',
  against: 'the budget of two seconds',
  bound: 'at most',
  limit: 1,
  async run({ serveBuiltApp }) {
    const server = await serveBuiltApp();
    const gate = await openTablet({ server });
    const canteen = await openTablet({ server });
    try {
      await pair(gate, canteen);
      const samples: Sample[] = [];
      for (let round = 0; round < ROUNDS; round += 1) samples.push(await issue(gate, canteen, `7${round}`));
      return samples;
    } finally {
      await gate.close();
      await canteen.close();
    }
  },
};

async function pair(gate: Tablet, canteen: Tablet): Promise<void> {
  await managerPages(gate).setUp();
  await managerPages(gate).unlock('/manage/sync');
  await syncPages(gate).turnOn();
  await syncPages(canteen).join(await syncPages(gate).showPairingCode(), 'Canteen');
  await canteen.page.getByRole('heading', { level: 1, name: /ready/ }).waitFor();
}

async function issue(gate: Tablet, canteen: Tablet, id: string): Promise<Sample> {
  await managerPages(gate).unlock();
  await managerPages(gate).enrol({ id, firstName: 'Mary', lastName: `Sluis ${id}` });
  await managerPages(canteen).unlock(`/manage/employees/${id}`);
  await canteen.page.getByRole('heading', { level: 1, name: `Mary Sluis ${id}` }).waitFor();
  const isKnown = canteen.page.getByText('A code is out').first().waitFor();
  const start = performance.now();
  await gate.page.getByRole('button', { name: 'Create login code', exact: true }).click();
  await isKnown;
  return { value: performance.now() - start, floor: BUDGET };
}
