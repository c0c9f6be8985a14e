// Section A of the rules: what two tablets did while apart, and what is true after they have met. Each test gives the
// events of both tablets by the minute in which they happened.

import { describe, expect, test } from 'vitest';
import type { Settlement } from '../../../src/domain/attention';
import {
  type Employee,
  type EmployeeEvent,
  type PasswordHash,
  standingOfSession,
} from '../../../src/domain/employee';
import { employeeDecider } from '../../../src/domain/employeeDecider';
import type { EventId } from '../../../src/kernel/hlc';
import { enrolled, firstCode, hash, issued, left, mary, redeemed, secondCode } from '../../support/people';
import { eventOf, foldAll, on } from '../../support/tablets';

const stateOf = (...events: Parameters<typeof foldAll>[0][]): Employee => {
  const state = foldAll(events.flatMap((some) => [...some]));
  if (state.status === 'unknown') throw new Error('Nobody is enrolled');
  return state;
};
const redeemedWith = (password: string, more: object = {}): EmployeeEvent =>
  ({ ...redeemed(), password: password as PasswordHash, ...more }) as EmployeeEvent;
const changedTo = (password: string, accountSince: EventId): EmployeeEvent => ({
  type: 'PasswordChanged',
  v: 1,
  password: password as PasswordHash,
  accountSince,
});
const returned: EmployeeEvent = { type: 'EmployeeReturned', v: 1 };
const details = (changes: object): EmployeeEvent => ({ type: 'EmployeeDetailsChanged', v: 1, changes });
const enrolledAs = (person: object): EmployeeEvent => ({
  type: 'EmployeeEnrolled',
  v: 1,
  details: { ...mary, ...person },
});
const tom = { firstName: 'Tom', lastName: 'O’Mara' };
const settled = (caseId: EventId, how: Settlement, ...seen: readonly EventId[]): EmployeeEvent => ({
  type: 'AttentionSettled',
  v: 1,
  caseId,
  how,
  ...(seen.length > 0 ? { seen } : {}),
});
const typesOf = (state: Employee) => state.attention.map(({ type }) => type);
const opensWith = (state: Employee) =>
  state.account.status === 'active' ? state.account.password : state.account.status;

/** Enrolled and invited on tablet a, then apart. */
const together = [on('a', 0, enrolled), on('a', 1, issued())];

describe('one code, two activations', () => {
  const here = on('a', 7, redeemedWith('here'));
  const there = on('b', 5, redeemedWith('there', { personalEmail: 'stranger@example.com' }));

  test('[A1] the tablet that issued it wins, although it was later', () => {
    const state = stateOf(together, [there, here]);
    expect(opensWith(state)).toBe('here');
    expect(state.account).toMatchObject({ redemption: here.id });
    expect(state.attention).toEqual([
      {
        type: 'codeRedeemedTwice',
        codeId: firstCode,
        caseId: here.id,
        first: { id: there.id, by: 'manager:b' },
        second: { id: here.id, by: 'manager:a' },
      },
    ]);
  });

  test('[A1] nothing of whoever was not meant stays on the account', () => {
    expect(stateOf(together, [there]).personalEmail).toBe('stranger@example.com');
    expect(stateOf(together, [there, here]).personalEmail).toBeUndefined();
    expect(stateOf(together, [there, here]).passwordSetAt).toBe(stateOf(together, [here]).passwordSetAt);
  });

  test('[A1] where neither issued it, the smaller event id wins', () => {
    const state = stateOf(together, [on('c', 6, redeemedWith('late')), there]);
    expect(opensWith(state)).toBe('there');
    expect(state.attention).toMatchObject([{ type: 'codeRedeemedTwice', caseId: eventOf('c', 6) }]);
  });

  test('[A1] the tablet that issued it stays the winner when others follow', () => {
    const state = stateOf(together, [on('a', 3, redeemedWith('here')), there]);
    expect(opensWith(state)).toBe('here');
    expect(typesOf(state)).toEqual(['codeRedeemedTwice']);
  });

  test('[A1] [A14] of three activations one counts, and the others are one case', () => {
    const state = stateOf(together, [there, on('c', 6, redeemedWith('late')), here]);
    expect(opensWith(state)).toBe('here');
    expect(state.attention).toMatchObject([
      { caseId: eventOf('c', 6), first: { id: there.id }, also: [{ id: here.id }] },
    ]);
  });

  test('[A1] [A14] whoever comes after the winner does not count, and is part of the case', () => {
    const last = on('c', 9, redeemedWith('last'));
    const state = stateOf(together, [there, here, last]);
    expect(opensWith(state)).toBe('here');
    expect(state.attention.at(-1)).toMatchObject({ second: { id: here.id }, also: [{ id: last.id }] });
  });

  test('[A1] of two from the tablet that issued it, as after a restore, the first stands', () => {
    const restored = on('a', 9, redeemedWith('restored'));
    expect(opensWith(stateOf(together, [here, restored]))).toBe('here');
  });

  test('[A1] it wins over a password that the other one has changed meanwhile, and that change stays undone', () => {
    const changed = on('b', 6, changedTo('there again', there.id));
    expect(opensWith(stateOf(together, [there, changed]))).toBe('there again');
    expect(opensWith(stateOf(together, [there, changed, here]))).toBe('here');
    const later = on('b', 8, changedTo('and again', changed.id));
    expect(opensWith(stateOf(together, [there, changed, here, later]))).toBe('here');
  });

  test('[A1] the winner’s own change of password stands, whoever else activated before it', () => {
    const mine = on('a', 8, changedTo('here again', here.id));
    expect(opensWith(stateOf(together, [there, here, mine]))).toBe('here again');
    const second = on('b', 9, redeemedWith('there'));
    expect(opensWith(stateOf(together, [here, mine, second]))).toBe('here again');
  });

  test('[A1] it wins nothing when a new code was issued since, or the account was closed', () => {
    const anew = on('b', 6, issued(secondCode));
    expect(stateOf(together, [there, anew, here]).account).toMatchObject({ code: { codeId: secondCode } });
    expect(typesOf(stateOf(together, [there, anew, here]))).toEqual(['codeRedeemedTwice']);
    const own = on('b', 6.5, { ...redeemed(secondCode), password: 'new' as PasswordHash } as EmployeeEvent);
    expect(opensWith(stateOf(together, [there, anew, own, here]))).toBe('new');
    const locked = on('b', 6, { type: 'AccountLocked', v: 1, accountSince: there.id });
    expect(opensWith(stateOf(together, [there, locked, here]))).toBe('locked');
    expect(typesOf(stateOf(together, [there, locked, here]))).toEqual(['codeRedeemedTwice']);
  });

  test('[A1] a spent code is refused on one tablet, as ever', () => {
    const now = 0;
    const command = {
      type: 'RedeemActivationCode',
      codeId: firstCode,
      password: 'x' as PasswordHash,
      now,
    } as const;
    const state = stateOf(together, [there, here]);
    expect(employeeDecider.decide(command, state)).toEqual({ ok: false, error: { type: 'codeUsed' } });
  });

  test('[A1] [S2] the session of whoever did not win is over, also when it is the younger one', () => {
    const early = on('a', 3, redeemedWith('here'));
    for (const [winner, loser] of [
      [here, there],
      [early, there],
    ] as const) {
      const state = stateOf(together, [winner, loser]);
      expect(standingOfSession(state, loser.id).is).toBe('overruled');
      expect(standingOfSession(state, winner.id).is).toBe('held');
    }
    const changed = on('b', 6, changedTo('there again', there.id));
    expect(standingOfSession(stateOf(together, [early, there, changed]), changed.id).is).toBe('overruled');
  });

  test('[S2] an answer from before one’s own activation ends nothing', () =>
    expect(standingOfSession(stateOf(together), there.id).is).toBe('not known yet'));

  test('[S2] what a session rests on is taken out again, because its tablet was revoked: the session is over', () => {
    const known = standingOfSession(stateOf([...together, there]), there.id);
    expect(known.is).toBe('held');
    expect(standingOfSession(stateOf(together), there.id, known).is).toBe('overruled');
    const other = standingOfSession(stateOf(together), eventOf('c', 9), known);
    expect(other.is).toBe('not known yet');
  });
});

describe('codes that were replaced or ended meanwhile', () => {
  test('[A2] redeemed elsewhere after it was superseded: it does not count', () => {
    const anew = on('a', 4, issued(secondCode));
    const state = stateOf(together, [anew, on('b', 5, redeemed(), 'employee:00123')]);
    expect(state.account).toMatchObject({ status: 'invited', code: { codeId: secondCode } });
    expect(state.attention).toEqual([
      {
        type: 'spentCodeRedeemed',
        codeId: firstCode,
        caseId: eventOf('b', 5),
        first: { id: anew.id, by: 'manager:a' },
        second: { id: eventOf('b', 5), by: 'employee:00123' },
      },
    ]);
  });

  test('[A2] redeemed elsewhere after the account was closed: it does not count', () => {
    const locked = on('a', 4, { type: 'AccountLocked', v: 1, accountSince: eventOf('a', 1) }, 'kiosk');
    const state = stateOf(together, [locked, on('b', 5, redeemed())]);
    expect(opensWith(state)).toBe('locked');
    expect(state.attention).toMatchObject([
      { type: 'spentCodeRedeemed', first: { id: locked.id, by: 'kiosk' } },
    ]);
  });

  test('[A2] a code that nobody remembers any more is asked about too', () => {
    const codes = ['c2', 'c3', 'c4', 'c5'].map((id, at) => on('a', 2 + at, issued(id as typeof firstCode)));
    const state = stateOf(together, codes, [on('b', 9, redeemed())]);
    expect(state.account).toMatchObject({ status: 'invited', code: { codeId: 'c5' } });
    expect(state.attention).toMatchObject([{ type: 'spentCodeRedeemed', first: { id: eventOf('a', 5) } }]);
  });

  test('[A2] redeemed elsewhere before it was superseded, by the order of ids, it was redeemed; a new code ended it', () => {
    const state = stateOf(together, [on('b', 3, redeemed()), on('a', 4, issued(secondCode))]);
    expect(state.account.status).toBe('invited');
    expect(state.attention).toEqual([]);
  });
});

describe('one Employee ID, two enrolments', () => {
  const other = on('b', 2, enrolledAs({ ...tom, department: 'Stores' }));

  test('[A3] of two different people the first stands, and the other is kept in the case', () => {
    const state = stateOf(together, [other]);
    expect(state.details).toEqual(mary);
    expect(state.attention).toEqual([
      {
        type: 'differentPeople',
        caseId: other.id,
        first: { id: eventOf('a', 0), by: 'manager:a' },
        second: { id: other.id, by: 'manager:b' },
        details: { ...tom, department: 'Stores' },
      },
    ]);
  });

  test('[A3] a code that was made for the other opens nothing, and its redemption is asked about', () => {
    const forTom = { ...issued(secondCode), enrolment: other.id } as EmployeeEvent;
    const state = stateOf(together, [other, on('b', 3, forTom), on('b', 4, redeemed(secondCode))]);
    expect(state.account).toMatchObject({ status: 'invited', code: { codeId: firstCode } });
    expect(typesOf(state)).toEqual(['differentPeople', 'spentCodeRedeemed']);
    // Also after the question is settled: that tablet may not have heard of it yet.
    const late = [on('b', 7, forTom), on('b', 8, redeemed(secondCode))];
    expect(stateOf(together, [other, on('a', 6, settled(other.id, 'keep'))], late).account).toMatchObject({
      code: { codeId: firstCode },
    });
  });

  test('[A3] what was changed about the other is changed in the case, and not about the first', () => {
    const email = 'tom@example.com';
    const changed = { ...details({ email }), enrolment: other.id } as EmployeeEvent;
    const state = stateOf(together, [other, on('b', 3, changed)]);
    expect(state.details).toEqual(mary);
    expect(state.attention).toMatchObject([{ type: 'differentPeople', details: { ...tom, email } }]);
    expect(stateOf([other, on('b', 3, changed)]).details).toMatchObject({ email });
    // On their own tablet, and where the changes do not say.
    expect(stateOf(together, [other, on('b', 3, details({ email }))]).details).toMatchObject({ email });
    const command = { type: 'ChangeDetails', details: { ...mary, email } } as const;
    expect(employeeDecider.decide(command, stateOf(together, [other]))).toMatchObject({
      value: [{ type: 'EmployeeDetailsChanged', enrolment: eventOf('a', 0) }],
    });
  });

  test('[A3] a code says for whom it was made: the one who stands on the list', () => {
    const command = {
      type: 'IssueActivationCode',
      codeId: secondCode,
      hash,
      channel: 'screen',
      expiresAt: 1,
    } as const;
    expect(employeeDecider.decide(command, stateOf(together, [other]))).toMatchObject({
      value: [{ type: 'ActivationCodeIssued', enrolment: eventOf('a', 0) }],
    });
  });

  test('[A6] the same person is one employee, however the name is spelled; what the first lacks is filled in', () => {
    const again = on('b', 2, enrolledAs({ firstName: 'MÄRY', department: 'Stores', jobTitle: 'Nurse' }));
    const state = stateOf(together, [again]);
    expect(state.details).toEqual({ ...mary, jobTitle: 'Nurse' });
    expect(state.attention).toEqual([]);
    expect(state.accountSince).toBe(eventOf('a', 1));
  });

  test('[A6] a code from either tablet opens the account of somebody both enrolled', () => {
    const again = on('b', 2, enrolled);
    const code = on('b', 3, { ...issued(secondCode), enrolment: again.id } as EmployeeEvent);
    const state = stateOf([on('a', 0, enrolled), again, code, on('b', 4, redeemed(secondCode))]);
    expect(state.account.status).toBe('active');
  });
});

describe('leavers', () => {
  const gone = on('a', 4, left);
  const activated = on('b', 5, redeemed(), 'employee:00123');

  test('[A4] activated elsewhere after leaving: they have left, the account stays shut', () => {
    const state = stateOf(together, [gone, activated]);
    expect(state.employment.status).toBe('left');
    expect(opensWith(state)).toBe('none');
    expect(state.attention).toEqual([
      {
        type: 'leaverActivated',
        caseId: activated.id,
        first: { id: gone.id, by: 'manager:a' },
        second: { id: activated.id, by: 'employee:00123' },
      },
    ]);
  });

  test('[A4] also with a code that was made elsewhere after they had left', () => {
    const state = stateOf(together, [gone, on('b', 5, issued(secondCode)), on('b', 6, redeemed(secondCode))]);
    expect(opensWith(state)).toBe('none');
    expect(typesOf(state)).toEqual(['leaverActivated']);
  });

  test('[A4] coming back does not settle it, a new code does', () => {
    const back = stateOf(together, [gone, activated, on('a', 6, returned)]);
    expect(opensWith(back)).toBe('none');
    expect(typesOf(back)).toEqual(['leaverActivated']);
    const anew = on('a', 7, issued(secondCode));
    expect(typesOf(stateOf(together, [gone, activated, on('a', 6, returned), anew]))).toEqual([]);
  });
});

test('[A5] both change details: per field the last by id stands', () => {
  const state = stateOf(together, [
    on('b', 4, details({ department: 'Stores', jobTitle: 'Driver' })),
    on('a', 5, details({ department: 'Kitchen', phone: '112' })),
    on('b', 6, details({ phone: null })),
  ]);
  expect(state.details).toEqual({ ...mary, department: 'Kitchen', jobTitle: 'Driver' });
});

describe('settling', () => {
  const other = on('b', 2, enrolledAs({ ...tom, department: '' }));
  const twice = [on('b', 5, redeemedWith('there')), on('c', 6, redeemedWith('late'))];
  const settle = (state: Employee, caseId: EventId, how: Settlement) =>
    employeeDecider.decide({ type: 'SettleAttention', caseId, how }, state);

  test('[A7] a new code settles what was asked about codes, and nothing else', () => {
    const before = stateOf(together, [other], twice);
    expect(typesOf(before)).toEqual(['differentPeople', 'codeRedeemedTwice']);
    expect(typesOf(stateOf(together, [other], twice, [on('a', 9, issued(secondCode))]))).toEqual([
      'differentPeople',
    ]);
  });

  test('[A8] what is settled is gone; to settle it once more is refused, or does nothing when it comes from elsewhere', () => {
    const caseId = eventOf('c', 6);
    expect(settle(stateOf(together, twice), caseId, 'keep')).toEqual({
      ok: true,
      value: [settled(caseId, 'keep', twice[0]?.id as EventId, caseId)],
    });
    const after = stateOf(together, twice, [on('a', 9, settled(caseId, 'keep'))]);
    expect(after.attention).toEqual([]);
    expect(settle(after, caseId, 'keep')).toEqual({ ok: false, error: { type: 'attentionSettled' } });
    const again = stateOf(together, twice, [
      on('a', 9, settled(caseId, 'keep')),
      on('b', 10, settled(caseId, 'dismiss')),
    ]);
    expect({ ...again, upTo: after.upTo }).toEqual(after);
  });

  test('[A8] settling one question leaves the others', () => {
    const state = stateOf(together, [other], twice, [on('a', 9, settled(other.id, 'keep'))]);
    expect(typesOf(state)).toEqual(['codeRedeemedTwice']);
  });

  test('[A9] merging takes over what the other side says, and takes nothing away', () => {
    const state = stateOf(together, [other]);
    expect(settle(state, other.id, 'merge')).toEqual({
      ok: true,
      value: [
        settled(other.id, 'merge'),
        { ...details({ firstName: 'Tom', lastName: 'O’Mara' }), enrolment: eventOf('a', 0) },
      ],
    });
    expect(settle(state, other.id, 'keep')).toEqual({ ok: true, value: [settled(other.id, 'keep')] });
    // Recorded afterwards, where the answer had not arrived.
    const late = on('b', 7, {
      ...details({ email: 'tom@example.com' }),
      enrolment: other.id,
    } as EmployeeEvent);
    const settledAs = (how: 'merge' | 'keep') =>
      stateOf(together, [other, on('a', 6, settled(other.id, how)), late]);
    expect(settledAs('merge').details).toMatchObject({ email: 'tom@example.com' });
    expect(settledAs('keep').details).toEqual(mary);
  });

  test('[A10] of very many questions the newest twenty are kept', () => {
    const many = (codeOf: (at: number) => string) =>
      Array.from({ length: 25 }, (_, at) => on('b', 5 + at, redeemed(codeOf(at) as typeof firstCode)));
    const { attention } = stateOf(
      together,
      many((at) => `code ${at}`),
    );
    expect(attention).toHaveLength(20);
    expect(attention.at(-1)?.caseId).toBe(eventOf('b', 29));
    const [one] = stateOf(
      together,
      many(() => firstCode),
    ).attention;
    expect(one).toMatchObject({ also: { length: 20, 19: { id: eventOf('b', 29) } } });
  });

  test('[A14] a case is settled by any of the activations in it, whichever turns out to be the first', () => {
    const late = [on('b', 5, redeemed()), on('c', 6, redeemed()), on('d', 7, redeemed())];
    for (const { id } of late.slice(1))
      expect(stateOf(together, late, [on('a', 9, settled(id, 'keep'))]).attention).toEqual([]);
    expect(settle(stateOf(together, late), eventOf('d', 7), 'keep')).toMatchObject({ ok: true });
  });

  test('[A15] an answer names the activations it was given about, and does not settle one more', () => {
    const [one, two, three] = [on('b', 5, redeemed()), on('c', 6, redeemed()), on('d', 7, redeemed())];
    const known = stateOf(together, [one, two]);
    const answer = settle(known, two.id, 'keep');
    expect(answer).toEqual({ ok: true, value: [settled(two.id, 'keep', one.id, two.id)] });
    const given = on('a', 9, settled(two.id, 'keep', one.id, two.id));
    expect(stateOf(together, [one, two], [given]).attention).toEqual([]);
    const asked = stateOf(together, [one, two, three], [given]);
    expect(asked.attention).toMatchObject([{ caseId: two.id, also: [{ id: three.id }] }]);
    const again = settled(two.id, 'keep', one.id, two.id, three.id);
    expect(settle(asked, two.id, 'keep')).toEqual({ ok: true, value: [again] });
    expect(stateOf(together, [one, two, three], [given, on('a', 10, again)]).attention).toEqual([]);
  });

  test('[A15] nor does it settle a winner whom nobody knew of', () => {
    const [one, two] = [on('b', 5, redeemed()), on('c', 6, redeemed())];
    const given = on('a', 9, settled(two.id, 'keep', one.id, two.id));
    const before = on('d', 4, redeemed());
    expect(stateOf(together, [before, one, two], [given]).attention).toMatchObject([
      { first: { id: before.id }, second: { id: one.id }, also: [{ id: two.id }] },
    ]);
  });
});
