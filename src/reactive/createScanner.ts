// The camera as a state a screen can show. Whatever happens, it is given back when the screen goes.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Failure } from '../app/failure';
import { useApp } from './AppContext';
import { createBug } from './createBug';

export type CameraState =
  | { readonly status: 'asking' }
  | { readonly status: 'looking'; readonly canSwitch: boolean }
  | { readonly status: 'trouble'; readonly trouble: Failure }
  | { readonly status: 'off' };

export interface ScannerState {
  readonly camera: Accessor<CameraState>;
  /** Shows the camera inside the element, from the beginning when it is running already. */
  start(element: HTMLElement): void;
  /** Goes on with the next of the tablet's cameras. */
  switchCamera(): void;
  /** Gives the camera back. */
  stop(): void;
}

export function createScanner(onCode: (text: string) => void): ScannerState {
  const app = useApp();
  const [camera, setCamera] = createSignal<CameraState>({ status: 'off' });
  const reportBug = createBug();
  let place: HTMLElement | undefined;
  let choice: string | undefined;
  let next: string | undefined;
  let giveUp = new AbortController();

  const stop = () => {
    giveUp.abort();
    setCamera({ status: 'off' });
  };
  onCleanup(stop);

  async function open(element: HTMLElement) {
    giveUp.abort();
    giveUp = new AbortController();
    const { signal } = giveUp;
    setCamera({ status: 'asking' });
    const started = await app.scanner.start(element, {
      // A code that is seen while the camera is being given back comes too late.
      onCode: (text) => {
        if (!signal.aborted) onCode(text);
      },
      onTrouble: (trouble) => setCamera({ status: 'trouble', trouble }),
      signal,
      ...(choice === undefined ? {} : { camera: choice }),
    });
    if (signal.aborted) return;
    if (!started.ok) {
      setCamera({ status: 'trouble', trouble: started.error });
      return;
    }
    const { cameras } = started.value;
    const at = cameras.findIndex(({ id }) => id === started.value.camera());
    next = cameras[(at + 1) % cameras.length]?.id;
    setCamera({ status: 'looking', canSwitch: cameras.length > 1 });
  }
  const start = (element: HTMLElement) => {
    place = element;
    open(element).catch(reportBug);
  };
  return {
    camera,
    start,
    switchCamera: () => {
      choice = next;
      if (place) start(place);
    },
    stop,
  };
}
