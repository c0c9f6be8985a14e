// Does the kiosk open as quickly on a tablet with many people as on one with few? From the service worker, offline.

import type { Bench } from './bench';
import { openFilledTablet } from './filledTablet';
import { notePaint, paintedAt } from './paintedAt';

const ROUNDS = 15;
const FIELD = 'input[name="code"], main input';

export const bench: Bench = {
  id: 'start',
  what: 'start of /activate from the service worker, offline, with 100,000 employees, ms',
  against: 'the same with 100 employees',
  bound: 'at most',
  limit: 1.2,
  async run({ serveBuiltApp }) {
    const server = await serveBuiltApp();
    const many = await openFilledTablet(server, 100_000);
    const few = await openFilledTablet(server, 100);
    await server.stop();
    const start = async (tablet: typeof many) => {
      const page = await tablet.context.newPage();
      await page.goto(`${tablet.url}/activate`);
      const painted = await paintedAt(page);
      await page.close();
      return painted;
    };
    try {
      for (const tablet of [many, few]) {
        await tablet.context.setOffline(true);
        await tablet.page.close();
        await notePaint(tablet.context, FIELD);
        await start(tablet);
      }
      const samples = [];
      for (let round = 0; round < ROUNDS; round += 1)
        samples.push({ value: await start(many), floor: await start(few) });
      return samples;
    } finally {
      await many.close();
      await few.close();
    }
  },
};
