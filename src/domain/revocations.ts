// Which revocations count, and how far each revoked tablet counts: by the set of those that are known and never by the order
// in which they came. A revocation stands in a segment, which another one may cut off.

import type { DeviceId, EventId } from '../kernel/hlc';

export interface Revocation {
  readonly id: EventId;
  /** The tablet that recorded it, and the number of its segment. */
  readonly by: DeviceId;
  readonly sequence: number;
  /** The tablet that is revoked, and the last of its segments that counts. */
  readonly device: DeviceId;
  readonly lastSequence: number;
}

/** [O5] [Y6] The last segment that counts of each tablet that is revoked. */
export function lastCounting(known: readonly Revocation[]): ReadonlyMap<DeviceId, number> {
  const { doesCount, kept } = decideAll(known);
  const last = new Map<DeviceId, number>();
  for (const revocation of known) {
    if (!doesCount.get(revocation)) continue;
    const { device, lastSequence } = revocation;
    last.set(device, Math.max(last.get(device) ?? kept.get(device) ?? 0, lastSequence));
  }
  return last;
}

interface Decided {
  readonly doesCount: ReadonlyMap<Revocation, boolean>;
  /** So far a tablet counts, whoever revoked it: it was the first of those that revoke each other in a circle. */
  readonly kept: ReadonlyMap<DeviceId, number>;
}

function decideAll(known: readonly Revocation[]): Decided {
  const doesCount = new Map<Revocation, boolean>();
  const kept = new Map<DeviceId, number>();
  const against = new Map(known.map(({ by }) => [by, known.filter(({ device }) => device === by)]));
  const isOut = (one: Revocation) => doesCount.get(one) === false;
  const isIn = (one: Revocation) => doesCount.get(one) === true;

  /** Nothing while it hangs on others that are not decided. */
  function decide({ by, sequence }: Revocation): boolean | undefined {
    const all = against.get(by) ?? [];
    const cutting = all.filter(({ lastSequence }) => lastSequence < sequence);
    const sparing = all.filter(({ lastSequence }) => lastSequence >= sequence);
    if (sequence <= (kept.get(by) ?? 0) || sparing.some(isIn) || cutting.every(isOut)) return true;
    return cutting.some(isIn) && sparing.every(isOut) ? false : undefined;
  }
  /** Whether it hangs on itself, by way of others. */
  function isInCircle(one: Revocation): boolean {
    const seen = new Set<Revocation>();
    const next = [one];
    for (let at = next.pop(); at; at = next.pop())
      for (const other of against.get(at.by) ?? [])
        if (!doesCount.has(other) && !seen.has(other)) {
          seen.add(other);
          next.push(other);
        }
    return seen.has(one);
  }

  let open = [...known].sort((a, b) => (a.id < b.id ? -1 : 1));
  while (open.length > 0) {
    const before = open.length;
    for (const one of open) {
      const decided = decide(one);
      if (decided !== undefined) doesCount.set(one, decided);
    }
    open = open.filter((one) => !doesCount.has(one));
    const first = open.length === before ? open.find(isInCircle) : undefined;
    if (first) kept.set(first.by, Math.max(kept.get(first.by) ?? 0, first.sequence));
  }
  return { doesCount, kept };
}
