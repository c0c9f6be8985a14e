// Which kinds of stream there are, and which decider speaks for each. A stream's name is `<kind>:<id>`.

import type { Brand } from '../kernel/brand';
import type { Decider, Recorded } from '../kernel/decider';
import type { DeviceId } from '../kernel/hlc';
import { type BatchEvent, batchDecider } from './batch';
import { type EmployeeEvent, employeeDecider } from './employee';
import type { BatchId, EmployeeId, ManagerId } from './ids';
import { type ManagerEvent, managerDecider } from './manager';
import { type OrganisationEvent, organisationDecider } from './organisation';
import { type TabletEvent, tabletDecider } from './tablet';

export const deciders = {
  organisation: organisationDecider,
  manager: managerDecider,
  device: tabletDecider,
  employee: employeeDecider,
  batch: batchDecider,
} as const;

export type StreamKind = keyof typeof deciders;
export type DomainEvent = OrganisationEvent | ManagerEvent | TabletEvent | EmployeeEvent | BatchEvent;
export type RecordedEvent = Recorded<DomainEvent>;

/** The versions this app can read. [E11] Any other event is kept in the log and skipped in the view. */
const readableVersions: { readonly [Type in DomainEvent['type']]: number } = {
  OrganisationFounded: 1,
  SiteOpened: 1,
  TabletAdded: 1,
  ManagerAdded: 1,
  PasscodeChanged: 1,
  EmployeeEnrolled: 1,
  EmployeeDetailsChanged: 1,
  EmployeeLeft: 1,
  EmployeeReturned: 1,
  ActivationCodeIssued: 1,
  ActivationCodeRedeemed: 1,
  PasswordChanged: 1,
  AccountLocked: 1,
  ListImported: 1,
  ListExported: 1,
};

export const isReadable = (event: { readonly type: string; readonly v: number }): boolean =>
  Object.hasOwn(readableVersions, event.type) &&
  event.v <= readableVersions[event.type as DomainEvent['type']];

type DeciderOf<Kind extends StreamKind> = (typeof deciders)[Kind];
type Parts<D> =
  D extends Decider<infer State, infer _Command, infer _Event, infer Refusal>
    ? { state: State; refusal: Refusal }
    : never;
export type StateOf<Kind extends StreamKind> = Parts<DeciderOf<Kind>>['state'];
export type RefusalOf<Kind extends StreamKind> = Parts<DeciderOf<Kind>>['refusal'];

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
  return Object.hasOwn(deciders, kind) ? (kind as StreamKind) : undefined;
}

/** What stands behind the kind: the Employee ID of `employee:00123`. */
export const streamId = (stream: string): string => stream.slice(stream.indexOf(':') + 1);
