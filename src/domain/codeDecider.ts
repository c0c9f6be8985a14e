// Whether a code, typed or with a voucher, opens something.

import { eventTime } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import { standingOfVoucher } from './codeFold';
import type { CodeEnd, Employee, EmployeeEvent, EmployeeState } from './employee';
import type { CodeRefusal, Decision, EmployeeCommand, Redemption } from './employeeCommands';
import type { CodeId } from './ids';
import type { Voucher } from './voucher';

/** When a code opens something. */
interface Validity {
  readonly startsAt?: number;
  readonly expiresAt: number;
}

/** [C6] [C14] Good from its beginning until the moment it expires; `now` in ms since 1970. */
export function outOfTime({ startsAt, expiresAt }: Validity, now: number): CodeRefusal | undefined {
  if (startsAt !== undefined && now < startsAt) return { type: 'codeNotYetValid', from: startsAt };
  return now >= expiresAt ? { type: 'codeExpired', at: expiresAt } : undefined;
}

const redeemed = (codeId: CodeId, { password, personalEmail }: Redemption): EmployeeEvent => ({
  type: 'ActivationCodeRedeemed',
  v: 1,
  codeId,
  password,
  ...(personalEmail === undefined ? {} : { personalEmail }),
});

export function decideRedeem(
  employee: Employee,
  command: Extract<EmployeeCommand, { type: 'RedeemActivationCode' }>,
): Decision {
  const { account } = employee;
  if (account.status !== 'invited' || account.code.codeId !== command.codeId)
    return err(endOfCode(employee, command.codeId));
  const refusal = outOfTime(account.code, command.now);
  return refusal ? err(refusal) : ok([redeemed(command.codeId, command)]);
}

const endRefusals: Readonly<Record<CodeEnd, CodeRefusal>> = {
  redeemed: { type: 'codeUsed' },
  superseded: { type: 'codeSuperseded' },
  ended: { type: 'codeEnded' },
  revoked: { type: 'codeRevoked' },
};

/** Why a code that is not the live one opens nothing. */
export const endOfCode = (employee: Employee, codeId: CodeId): CodeRefusal =>
  endRefusals[employee.spentCodes.find((code) => code.codeId === codeId)?.end ?? 'superseded'];

/** [V2] In ms: so far may the clocks of two tablets be apart before a voucher from the one is refused at the other. */
const CLOCKS_APART = 10 * 60_000;

/** Whether a voucher opens something here, `now` in ms since 1970: the code it speaks of is live, or news. */
export function checkVoucher(
  state: EmployeeState,
  voucher: Voucher,
  now: number,
): Result<'live' | 'news', CodeRefusal> {
  const standing = standingOfVoucher(state, voucher);
  if (standing === 'for another') return err({ type: 'codeForAnother' });
  if (standing !== 'live' && standing !== 'news') return err(endRefusals[standing]);
  const refusal = outOfTime(voucher, now);
  if (refusal) return err(refusal);
  const issuedAt = eventTime(voucher.issue);
  return issuedAt > now + CLOCKS_APART ? err({ type: 'codeNotYetValid', from: issuedAt }) : ok(standing);
}

export function decideVoucher(
  state: EmployeeState,
  command: Extract<EmployeeCommand, { type: 'RedeemVoucher' }>,
): Decision {
  const { voucher, hash, now } = command;
  const checked = checkVoucher(state, voucher, now);
  if (!checked.ok) return checked;
  const redemption = redeemed(voucher.codeId, command);
  return ok(
    checked.value === 'live' ? [redemption] : [{ type: 'VoucherAccepted', v: 1, voucher, hash }, redemption],
  );
}
