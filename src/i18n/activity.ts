// What happened, in sentences. `{who}` did it, `{person}` is the employee and `{tablet}` the tablet it
// happened to, `{count}` says how often.

import type { RecordedEvent } from '../domain/streams';
import { showNumber, showPlainDate } from './format';

type Sentences = {
  readonly [Type in RecordedEvent['type']]:
    | string
    | ((event: Extract<RecordedEvent, { type: Type }>) => string);
};

const one: Sentences = {
  OrganisationFounded: ({ name, companyCode }) => `{who} founded ${name}, company code ${companyCode}.`,
  SiteOpened: ({ name }) => `{who} opened the site ${name}.`,
  TabletAdded: ({ name }) => `{who} set up the tablet ${name}.`,
  TabletHeardOf: 'A login code was used that came from a tablet nobody had added.',
  TabletRevoked: '{who} revoked the tablet {tablet}.',
  ClockConfirmed: '{who} confirmed that the clock of the tablet {tablet} is right.',
  ManagerAdded: ({ name, role }) =>
    `{who} added the ${role === 'admin' ? 'administrator' : 'manager'} ${name}.`,
  PasscodeChanged: '{who} changed their passcode.',
  EmployeeEnrolled: '{who} enrolled {person}.',
  EmployeeDetailsChanged: ({ changes }) =>
    `{who} changed details of {person}: ${Object.keys(changes)
      .map((field) => fieldWords[field as keyof typeof changes])
      .join(', ')}.`,
  EmployeeLeft: ({ lastDay }) =>
    lastDay
      ? `{who} marked {person} as left, last day ${showPlainDate(lastDay)}.`
      : '{who} marked {person} as left.',
  EmployeeReturned: '{who} brought {person} back.',
  CodeLifetimesChosen: '{who} changed how long login codes are good for.',
  ActivationCodeIssued: '{who} created a login code for {person}.',
  ActivationCodeRevoked: '{who} called back the login code of {person}.',
  CodeHandedOver: ({ how }) => handOvers[how],
  VoucherAccepted: 'A login code of {person} was accepted that was made on another tablet.',
  ActivationCodeRedeemed: '{person} activated their account.',
  PasswordChanged: '{person} changed their password.',
  AccountLocked: 'The account of {person} was closed after too many wrong tries.',
  DayPassIssued: '{who} gave {person} a day pass.',
  DayPassEnded: '{who} ended the day pass of {person}.',
  AttentionSettled: ({ how }) => settlements[how],
  ListImported: ({ fileName, counts, end }) => {
    const began = `{who} ${end === 'stopped' ? 'began to import' : 'imported'} ${fileName}`;
    const told = countsInWords(counts);
    return told === '' ? `${began}.` : `${began}: ${told}.`;
  },
  ListExported: ({ count }) =>
    `{who} exported the list: ${count === 1 ? '1 employee' : `${showNumber(count)} employees`}.`,
  BackupMade: ({ count }) => `{who} made a backup of everything: ${showNumber(count)} events.`,
  ParcelMade: ({ kind, count }) =>
    `{who} made ready to carry to another tablet ${parcels[kind]}: ${eventsInWords(count)}.`,
  ParcelTakenIn: ({ kind, count }) =>
    `{who} took in from another tablet ${parcels[kind]}: ${eventsInWords(count)} new here.`,
};

type HandedOver = Extract<RecordedEvent, { type: 'CodeHandedOver' }>['how'];
/** What became of it afterwards, nobody here can know. */
const handOvers: Readonly<Record<HandedOver, string>> = {
  share: '{who} handed the login code of {person} to another app.',
  copy: '{who} copied the login code of {person}.',
  email: '{who} handed the login code of {person} to the mail app.',
  draft: '{who} saved an email draft with the login code of {person}.',
  print: '{who} printed the login code of {person}.',
};

const parcels: Readonly<Record<Extract<RecordedEvent, { type: 'ParcelMade' }>['kind'], string>> = {
  revocations: 'who may no longer sign in',
  everything: 'what had not been sent',
};
const eventsInWords = (count: number): string => (count === 1 ? '1 event' : `${showNumber(count)} events`);

type How = Extract<RecordedEvent, { type: 'AttentionSettled' }>['how'];
/** What needed attention had happened on tablets that were apart. */
const settlements: Readonly<Record<How, string>> = {
  'new code': '{who} settled a question about {person} with a new login code.',
  keep: '{who} settled a question about {person}: everything stays as it is.',
  merge: '{who} settled that two entries for {person} are one person.',
  'new id': '{who} gave another Employee ID to somebody who had the one of {person}.',
  dismiss: '{who} dismissed a question about {person}.',
};

type Changes = Extract<RecordedEvent, { type: 'EmployeeDetailsChanged' }>['changes'];
const fieldWords: Readonly<Record<keyof Changes, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  country: 'country',
  department: 'department',
  jobTitle: 'job title',
  email: 'email',
  phone: 'phone',
  lineManager: 'line manager',
  startDate: 'start date',
};

type Counts = Extract<RecordedEvent, { type: 'ListImported' }>['counts'];
/** "2 enrolled, 1 wrong": whatever there is some of. */
const countsInWords = (counts: Counts): string =>
  (['enrolled', 'changed', 'unchanged', 'left', 'wrong'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${showNumber(counts[outcome])} ${outcome}`)
    .join(', ');

const many: { readonly [Type in RecordedEvent['type']]?: string } = {
  EmployeeEnrolled: '{who} enrolled {count} employees from a list.',
  EmployeeDetailsChanged: '{who} changed details of {count} employees from a list.',
  EmployeeLeft: '{who} marked {count} employees as left, from a list.',
  ActivationCodeIssued: '{who} created {count} login codes.',
  CodeHandedOver: '{who} handed over {count} login codes.',
};

/** What only a newer version of the app can tell. */
const unknown = '{who} did something that this version cannot tell.';

/** The sentence of one event, with its places still open. */
export function eventPattern(event: RecordedEvent): string {
  const pattern = one[event.type] as string | ((event: RecordedEvent) => string) | undefined;
  return typeof pattern === 'function' ? pattern(event) : (pattern ?? unknown);
}

export const manyPattern = (type: RecordedEvent['type']): string =>
  many[type] ?? '{who} did {count} things of one kind in one go.';

export const activityText = {
  title: 'Activity',
  intro:
    'Who did what, newest first, here and on the tablets this one has heard of. Nothing can be changed or taken away.',
  /** Where it happened, behind the sentence. */
  elsewhere: (tablet: string) => `At ${tablet}`,
  otherTablet: 'another tablet',
  list: 'Activity',
  filter: 'Only one employee',
  filterHint: 'Their Employee ID.',
  show: 'Show',
  showAll: 'Show everyone',
  showing: (name: string) => `Only what concerns ${name}`,
  older: 'Show older',
  beginning: 'This is where it begins.',
  emptyTitle: 'Nothing here yet',
  emptyText: 'What managers and employees do on this tablet will be listed here.',
  emptyOfOne: 'There is nobody with this Employee ID on the list.',
  kiosk: 'The tablet',
  somebody: 'Somebody',
} as const;
