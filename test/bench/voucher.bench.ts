// From a voucher's code read to the password screen painted, on a tablet that has not heard of its bearer, and slow.

import { kioskPages } from '../e2e/pages/KioskPages';
import { managerPages } from '../e2e/pages/ManagerPages';
import { syncPages } from '../e2e/pages/SyncPages';
import { openTablet } from '../e2e/support/launch';
import { serveApp } from '../e2e/support/serveApp';
import type { Bench } from './bench';
import { tapToPaint } from './tapToPaint';

const BUDGET = 300;
const ROUNDS = 7;

export const bench: Bench = {
  id: 'voucher',
  what: 'link of another tablet read to password screen painted, CPU slowed 4 times, ms',
  against: 'the budget of 300 ms',
  bound: 'at most',
  limit: 1,
  async run({ serveBuiltApp }) {
    await serveBuiltApp();
    const server = await serveApp();
    const gate = await openTablet({ server });
    const canteen = await openTablet({ server });
    try {
      await managerPages(gate).setUp();
      await managerPages(gate).unlock('/manage/sync');
      await syncPages(gate).turnOn();
      await syncPages(canteen).join(await syncPages(gate).showPairingCode(), 'Canteen');
      await canteen.page.getByRole('heading', { level: 1, name: /ready/ }).waitFor();
      await canteen.waitUntilKept();
      await canteen.context.setOffline(true);
      const samples = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await managerPages(gate).unlock();
        await managerPages(gate).enrol({ id: `7${round}`, firstName: 'Mary', lastName: `Sluis ${round}` });
        const { link } = await managerPages(gate).createCode();
        await kioskPages(canteen).openLink(link);
        const value = await tapToPaint(canteen, 'input[type="password"]', () => kioskPages(canteen).goOn());
        samples.push({ value, floor: BUDGET });
      }
      return samples;
    } finally {
      await gate.close();
      await canteen.close();
      await server.stop();
    }
  },
};
