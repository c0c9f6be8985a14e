// The screens of the exchange between tablets: what comes before a device is set up, and what two tablets show each other.

import { backupPages } from '../e2e/pages/BackupPages';
import { carryPages } from '../e2e/pages/CarryPages';
import { kioskPages } from '../e2e/pages/KioskPages';
import { managerPages, PASSCODE } from '../e2e/pages/ManagerPages';
import { type ShownPairing, syncPages } from '../e2e/pages/SyncPages';
import { expect } from '../e2e/support/expect';
import type { Tablet } from '../e2e/support/launch';
import type { PicturedScreen } from './screens';

const press = ({ page }: Tablet, name: string) => page.getByRole('button', { name, exact: true }).click();
const fill = ({ page }: Tablet, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);
const sees = ({ page }: Tablet, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

/** So that the header lies over the same things each time. */
export const headingToTheTop = ({ page }: Tablet, name: string) =>
  page.getByRole('heading', { name, exact: true }).evaluate((heading) => heading.scrollIntoView());

// As long as they get, in a link that is only carried on.
const CODE = 'K7QM2XRD9F3A';
const VOUCHER = '4T9VQ2N8XCJ7M5HB'.repeat(9);

/** On a device that belongs to nobody yet. */
export const beforeSetUp: readonly PicturedScreen[] = [
  {
    name: 'organisation-link',
    open: async (tablet) => {
      await tablet.visit('/#o=BWCH&n=Brightwater+Care+Homes');
      await expect(tablet.page.getByRole('heading', { level: 1 })).toContainText('Brightwater');
    },
  },
  {
    name: 'phone',
    open: async (tablet) => {
      await tablet.visit(`/activate#BRIGHTWATER1/00123/${CODE}/${VOUCHER}`);
      await expect(tablet.page.getByRole('img', { name: 'QR code' })).toBeVisible();
    },
  },
  {
    name: 'phone-below',
    open: ({ page }) =>
      page.getByRole('heading', { name: 'What to do' }).evaluate((heading) => heading.scrollIntoView()),
  },
  {
    name: 'phone-left',
    open: async (tablet) => {
      await tablet.page.reload();
      await sees(tablet, /Were you sent a link/);
    },
  },
  {
    name: 'phone-damaged',
    open: async (tablet) => {
      await tablet.visit('/activate#BRIGHTWATER1/00123/K7QM');
      await sees(tablet, /This link is not whole/);
    },
  },
  {
    name: 'join',
    open: async (tablet) => {
      await tablet.visit('/#o=BWCH&n=Brightwater+Care+Homes');
      await tablet.page.getByRole('link', { name: 'Join an organisation' }).click();
      await expect(tablet.page.getByLabel('Pairing link')).toBeVisible();
    },
  },
  {
    name: 'join-scan',
    open: async (tablet) => {
      await press(tablet, 'Scan the pairing code');
      await sees(tablet, 'Looking for a code …');
    },
  },
  {
    name: 'join-problems',
    open: async (tablet) => {
      await press(tablet, 'Stop the camera');
      await fill(tablet, 'Tablet name', 'Canteen');
      await fill(tablet, 'Pairing link', 'https://gatehouse.example/setup');
      await press(tablet, 'Join');
      await sees(tablet, /This is not a pairing code/);
    },
  },
  {
    name: 'restore',
    open: async (tablet) => {
      await press(tablet, 'Set up a new organisation instead');
      await press(tablet, 'I have a backup file');
      await expect(tablet.page.getByLabel('Backup password', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'restore-problems',
    open: async (tablet) => {
      await press(tablet, 'Take over');
      await sees(tablet, 'Please choose the backup file.');
    },
  },
];

let shown: ShownPairing;
let parcel: string;
let shownCode: Buffer;
let letTheRestCome = () => {};

/** With `other` a second tablet beside it. */
export const betweenTablets: readonly PicturedScreen[] = [
  {
    name: 'sync-alone',
    open: async (tablet) => {
      await managerPages(tablet).unlock('/manage/sync');
      await sees(tablet, 'This tablet is on its own');
    },
  },
  {
    name: 'sync-problems',
    open: async (tablet) => {
      await press(tablet, 'Test');
      await sees(tablet, 'Please enter the user.');
    },
  },
  {
    name: 'sync-refused',
    open: async (tablet) => {
      await syncPages(tablet).fillConnection();
      await press(tablet, 'Test');
      await sees(tablet, /does not accept this user/);
      await headingToTheTop(tablet, 'Connection');
    },
  },
  {
    name: 'sync-prepare',
    open: async (tablet) => {
      await press(tablet, 'Prepare this database');
      await fill(tablet, 'Admin name', 'admin');
      await fill(tablet, 'Admin password', 'not the one');
      await press(tablet, 'Prepare');
      await expect(tablet.page.getByRole('dialog').getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'sync-prepared',
    open: async (tablet) => {
      await press(tablet, 'Close');
      await syncPages(tablet).prepare();
    },
  },
  {
    name: 'sync-tested',
    open: async (tablet) => {
      await press(tablet, 'Test');
      await sees(tablet, 'This is what the test found');
    },
  },
  {
    name: 'sync',
    open: async (tablet) => {
      await syncPages(tablet).save();
      await syncPages(tablet).isUpToDate();
      await tablet.page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    name: 'backup-make',
    open: async (tablet) => {
      await press(tablet, 'Make a backup');
      await fill(tablet, 'Backup password', 'too short');
      await press(tablet, 'Make the backup');
      await sees(tablet, 'Use at least 12 characters.');
    },
  },
  {
    name: 'backup-made',
    open: async (tablet) => {
      await backupPages(tablet).make();
      await headingToTheTop(tablet, 'Backup');
    },
  },
  {
    name: 'backup-take-in',
    open: async (tablet) => {
      await press(tablet, 'Close');
      await press(tablet, 'Take in a backup');
      await press(tablet, 'Take it in');
      await sees(tablet, 'Please choose the backup file.');
    },
  },
  {
    name: 'carry',
    open: async (tablet) => {
      await press(tablet, 'Close');
      await press(tablet, 'Carry by QR');
      await press(tablet, 'Make ready');
      await sees(tablet, 'There is nothing of this to carry now.');
    },
  },
  {
    name: 'carry-codes',
    open: async (tablet) => {
      await press(tablet, 'Close');
      await tablet.context.setOffline(true);
      await managerPages(tablet).enrol({
        id: '00200',
        firstName: 'Wilhelmina',
        lastName: 'Oosterhuis-Vermeulen',
      });
      await tablet.page.getByRole('link', { name: 'Sync', exact: true }).first().click();
      await carryPages(tablet).makeReady('Everything not sent yet');
      parcel = await carryPages(tablet).saveFile();
      shownCode = await tablet.page.getByRole('img', { name: /^QR code/ }).screenshot();
    },
  },
  {
    name: 'take-in',
    open: async (tablet) => {
      await press(tablet, 'Done');
      await carryPages(tablet).takeInByCamera();
      await tablet.page
        .getByLabel('Use a picture')
        .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: shownCode });
      await sees(tablet, /^Still missing/);
      await sees(tablet, 'Looking for a code …');
    },
  },
  {
    name: 'taken-in',
    open: async (tablet) => {
      await tablet.page.getByLabel('Choose a file').setInputFiles(parcel);
      await sees(tablet, 'All of it was known here already');
      await tablet.context.setOffline(false);
    },
  },
  {
    name: 'organisation-code',
    open: async (tablet) => {
      await press(tablet, 'Close');
      await press(tablet, 'Show organisation code');
      await expect(tablet.page.getByRole('img', { name: 'Organisation code' })).toBeVisible();
    },
  },
  {
    name: 'pairing-passcode',
    open: async (tablet) => {
      await press(tablet, 'Done');
      await press(tablet, 'Add a tablet');
      await expect(tablet.page.getByLabel('Passcode', { exact: true })).toBeFocused();
    },
  },
  {
    name: 'pairing-code',
    open: async (tablet) => {
      await press(tablet, 'Close');
      shown = await syncPages(tablet).showPairingCode();
    },
  },
  {
    name: 'join-progress',
    isOther: true,
    open: async (_, other) => {
      letTheRestCome = await syncPages(other).holdArrivals();
      await syncPages(other).join(shown, 'Canteen');
      await sees(other, /of \d+ parts/);
    },
  },
  {
    name: 'join-done',
    isOther: true,
    open: async (tablet, other) => {
      // So it does not hear of the other one: what it was listening to is gone with the page.
      await tablet.waitUntilKept();
      await tablet.context.setOffline(true);
      await tablet.visit('/');
      // From everywhere it leads back there.
      await other.visit('/manage');
      await sees(other, 'This tablet is joining');
      letTheRestCome();
      await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('You are ready');
    },
  },
  {
    name: 'welcome-exchanging',
    isOther: true,
    open: async (_, other) => {
      await other.page.getByRole('link', { name: 'Open the kiosk' }).click();
      await sees(other, 'Up to date');
    },
  },
  {
    name: 'tablet-unknown',
    open: async (tablet, other) => {
      await managerPages(other).unlock();
      await managerPages(other).enrol({ id: '00211', firstName: 'Olu', lastName: 'Adeyemi' });
      const { link } = await managerPages(other).createCode();
      await kioskPages(tablet).openLink(link);
      await kioskPages(tablet).goOn();
      await kioskPages(tablet).choosePassword('yellow tractors');
      await managerPages(tablet).unlock('/manage/sync');
      await headingToTheTop(tablet, 'Tablets');
      await sees(tablet, 'Nobody has added this tablet');
    },
  },
  {
    name: 'revoke-unknown',
    open: async (tablet) => {
      await tablet.page.getByRole('button', { name: /^Revoke Unknown tablet/ }).click();
      await sees(tablet, 'This cannot be taken back.');
    },
  },
  {
    name: 'employee-provisional',
    isOther: true,
    open: async (tablet, other) => {
      await other.waitUntilKept();
      await other.context.setOffline(true);
      // What it was listening to is gone with the page.
      await other.visit('/');
      await press(tablet, 'Close');
      await tablet.context.setOffline(false);
      await managerPages(tablet).enrol({ id: '00210', firstName: 'Rosalind', lastName: 'Achterberg' });
      const { link } = await managerPages(tablet).createCode();
      await kioskPages(other).openLink(link);
      await kioskPages(other).goOn();
      await kioskPages(other).choosePassword('green tractors');
      await managerPages(other).unlock('/manage/employees/00210');
      await sees(other, 'Known by a login code only');
    },
  },
  {
    name: 'tablets',
    open: async (tablet, other) => {
      await other.context.setOffline(false);
      await other.visit('/');
      await tablet.page.getByRole('link', { name: 'Sync', exact: true }).first().click();
      await headingToTheTop(tablet, 'Tablets');
      await sees(tablet, 'Canteen');
    },
  },
  {
    name: 'revoke',
    open: async (tablet) => {
      await press(tablet, 'Revoke Canteen');
      await sees(tablet, 'This cannot be taken back.');
    },
  },
  {
    name: 'revoked',
    isOther: true,
    open: async (tablet, other) => {
      await fill(tablet, 'Passcode', PASSCODE);
      await press(tablet, 'Revoke');
      await sees(other, 'This tablet is no longer in use');
    },
  },
  {
    name: 'revoked-manager',
    isOther: true,
    open: async (_, other) => {
      await managerPages(other).unlock('/manage/employees');
      await sees(other, 'This tablet was revoked');
    },
  },
  {
    name: 'revoked-notice',
    isOther: true,
    open: async (_, other) => {
      await other.page.getByRole('link', { name: 'Look at the activity' }).click();
      await sees(other, 'Nothing that is recorded here counts any more');
    },
  },
  {
    name: 'sync-offline',
    open: async (tablet) => {
      await sees(tablet, /^Revoked /);
      await tablet.context.setOffline(true);
      await press(tablet, 'Sync now');
      await expect(tablet.page.getByRole('status', { name: 'Sync' })).toContainText('Offline');
      await tablet.page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    name: 'sync-again',
    open: async (tablet) => {
      await tablet.context.setOffline(false);
      await press(tablet, 'Sync now');
      await syncPages(tablet).isUpToDate();
    },
  },
];
