// The words of an organisation's tablets: their list, adding one, revoking one; and the organisation's own code.

import type { TabletListed } from '../app/sync/tablets';
import { foldText } from '../kernel/searchText';
import { showMoment } from './format';
import { settingsText } from './settings';
import { count, showParts } from './spans';

export const tabletsText = {
  tablets: {
    title: 'Tablets',
    intro: 'Every tablet of this organisation that this one has heard of.',
    alone: 'Save a connection first. Then you can add other tablets here.',
    list: 'Tablets',
    this: 'This tablet',
    device: settingsText.device,
    site: 'Site',
    lastSeen: 'Last event',
    seenAt: (time: number, age: string) => `${showMoment(time)}, ${age}`,
    neverSeen: 'Nothing heard yet',
    waiting: 'Not sent yet',
    waitingHere: (events: number) => (events === 0 ? 'Nothing' : count(events, 'event', 'events')),
    waitingThere: 'Only that tablet knows',
    missing: 'Missing here',
    parts: (gaps: readonly { readonly from: number; readonly to: number }[]) =>
      gaps.map(({ from, to }) => showParts(from, to)).join(', '),
    revoked: (at: number) => `Revoked ${showMoment(at)}`,
    unknown: 'Unknown tablet',
    heardOf: 'A code of it was used',
    unknownTitle: 'Nobody has added this tablet',
    unknownHint:
      'It has this site’s key, and nothing else is known of it here. If you added a tablet lately, it is probably that one: it gets its name when its own events come. If not, somebody is using an old backup: an administrator can revoke it. Then look through the activity: whoever’s code “was made on another tablet” since that day may need a new one.',
    add: 'Add a tablet',
    addNeedsAdmin: 'Only an administrator can add a tablet.',
    revoke: 'Revoke',
    revokeOne: (name: string) => `Revoke ${name}`,
  },

  pairing: {
    title: 'Add a tablet',
    text: 'The pairing code holds the key to everything the tablets exchange. Show it only to the tablet that is to join.',
    passcodeHint: 'Yours, once more.',
    go: 'Show the pairing code',
    busy: 'Making it',
    code: 'Pairing code',
    link: 'Pairing link',
    copyLink: 'Copy link',
    ways: 'Ways to hand it over',
    copied: 'The link is copied. Closing this wipes it, where the browser allows.',
    pin: 'Pairing PIN',
    pinCaption: 'And this PIN, typed by hand',
    left: 'Good for',
    steps: [
      'Open Gatehouse on the new tablet and press “Join an organisation”.',
      'Scan this code there, or paste the link.',
      'Type the PIN. Do not send it the way you send the link.',
    ],
    done: 'Done',
    over: 'The pairing code is over. You can show a new one.',
  },

  revoke: {
    title: (name: string) => `Revoke ${name}?`,
    does: (name: string) => [
      `What ${name} records from now on does not count here or on any other tablet.`,
      'Its kiosk closes as soon as it hears of this.',
    ],
    stays: 'What stays as it is',
    doesToUnknown: [
      'Nothing that it recorded will count, here or on any other tablet: not who was enrolled there, and not its own name. If it may be one of yours, sync first.',
      'Its kiosk closes as soon as it hears of this.',
    ],
    sentStays: 'What it recorded and sent before counts.',
    stayed: [
      'A code it made may still be used on a tablet that has not heard of this yet, and then counts. Carry it there, or look through the activity afterwards.',
      'What is on it can still be read there, by whoever unlocks it.',
      'It knows the password of the CouchDB user and this site’s key. Change that password in CouchDB, and then here on every tablet. The key cannot be changed yet.',
    ],
    final: 'This cannot be taken back. The tablet can only join anew, after its data has been cleared.',
    go: 'Revoke',
    busy: 'Revoking',
    done: (name: string) => `${name} is revoked.`,
  },

  /** On the tablet that was revoked. */
  revokedHere: {
    title: 'This tablet was revoked',
    text: 'Nothing that is recorded here counts any more.',
    stays: 'What you can still do here',
    activity: 'Look at the activity',
    sync: 'See what was not sent',
    next: 'How to go on',
    ways: [
      'Use another tablet.',
      'If it was revoked by somebody whose own tablet has been revoked since: press “Sync now” on the Sync page.',
      'To use this one again, clear the site’s data in the browser’s settings. Then join anew, with “Add a tablet” on another tablet.',
    ],
  },

  organisation: {
    title: 'Organisation code',
    intro:
      'It opens the app for this organisation and holds no secret: it never changes, and may hang on a wall.',
    show: 'Show organisation code',
    dialog: 'Organisation code',
    code: 'Organisation code',
    link: 'Organisation link',
    copyLink: 'Copy link',
    copyPicture: 'Copy QR image',
    savePicture: 'Save QR image',
    poster: 'Print poster',
    fileName: (companyCode: string) => `gatehouse-${companyCode.toLowerCase()}.png`,
    ways: 'Ways to take it along',
    copied: { link: 'The link is copied.', picture: 'The QR image is copied.' },
    saved: 'The QR image is saved.',
    companyCode: 'Company code',
    text: 'Whoever opens it on a phone is told to go to the tablet at the gate. On a new tablet it leads to joining, for which a pairing code is needed.',
    done: 'Done',
  },
} as const;

/** Whether the name alone could mean another tablet too. */
export const isNameShared = (tablets: readonly TabletListed[], { name }: TabletListed): boolean =>
  tablets.filter((tablet) => foldText(tablet.name) === foldText(name)).length > 1;

/** What a tablet is called, told apart from others of its name; one that has not introduced itself, by its id. */
export function tabletName(tablets: readonly TabletListed[], device: string): string {
  const tablet = tablets.find((tablet) => tablet.device === device);
  if (!tablet) return device;
  if (tablet.name === '') return `${tabletsText.tablets.unknown} (${device})`;
  return isNameShared(tablets, tablet) ? `${tablet.name} (${device})` : tablet.name;
}
