// Activating an account at the kiosk, in two steps. Checking a code changes nothing, so a link or a scan may do it;
// only setting a password redeems the code. An unknown Employee ID and a wrong code give the same answer, after the
// same work. A link with a voucher needs no guessing at all: what is sealed in it is true.

import { type ActivationCodeRefusal, parseActivationCode } from '../domain/activationCode';
import { checkVoucher, endOfCode, outOfTime } from '../domain/codeDecider';
import {
  type CodeHash,
  type DayPass,
  type EmployeeState,
  type IssuedCode,
  type PasswordHash,
  SPENT_CODES_KEPT,
} from '../domain/employee';
import type { CodeRefusal, EmployeeRefusal } from '../domain/employeeCommands';
import { employeeDecider } from '../domain/employeeDecider';
import { parseEmail } from '../domain/employeeDetails';
import { type CodeId, type EmployeeId, type EmployeeIdRefusal, parseEmployeeId } from '../domain/ids';
import {
  type LoginLink,
  type LoginLinkRefusal,
  parseLoginFragment,
  parseScannedText,
} from '../domain/loginLink';
import type { PasswordRefusal } from '../domain/passwordRules';
import { deviceStream, employeeStream } from '../domain/streams';
import { tabletDecider } from '../domain/tabletDecider';
import type { ThrottleRefusal } from '../domain/throttle';
import type { Voucher } from '../domain/voucher';
import { eventDevice } from '../kernel/hlc';
import { err, ok, type Result } from '../kernel/result';
import { hashCode, matchesCodeHash, SALT_BYTES } from '../platform/secretHash';
import type { RevokedHere, Step } from '../store/eventLog';
import type { AppDeps } from './deps';
import { employeeAccount, guardedEmployee } from './guessing';
import { checkNewPassword, guessableWords } from './passwordCheck';
import { checkReady, type TabletNotReady } from './ready';
import { type Begin, employeeSession } from './session';
import { openVoucher, readVoucherKey } from './vouchers';

/** What was typed, or stood in a link. */
export interface TypedCode {
  readonly employeeId: string;
  readonly code: string;
  readonly voucher?: string;
}

/** Proof, in memory only, that someone at this tablet had the live code, or a day pass. */
export interface CheckedCode {
  readonly employeeId: EmployeeId;
  readonly codeId: CodeId;
  readonly firstName: string;
  /** A code leads to a password of their own, a day pass into the account as it is. */
  readonly opens: 'passwordStep' | 'account';
  /** [V1] What is to be recorded with the password, and the plain code. */
  readonly voucher?: { readonly content: Voucher; readonly code: string };
}

export type CodeNotAccepted =
  | { readonly type: 'codeNotAccepted' }
  /** [V7] Where other tablets may know more; `heardAt`: when they were last heard from, ms since 1970. */
  | { readonly type: 'codeUnknownHere'; readonly heardAt?: number };
export type VoucherRefusal =
  | { readonly type: 'voucherNotAccepted' }
  | { readonly type: 'voucherFromRevokedTablet' };
export type CheckCodeRefusal =
  | EmployeeIdRefusal
  | ActivationCodeRefusal
  | ThrottleRefusal
  | TabletNotReady
  | CodeNotAccepted
  | VoucherRefusal
  | CodeRefusal;
export type ActivateRefusal =
  | PasswordRefusal
  | EmployeeRefusal
  | RevokedHere
  | { readonly type: 'emailUnreadable' | 'voucherFromRevokedTablet' };

/** Reads a login link's fragment or a scanned text; refused when it belongs to another organisation. */
export async function readLogin(
  { store }: AppDeps,
  text: string,
  from: 'link' | 'scan',
): Promise<Result<LoginLink, LoginLinkRefusal>> {
  const organisation = await store.queries.organisation();
  if (organisation.status === 'unfounded') return err({ type: 'codeOfOtherOrganisation' });
  const read = from === 'link' ? parseLoginFragment : parseScannedText;
  return read(text, organisation.companyCode);
}

/**
 * Is this the live code of this employee? A slip that the check symbol catches costs no try; only the live code gives
 * the wrong tries back, or an old code from the bin would buy guesses at the password ([T10]).
 */
export async function checkCode(
  deps: AppDeps,
  typed: TypedCode,
): Promise<Result<CheckedCode, CheckCodeRefusal>> {
  const ready = await checkReady(deps);
  if (!ready.ok) return ready;
  const employeeId = parseEmployeeId(typed.employeeId);
  if (!employeeId.ok) return employeeId;
  const code = parseActivationCode(typed.code);
  if (!code.ok) return code;
  const id = employeeId.value;
  const key = typed.voucher === undefined ? undefined : await readVoucherKey(deps.store);
  if (key) return checkLink(deps, key, { ...typed, employeeId: id, code: code.value });
  const checked = await guardedEmployee(
    deps,
    id,
    async () => {
      const found = await findCode(await deps.store.queries.employee(id), code.value);
      return found.ok ? liveCode(found.value, id, await timeNow(deps)) : found;
    },
    ({ opens }) => opens === 'passwordStep',
  );
  const isUnknown = !checked.ok && checked.error.type === 'codeNotAccepted';
  return isUnknown && (await deps.store.hasSecrets()) ? err(await unknownHere(deps)) : checked;
}

const timeNow = ({ store, clock }: AppDeps): Promise<number> => store.timeForCodes(clock.now());

async function unknownHere({ store }: AppDeps): Promise<CodeNotAccepted> {
  const heardAt = await (await store.replication()).pulledAt();
  return { type: 'codeUnknownHere', ...(heardAt === undefined ? {} : { heardAt }) };
}

/** [V1] [V2] Nobody guesses a sealed voucher, so no try is counted. */
async function checkLink(
  deps: AppDeps,
  key: CryptoKey,
  { employeeId, code, voucher }: TypedCode & Pick<LoginLink, 'employeeId' | 'code'>,
): Promise<Result<CheckedCode, CheckCodeRefusal>> {
  const { store } = deps;
  const organisation = await store.queries.organisation();
  if (organisation.status === 'unfounded') return err({ type: 'voucherNotAccepted' });
  const link = { companyCode: organisation.companyCode, employeeId, code };
  const content = await openVoucher(key, { ...link, ...(voucher === undefined ? {} : { voucher }) });
  if (!content) return err({ type: 'voucherNotAccepted' });
  const issuer = await store.queries.tabletOf(eventDevice(content.issue));
  if (issuer.revoked) return err({ type: 'voucherFromRevokedTablet' });
  const employee = await store.queries.employee(employeeId);
  const standing = checkVoucher(employee, content, await timeNow(deps));
  if (!standing.ok) return standing;
  await store.tries.forgive(employeeAccount(employeeId));
  const { firstName, lastName } = employee.status === 'enrolled' ? employee.details : content;
  return ok({
    employeeId,
    codeId: content.codeId,
    firstName: firstName || lastName,
    opens: 'passwordStep',
    voucher: { content, code },
  });
}

interface FoundCode {
  readonly employee: EmployeeState;
  readonly match: Pick<IssuedCode, 'codeId'> | DayPass;
}

/** Compares with as many hashes for everyone: the live code, a day pass, the spent codes, and empty ones to fill up. */
async function findCode(employee: EmployeeState, code: string): Promise<Result<FoundCode, CodeNotAccepted>> {
  const live =
    employee.status === 'enrolled' && employee.account.status === 'invited' ? [employee.account.code] : [];
  const pass = employee.status === 'enrolled' && employee.dayPass ? [employee.dayPass] : [];
  const known = employee.status === 'enrolled' ? [...live, ...pass, ...employee.spentCodes] : [];
  const padded = Array.from({ length: SPENT_CODES_KEPT + 2 }, (_, index) => known[index]);
  const matches = await Promise.all(padded.map((entry) => matchesCodeHash(code, entry?.hash ?? '')));
  const match = padded[matches.indexOf(true)];
  return match ? ok({ employee, match }) : err({ type: 'codeNotAccepted' });
}

function liveCode(
  { employee, match }: FoundCode,
  employeeId: EmployeeId,
  now: number,
): Result<CheckedCode, CheckCodeRefusal> {
  if (employee.status === 'unknown') return err({ type: 'codeNotAccepted' });
  const { account, details } = employee;
  const firstName = details.firstName || details.lastName;
  if ('passId' in match) {
    const over = outOfTime(match, now);
    return over ? err(over) : ok({ employeeId, codeId: match.passId, firstName, opens: 'account' });
  }
  const { codeId } = match;
  if (account.status !== 'invited' || account.code.codeId !== codeId) return err(endOfCode(employee, codeId));
  const refusal = outOfTime(account.code, now);
  return refusal ? err(refusal) : ok({ employeeId, codeId, firstName, opens: 'passwordStep' });
}

/** [D1] Begins a session with the day pass that was checked; it ends with the pass. */
export async function enterWithDayPass(
  deps: AppDeps,
  begin: Begin,
  { employeeId, codeId }: CheckedCode,
): Promise<Result<void, CodeRefusal | { readonly type: 'sessionOver' }>> {
  const employee = await deps.store.queries.employee(employeeId);
  const pass = employee.status === 'enrolled' ? employee.dayPass : undefined;
  if (pass?.passId !== codeId) return err({ type: 'codeEnded' });
  const session = employeeSession(employeeId, pass.issue, deps.clock.now(), pass.expiresAt);
  return begin(session) ? ok(undefined) : err({ type: 'sessionOver' });
}

/** Sets the password of their own, which uses the code up, and begins their session. */
export async function activate(
  deps: AppDeps,
  begin: Begin,
  { employeeId, codeId, voucher }: CheckedCode,
  chosen: { readonly password: string; readonly personalEmail: string },
): Promise<Result<void, ActivateRefusal>> {
  const email = chosen.personalEmail.trim();
  const personalEmail = email === '' ? ok(undefined) : parseEmail(email);
  if (!personalEmail.ok) return personalEmail;
  const guessable = await guessableWords(deps, {
    employeeId,
    ...(voucher ? { voucher: voucher.content } : {}),
  });
  const password = await checkNewPassword(deps, chosen.password, guessable);
  if (!password.ok) return password;
  const hash = (await deps.passwords.hash(password.value)) as PasswordHash;
  const codeHash = voucher && (await hashCode(voucher.code, deps.random.bytes(SALT_BYTES)));
  const redemption = {
    password: hash,
    now: await timeNow(deps),
    ...(personalEmail.value === undefined ? {} : { personalEmail: personalEmail.value }),
  };
  const redeem: Step<'employee'> = {
    stream: employeeStream(employeeId),
    decide: (state) =>
      employeeDecider.decide(
        voucher
          ? { type: 'RedeemVoucher', ...redemption, voucher: voucher.content, hash: codeHash as CodeHash }
          : { type: 'RedeemActivationCode', ...redemption, codeId },
        state,
      ),
    ...(voucher ? { after: voucher.content.issue } : {}),
  };
  const steps = [...(voucher ? [hearOfIssuer(voucher.content)] : []), redeem] as unknown as readonly Step[];
  const redeemed = await deps.store.log.appendAll({ kind: 'employee', employeeId }, steps);
  if (!redeemed.ok) {
    // [V2] It was revoked while the password was being chosen.
    if (redeemed.error.type === 'tabletRevoked') return err({ type: 'voucherFromRevokedTablet' });
    return err(redeemed.error as EmployeeRefusal | RevokedHere);
  }
  const event = redeemed.value.at(-1);
  if (event) begin(employeeSession(employeeId, event.id, deps.clock.now()));
  return ok(undefined);
}

/** [V9] Whoever has the site key can make vouchers: managers are to see where this one came from. */
const hearOfIssuer = ({ issue }: Voucher): Step<'device'> => ({
  stream: deviceStream(eventDevice(issue)),
  decide: (state) => tabletDecider.decide({ type: 'HearOfTablet' }, state),
});
