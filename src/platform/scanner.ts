// Reads a QR code, from the camera or from a picture file. The camera is always given back: on stop, when it fails,
// and when whoever started it has left before it was ready. Everything heavy is loaded when first needed.

import { err, ok, type Result } from '../kernel/result';
import {
  type CameraName,
  cameraTrack,
  closeCamera,
  hasLight,
  listCameras,
  openCamera,
  switchLight,
} from './camera';
import type { CameraTrouble } from './cameraTrouble';
import { createHtml5Scanner, type Html5Scanner } from './html5Qrcode';
import { readPicture } from './pictureFile';

export interface ScannerOptions {
  readonly onCode: (text: string) => void;
  /** The camera was lost while scanning: unplugged, or taken away. The scanner has stopped by then. */
  readonly onTrouble?: (trouble: CameraTrouble) => void;
  /** The id of one of the cameras; unless told, the one that looks away from the person. */
  readonly camera?: string;
  /** Gives up, also while the camera is still starting. */
  readonly signal?: AbortSignal;
}

export interface Scanner {
  readonly cameras: readonly CameraName[];
  /** The id of the camera in use, as far as the browser tells. */
  camera(): string | undefined;
  /** Goes on with another camera. When that one fails, the scanner has stopped. */
  switchCamera(id: string): Promise<Result<void, CameraTrouble>>;
  /** Whether the camera in use has a light. */
  hasLight(): boolean;
  /** Turns it on or off; says whether it is on now. It goes out with the camera. */
  switchLight(on: boolean): Promise<boolean>;
  /** Gives the camera back and clears the element; may be called at any time and more than once. */
  stop(): Promise<void>;
}

export type PictureTrouble = { readonly type: 'noCodeInPicture' } | { readonly type: 'notAPicture' };

const SAME_CODE_AGAIN_MS = 3000; // a code held still is told once, and again only after this long

/** Shows the camera in the element and reads codes until stopped. */
export async function startScanner(
  element: HTMLElement,
  options: ScannerOptions,
): Promise<Result<Scanner, CameraTrouble>> {
  const { signal } = options;
  let stopped = signal?.aborted ?? false;
  let running: Html5Scanner | undefined;
  let changing: Promise<unknown> = Promise.resolve();
  let handedOver = false;
  const tell = oncePerCode(options.onCode);
  const onCode = (text: string) => {
    // Whoever started it can stop it only once they hold it: until then a code is left to the next frame.
    if (handedOver && !stopped) tell(text);
  };

  async function release() {
    const released = running;
    running = undefined;
    if (released) await closeCamera(released);
  }

  async function use(id: string | undefined): Promise<Result<void, CameraTrouble>> {
    await release();
    if (stopped) return ok(undefined);
    const opened = await openCamera(element, id, onCode);
    if (!opened.ok) return opened;
    running = opened.value;
    if (stopped) await release();
    else cameraTrack(opened.value)?.addEventListener('ended', onLost);
    return ok(undefined);
  }

  /** One change at a time: a stop waits for a start, since a camera can only be given back once it is there. */
  function inTurn<Done>(change: () => Promise<Done>): Promise<Done> {
    const done = changing.then(change);
    changing = done.catch(() => undefined);
    return done;
  }

  async function stop() {
    stopped = true;
    signal?.removeEventListener('abort', stop);
    await inTurn(release);
  }

  async function onLost() {
    if (stopped) return;
    await stop();
    options.onTrouble?.({ type: 'cameraUnavailable' });
  }

  async function useOrStop(id: string | undefined) {
    const used = await inTurn(() => use(id));
    if (!used.ok) await stop();
    return used;
  }

  signal?.addEventListener('abort', stop);
  const started = await useOrStop(options.camera);
  if (!started.ok) return started;
  const cameras = await listCameras();
  const track = () => running && cameraTrack(running);
  handedOver = true;
  return ok({
    cameras,
    camera: () => track()?.getSettings().deviceId,
    hasLight: () => hasLight(track()),
    async switchLight(on) {
      const lit = track();
      return lit ? switchLight(lit, on) : false;
    },
    switchCamera: useOrStop,
    stop,
  });
}

/** The text of the code in a picture file. */
export async function scanPicture(file: Blob): Promise<Result<string, PictureTrouble>> {
  const picture = await readPicture(file);
  if (!picture) return err({ type: 'notAPicture' });
  const place = document.createElement('div');
  place.hidden = true;
  document.body.append(place);
  try {
    const { html5 } = await createHtml5Scanner(place);
    return await html5.scanFile(picture, false).then(
      (text) => ok(text),
      () => err({ type: 'noCodeInPicture' }),
    );
  } finally {
    place.remove();
  }
}

function oncePerCode(tell: (text: string) => void): (text: string) => void {
  let last = '';
  let lastTime = Number.NEGATIVE_INFINITY;
  return (text) => {
    const now = performance.now();
    if (text === last && now - lastTime < SAME_CODE_AGAIN_MS) return;
    last = text;
    lastTime = now;
    tell(text);
  };
}
