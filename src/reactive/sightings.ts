// What the camera has seen since the scan screen was opened, and what each code was answered: a code that is held still
// is seen again and again, and must neither be told again nor use up the person's tries.

import type { CheckCodeRefusal } from '../app/activation';
import type { LoginLinkRefusal } from '../domain/loginLink';

export type ScanRefusal = CheckCodeRefusal | LoginLinkRefusal;

export type Sighting =
  /** Not answered yet, or the answer may be another one by now. */
  | { readonly is: 'new' }
  /** In view since it was answered. */
  | { readonly is: 'still there' }
  /** Taken away in between, and held up again. */
  | { readonly is: 'back'; readonly refusal: ScanRefusal };

export interface Sightings {
  see(text: string, now: number): Sighting;
  /** What it was answered, as long as that holds. */
  answered(text: string, now: number): ScanRefusal | undefined;
  answer(text: string, refusal: ScanRefusal, now: number): void;
}

const GONE_AFTER = 5_000; // the scanner tells a code that is held still every three seconds

/** Times in ms since 1970. */
export function createSightings(): Sightings {
  const answers = new Map<string, { readonly refusal: ScanRefusal; seenAt: number }>();
  const standing = (text: string, now: number) => {
    const known = answers.get(text);
    return known && !isOver(known.refusal, now) ? known : undefined;
  };
  return {
    see(text, now) {
      const known = standing(text, now);
      if (!known) return { is: 'new' };
      const wasGone = now - known.seenAt > GONE_AFTER;
      known.seenAt = now;
      return wasGone ? { is: 'back', refusal: known.refusal } : { is: 'still there' };
    },
    answered: (text, now) => standing(text, now)?.refusal,
    answer: (text, refusal, now) => answers.set(text, { refusal, seenAt: now }),
  };
}

function isOver(refusal: ScanRefusal, now: number): boolean {
  if (refusal.type === 'waitBeforeNextTry') return now >= refusal.until;
  return refusal.type === 'codeNotYetValid' && now >= refusal.from;
}
