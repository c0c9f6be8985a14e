// Taking in from another tablet, as a screen shows it: codes that are read one by one until all are there, or a file.

import { type Accessor, createSignal } from 'solid-js';
import type { SyncFailure } from '../app/failure';
import type { ParcelIntake, ParcelTaken } from '../app/sync/takeInParcel';
import type { Result } from '../kernel/result';
import type { FrameProgress } from '../sync/parcelFrames';
import { useManagerApp } from './AppContext';
import { createCommand } from './createCommand';

export interface ParcelIntakeState {
  readonly progress: Accessor<FrameProgress | undefined>;
  /** What is wrong with what was seen last, or why it was not taken in. */
  readonly refusal: Accessor<SyncFailure | undefined>;
  readonly isTakingIn: Accessor<boolean>;
  readonly taken: Accessor<ParcelTaken | undefined>;
  see(text: string): void;
  readFile(file: File): void;
  /** For another one. */
  reset(): void;
}

/** `onWhole` is called when nothing more needs to be read. */
export function createParcelIntake(onWhole: () => void): ParcelIntakeState {
  const { sync } = useManagerApp();
  const [progress, setProgress] = createSignal<FrameProgress>();
  const [seen, setSeen] = createSignal<SyncFailure>();
  const [taken, setTaken] = createSignal<ParcelTaken>();
  const began = sync.beginIntake();
  const work = createCommand(
    async (takeIn: (intake: ParcelIntake) => Promise<Result<ParcelTaken | undefined, SyncFailure>>) => {
      const intake = await began;
      return intake.ok ? takeIn(intake.value) : intake;
    },
  );
  const finish = async (perform: Parameters<typeof work.run>[0]) => {
    const done = await work.run(perform);
    if (done?.ok) setTaken(done.value);
    if (done && !done.ok) setProgress(undefined);
  };
  return {
    progress,
    refusal: () => seen() ?? work.refusal(),
    isTakingIn: work.isPending,
    taken,
    async see(text) {
      const intake = await began;
      if (!intake.ok || work.isPending() || taken()) return;
      const told = intake.value.see(text);
      setSeen(told.ok ? undefined : told.error);
      if (!told.ok) return;
      work.reset();
      setProgress(told.value);
      if (!intake.value.isWhole()) return;
      onWhole();
      await finish((whole) => whole.takeIn());
    },
    readFile(file) {
      setSeen(undefined);
      finish((intake) => intake.takeInFile(file));
    },
    reset() {
      setProgress(undefined);
      setSeen(undefined);
      setTaken(undefined);
      work.reset();
    },
  };
}
