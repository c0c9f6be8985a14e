// People and deeds for tests: only what matters to a test is said in it.

import type { CodeHash, EmployeeEvent, PasswordHash } from '../../src/domain/employee';
import type { EmployeeDetails } from '../../src/domain/employeeDetails';
import type { CodeId, EmployeeId } from '../../src/domain/ids';
import { MORNING } from './stillClock';

export const marysId = '00123' as EmployeeId;
export const mary: EmployeeDetails = { firstName: 'Mary', lastName: 'Sluis', department: 'Customer Service' };
export const firstCode = 'code1' as CodeId;
export const secondCode = 'code2' as CodeId;
export const hash = 'hash' as CodeHash;
export const password = 'password' as PasswordHash;
export const tomorrow = MORNING + 24 * 3_600_000;

export const enrolled: EmployeeEvent = { type: 'EmployeeEnrolled', v: 1, details: mary };
export const issued = (codeId = firstCode): EmployeeEvent => ({
  type: 'ActivationCodeIssued',
  v: 1,
  codeId,
  hash,
  expiresAt: tomorrow,
  channel: 'screen',
});
export const redeemed = (codeId = firstCode): EmployeeEvent => ({
  type: 'ActivationCodeRedeemed',
  v: 1,
  codeId,
  password,
});
export const left: EmployeeEvent = { type: 'EmployeeLeft', v: 1 };
