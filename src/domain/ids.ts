// The names of things: every id is parsed once, at the door, and branded from then on.

import type { Brand } from '../kernel/brand';
import { err, ok, type Result } from '../kernel/result';

export type EmployeeId = Brand<string, 'EmployeeId'>;
export type ManagerId = Brand<string, 'ManagerId'>;
export type SiteId = Brand<string, 'SiteId'>;
export type CodeId = Brand<string, 'CodeId'>;
export type BatchId = Brand<string, 'BatchId'>;
export type CompanyCode = Brand<string, 'CompanyCode'>;

const EMPLOYEE_ID_LIMIT = 32;
export const COMPANY_CODE_LIMIT = 12;

export type EmployeeIdRefusal =
  | { readonly type: 'employeeIdMissing' }
  | { readonly type: 'employeeIdTooLong'; readonly limit: number }
  | { readonly type: 'employeeIdHasForeignSymbol'; readonly symbol: string };

/**
 * [E1] An Employee ID is text: leading zeros stay, outer space goes, letters count as capitals.
 * Gives the canonical form, or why it cannot be one.
 */
export function parseEmployeeId(text: string): Result<EmployeeId, EmployeeIdRefusal> {
  const id = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
  if (id === '') return err({ type: 'employeeIdMissing' });
  if ([...id].length > EMPLOYEE_ID_LIMIT) return err({ type: 'employeeIdTooLong', limit: EMPLOYEE_ID_LIMIT });
  const foreign = /[^\p{L}\p{N}\-_./# ]/u.exec(id);
  if (foreign) return err({ type: 'employeeIdHasForeignSymbol', symbol: foreign[0] });
  return ok(id as EmployeeId);
}

export type CompanyCodeRefusal = {
  readonly type: 'companyCodeUnusable';
  readonly limit: number;
};

/** [O2] A company code is 2 to 12 letters (A-Z) and digits, in capitals. */
export function parseCompanyCode(text: string): Result<CompanyCode, CompanyCodeRefusal> {
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9]{2,12}$/.test(code)) return err({ type: 'companyCodeUnusable', limit: COMPANY_CODE_LIMIT });
  return ok(code as CompanyCode);
}
