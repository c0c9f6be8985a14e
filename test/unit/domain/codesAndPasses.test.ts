// Codes that start later, are revoked or handed over; vouchers that bring news; and day passes.

import { describe, expect, test } from 'vitest';
import { checkVoucher } from '../../../src/domain/codeDecider';
import { DEFAULT_LIFETIMES } from '../../../src/domain/codeLifetimes';
import {
  type CodeHash,
  type Employee,
  type EmployeeEvent,
  standingOfSession,
} from '../../../src/domain/employee';
import { employeeDecider } from '../../../src/domain/employeeDecider';
import type { CodeId } from '../../../src/domain/ids';
import { organisationDecider } from '../../../src/domain/organisation';
import type { Voucher } from '../../../src/domain/voucher';
import { given } from '../../support/given';
import {
  enrolled,
  firstCode,
  hash,
  issued,
  left,
  password,
  redeemed,
  secondCode,
  tomorrow,
} from '../../support/people';
import { MORNING } from '../../support/stillClock';
import { eventOf, foldAll, on } from '../../support/tablets';

const employee = (...past: readonly EmployeeEvent[]) => given(employeeDecider, ...past);
const redeem = (now: number) => ({ type: 'RedeemActivationCode', codeId: firstCode, password, now }) as const;
const revoked = (codeId = firstCode): EmployeeEvent => ({ type: 'ActivationCodeRevoked', v: 1, codeId });
const refusal = (type: string, more: object = {}) => ({ ok: false, error: { type, ...more } });

describe('codes', () => {
  const later = { ...issued(), startsAt: MORNING + 3_600_000 } as EmployeeEvent;

  test('[C14] a code that starts later opens nothing before', () => {
    const from = MORNING + 3_600_000;
    employee(enrolled, later)
      .when(redeem(from - 1))
      .refused({ type: 'codeNotYetValid', from });
    employee(enrolled, later).when(redeem(from)).records(redeemed());
  });

  test('[C15] a code that is out can be revoked, and then opens nothing', () => {
    employee(enrolled, issued()).when({ type: 'RevokeActivationCode' }).records(revoked());
    employee(enrolled, issued(), revoked()).when(redeem(MORNING)).refused({ type: 'codeRevoked' });
    employee(enrolled, issued(), revoked())
      .when({ type: 'RevokeActivationCode' })
      .refused({ type: 'noCodeOut' });
    employee(enrolled, issued(), redeemed())
      .when({ type: 'RevokeActivationCode' })
      .refused({ type: 'noCodeOut' });
  });

  test('[C15] [A2] redeemed elsewhere after it was revoked: it does not count, and is asked about', () => {
    const state = foldAll([
      on('a', 0, enrolled),
      on('a', 1, issued()),
      on('a', 2, revoked()),
      on('b', 3, redeemed()),
    ]);
    expect(state).toMatchObject({ account: { status: 'none' }, attention: [{ type: 'spentCodeRedeemed' }] });
  });

  test('[C16] how the live code was handed over is on record, and of no other code', () => {
    const command = { type: 'RecordHandOver', codeId: firstCode, how: 'print' } as const;
    const handedOver: EmployeeEvent = { type: 'CodeHandedOver', v: 1, codeId: firstCode, how: 'print' };
    employee(enrolled, issued()).when(command).records(handedOver);
    employee(enrolled, issued(), issued(secondCode)).when(command).refused({ type: 'codeSuperseded' });
    expect(employee(enrolled, issued(), handedOver).state).toMatchObject({
      account: { code: { handedOver: { how: 'print', at: MORNING + 2 * 60_000 } } },
    });
  });
});

describe('lifetimes', () => {
  const founded = {
    ...{ type: 'OrganisationFounded', v: 1, name: 'Brightwater', companyCode: 'BW', country: 'GB' },
  } as never;
  const choose = (lifetimes: object) => ({ type: 'ChooseCodeLifetimes', lifetimes }) as const;

  test('[C13] the defaults hold until an administrator chooses others, within bounds', () => {
    expect(given(organisationDecider, founded).state).toMatchObject({ codeLifetimes: DEFAULT_LIFETIMES });
    const week = 7 * 24 * 3_600_000;
    given(organisationDecider, founded)
      .when(choose({ screen: week, letter: DEFAULT_LIFETIMES.letter }))
      .records({ type: 'CodeLifetimesChosen', v: 1, lifetimes: { screen: week } });
    for (const screen of [week + 1, 3_599_999, Number.NaN])
      given(organisationDecider, founded)
        .when(choose({ screen }))
        .refused({ type: 'lifetimeOutOfRange', channel: 'screen' });
    given(organisationDecider, founded).when(choose({})).records();
    given(organisationDecider).when(choose({})).refused({ type: 'notSetUp' });
  });
});

describe('vouchers', () => {
  const voucher: Voucher = {
    codeId: firstCode,
    issue: eventOf('a', 1),
    enrolment: eventOf('a', 0),
    firstName: 'Mary',
    lastName: 'Sluis',
    expiresAt: tomorrow,
  };
  const accepted: EmployeeEvent = { type: 'VoucherAccepted', v: 1, voucher, hash: 'theirs' as CodeHash };
  const known = [on('a', 0, enrolled), on('a', 1, issued())];
  const there = [on('b', 5, accepted), on('b', 6, redeemed())];
  const check = (events: Parameters<typeof foldAll>[0], now = MORNING + 60_000, of = voucher) =>
    checkVoucher(foldAll(events), of, now);

  test('[V1] what is unknown is recorded with the activation, what is known only activates', () => {
    const command = { type: 'RedeemVoucher', voucher, hash, password, now: MORNING + 60_000 } as const;
    employee().when(command).records({ type: 'VoucherAccepted', v: 1, voucher, hash }, redeemed());
    expect(employeeDecider.decide(command, foldAll(known))).toEqual({ ok: true, value: [redeemed()] });
  });

  test('[V3] somebody known by a voucher alone is provisional, and has an account', () => {
    expect(foldAll(there)).toMatchObject({
      isProvisional: true,
      details: { firstName: 'Mary', lastName: 'Sluis' },
      account: { status: 'active', password },
      spentCodes: [{ codeId: firstCode, hash: 'theirs', issue: eventOf('a', 1) }],
    });
  });

  test('[V3] when their own events arrive they are as if these had been there before', () => {
    expect(foldAll([...known, ...there])).toEqual(foldAll([...known, on('b', 6, redeemed())]));
  });

  test('[V3] a new code for somebody known is news too, and ends the password they have', () => {
    const before = [
      on('a', 0, enrolled),
      on('b', 0.5, issued(secondCode)),
      on('b', 0.7, redeemed(secondCode)),
    ];
    expect(check(before)).toEqual({ ok: true, value: 'news' });
    expect(foldAll([...before, ...there])).toMatchObject({ account: { redemption: eventOf('b', 6) } });
    expect(foldAll([...before, ...there])).not.toHaveProperty('isProvisional');
  });

  test('[V4] what was superseded, or issued before what opens the account now, is no news', () => {
    expect(check([...known, on('a', 2, issued(secondCode))])).toEqual(refusal('codeSuperseded'));
    const newer = [on('a', 0, enrolled), on('a', 2, issued(secondCode))];
    expect(check(newer)).toEqual(refusal('codeSuperseded'));
    expect(check([...newer, on('a', 3, redeemed(secondCode))])).toEqual(refusal('codeSuperseded'));
  });

  test('[V4] a password that was changed, or an account that was closed, after the issue does not make it old', () => {
    const accountSince = eventOf('b', 0.7);
    const before = [
      on('a', 0, enrolled),
      on('b', 0.5, issued(secondCode)),
      on('b', 0.7, redeemed(secondCode)),
    ];
    for (const event of [
      { type: 'PasswordChanged', v: 1, password, accountSince } as const,
      { type: 'AccountLocked', v: 1, accountSince } as const,
    ])
      expect(check([...before, on('b', 3, event)])).toEqual({ ok: true, value: 'news' });
  });

  test('[C7] [V2] used, ended, out of time: each is told', () => {
    expect(check([...known, on('a', 2, redeemed())])).toEqual(refusal('codeUsed'));
    expect(check([...known, on('a', 2, left)])).toEqual(refusal('codeEnded'));
    expect(check(known, tomorrow)).toEqual(refusal('codeExpired', { at: tomorrow }));
    const startsAt = MORNING + 120_000;
    expect(check(known, MORNING, { ...voucher, startsAt })).toEqual(
      refusal('codeNotYetValid', { from: startsAt }),
    );
  });

  test('[V2] one from far ahead of this clock is refused, one from a little ahead is not', () => {
    const issue = eventOf('a', 11);
    expect(check([], MORNING, { ...voucher, issue })).toEqual(
      refusal('codeNotYetValid', { from: MORNING + 11 * 60_000 }),
    );
    expect(check([], MORNING + 60_000, { ...voucher, issue })).toEqual({ ok: true, value: 'news' });
  });

  test('[V5] a revocation counts also where nothing else is known, and so does leaving', () => {
    expect(check([on('a', 2, revoked())])).toEqual(refusal('codeRevoked'));
    expect(check([on('a', 0, enrolled), on('a', 2, revoked())])).toEqual(refusal('codeRevoked'));
    expect(check([on('a', 2, left)])).toEqual(refusal('codeEnded'));
    // Whoever made the code after that had not heard of it.
    expect(check([on('a', 0.5, left)])).toEqual(refusal('codeEnded'));
    expect(foldAll([on('a', 2, revoked()), ...there])).toMatchObject({ status: 'unknown' });
    expect(check([on('a', 2, revoked()), ...known])).toEqual(refusal('codeRevoked'));
  });

  test('[V5] where only the leaving is known nobody is enrolled or let in; who came back needs a newer code', () => {
    const away = foldAll([on('a', 2, left)]);
    const details = { firstName: 'Mary', lastName: 'Sluis' };
    for (const type of ['EnrolEmployee', 'TakeOverFromList'] as const)
      expect(employeeDecider.decide({ type, details }, away)).toEqual(refusal('hasLeft'));
    expect(foldAll([on('a', 2, left), on('b', 5, enrolled)])).toMatchObject({
      employment: { status: 'left' },
    });
    const back = on('a', 3, { type: 'EmployeeReturned', v: 1 });
    expect(check([on('a', 2, left), back])).toEqual(refusal('codeSuperseded'));
    const newer = { ...voucher, issue: eventOf('a', 4) };
    expect(check([on('a', 2, left), back], MORNING + 240_000, newer)).toEqual({ ok: true, value: 'news' });
  });

  test('[A1] [A14] one voucher on three tablets: one rule, one outcome, one case', () => {
    const also = [on('c', 7, accepted), on('c', 8, redeemed())];
    const here = on('a', 9, redeemed());
    expect(foldAll([...known, ...there, ...also, here])).toMatchObject({
      account: { redemption: here.id },
      attention: [{ type: 'codeRedeemedTwice', second: { id: eventOf('c', 8) }, also: [{ id: here.id }] }],
    });
    expect(foldAll([...there, ...also])).toMatchObject({
      account: { redemption: eventOf('b', 6) },
      attention: [{ type: 'codeRedeemedTwice', codeId: firstCode }],
    });
  });

  test('[V8] a voucher for somebody else under this ID is refused, one for the same person is not', () => {
    const issue = eventOf('b', 2);
    const enrolment = eventOf('b', 1);
    const theirs = { ...voucher, codeId: secondCode, issue, enrolment };
    const here = [on('a', 0, enrolled)];
    expect(check(here, MORNING + 180_000, theirs)).toEqual({ ok: true, value: 'news' });
    const tom = { ...theirs, firstName: 'Tom' };
    expect(check(here, MORNING + 180_000, tom)).toEqual(refusal('codeForAnother'));
    const renamed = { ...tom, enrolment: eventOf('a', 0) };
    expect(check(here, MORNING + 180_000, renamed)).toEqual({ ok: true, value: 'news' });
    const cut = { ...theirs, lastName: 'Slu…' };
    expect(check(here, MORNING + 180_000, cut)).toEqual({ ok: true, value: 'news' });
    const asTom: EmployeeEvent = { type: 'VoucherAccepted', v: 1, voucher: tom, hash };
    expect(foldAll([...here, on('c', 5, asTom), on('c', 6, redeemed(secondCode))])).toMatchObject({
      account: { status: 'none' },
      attention: [{ type: 'spentCodeRedeemed' }],
    });
  });
});

describe('day passes', () => {
  const passId = 'pass' as CodeId;
  const pass = (id: CodeId = passId): EmployeeEvent => ({
    type: 'DayPassIssued',
    v: 1,
    passId: id,
    hash,
    expiresAt: tomorrow,
  });
  const active = [enrolled, issued(), redeemed()];
  const issuePass = { type: 'IssueDayPass', passId, hash, expiresAt: tomorrow } as const;

  test('[D1] it opens an account that has a password, and leaves that alone', () => {
    const { account } = employee(...active).state as Employee;
    const restsOn = account.status === 'active' && account.redemption;
    employee(...active)
      .when(issuePass)
      .records({ ...pass(), redemption: restsOn } as EmployeeEvent);
    employee(enrolled, issued()).when(issuePass).refused({ type: 'noPasswordYet' });
    employee(...active, left)
      .when(issuePass)
      .refused({ type: 'hasLeft' });
    expect(employee(...active, pass()).state).toMatchObject({
      account: { status: 'active', password },
      dayPass: { passId, expiresAt: tomorrow },
    });
  });

  test('[D2] one at a time; called back, it is gone', () => {
    const another = 'another' as CodeId;
    expect(employee(...active, pass(), pass(another)).state).toMatchObject({ dayPass: { passId: another } });
    employee(...active, pass())
      .when({ type: 'EndDayPass' })
      .records({ type: 'DayPassEnded', v: 1, passId });
    employee(...active)
      .when({ type: 'EndDayPass' })
      .refused({ type: 'noDayPass' });
    const ended: EmployeeEvent = { type: 'DayPassEnded', v: 1, passId };
    expect(employee(...active, pass(), ended).state).not.toHaveProperty('dayPass');
    expect(employee(...active, pass(), pass(another), ended).state).toHaveProperty('dayPass');
  });

  test('[D3] one of somebody else under the Employee ID, or of a redemption that does not count, opens nothing', () => {
    const bob: EmployeeEvent = {
      type: 'EmployeeEnrolled',
      v: 1,
      details: { firstName: 'Bob', lastName: 'Stone' },
    };
    const bobs = [
      on('b', 3, bob),
      on('b', 4, { ...issued(secondCode), enrolment: eventOf('b', 3) } as EmployeeEvent),
      on('b', 5, redeemed(secondCode)),
      on('b', 6, { ...pass(), redemption: eventOf('b', 5) } as EmployeeEvent),
    ];
    const marys = [on('a', 0, enrolled), on('a', 1, issued()), on('a', 2, redeemed())];
    expect(foldAll(bobs)).toHaveProperty('dayPass');
    expect(foldAll([...marys, ...bobs])).not.toHaveProperty('dayPass');
    const lost = on('b', 2, redeemed());
    const ofLost = on('b', 4, { ...pass(), redemption: lost.id } as EmployeeEvent);
    const won = on('a', 3, redeemed());
    expect(foldAll([...marys.slice(0, 2), lost, won, ofLost])).toMatchObject({
      account: { redemption: won.id },
    });
    expect(foldAll([...marys.slice(0, 2), lost, won, ofLost])).not.toHaveProperty('dayPass');
    expect(foldAll([...marys.slice(0, 2), lost, ofLost])).toHaveProperty('dayPass');
  });

  test('[D2] any change of what opens the account ends it', () => {
    for (const event of [issued(secondCode), left])
      expect(employee(...active, pass(), event).state).not.toHaveProperty('dayPass');
    expect(employee(enrolled, issued(), pass()).state).not.toHaveProperty('dayPass');
  });

  test('[S2] a session begun with it is over as soon as it has ended or was replaced', () => {
    const events = [on('a', 0, enrolled), on('a', 1, issued()), on('a', 2, redeemed()), on('a', 3, pass())];
    const restsOn = eventOf('a', 3);
    expect(standingOfSession(foldAll(events), restsOn).is).toBe('held');
    expect(standingOfSession(foldAll(events), eventOf('a', 2)).is).toBe('held');
    expect(standingOfSession(foldAll(events.slice(0, 3)), restsOn).is).toBe('not known yet');
    for (const event of [pass('another' as CodeId), { type: 'DayPassEnded', v: 1, passId } as const])
      expect(standingOfSession(foldAll([...events, on('a', 4, event)]), restsOn).is).toBe('overruled');
  });
});
