// Everything a person may be told "no" about. Each type has its sentence in i18n; a missing one does not compile.

import type { EmployeeRefusal } from '../domain/employeeCommands';
import type { FieldProblem } from '../domain/employeeDetails';
import type { LoginLinkRefusal } from '../domain/loginLink';
import type { OrganisationRefusal } from '../domain/organisation';
import type { TabletRefusal } from '../domain/tabletDecider';
import type { CameraTrouble } from '../platform/cameraTrouble';
import type { ClipboardTrouble } from '../platform/clipboard';
import type { PictureTrouble } from '../platform/scanner';
import type { PrepareTrouble } from '../sync/prepareDatabase';
import type { SyncTrouble } from '../sync/syncState';
import type { ActivateRefusal, CheckCodeRefusal } from './activation';
import type { DayPassRefusal } from './manager/dayPasses';
import type { LoginCodeRefusal } from './manager/loginCodes';
import type { ChangePasscodeRefusal } from './manager/passcode';
import type { SetUpProblem, SetUpRefusal } from './setUp';
import type { ChangePasswordRefusal, SignInRefusal } from './signIn';
import type { BackupRefusal } from './sync/backup';
import type { CarryRefusal } from './sync/carry';
import type { SaveRefusal } from './sync/connection';
import type { JoinRefusal } from './sync/join';
import type { PairingCodeRefusal } from './sync/pairing';
import type { RevokeRefusal } from './sync/tablets';
import type { RestoreRefusal, TakeInRefusal } from './sync/takeInBackup';
import type { TakeParcelRefusal } from './sync/takeInParcel';
import type { UnlockRefusal } from './unlock';

export type Failure =
  | FieldProblem
  | EmployeeRefusal
  | TabletRefusal
  | LoginCodeRefusal
  | DayPassRefusal
  | OrganisationRefusal
  | LoginLinkRefusal
  | CheckCodeRefusal
  | ActivateRefusal
  | SignInRefusal
  | ChangePasswordRefusal
  | UnlockRefusal
  | ChangePasscodeRefusal
  | SetUpRefusal
  | SetUpProblem
  | ClipboardTrouble
  /** Two fields that should be alike are not; told by the form before anything is asked of the app. */
  | { readonly type: 'passwordsDiffer' }
  | { readonly type: 'employeeFormHasProblems' };

/** What is in the way of reading a QR code. The kiosk loads the sentences when somebody scans. */
export type ScanFailure = CameraTrouble | PictureTrouble;

/** What the exchange with other tablets may be refused. The kiosk never tells any of it, and does not load the sentences. */
export type SyncFailure =
  | SyncTrouble
  | PrepareTrouble
  | SaveRefusal
  | PairingCodeRefusal
  | RevokeRefusal
  | JoinRefusal
  | BackupRefusal
  | TakeInRefusal
  | RestoreRefusal
  | CarryRefusal
  | TakeParcelRefusal;
