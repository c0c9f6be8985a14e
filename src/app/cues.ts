// Sound and vibration when a code is scanned, as it was chosen for this tablet.

import { type Cue, playCue } from '../platform/cue';
import type { AppDeps } from './deps';

export interface Cues {
  areOn(): Promise<boolean>;
  /** For this tablet, from now on. */
  turn(on: boolean): Promise<void>;
  /** Stays silent where they are off, or cannot be played. */
  play(cue: Cue): void;
}

export async function createCues({ store, onBug }: AppDeps): Promise<Cues> {
  const choices = await store.choices();
  return {
    areOn: choices.hasCues,
    turn: choices.setCues,
    play(cue) {
      const playIfOn = async () => {
        if (await choices.hasCues()) await playCue(cue);
      };
      playIfOn().catch(onBug);
    },
  };
}
