// Sound and vibration as a choice a screen can show and change.

import { type Accessor, createSignal } from 'solid-js';
import type { Cues } from '../app/cues';
import { useApp } from './AppContext';
import { createBug } from './createBug';
import { createLiveQuery } from './createLiveQuery';

export interface CuesState {
  /** `undefined` until it is known. */
  readonly areOn: Accessor<boolean | undefined>;
  turn(on: boolean): void;
  play: Cues['play'];
}

export function createCues(): CuesState {
  const [loaded, setLoaded] = createSignal<Cues>();
  const reportBug = createBug();
  useApp().cues().then(setLoaded).catch(reportBug);
  const areOn = createLiveQuery(loaded, async (cues) => cues?.areOn());
  return {
    areOn,
    turn: (on) => void loaded()?.turn(on).catch(reportBug),
    play: (cue) => loaded()?.play(cue),
  };
}
