// The camera as a state a screen can show. Whatever happens, it is given back when the screen goes.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { App } from '../app/app';
import { useApp } from './AppContext';
import { createBug } from './createBug';

type Started = Awaited<ReturnType<App['scanner']['start']>>;
type Running = Extract<Started, { ok: true }>['value'];
export type CameraTrouble = Extract<Started, { ok: false }>['error'];

export type CameraState =
  | { readonly status: 'asking' }
  | {
      readonly status: 'looking';
      readonly canSwitch: boolean;
      /** Whether the camera's light is on; none where it has no light. */
      readonly light: 'on' | 'off' | 'none';
    }
  | { readonly status: 'trouble'; readonly trouble: CameraTrouble }
  | { readonly status: 'off' };

export interface ScannerState {
  readonly camera: Accessor<CameraState>;
  /** Shows the camera inside the element, from the beginning when it is running already. */
  start(element: HTMLElement): void;
  /** Goes on with the next of the tablet's cameras. */
  switchCamera(): void;
  /** Turns the camera's light on, or off again. */
  switchLight(): void;
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
  let running: Running | undefined;

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
    running = started.value;
    const { cameras } = running;
    const inUse = running.camera();
    const at = cameras.findIndex(({ id }) => id === inUse);
    next = cameras[(at + 1) % cameras.length]?.id;
    setCamera({
      status: 'looking',
      canSwitch: cameras.length > 1,
      light: running.hasLight() ? 'off' : 'none',
    });
  }
  async function toggleLight() {
    const { signal } = giveUp;
    const before = camera();
    if (before.status !== 'looking' || !running) return;
    const isLit = await running.switchLight(before.light !== 'on');
    if (!signal.aborted) setCamera({ ...before, light: isLit ? 'on' : 'off' });
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
    switchLight: () => void toggleLight().catch(reportBug),
    stop,
  };
}
