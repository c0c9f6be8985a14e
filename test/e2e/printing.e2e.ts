// Codes for sixty people on paper, as they come out of the browser's own printing: every QR code scans back to the
// person whose name stands beside it, and nothing spills over its letter, card or label, whatever people are called.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect as check, describe, test } from 'vitest';
import { type FoundOnPaper, type PaperPage, readPdf } from '../support/paper';
import { managerPages, PASSCODE } from './pages/ManagerPages';
import { syncPages } from './pages/SyncPages';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';

const PEOPLE = 60;
const PX_PER_MM = 96 / 25.4;
const longName = (word: string) => word.repeat(50).slice(0, 99).trim();

/** The names that names are tried with, and others that are like anyone's. */
const unusual: readonly (readonly [id: string, first: string, last: string])[] = [
  ['LONG-EMPLOYEE-ID/2026#0000000012', longName('Wolfeschlegelstein '), longName('Fairweather-Macquarie ')],
  ['W1', 'W'.repeat(100), 'M'.repeat(100)],
  ['H1', 'عبد الرحمن عبد العزيز', 'الخوارزمي البغدادي'],
  ['H2', longName('עברית '), longName('ירושלים ')],
  ['C1', '歐陽'.repeat(50), '司馬'.repeat(50)],
  ['T1', longName('สมชาย'), longName('วงศ์สวัสดิ์ ')],
  ['X1', 'Łukasz', 'Wójcik-Żółć'],
];
const everyone = [
  ...unusual,
  ...Array.from({ length: PEOPLE - unusual.length }, (_, at) => [`${7000 + at}`, `First${at}`, `Last${at}`]),
];

/** What stands on paper at one place, as the page says it. */
interface Printed {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is in the document for the printer. */
const PAGES = 'body > :last-child > [data-paper]';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-print-'));
let tablet: Tablet;
let lastPrinted: readonly Printed[] = [];

beforeAll(async () => {
  tablet = await openTablet();
  const list = join(folder, 'people.csv');
  writeFileSync(
    list,
    ['Employee ID,First name,Last name', ...everyone.map((row) => row.join(','))].join('\n'),
  );
  await managerPages(tablet).setUp({
    organisation: longName('Brightwater & Sons Care Homes '),
    site: longName('Mill Lane behind the old weighbridge '),
  });
  // With sister tablets, so that the links carry vouchers and the QR codes are as dense as they get.
  await managerPages(tablet).unlock('/manage/sync');
  const sync = syncPages(tablet);
  await sync.fillConnection();
  await sync.prepare();
  await sync.save();
  await managerPages(tablet).importFile(list);
  await expect(tablet.page.getByRole('button', { name: /report/i })).toBeVisible();
});

afterAll(async () => {
  check(tablet.problems).toEqual([]);
  await tablet.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (name: string | RegExp) => tablet.page.getByRole('button', { name, exact: true }).click();

describe('codes for a hundred people', () => {
  test('are made for those who were ticked, once the passcode is given', async () => {
    const { page } = tablet;
    await managerPages(tablet).unlock('/manage/employees');
    await page.getByRole('checkbox', { name: /Fairweather/ }).check();
    await press(`Select all ${PEOPLE}`);
    await press('Print codes');
    await page.getByRole('dialog').getByLabel('Passcode').fill(PASSCODE);
    await press('Go on');
    await press(`Make ${PEOPLE} codes`);
    await expect(page.getByRole('dialog', { name: `Print ${PEOPLE} codes` })).toBeVisible();
  });

  test.each([
    ['letter', 'a4', 60],
    ['letter', 'usLetter', 60],
    ['card', 'a4', 6],
    ['card', 'usLetter', 8],
    ['label', 'a4', 5],
    ['label', 'usLetter', 6],
  ] as const)('[B1] [B2] [B3] as %s on %s they take %d pages', async (layout, paper, pageCount) => {
    const printed = await layOut(layout, paper, pageCount);
    // What the print window does where there is one.
    const pages = await readPdf(
      await tablet.page.pdf({ preferCSSPageSize: true }),
      layout === 'letter' ? 90 : 120,
    );
    await expect(tablet.page.getByText(/^Handed to the printer/)).toBeVisible();
    check(pages).toHaveLength(pageCount);
    for (const { width, height } of pages) {
      // A pixel of the drawing is a third of a millimetre.
      check(Math.abs(width - (paper === 'a4' ? 210 : 215.9))).toBeLessThan(1);
      check(Math.abs(height - (paper === 'a4' ? 297 : 279.4))).toBeLessThan(1);
    }
    check(printed).toHaveLength(PEOPLE);
    check(printed.filter((place) => scannedAt(pages, place) !== place.text)).toEqual([]);
    for (const { width } of pages.flatMap(({ codes }) => codes))
      check(width).toBeGreaterThanOrEqual(layout === 'letter' ? 35 : 25);
    lastPrinted = printed;
  });

  test('[C12] are nowhere any more once the dialog is closed', async () => {
    const { page } = tablet;
    await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Select people' })).toBeVisible();
    const html = await page.content();
    check(lastPrinted).toHaveLength(PEOPLE);
    const code = ({ text }: Printed) => text.split(' ').at(-1) ?? text;
    check(lastPrinted.filter((place) => html.includes(code(place)))).toEqual([]);
  });
});

test('[B8] the poster is one page, with the company code and the organisation’s own link', async () => {
  const { page } = tablet;
  await managerPages(tablet).unlock('/manage/sync');
  await press('Show organisation code');
  const link = await page.getByLabel('Organisation link').inputValue();
  await press('Print poster');
  await page
    .getByRole('dialog', { name: 'Print the poster' })
    .getByRole('button', { name: 'Print', exact: true })
    .click();
  await expect(page.locator(PAGES)).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  check(await page.evaluate(whatSpills)).toEqual([]);
  await expect(page.locator(PAGES).getByText('BWCH')).toBeVisible();
  await page.emulateMedia({ media: null });
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }), 90);
  check(pages.map(({ codes }) => codes.map(({ text }) => text))).toEqual([[link]]);
});

/** Presses "Print" as the manager does; then what stands where, after nothing was found that sticks out. */
async function layOut(layout: string, paper: string, pageCount: number): Promise<Printed[]> {
  const { page } = tablet;
  const dialog = page.getByRole('dialog', { name: `Print ${PEOPLE} codes` });
  await dialog.getByLabel('Print as').selectOption(layout);
  await dialog.getByLabel('Paper').selectOption(paper);
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator(PAGES)).toHaveCount(pageCount);
  await expect(dialog.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  check(await page.evaluate(whatSpills)).toEqual([]);
  const printed = await page.evaluate(whatIsPrinted);
  await page.emulateMedia({ media: null });
  return printed;
}

/** "00123 K7QM-2XRD-9F3T": whose code was found inside this place. */
function scannedAt(pages: readonly PaperPage[], place: Printed): string | undefined {
  const isInside = ({ x, y }: FoundOnPaper) =>
    x > place.left / PX_PER_MM &&
    x < place.right / PX_PER_MM &&
    y > place.top / PX_PER_MM &&
    y < place.bottom / PX_PER_MM;
  const found = pages[place.page]?.codes.filter(isInside);
  if (found?.length !== 1) return undefined;
  const [, id = '', code = ''] = new URL(found[0]?.text ?? '').hash.split('/').map(decodeURIComponent);
  return `${id} ${code.match(/.{4}/g)?.join('-')}`;
}

/** Runs in the page. */
function whatIsPrinted(): Printed[] {
  const pages = [...document.querySelectorAll('body > :last-child > [data-paper]')];
  return pages.flatMap((page, at) => {
    const edge = page.getBoundingClientRect();
    return [...page.querySelectorAll('[data-printed]')].map((place) => {
      const { left, top, right, bottom } = place.getBoundingClientRect();
      const [id, code] = ['bdi', '[dir="ltr"] span'].map((what) =>
        place.querySelector(what)?.textContent?.trim(),
      );
      return {
        page: at,
        text: `${id} ${code}`,
        left: left - edge.left,
        top: top - edge.top,
        right: right - edge.left,
        bottom: bottom - edge.top,
      };
    });
  });
}

/** Runs in the page: whatever reaches over the edge of its letter, card or label, or is cut off inside it. */
function whatSpills(): string[] {
  const places = [...document.querySelectorAll('body > :last-child [data-printed]')];
  return places.flatMap((place) => {
    const edge = place.getBoundingClientRect();
    const elements = [...place.querySelectorAll('*')].filter((element) => !element.closest('svg svg, svg *'));
    const lost = elements.filter((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isOutside =
        left < edge.left - 0.5 ||
        right > edge.right + 0.5 ||
        top < edge.top - 0.5 ||
        bottom > edge.bottom + 0.5;
      const { overflowY, webkitLineClamp } = getComputedStyle(element);
      // What ends in an ellipsis is meant to.
      const isCut =
        overflowY !== 'visible' &&
        webkitLineClamp === 'none' &&
        (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
      return isOutside || isCut;
    });
    // Two things that stand on each other are as bad.
    const blocks = [...place.querySelectorAll('svg[role="img"], p')].map((block) => ({
      block,
      box: block.getBoundingClientRect(),
    }));
    const crowded = blocks.filter(({ block, box }, at) =>
      blocks
        .slice(at + 1)
        .some(
          (other) =>
            !block.contains(other.block) &&
            other.box.left < box.right - 1 &&
            other.box.right > box.left + 1 &&
            other.box.top < box.bottom - 1 &&
            other.box.bottom > box.top + 1,
        ),
    );
    return [...lost, ...crowded.map(({ block }) => block)].map(
      (element) => `${place.textContent?.slice(0, 60)}: ${element.outerHTML.slice(0, 160)}`,
    );
  });
}
