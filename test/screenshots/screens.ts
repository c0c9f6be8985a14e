// The screens of which pictures are taken, in stories: each screen may rely on what those before it in its story did, and
// every story begins with new tablets. `open` walks to the screen, by the words a person sees. The same walks are checked
// for accessibility.

import { managerPages } from '../e2e/pages/ManagerPages';
import { expect } from '../e2e/support/expect';
import type { Tablet } from '../e2e/support/launch';
import { attentionScreens } from './attentionScreens';
import { printScreens } from './printScreens';
import { beforeSetUp, betweenTablets, headingToTheTop } from './syncScreens';

export interface PicturedScreen {
  /** The beginning of the file's name. */
  readonly name: string;
  open(tablet: Tablet, other: Tablet): Promise<void>;
  /** It is seen on the second tablet, which has the same server. */
  readonly isOther?: boolean;
  /** Shown by the browser when it offers to install the app. */
  readonly inManifest?: boolean;
}

export interface Story {
  /** What has happened before on the tablet; nothing, where this is missing. */
  readonly before?: (tablet: Tablet) => Promise<void>;
  readonly screens: readonly PicturedScreen[];
}

let code = '';
let picture: Buffer;

const press = ({ page }: Tablet, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click();
const follow = ({ page }: Tablet, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const fill = ({ page }: Tablet, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);
const sees = ({ page }: Tablet, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

async function unlock(tablet: Tablet, path: string) {
  await managerPages(tablet).unlock(path);
  await expect(tablet.page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
}

const list = [
  'Employee Number,First Name,Last Name,Department,Password,Leaving Date,E-mail',
  '00123,Mary,Sluis-Changed,Dairy,secret1,,',
  '00201,Anne-Marie,van der Berg,Dairy,secret2,,anne@example.com',
  '00202,Bo,Lindqvist,Stores,secret3,2020-01-31,',
  ',Nobody,Known,Stores,secret4,,',
  '00203,Łukasz,Wójcik,Stores,secret5,,not an address',
].join('\n');

const byItself: readonly PicturedScreen[] = [
  ...beforeSetUp,
  {
    name: 'set-up',
    open: async (tablet) => {
      await tablet.visit('/');
      await expect(tablet.page.getByLabel('Organisation name')).toBeVisible();
    },
  },
  {
    name: 'set-up-problems',
    open: async (tablet) => {
      await fill(tablet, 'Passcode', 'short');
      await press(tablet, 'Start');
      await sees(tablet, 'Use at least 8 characters.');
    },
  },
  { name: 'set-up-done', open: (tablet) => managerPages(tablet).setUp() },
  { name: 'employees-empty', open: (tablet) => unlock(tablet, '/manage/employees') },
  { name: 'enrol', open: (tablet) => unlock(tablet, '/manage/employees/new') },
  {
    name: 'enrol-problems',
    open: async (tablet) => {
      await fill(tablet, 'Employee ID', '1+1');
      await fill(tablet, 'Email', 'mary at home');
      await press(tablet, 'Enrol');
      await sees(tablet, /needs an @/);
    },
  },
  {
    name: 'employee-new',
    open: async (tablet) => {
      await fill(tablet, 'Employee ID', '00123');
      await fill(tablet, 'First name', 'Mary');
      await fill(tablet, 'Last name', 'Sluis');
      await fill(tablet, 'Email', '');
      await press(tablet, 'Enrol');
      await expect(tablet.page.getByRole('heading', { level: 1 })).toContainText('Mary Sluis');
    },
  },
  {
    name: 'login-code',
    open: async (tablet) => {
      await press(tablet, 'Create login code');
      code = (await tablet.page.getByLabel('Activation code').innerText()).replace(/\s/g, '');
      picture = await tablet.page.getByRole('img', { name: 'QR code' }).screenshot();
    },
  },
  {
    name: 'login-code-print',
    open: async (tablet) => {
      await press(tablet, 'Print');
      await expect(tablet.page.getByRole('dialog').locator('[data-printed]').first()).toBeVisible();
    },
  },
  {
    name: 'welcome',
    inManifest: true,
    open: async (tablet) => {
      await tablet.visit('/');
      await expect(tablet.page.getByRole('link', { name: 'Activate my account' })).toBeVisible();
    },
  },
  {
    name: 'activate',
    open: async (tablet) => {
      await follow(tablet, 'Activate my account');
      await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'activate-slip',
    open: async (tablet) => {
      await fill(tablet, 'Employee ID', '00123');
      await fill(tablet, 'Activation code', code.slice(0, -1) + (code.endsWith('7') ? '8' : '7'));
      await sees(tablet, /slip in this code/);
    },
  },
  {
    name: 'password',
    open: async (tablet) => {
      await fill(tablet, 'Activation code', code);
      await press(tablet, 'Continue');
      await expect(tablet.page.getByLabel('New password', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'password-refused',
    open: async (tablet) => {
      await fill(tablet, 'New password', 'MarySluis');
      await fill(tablet, 'Repeat password', 'MarySluis');
      await press(tablet, 'Activate');
      await sees(tablet, /others know about you/);
    },
  },
  {
    name: 'ready',
    open: async (tablet) => {
      await fill(tablet, 'New password', 'green tractors');
      await fill(tablet, 'Repeat password', 'green tractors');
      await press(tablet, 'Activate');
      await expect(tablet.page.getByRole('heading', { name: 'You are ready' })).toBeVisible();
    },
  },
  {
    name: 'scan',
    open: async (tablet) => {
      await tablet.visit('/activate/scan');
      await expect(tablet.page.locator('video')).toBeVisible();
      await expect(tablet.page.getByRole('button', { name: 'Type the code' })).toBeVisible();
    },
  },
  {
    name: 'scan-used',
    open: async (tablet) => {
      await tablet.page
        .getByLabel('Use a picture')
        .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
      await sees(tablet, /has been used already/);
    },
  },
  {
    name: 'scan-refused',
    open: async (tablet) => {
      await tablet.page.evaluate(() => {
        navigator.mediaDevices.getUserMedia = () =>
          Promise.reject(new DOMException('No.', 'NotAllowedError'));
      });
      await press(tablet, 'Type the code');
      await follow(tablet, 'Scan the QR code instead');
      await sees(tablet, /switched off/);
    },
  },
  {
    name: 'sign-in',
    open: async (tablet) => {
      await tablet.visit('/sign-in');
      await expect(tablet.page.getByLabel('Employee ID', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'sign-in-wrong',
    open: async (tablet) => {
      await fill(tablet, 'Employee ID', '00123');
      await fill(tablet, 'Password', 'blue tractors');
      await press(tablet, 'Sign in');
      await sees(tablet, /do not fit together/);
    },
  },
  {
    name: 'me',
    open: async (tablet) => {
      await fill(tablet, 'Password', 'green tractors');
      await press(tablet, 'Sign in');
      await expect(tablet.page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    },
  },
  {
    name: 'change-password',
    open: async (tablet) => {
      await press(tablet, 'Change password');
      await expect(tablet.page.getByLabel('New password', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'lock',
    open: async (tablet) => {
      await tablet.visit('/manage');
      await fill(tablet, 'Passcode', 'not the one');
      await press(tablet, 'Unlock');
      await sees(tablet, /passcode is not right/);
    },
  },
  {
    name: 'employee-active',
    open: async (tablet) => {
      await unlock(tablet, '/manage/employees/00123');
      await expect(tablet.page.getByRole('button', { name: 'Create login code' })).toBeVisible();
    },
  },
  {
    name: 'code-options',
    open: async ({ page }) => {
      await page.getByText('How long, and from when').click();
      await expect(page.getByLabel('Starts on')).toBeVisible();
    },
  },
  { name: 'day-pass-hours', open: (tablet) => press(tablet, 'Give a day pass') },
  {
    name: 'day-pass',
    open: async (tablet) => {
      await press(tablet, 'Create the day pass');
      await expect(tablet.page.getByLabel('Day pass code')).toBeVisible();
      code = (await tablet.page.getByLabel('Day pass code').innerText()).replace(/\s/g, '');
    },
  },
  {
    name: 'employee-day-pass',
    open: async (tablet) => {
      await press(tablet, 'Done');
      await sees(tablet, /A day pass is out/);
    },
  },
  {
    name: 'me-day-pass',
    open: async (tablet) => {
      await tablet.visit('/sign-in');
      await fill(tablet, 'Employee ID', '00123');
      await fill(tablet, 'Password', code);
      await press(tablet, 'Sign in');
      await sees(tablet, /in with a day pass/);
    },
  },
  {
    name: 'import',
    open: async (tablet) => {
      await unlock(tablet, '/manage/employees/import');
      await expect(tablet.page.getByLabel('Choose a file')).toBeAttached();
    },
  },
  {
    name: 'import-check',
    open: async ({ page }) => {
      await page
        .getByLabel('Choose a file')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
      await expect(page.getByRole('button', { name: /^Import/ })).toBeVisible();
    },
  },
  {
    name: 'import-report',
    open: async ({ page }) => {
      await page.getByRole('button', { name: /^Import/ }).click();
      await expect(page.getByRole('button', { name: /report/i })).toBeVisible();
    },
  },
  {
    name: 'employees',
    open: async (tablet) => {
      await unlock(tablet, '/manage/employees');
      await sees(tablet, /van der Berg/);
    },
  },
  {
    name: 'employees-nobody-found',
    open: async (tablet) => {
      await managerPages(tablet).search('zzz');
      await expect(tablet.page.getByText(/van der Berg/)).toHaveCount(0);
    },
  },
  {
    name: 'activity',
    open: async (tablet) => {
      await unlock(tablet, '/manage/activity');
      await sees(tablet, /Mary/);
    },
  },
  ...attentionScreens,
  ...printScreens,
  { name: 'settings', open: (tablet) => unlock(tablet, '/manage/settings') },
  {
    name: 'settings-codes',
    open: (tablet) => headingToTheTop(tablet, 'How long login codes are good for'),
  },
  {
    name: 'settings-codes-problem',
    open: async (tablet) => {
      await fill(tablet, 'On screen, in hours', '2000');
      await press(tablet, 'Save times');
      await sees(tablet, /Please choose from/);
    },
  },
  {
    name: 'code-out',
    open: async (tablet) => {
      await unlock(tablet, '/manage/employees/00201');
      await managerPages(tablet).createCode();
      await sees(tablet, 'A code is out');
    },
  },
  {
    name: 'code-revoke',
    open: async (tablet) => {
      await press(tablet, 'Revoke code');
      await expect(tablet.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'code-revoked',
    open: async ({ page }) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke code', exact: true }).click();
      await expect(page.getByText('The code is called back.')).toBeVisible();
    },
  },
  {
    name: 'not-found',
    open: async (tablet) => {
      await tablet.visit('/no-such-place');
      await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
];

async function setUpWithMary(tablet: Tablet): Promise<void> {
  await managerPages(tablet).setUp();
  await managerPages(tablet).unlock();
  await managerPages(tablet).enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
}

export const stories = {
  oneTablet: { screens: byItself },
  twoTablets: { before: setUpWithMary, screens: betweenTablets },
} satisfies Record<string, Story>;
