// The words of the connection to a CouchDB: its form, what a test of it finds, and preparing a database.

import type { CouchAddressRefusal } from '../sync/couchAddress';
import { showSpan } from './spans';

export const connectionText = {
  connection: {
    title: 'Connection',
    intro: 'Where your CouchDB is, and the user that the tablets of this site sign in as.',
    onlyAdministrators: 'Only an administrator can change this.',
    none: 'There is no connection yet.',
    url: 'Address',
    urlHint: 'Where this app’s own address leads to CouchDB, such as “/couch”.',
    urlDefault: '/couch',
    database: 'Database',
    databaseHint: 'One for each site. Small letters and digits.',
    user: 'User',
    userHint: 'Not a CouchDB administrator: every tablet knows this password.',
    password: 'Password',
    passwordKept: 'Leave it empty to keep the one this tablet has for this address and user.',
    test: 'Test',
    testing: 'Testing',
    save: 'Save',
    saving: 'Saving',
    prepare: 'Prepare this database',
    saved: 'Saved. From now on this tablet exchanges with the others.',
    savedUnreached: 'Saved, but nothing answers there yet. It is tried again by itself.',
    notSaved: 'Not saved yet',
    prepared: 'The database is ready',
    saveNext: 'Press “Save” to begin.',
    foundTitle: 'This is what the test found',
    refusedTitle: 'This does not work yet',
    problems: 'Some fields need another look',
  },

  found: {
    reached: 'CouchDB answers at this address.',
    signedIn: 'The user is let in, and stays signed in.',
    readable: 'The database is there and can be read.',
    proven: 'It can be written to.',
    likely: 'It can probably be written to. Only saving proves it.',
    isAdmin:
      'This user is a CouchDB administrator. A tablet should not know such a password: use a user who can do nothing but this.',
    nobody: 'It is nobody’s yet. Saving makes it this site’s.',
    thisSite: 'It is this site’s.',
    someone: 'A site uses it already. Saving finds out whether it is this one.',
    clockRight: 'The clocks agree.',
    clockUnknown: 'The server does not tell its time, so the clocks cannot be compared.',
    clockOff: (ms: number) =>
      `This tablet’s clock is ${showSpan(Math.abs(ms))} ${ms > 0 ? 'behind' : 'ahead'}. Please set it right.`,
  },

  prepare: {
    title: 'Prepare this database',
    text: 'This makes the database, its user and the rule that nothing in it can be changed or deleted. What is there already stays as it is.',
    forgotten:
      'It needs the name and the password of a CouchDB administrator. They are used once, now, and kept nowhere.',
    name: 'Admin name',
    nameMissing: 'Please enter the name.',
    password: 'Admin password',
    passwordMissing: 'Please enter the password.',
    go: 'Prepare',
    busy: 'Preparing',
    database: { made: 'The database was made.', there: 'The database was there already.' },
    member: {
      made: 'The user was made, with the password you entered.',
      there: 'The user was there already, with this password.',
    },
    guarded: 'Nothing in it can be changed or deleted.',
    forgot: 'The administrator’s password is forgotten.',
  },
} as const;

type Field = keyof CouchAddressRefusal;
const fieldSentences: {
  readonly [F in Field]-?: Readonly<Record<NonNullable<CouchAddressRefusal[F]>, string>>;
} = {
  url: {
    missing: 'Please enter the address.',
    unreadable: 'This is not an address. Use /couch, or one that begins with https://.',
    notSecure: 'The address must begin with https://, or the password could be read on the way.',
    holdsPassword: 'Please take user and password out of the address: they have fields of their own.',
  },
  database: {
    missing: 'Please enter the name of the database.',
    badName: 'It begins with a small letter; then small letters, digits and _ $ ( ) + - may follow.',
  },
  user: {
    missing: 'Please enter the user.',
    badName: 'This cannot be a user’s name: it begins with _ or holds a colon.',
  },
  password: { missing: 'Please enter the password.' },
};

/** What is wrong with one field of the connection, if anything is. */
export function connectionProblem(problems: CouchAddressRefusal, field: Field): string | undefined {
  const problem = problems[field];
  return problem && (fieldSentences[field] as Readonly<Record<string, string>>)[problem];
}
