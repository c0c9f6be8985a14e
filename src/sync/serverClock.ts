// How far this tablet's clock is from the server's, by the `Date` header of an answer.

export interface ServerClock {
  /** Ms to add to the tablet's time to get the server's. */
  readonly offset: number;
  /** Ms by which the offset may be wrong: `Date` has whole seconds, and the way takes time. */
  readonly within: number;
}

const HALF_A_SECOND = 500;

/**
 * The server's time, in the middle of its second, against the tablet's in the middle of the request. Undefined without a
 * `Date`: from another origin a browser shows it only if the server exposes it.
 */
export function readServerClock(
  date: string | null,
  asked: number,
  answered: number,
): ServerClock | undefined {
  const time = Date.parse(date ?? '');
  if (Number.isNaN(time)) return undefined;
  return {
    offset: Math.round(time + HALF_A_SECOND - (asked + answered) / 2),
    within: Math.round(HALF_A_SECOND + Math.abs(answered - asked) / 2),
  };
}
