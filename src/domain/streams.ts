// Which kinds of stream there are, and which fold reads each. A stream's name is `<kind>:<id>`.

import type { Brand } from '../kernel/brand';
import type { Fold, Recorded } from '../kernel/decider';
import type { DeviceId } from '../kernel/hlc';
import { type BatchEvent, type BatchRefusal, batchDecider } from './batch';
import type { EmployeeEvent } from './employee';
import type { EmployeeRefusal } from './employeeDecider';
import { employeeFold } from './employeeFold';
import type { BatchId, EmployeeId, ManagerId } from './ids';
import { type ManagerEvent, type ManagerRefusal, managerDecider } from './manager';
import { type OrganisationEvent, type OrganisationRefusal, organisationDecider } from './organisation';
import { type TabletEvent, tabletFold } from './tablet';
import type { TabletRefusal } from './tabletDecider';

/** How each kind of stream is read. */
export const folds = {
  organisation: organisationDecider,
  manager: managerDecider,
  device: tabletFold,
  employee: employeeFold,
  batch: batchDecider,
} as const;

export type StreamKind = keyof typeof folds;
export type DomainEvent = OrganisationEvent | ManagerEvent | TabletEvent | EmployeeEvent | BatchEvent;
export type RecordedEvent = Recorded<DomainEvent>;

/** The versions this app can read. [E11] Any other event is kept in the log and skipped in the view. */
const readableVersions: { readonly [Type in DomainEvent['type']]: number } = {
  OrganisationFounded: 1,
  SiteOpened: 1,
  CodeLifetimesChosen: 1,
  TabletAdded: 1,
  TabletRevoked: 1,
  ClockConfirmed: 1,
  ManagerAdded: 1,
  PasscodeChanged: 1,
  EmployeeEnrolled: 1,
  EmployeeDetailsChanged: 1,
  EmployeeLeft: 1,
  EmployeeReturned: 1,
  ActivationCodeIssued: 1,
  ActivationCodeRevoked: 1,
  CodeHandedOver: 1,
  VoucherAccepted: 1,
  ActivationCodeRedeemed: 1,
  PasswordChanged: 1,
  AccountLocked: 1,
  DayPassIssued: 1,
  DayPassEnded: 1,
  AttentionSettled: 1,
  ListImported: 1,
  ListExported: 1,
  BackupMade: 1,
  ParcelMade: 1,
  ParcelTakenIn: 1,
};

export const isReadable = (event: { readonly type: string; readonly v: number }): boolean =>
  Object.hasOwn(readableVersions, event.type) &&
  event.v <= readableVersions[event.type as DomainEvent['type']];

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

/** The kind of a stream; `undefined` for a kind that only a newer version knows. */
export function streamKind(stream: string): StreamKind | undefined {
  const kind = stream.split(':', 1)[0] ?? '';
  return Object.hasOwn(folds, kind) ? (kind as StreamKind) : undefined;
}

/** What stands behind the kind: the Employee ID of `employee:00123`. */
export const streamId = (stream: string): string => stream.slice(stream.indexOf(':') + 1);
