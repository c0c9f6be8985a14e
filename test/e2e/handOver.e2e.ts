// A login code leaves its dialog in every way there is, and stays nowhere.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect as check, test } from 'vitest';
import { readEmail } from '../support/readEmail';
import { managerPages } from './pages/ManagerPages';
import { everythingKept } from './support/everythingKept';
import { expect } from './support/expect';
import { openTablet, type Tablet } from './support/launch';

let tablet: Tablet;
const said: string[] = [];

beforeAll(async () => {
  tablet = await openTablet();
  tablet.context.on('console', (message) => said.push(message.text()));
  await tablet.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tablet.url });
  const manager = managerPages(tablet);
  await manager.setUp();
  await manager.unlock();
  await tablet.waitUntilKept();
  await manager.enrol({ id: '00124', firstName: 'Tom', lastName: 'Sluis', email: 'home@example.com' });
  await manager.enrol({ id: '00125', firstName: 'Grace', lastName: 'Sluis', email: 'HOME@example.com' });
  await manager.enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis', email: 'mary@example.com' });
});
afterAll(async () => {
  check(tablet.problems).toEqual([]);
  await tablet.close();
});

const dialog = () => tablet.page.getByRole('dialog', { name: 'Login code' });
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const told = (words: string) => expect(dialog().getByText(words)).toBeVisible();

/** There is no mail app and no share sheet here: what they would have been given is kept. */
const catchHandOvers = () =>
  tablet.page.evaluate(() => {
    const given = { mails: [] as string[], shared: [] as string[] };
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement) || event.target.protocol !== 'mailto:') return;
      event.preventDefault();
      given.mails.push(event.target.href);
    });
    const share = async ({ text, files }: ShareData) => {
      given.shared.push(`${files?.map(({ name, type }) => `${name} ${type}`)} ${text}`);
    };
    Object.assign(navigator, { share, canShare: () => true });
    Object.assign(window, { given });
  });
const given = () =>
  tablet.page.evaluate(() => {
    const { given } = window as unknown as { given: { mails: string[]; shared: string[] } };
    const copy = { ...given };
    // The page forgets it, as the other app's business.
    Object.assign(window, { given: undefined });
    return copy;
  });

test('where a way cannot be had, its button says why', async () => {
  await managerPages(tablet).unlock('/manage/employees/00124');
  await tablet.page.getByRole('button', { name: 'Create login code' }).click();
  await expect(button('Share')).toHaveAttribute('aria-disabled', 'true');
  await expect(button('Share')).toHaveAccessibleDescription(/no share menu/);
  await expect(button('Email')).toHaveAttribute('aria-disabled', 'true');
  await expect(button('Email')).toHaveAccessibleDescription(/Somebody else .* same address/);
  await button('Done').click();
});

test('[G3] [G4] [G6] a code is handed over in every way, each on record once, and is then nowhere', async () => {
  await managerPages(tablet).unlock('/manage/employees/00123');
  await catchHandOvers();
  await tablet.page.getByRole('button', { name: 'Create login code' }).click();
  const code = (await dialog().getByLabel('Activation code').innerText()).replace(/\s/g, '');
  const link = await dialog().getByLabel('Login link').inputValue();
  const clipboard = () => tablet.page.evaluate(() => navigator.clipboard.readText());

  await button('Copy QR image').click();
  await told('The QR image is copied.');
  check(
    await tablet.page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)),
  ).toContain('image/png');
  await button('Copy link').click();
  await told('The link is copied.');
  check(await clipboard()).toBe(link);
  await button('Share').click();
  await told('Handed to the app you chose.');
  await button('Email').click();
  await told('Handed to the mail app.');
  await button('More ways').click();
  const download = tablet.page.waitForEvent('download');
  await button('Save as email draft').click();
  const draft = readEmail(await readFile(await (await download).path(), 'utf8'));
  await told('The draft is saved.');
  await button('Print').click();
  const paper = tablet.page.getByRole('dialog', { name: 'Print 1 code' });
  await paper.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(tablet.page.locator('body > :last-child > [data-paper]')).toHaveCount(1);
  // What the print window does where there is one.
  await tablet.page.pdf();
  await expect(paper.getByText('Handed to the printer.', { exact: false })).toBeVisible();
  await paper.getByRole('button', { name: 'Done', exact: true }).click();
  await told('Handed to the printer.');

  const handed = await given();
  check(handed.shared).toHaveLength(1);
  check(handed.shared[0]).toMatch(/^login-code\.png image\/png Hello Mary Sluis,/);
  check(handed.mails).toHaveLength(1);
  check(handed.mails[0]).toMatch(/^mailto:mary@example\.com\?subject=/);
  const [letter, picture] = [draft.parts[0]?.parts[0]?.body.toString('utf8'), draft.parts[1]?.body];
  check(draft.headers.get('to')).toBe('mary@example.com');
  check(picture?.subarray(1, 4).toString()).toBe('PNG');
  for (const message of [handed.shared[0], decodeURIComponent(handed.mails[0] ?? ''), letter])
    for (const part of [link, code, '00123', 'BWCH', 'Brightwater Care Homes'])
      check(message).toContain(part);

  await button('Done').click();
  await expect(dialog()).toHaveCount(0);
  await expect(tablet.page.getByText(/Printed on/)).toBeVisible();
  for (const deed of [
    'copied the login code',
    'to another app',
    'to the mail app',
    'saved an email draft',
    'printed the login code',
  ])
    await expect(tablet.page.getByRole('listitem').filter({ hasText: deed })).toHaveCount(1);
  await expect(async () => check((await clipboard()).trim()).toBe('')).toPass();

  const secrets = new URL(link).hash.split('/').slice(2);
  check(secrets).toContain(code.replaceAll('-', ''));
  const isNowhere = async () => {
    const kept = { ...(await everythingKept(tablet.page)), console: said.join('\n') };
    // What is looked for would be found: other words that stand there are.
    check(kept.database).toContain('mary@example.com');
    check(kept.caches).toContain('<title>Gatehouse</title>');
    check(kept.page).toContain('<html');
    for (const [where, text] of Object.entries(kept))
      for (const secret of [...secrets, new URL(link).hash])
        check(spellingless(text).includes(spellingless(secret)), `${secret} in ${where}`).toBe(false);
  };
  await isNowhere();
  await tablet.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible();
  await isNowhere();
});

/** However it is written: in capitals or not, with dashes or without, encoded for an address or not. */
const spellingless = (text: string) =>
  text
    .replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toUpperCase()
    .replace(/[\s-]/g, '');
