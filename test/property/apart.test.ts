// Three tablets and one employee: whatever they do while apart, and whenever some of them meet, afterwards all agree; one
// password at most opens the account, and it is the one that a plain reading of the rules names.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alsoOf } from '../../src/domain/attention';
import { type EmployeeState, type PasswordHash, SPENT_CODES_KEPT } from '../../src/domain/employee';
import type { EmployeeCommand } from '../../src/domain/employeeCommands';
import type { EmployeeId } from '../../src/domain/ids';
import { employeeStream, type RecordedEvent } from '../../src/domain/streams';
import { type EventId, eventDevice, eventIdToMoment, observe } from '../../src/kernel/hlc';
import { emptyRow, refoldRow } from '../../src/store/views';
import { hash, mary } from '../support/people';
import { MORNING } from '../support/stillClock';
import { act, createTablet, foldAll, hear, sorted, type Tablet } from '../support/tablets';

const stream = employeeStream('00123' as EmployeeId);
const FOREVER = Number.MAX_SAFE_INTEGER;

type Move =
  | { readonly move: 'act'; readonly tablet: number; readonly deed: string; readonly luck: number }
  | { readonly move: 'meet'; readonly from: number; readonly to: number }
  | { readonly move: 'carry the code'; readonly from: number; readonly to: number };

const tabletNumber = fc.nat({ max: 2 });
const acting = (...deeds: string[]): fc.Arbitrary<Move> =>
  fc.record({
    move: fc.constant('act' as const),
    tablet: tabletNumber,
    deed: fc.constantFrom(...deeds),
    luck: fc.nat({ max: 1_000 }),
  });
const between = <Name extends 'meet' | 'carry the code'>(move: Name) =>
  fc.record({ move: fc.constant(move), from: tabletNumber, to: tabletNumber });
const meeting: fc.Arbitrary<Move> = fc.oneof(between('meet'), between('carry the code'));
const moves = (...deeds: string[]) =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: acting('issue', 'redeem', 'redeem', 'change password') },
      { weight: 2, arbitrary: acting(...deeds) },
      { weight: 3, arbitrary: meeting },
    ),
    { minLength: 3, maxLength: 40, size: 'max' },
  );

/** Every code and password has a name of its own, so that it is known whose password opens the account. */
function toCommand(deed: string, luck: number, name: string, state: EmployeeState): EmployeeCommand {
  const known = state.status === 'unknown' ? undefined : state;
  const accountSince = known?.accountSince ?? ('' as EventId);
  const live = known?.account.status === 'invited' ? known.account.code.codeId : ('none' as never);
  const password = `password ${name}` as PasswordHash;
  const firstName = luck % 3 === 0 ? 'Tom' : 'Mary';
  const commands: Record<string, EmployeeCommand> = {
    enrol: { type: 'EnrolEmployee', details: { ...mary, firstName, department: `${luck % 5}` } },
    issue: {
      type: 'IssueActivationCode',
      codeId: `code ${name}` as never,
      hash,
      channel: 'screen',
      expiresAt: FOREVER,
    },
    redeem: { type: 'RedeemActivationCode', codeId: live, password, now: 0 },
    'change password': { type: 'ChangePassword', password, accountSince },
    lock: { type: 'LockAccount', accountSince },
    revoke: { type: 'RevokeActivationCode' },
    leave: { type: 'MarkAsLeft' },
    return: { type: 'BringBack' },
    rename: { type: 'ChangeDetails', details: { ...mary, jobTitle: `${luck % 5}` } },
    settle: {
      type: 'SettleAttention',
      caseId: known?.attention[luck % known.attention.length]?.caseId ?? ('' as EventId),
      how: luck % 2 === 0 ? 'keep' : 'merge',
    },
  };
  const command = commands[deed];
  if (!command) throw new Error(`Nobody knows how to ${deed}`);
  return command;
}

/** Everything the three tablets recorded, each once, in the order of the ids; what does not fit a tablet is refused there. */
function live(history: readonly Move[], startsTogether: boolean): RecordedEvent[] {
  const tablets = [createTablet('a'), createTablet('b'), createTablet('c')] as const;
  const at = (index: number) => tablets[index] as Tablet;
  if (startsTogether) {
    act(at(0), (state) => toCommand('enrol', 1, 'first', state), MORNING);
    act(at(0), (state) => toCommand('issue', 1, 'first', state), MORNING);
    for (const tablet of tablets.slice(1)) hear(tablet, at(0));
  }
  for (const [step, move] of history.entries())
    if (move.move === 'meet') hear(at(move.to), at(move.from));
    else if (move.move === 'carry the code') carryCode(at(move.from), at(move.to), step);
    else
      act(
        at(move.tablet),
        (state) => toCommand(move.deed, move.luck, `${step}`, state),
        // Clocks differ by up to a second while steps are a tenth apart: the order of ids is not the order of steps.
        MORNING + step * 100 + move.luck,
      );
  return sorted(tablets.flatMap((tablet) => [...tablet.events.values()]));
}

/** [V1] Somebody goes from one tablet to the other with the link of the code that is live at the first. */
function carryCode(from: Tablet, to: Tablet, step: number) {
  const there = foldAll(from.events.values());
  if (there.status === 'unknown' || there.account.status !== 'invited') return;
  const { codeId, issue } = there.account.code;
  const { firstName, lastName } = there.details;
  const voucher = { codeId, issue, enrolment: there.enrolment.id, firstName, lastName, expiresAt: FOREVER };
  to.moment = observe(to.moment, eventIdToMoment(issue));
  const password = `password ${step} by voucher` as PasswordHash;
  const now = MORNING + step * 100;
  act(to, () => ({ type: 'RedeemVoucher', voucher, hash, password, now }), now);
}

test('[A12] [H5] any order of arrival, in portions, with duplicates, gives the plain sort and fold', () => {
  const history = moves('enrol', 'lock', 'leave', 'return', 'rename', 'settle', 'revoke');
  fc.assert(
    fc.property(history, fc.boolean(), fc.infiniteStream(fc.nat()), (deeds, startsTogether, luck) => {
      const events = live(deeds, startsTogether);
      const draw = () => luck.next().value as number;
      const arrivals = [...events, ...events.filter(() => draw() % 3 === 0)]
        .map((event) => ({ event, place: draw() }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event);
      let row = emptyRow(stream);
      while (arrivals.length > 0) row = refoldRow(row, arrivals.splice(0, 1 + (draw() % 4)));
      expect(row.view).toEqual(foldAll(events));
    }),
    { numRuns: 300 },
  );
});

/** What the rules say, read plainly: no state, only looking through the events. They are of one person who is never locked out. */
function readPlainly(events: readonly RecordedEvent[]) {
  const after = (id: EventId | undefined) => events.filter((event) => id === undefined || event.id > id);
  const isEmployedAt = (id: EventId) =>
    events.filter(({ id: other, type }) => other < id && /^Employee(?:Left|Returned)$/.test(type)).at(-1)
      ?.type !== 'EmployeeLeft';
  const enrolment = events.find(({ type }) => type === 'EmployeeEnrolled')?.id;
  const issues = after(enrolment)
    .filter((event) => event.type === 'ActivationCodeIssued')
    .filter(({ id }) => isEmployedAt(id));
  const redemptions = after(enrolment).filter((event) => event.type === 'ActivationCodeRedeemed');
  const isLiveAt = (id: EventId, codeId: string) => {
    const latest = issues.filter((issue) => issue.id < id).at(-1);
    return latest?.codeId === codeId && isEmployedAt(id) && !hasEnded(latest.codeId, latest.id, id);
  };
  const isEnd = (event: RecordedEvent, codeId: string) =>
    event.type === 'EmployeeLeft' || (event.type === 'ActivationCodeRevoked' && event.codeId === codeId);
  const hasEnded = (codeId: string, from: EventId, to: EventId) =>
    events.some((event) => isEnd(event, codeId) && event.id > from && event.id < to);

  const latest = issues.at(-1);
  // A revocation ends a code that nobody has used, and leaving ends whatever there is.
  const candidates = latest
    ? redemptions.filter(
        ({ codeId, id }) =>
          codeId === latest.codeId && id > latest.id && !hasEnded(codeId, latest.id, firstUse(codeId)),
      )
    : [];
  function firstUse(codeId: string): EventId {
    return redemptions.find((redemption) => redemption.codeId === codeId)?.id ?? ('' as EventId);
  }
  const isOpen = !after(latest?.id).some(({ type }) => type === 'EmployeeLeft');
  const winner = isOpen
    ? (candidates.find(({ id }) => latest && eventDevice(id) === eventDevice(latest.id)) ?? candidates[0])
    : undefined;

  let opening: { readonly id: EventId; readonly password: PasswordHash } | undefined = winner;
  for (const event of after(winner?.id))
    if (event.type === 'PasswordChanged' && event.accountSince === opening?.id) opening = event;

  const isFirstOfItsCode = (redemption: (typeof redemptions)[number]) =>
    isLiveAt(redemption.id, redemption.codeId) &&
    redemptions.find(({ codeId }) => codeId === redemption.codeId)?.id === redemption.id;
  /** What came first of all that ends a code: it was used, there was another, it was called back, whose it was left. */
  const endOf = (issue: (typeof issues)[number]): EventId | undefined =>
    after(issue.id).find(
      (event) =>
        issues.some(({ id }) => id === event.id) ||
        (event.type === 'ActivationCodeRedeemed' && event.codeId === issue.codeId) ||
        isEnd(event, issue.codeId),
    )?.id;
  /** [A1] The activation that counts for what comes then: the first, or the issuing tablet's while all rests on the first. */
  const countsBefore = (codeId: string, id: EventId) => {
    const uses = redemptions.filter((use) => use.codeId === codeId && use.id < id);
    const first = uses.find(isFirstOfItsCode);
    const issue = issues.find((event) => event.codeId === codeId);
    // Of the codes that have ended, so many are known by name.
    const known = issues.map(endOf).filter((end) => end !== undefined && end < id);
    const isKnown = known.sort().slice(-SPENT_CODES_KEPT).includes(first?.id);
    if (!first || !issue || !isKnown) return undefined;
    if (eventDevice(first.id) === eventDevice(issue.id)) return first.id;
    const ends = (event: RecordedEvent) =>
      issues.some((later) => later.id === event.id) || event.type === 'EmployeeLeft';
    const isUndisturbed = (until: EventId) =>
      !events.some((event) => ends(event) && event.id > first.id && event.id < until);
    const own = uses.find(
      (use) => use.id > first.id && eventDevice(use.id) === eventDevice(issue.id) && isUndisturbed(use.id),
    );
    return (own ?? first).id;
  };
  /** [A14] One list of activations for every question that is open, with the one that counted when it came up. */
  let asked: { readonly ids: EventId[]; readonly counted: EventId | undefined }[] = [];
  const codes = new Map(redemptions.map(({ id, codeId }) => [id, codeId]));
  for (const event of events) {
    if (issues.some(({ id }) => id === event.id)) asked = [];
    if (event.type === 'AttentionSettled') {
      const { caseId, seen } = event;
      // [A15] Whoever answered knew of all of them.
      const isKnown = (id: EventId | undefined) => !seen || id === undefined || seen.includes(id);
      asked = asked.filter(({ ids, counted }) => !ids.includes(caseId) || ![...ids, counted].every(isKnown));
    }
    const redemption = redemptions.find(({ id }) => id === event.id);
    if (!redemption || isFirstOfItsCode(redemption)) continue;
    const isOfSameCode = (id: EventId) => isEmployedAt(id) && codes.get(id) === redemption.codeId;
    const isEmployed = isEmployedAt(redemption.id);
    const open = isEmployed && asked.find(({ ids }) => ids.some(isOfSameCode));
    if (open) open.ids.push(redemption.id);
    else
      asked.push({
        ids: [redemption.id],
        counted: isEmployed ? countsBefore(redemption.codeId, redemption.id) : undefined,
      });
  }
  return { winner: winner?.id, password: opening?.password, asked: asked.map(({ ids }) => ids) };
}

const onePerson = moves('leave', 'return', 'rename', 'settle', 'revoke');

test('[A1] [A12] [V4] one password at most opens the account, and it is the winner’s', () => {
  fc.assert(
    fc.property(onePerson, (deeds) => {
      const events = live(deeds, true);
      const state = foldAll(events);
      const account = state.status === 'enrolled' ? state.account : undefined;
      const { winner, password } = readPlainly(events);
      expect(account?.status === 'active' ? account : {}).toMatchObject(
        winner ? { redemption: winner, password } : {},
      );
      expect(account?.status === 'active').toBe(winner !== undefined);
    }),
    { numRuns: 1_000 },
  );
});

test('[A12] [A14] every activation but the first of its code is asked about, until somebody answers', () => {
  fc.assert(
    fc.property(onePerson, (deeds) => {
      const events = live(deeds, true);
      const state = foldAll(events);
      const open =
        state.status === 'enrolled'
          ? state.attention.map((entry) => [entry.caseId, ...alsoOf(entry).map(({ id }) => id)])
          : [];
      expect(open).toEqual(readPlainly(events).asked);
    }),
    { numRuns: 1_000 },
  );
});

test('[A3] [A12] nobody gets into the account by a code that was made for somebody else', () => {
  fc.assert(
    fc.property(moves('enrol', 'settle'), (deeds) => {
      const events = live(deeds, false);
      const names = new Map(
        events.flatMap((event) =>
          event.type === 'EmployeeEnrolled' ? [[event.id, event.details.firstName] as const] : [],
        ),
      );
      const [first] = names.values();
      const madeFor = new Map(
        events.flatMap((event) =>
          event.type === 'ActivationCodeIssued' && event.enrolment
            ? [[event.codeId, names.get(event.enrolment)] as const]
            : [],
        ),
      );
      const state = foldAll(events);
      if (state.status === 'unknown' || state.account.status !== 'active') return;
      const { redemption } = state.account;
      const counted = events.find(({ id }) => id === redemption);
      // Two names are one person once a manager has said so, which changes the name on the list.
      if (events.some((event) => event.type === 'AttentionSettled' && event.how === 'merge')) return;
      expect(counted?.type === 'ActivationCodeRedeemed' && madeFor.get(counted.codeId)).toBe(first);
    }),
    { numRuns: 500 },
  );
});

test('histories are of use: winners come last, activations are asked about, people are mixed up', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const deeds of fc.sample(onePerson, { numRuns: 500, seed: 1 })) {
    const events = live(deeds, true);
    const { winner, asked } = readPlainly(events);
    const state = foldAll(events);
    if (winner) count('winner');
    if (asked.length > 0) count('asked');
    const attention = state.status === 'enrolled' ? state.attention : [];
    for (const { type, caseId } of attention) {
      count(type);
      if (caseId === winner) count('the winner came last');
    }
  }
  for (const what of [
    'winner',
    'asked',
    'codeRedeemedTwice',
    'spentCodeRedeemed',
    'leaverActivated',
    'the winner came last',
  ])
    expect([what, seen.get(what) ?? 0]).toEqual([what, expect.toSatisfy((times: number) => times >= 5)]);
});
