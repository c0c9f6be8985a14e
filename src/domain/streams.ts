// What streams are called, and what is known by a stream's name: its state, its refusals. A name is `<kind>:<id>`.

import type { Brand } from '../kernel/brand';
import type { Fold, Recorded } from '../kernel/decider';
import type { DeviceId } from '../kernel/hlc';
import type { BatchRefusal } from './batch';
import type { EmployeeRefusal } from './employeeCommands';
import type { DomainEvent, folds, StreamKind } from './folds';
import type { BatchId, EmployeeId, ManagerId } from './ids';
import type { ManagerRefusal } from './manager';
import type { OrganisationRefusal } from './organisation';
import type { TabletRefusal } from './tabletDecider';

export type { DomainEvent, StreamKind };
export type RecordedEvent = Recorded<DomainEvent>;

type StateIn<F> = F extends Fold<infer State, infer _Event> ? State : never;
export type StateOf<Kind extends StreamKind> = StateIn<(typeof folds)[Kind]>;

interface Refusals {
  readonly organisation: OrganisationRefusal;
  readonly manager: ManagerRefusal;
  readonly device: TabletRefusal;
  readonly employee: EmployeeRefusal;
  readonly batch: BatchRefusal;
}
export type RefusalOf<Kind extends StreamKind> = Refusals[Kind];

/** A stream's name remembers its kind, so that its state and refusals are known where it is used. */
export type StreamName<Kind extends StreamKind = StreamKind> = Brand<string, 'StreamName'> & {
  readonly kind?: Kind;
};

const nameStream = <Kind extends StreamKind>(kind: Kind, id: string): StreamName<Kind> =>
  `${kind}:${id}` as StreamName<Kind>;

export const organisationStream = 'organisation' as StreamName<'organisation'>;
export const managerStream = (id: ManagerId) => nameStream('manager', id);
export const deviceStream = (id: DeviceId) => nameStream('device', id);
export const employeeStream = (id: EmployeeId) => nameStream('employee', id);
export const batchStream = (id: BatchId) => nameStream('batch', id);

/** What stands behind the kind: the Employee ID of `employee:00123`. */
export const streamId = (stream: string): string => stream.slice(stream.indexOf(':') + 1);
