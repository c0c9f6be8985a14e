// Which kinds of stream there are, which fold reads each, and which events this version can read.

import { type BatchEvent, batchDecider } from './batch';
import type { EmployeeEvent } from './employee';
import { employeeFold } from './employeeFold';
import { type ManagerEvent, managerDecider } from './manager';
import { type OrganisationEvent, organisationDecider } from './organisation';
import { type TabletEvent, tabletFold } from './tablet';

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

/** The versions this app can read. [E11] Any other event is kept in the log and skipped in the view. */
const readableVersions: { readonly [Type in DomainEvent['type']]: number } = {
  OrganisationFounded: 1,
  SiteOpened: 1,
  CodeLifetimesChosen: 1,
  TabletAdded: 1,
  TabletHeardOf: 1,
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

/** The kind of a stream; `undefined` for a kind that only a newer version knows. */
export function streamKind(stream: string): StreamKind | undefined {
  const kind = stream.split(':', 1)[0] ?? '';
  return Object.hasOwn(folds, kind) ? (kind as StreamKind) : undefined;
}
