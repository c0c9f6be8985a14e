// What single events say that were carried from tablet to tablet, in numbers that a person can check.

import type { RecordedEvent, StreamName } from '../../domain/streams';

export interface CarriedCounts {
  /** People who left. */
  readonly left: number;
  readonly cameBack: number;
  readonly revokedCodes: number;
  readonly newCodes: number;
  readonly closedAccounts: number;
  readonly endedPasses: number;
  readonly revokedTablets: number;
  /** Whatever else belongs to them, such as a new password. */
  readonly other: number;
}

const counted: Readonly<Partial<Record<RecordedEvent['type'], keyof CarriedCounts>>> = {
  EmployeeLeft: 'left',
  EmployeeReturned: 'cameBack',
  ActivationCodeRevoked: 'revokedCodes',
  ActivationCodeIssued: 'newCodes',
  AccountLocked: 'closedAccounts',
  DayPassEnded: 'endedPasses',
  TabletRevoked: 'revokedTablets',
};

/** Whoever left twice is one person. */
export function countCarried(
  entries: readonly (RecordedEvent & { readonly stream: StreamName })[],
): CarriedCounts {
  const counts = {
    left: 0,
    cameBack: 0,
    revokedCodes: 0,
    newCodes: 0,
    closedAccounts: 0,
    endedPasses: 0,
    revokedTablets: 0,
    other: 0,
  };
  const seen = new Set<string>();
  for (const { stream, type } of entries) {
    // Who they are goes with it.
    if (type === 'EmployeeEnrolled') continue;
    const what = counted[type] ?? 'other';
    if (what !== 'other' && seen.has(`${what} ${stream}`)) continue;
    seen.add(`${what} ${stream}`);
    counts[what] += 1;
  }
  return counts;
}
