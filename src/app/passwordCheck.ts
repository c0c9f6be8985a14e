// Is this password good enough for this person? The rules are the domain's; here its two questions are answered:
// which words a stranger would try first, and whether the password is among the common ones.

import type { EmployeeId } from '../domain/ids';
import { checkPassword, PASSWORD_MINIMUM, type PasswordRefusal } from '../domain/passwordRules';
import type { Voucher } from '../domain/voucher';
import type { Result } from '../kernel/result';
import type { AppDeps } from './deps';

/** Gives the password in its normal form, or why it is not accepted. */
export async function checkNewPassword(
  deps: AppDeps,
  password: string,
  guessable: readonly string[],
  minimum = PASSWORD_MINIMUM,
): Promise<Result<string, PasswordRefusal>> {
  return checkPassword(password, { guessable, minimum, isCommon: await deps.isCommonPassword(password) });
}

/** Whose password it is to be; `voucher`: what a link says of somebody who may not be known here yet. */
export interface PasswordOwner {
  readonly employeeId: EmployeeId;
  readonly voucher?: Pick<Voucher, 'firstName' | 'lastName'>;
}

/** [P5] What a stranger at the tablet knows about a person and their work. */
export async function guessableWords(
  { store }: AppDeps,
  { employeeId, voucher }: PasswordOwner,
): Promise<readonly string[]> {
  const [organisation, employee] = await Promise.all([
    store.queries.organisation(),
    store.queries.employee(employeeId),
  ]);
  const company =
    organisation.status === 'founded'
      ? [organisation.name, organisation.companyCode, ...organisation.sites.map((site) => site.name)]
      : [];
  const names = [employee.status === 'enrolled' ? employee.details : undefined, voucher];
  const own = names.flatMap((name) => (name ? [name.firstName, name.lastName] : []));
  return [...company, ...own, employeeId];
}
