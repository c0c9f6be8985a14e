// What the parts of the connection's form hand each other.

import type { ManagerApp } from '../../../app/manager/managerApp';

type Sync = ManagerApp['sync'];
type Answer<Name extends 'test' | 'prepare' | 'save', Ok extends boolean> = Extract<
  Awaited<ReturnType<Sync[Name]>>,
  { ok: Ok }
>;

/** As typed. */
export type Connection = Parameters<Sync['save']>[0];
export type Found = Answer<'test', true>['value'];
export type Prepared = Answer<'prepare', true>['value'];
/** Testing and saving are refused with some of these. */
export type ConnectionRefusal = Answer<'prepare', false>['error'];
/** And saving with one thing more: whether it is meant. */
export type SaveRefusal = ConnectionRefusal | Answer<'save', false>['error'];
export type Problems = Extract<ConnectionRefusal, { type: 'addressHasProblems' }>['problems'];

/** What is not filled in at all; an empty password may stand for one that is kept. */
export const missingFields = (typed: Connection, hasPassword: boolean): Problems => ({
  ...(typed.url === '' ? ({ url: 'missing' } as const) : {}),
  ...(typed.database === '' ? ({ database: 'missing' } as const) : {}),
  ...(typed.user === '' ? ({ user: 'missing' } as const) : {}),
  ...(typed.password === '' && !hasPassword ? ({ password: 'missing' } as const) : {}),
});
