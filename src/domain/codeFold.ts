// What becomes of an activation code: issued, learned of by a voucher, called back, handed over, redeemed.

import { eventDevice, eventTime } from '../kernel/hlc';
import { changeAccount, type Happened, spend, toSide } from './accountFold';
import { type AttentionCase, askAbout, keepNewest, type Side, withoutCodeCases } from './attention';
import type { CodeEnd, Employee, EmployeeState, IssuedCode } from './employee';
import { enrol } from './enrolmentFold';
import { isSameName, type Voucher } from './voucher';

/** One live code at a time: this one, from the event on. */
function invite(state: Employee, event: Side, code: IssuedCode): Employee {
  return {
    ...changeAccount(state, event, { status: 'invited', code }),
    grantedSince: code.issue,
    spentCodes: spend(state, 'superseded', event),
    attention: withoutCodeCases(state.attention),
  };
}

export function issue(state: Employee, event: Happened<'ActivationCodeIssued'>): Employee {
  // [A3] What was made for somebody else under this ID opens nothing here.
  const isForOther = event.enrolment !== undefined && state.otherPeople.includes(event.enrolment);
  if (state.employment.status === 'left' || isForOther) return state;
  const { id, codeId, hash, channel, startsAt, expiresAt } = event;
  return invite(state, event, { ...{ codeId, hash, issue: id, channel, expiresAt }, ...from(startsAt) });
}

const from = (startsAt: number | undefined) => (startsAt === undefined ? {} : { startsAt });

/**
 * How a code stands that a voucher speaks of: `live`, how it ended, or `news`, which this tablet learns from it.
 * [V4] It is news only where nothing younger gave or took the right to an account.
 */
export function standingOfVoucher(
  state: EmployeeState,
  voucher: Voucher,
): 'live' | 'news' | 'for another' | CodeEnd {
  const { codeId, issue, enrolment } = voucher;
  if (state.revokedCodes?.includes(codeId)) return 'revoked';
  if (state.status === 'unknown') {
    // [V5] Whoever made it had not heard of the leaving, or it is older.
    if (state.left) return 'ended';
    return state.returned && issue <= state.returned ? 'superseded' : 'news';
  }
  const { account, employment, spentCodes, otherPeople, grantedSince } = state;
  if (account.status === 'invited' && account.code.codeId === codeId) return 'live';
  const spent = spentCodes.find((code) => code.codeId === codeId);
  if (spent) return spent.end;
  if (employment.status === 'left') return 'ended';
  // [V8] Enrolled elsewhere too: by the name, one person or two.
  const isForOther =
    enrolment !== undefined &&
    enrolment !== state.enrolment.id &&
    (otherPeople.includes(enrolment) || !isSameName(voucher, state.details));
  if (isForOther) return 'for another';
  return issue <= grantedSince ? 'superseded' : 'news';
}

/** [V1] A code is known from its voucher as it would be from its issue; where the issue is known, nothing follows. */
export function acceptVoucher(state: EmployeeState, event: Happened<'VoucherAccepted'>): EmployeeState {
  const { voucher, hash } = event;
  if (standingOfVoucher(state, voucher) !== 'news') return state;
  const { codeId, issue, startsAt, expiresAt, firstName, lastName, enrolment } = voucher;
  const code: IssuedCode = {
    ...{ codeId, hash, issue, channel: 'screen', expiresAt },
    ...from(startsAt),
  };
  if (state.status === 'enrolled') return invite(state, event, code);
  // [V3] Somebody this tablet had not heard of.
  const side = { id: enrolment ?? event.id, by: event.by, details: { firstName, lastName } };
  return {
    ...invite({ ...enrol(side, state.revokedCodes), isProvisional: true }, event, code),
    upTo: event.id,
  };
}

export function revoke(state: Employee, event: Happened<'ActivationCodeRevoked'>): Employee {
  const { account, spentCodes } = state;
  if (account.status === 'invited' && account.code.codeId === event.codeId)
    return {
      ...changeAccount(state, event, { status: 'none' }),
      grantedSince: event.id,
      spentCodes: spend(state, 'revoked', event),
    };
  return spentCodes.some(({ codeId }) => codeId === event.codeId)
    ? state
    : { ...state, revokedCodes: keepNewest(state.revokedCodes, event.codeId) };
}

export function handOver(state: Employee, { id, codeId, how }: Happened<'CodeHandedOver'>): Employee {
  const { account } = state;
  if (account.status !== 'invited' || account.code.codeId !== codeId) return state;
  return {
    ...state,
    account: {
      ...account,
      code: {
        ...account.code,
        handedOver: { how, at: eventTime(id) },
        ...(how === 'print' ? { isPrinted: true } : {}),
      },
    },
  };
}

export function redeem(state: Employee, event: Happened<'ActivationCodeRedeemed'>): Employee {
  const { account } = state;
  if (account.status === 'invited' && account.code.codeId === event.codeId)
    return {
      ...open(state, event),
      ...(event.personalEmail === undefined ? {} : { personalEmail: event.personalEmail }),
      spentCodes: spend(state, 'redeemed', event),
    };
  // [C7] A code works once. On its own tablet this one was live: it was spent on another one meanwhile.
  const spent = state.spentCodes.find(({ codeId }) => codeId === event.codeId);
  const hasLeft = state.employment.status === 'left';
  const isSecond = !hasLeft && spent?.end === 'redeemed';
  const sides = {
    caseId: event.id,
    first: (!hasLeft && spent?.endedBy) || { id: state.accountSince, by: state.accountBy },
    second: toSide(event),
  };
  const asked: AttentionCase = hasLeft
    ? { type: 'leaverActivated', ...sides }
    : { type: isSecond ? 'codeRedeemedTwice' : 'spentCodeRedeemed', ...sides, codeId: event.codeId };
  const after = { ...state, attention: askAbout(state.attention, asked) };
  // [A1] Whoever redeemed it where it was issued wins, for as long as the account rests on the other redemption.
  if (
    !isSecond ||
    account.status !== 'active' ||
    account.redemption !== spent.endedBy.id ||
    eventDevice(event.id) !== eventDevice(spent.issue) ||
    eventDevice(account.redemption) === eventDevice(spent.issue)
  )
    return after;
  const { personalEmail: _, ...mine } = open(after, event);
  return {
    ...mine,
    ...(event.personalEmail === undefined ? {} : { personalEmail: event.personalEmail }),
    spentCodes: state.spentCodes.map((code) => (code === spent ? { ...code, endedBy: toSide(event) } : code)),
  };
}

const open = (state: Employee, event: Happened<'ActivationCodeRedeemed'>): Employee => ({
  ...changeAccount(state, event, { status: 'active', password: event.password, redemption: event.id }),
  passwordSetAt: eventTime(event.id),
  grantedSince: event.id,
});
