// How long /activate takes to open on two tablets, in turns: from the service worker, offline.

import type { Tablet } from '../e2e/support/launch';
import type { AppServer } from '../e2e/support/serveApp';
import type { Sample } from './bench';
import { openFilledTablet } from './filledTablet';
import { notePaint, paintedAt } from './paintedAt';

const ROUNDS = 9;
/** In ms. Behind a page that was closed a browser tidies up the database for seconds, and takes a core for it. */
const REST = 4_000;
const FIELD = 'input[name="code"], main input';

export interface Filled {
  readonly people: number;
  readonly eventsEach: number;
}

/** In ms, from the address to the field painted, as in the morning: the browser is not the one that filled the database. The value is that of the first tablet, the floor that of the second. */
export async function startRounds(server: AppServer, one: Filled, other: Filled): Promise<Sample[]> {
  const first = await openFilledTablet(server, one.people, one.eventsEach);
  const second = await openFilledTablet(server, other.people, other.eventsEach);
  await server.stop();
  try {
    for (const tablet of [first, second]) {
      await tablet.restart();
      await tablet.context.setOffline(true);
      await tablet.page.close();
      await notePaint(tablet.context, FIELD);
      await start(tablet);
    }
    const samples = [];
    for (let round = 0; round < ROUNDS; round += 1)
      samples.push({ value: await start(first), floor: await start(second) });
    return samples;
  } finally {
    await first.close();
    await second.close();
  }
}

async function start(tablet: Tablet): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  const page = await tablet.context.newPage();
  await page.goto(`${tablet.url}/activate`);
  const painted = await paintedAt(page);
  await page.close();
  return painted;
}
