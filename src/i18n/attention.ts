// The words of what only a person can settle: what two tablets did while they were apart, told from both sides.

import type { CaseTold, Place, SideTold, StandingTold } from '../app/manager/attentionCases';
import type { Settlement } from '../domain/attention';
import type { DetailChanges } from '../domain/employeeDetails';
import { showCountry, showMoment, showNumber, showPlainDate } from './format';
import { managerText } from './manager';

type Type = CaseTold['entry']['type'];
type Words = (told: CaseTold) => string;

const tabletOf = ({ tablet }: Place): string => (tablet ? `“${tablet}”` : 'another tablet');
const at = (place: Place): string => `at ${tabletOf(place)}, ${showMoment(place.at)}`;

const titles: Readonly<Record<Type, Words>> = {
  codeRedeemedTwice: ({ name, also }) =>
    `The code of ${name} was used ${also.length === 0 ? 'twice' : `${showNumber(also.length + 2)} times`}`,
  spentCodeRedeemed: ({ name }) => `${name} activated with an old code`,
  differentPeople: ({ employeeId }) => `Two people have the Employee ID ${employeeId}`,
  leaverActivated: ({ name }) => `${name} activated after leaving`,
};

const stories: Readonly<Record<Type, Words>> = {
  codeRedeemedTwice: ({ name }) =>
    `Tablets were apart, and at more than one of them somebody set a password with the same code. Ask ${name}: was it them every time?`,
  spentCodeRedeemed: ({ name }) =>
    `Two tablets were apart. At one the code of ${name} ended; the other had not heard of it and let somebody set a password with it.`,
  differentPeople: () =>
    'Two tablets were apart, and each enrolled somebody under the same Employee ID. Look at both: are they two people, or one?',
  leaverActivated: ({ name }) =>
    `Two tablets were apart. At one ${name} was marked as left; the other had not heard of it and let somebody set a password.`,
};

const deeds: Partial<Readonly<Record<NonNullable<SideTold['did']>, string>>> = {
  ActivationCodeRedeemed: 'A password was set with the code.',
  ActivationCodeIssued: 'A new code was created. It replaced the one before.',
  AccountLocked: 'The account closed after too many wrong tries.',
  PasswordChanged: 'The password was changed.',
};

/** How the account stands, whatever the case. */
function account(name: string, now: StandingTold, time: number): string {
  switch (now.type) {
    case 'active':
      return `The account of ${name} opens with the password set ${at(now)}${now.isChanged ? ', and changed since' : ''}.`;
    case 'invited':
      return time < now.expiresAt
        ? `A newer code for ${name} is out, good until ${showMoment(now.expiresAt)}.`
        : `A newer code for ${name} was good until ${showMoment(now.expiresAt)} and was not used.`;
    case 'locked':
      return `The account of ${name} is closed after too many wrong tries.`;
    case 'left':
      return `${name} is marked as left and has no account.`;
    case 'none':
      return `${name} is employed and has no account.`;
  }
}

/** What is true by now; `time` in ms since 1970. */
function nowTrue({ entry, name, otherName, employeeId, second, now }: CaseTold, time: number): string {
  if (entry.type === 'differentPeople')
    return `${name} stands on the list under ${employeeId}. ${otherName} does not, and a code made for them opens nothing.`;
  const stands = account(name, now, time);
  if (entry.type !== 'codeRedeemedTwice')
    return `The password set at ${tabletOf(second)} opens nothing. ${stands}`;
  const isOne = now.type === 'active' && now.side !== 'neither';
  return `${stands} ${isOne ? 'No other password opens anything.' : 'None of these passwords opens anything.'}`;
}

const buttons: Readonly<Record<Settlement, string>> = {
  'new code': 'Create a new code',
  keep: 'Keep it as it is',
  merge: 'Merge into one person',
  'new id': 'Give another Employee ID',
  dismiss: 'Dismiss',
};

function consequence({ entry, name, otherName, now }: CaseTold, way: Settlement): string {
  switch (way) {
    case 'new code':
      return now.type === 'active'
        ? `This ends the password that opens the account now, and signs ${name} out. Hand the code over in person: with it they set a new password.`
        : `This replaces every code before it. Hand the code over in person: with it ${name} sets a new password.`;
    case 'keep':
      return entry.type === 'differentPeople'
        ? `If the ID belongs to ${name}: ${otherName} is not put on the list.`
        : `If ${name} knows the password set at ${now.type === 'active' ? tabletOf(now) : ''}: it stays.`;
    case 'merge':
      return `If ${name} and ${otherName} are one person: you see first what changes.`;
    case 'new id':
      return `If ${otherName} is somebody else: they are enrolled under an ID of their own.`;
    case 'dismiss':
      return entry.type === 'leaverActivated' && now.type === 'left'
        ? `Nothing changes: ${name} stays marked as left. To bring them back, open their page.`
        : 'Nothing changes: you say that you have looked at it.';
  }
}

const settled: Readonly<Record<Exclude<Settlement, 'new id'>, Words>> = {
  'new code': ({ name }) => `Settled: ${name} has a new code.`,
  keep: ({ name }) => `Settled for ${name}: everything stays as it is.`,
  merge: ({ name, otherName }) => `Settled: ${name} and ${otherName} are one person.`,
  dismiss: ({ name }) => `Settled for ${name}: nothing has changed.`,
};

const fields: Readonly<Record<keyof DetailChanges, string>> = {
  ...managerText.form,
  lineManager: managerText.employee.lineManager,
};

type Shown = { readonly [Field in keyof DetailChanges]?: string | null };
function shown(field: keyof DetailChanges, details: Shown): string | undefined {
  const value = details[field];
  if (!value) return undefined;
  if (field === 'country') return showCountry(value);
  return field === 'startDate' ? showPlainDate(value as Parameters<typeof showPlainDate>[0]) : value;
}

export const attentionText = {
  title: 'Needs attention',
  intro: 'What tablets did while they were apart and only a person can settle.',
  emptyTitle: 'Nothing needs attention',
  emptyText: 'When two tablets that were apart do not agree about somebody, you are asked here.',
  caseTitle: (told: CaseTold) => titles[told.entry.type](told),
  story: (told: CaseTold) => stories[told.entry.type](told),
  openPage: (name: string) => `Open the page of ${name}`,
  did({ did }: SideTold, name: string): string {
    if (did === 'EmployeeEnrolled') return `${name} was enrolled.`;
    if (did === 'EmployeeLeft') return `${name} was marked as left.`;
    return (did && deeds[did]) ?? 'The account was changed.';
  },
  who: ({ manager }: SideTold) => (manager === undefined ? 'Somebody at the kiosk' : manager || 'A manager'),
  side: { who: 'Who', tablet: 'Tablet', when: 'When' },
  tablet: ({ tablet }: Place) => tablet ?? 'Not known here',
  counting: { yes: 'Counts', no: 'Does not count' },
  list: { yes: 'On the list', no: 'Not on the list' },
  now: 'What is true now',
  nowTrue,
  waysTitle: 'What you can do',
  button: (way: Settlement) => buttons[way],
  consequence,
  busy: 'Saving',
  settled,
  settledWithId: (otherName: string, id: string) => `Settled: ${otherName} is enrolled under ${id}.`,
  more: (rest: number) => `Show more (${showNumber(rest)} left)`,
  newId: {
    title: (name: string) => `Another Employee ID for ${name}`,
    text: (name: string, id: string) =>
      `${name} is enrolled under the ID you give here. ${id} stays with whoever has it now.`,
    field: 'Employee ID',
    hint: 'The number on the payroll, with its leading zeros.',
    submit: 'Enrol',
  },
  merge: {
    title: 'Are they one person?',
    text: (id: string) => `Under ${id} there is then one person. This changes on the list:`,
    unchanged: 'On the list nothing changes.',
    field: (field: keyof DetailChanges) => fields[field],
    after: (field: keyof DetailChanges, changes: DetailChanges) => shown(field, changes) ?? '',
    before: (field: keyof DetailChanges, known: Shown) => {
      const value = shown(field, known);
      return value === undefined ? '(nothing until now)' : `instead of ${value}`;
    },
    submit: 'Merge',
  },
  /** On the employee's own page. */
  onCard: {
    title: (count: number) =>
      count === 1 ? 'Something here needs attention' : `${showNumber(count)} things here need attention`,
    text: 'Tablets that were apart do not agree about this person.',
    open: 'Look at it',
  },
} as const;
