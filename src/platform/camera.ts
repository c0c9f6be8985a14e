// Opens one camera inside an element with html5-qrcode, and gives it back, whatever state it is in.

import { err, ok, type Result } from '../kernel/result';
import { type CameraTrouble, toCameraTrouble } from './cameraTrouble';
import { createHtml5Scanner, type Html5Scanner } from './html5Qrcode';

export interface CameraName {
  readonly id: string;
  /** What the browser calls it; may be empty. */
  readonly label: string;
}

const FRAMES_PER_SECOND = 12;
const FIRST_FRAME_WITHIN_MS = 10_000;

/** Opens the camera (unless named, the one that looks away from the person) and tells every code in every frame. */
export async function openCamera(
  element: HTMLElement,
  id: string | undefined,
  onCode: (text: string) => void,
): Promise<Result<Html5Scanner, CameraTrouble>> {
  if (!isSecureContext) return err({ type: 'cameraInsecure' });
  if (!navigator.mediaDevices?.getUserMedia) return err({ type: 'cameraUnavailable' });
  const scanner = await createHtml5Scanner(element);
  fitVideo(scanner.host);
  const which: MediaTrackConstraints = id
    ? { deviceId: { exact: id } }
    : { facingMode: { ideal: 'environment' } };
  const showing = firstFrame(scanner.host);
  const videoConstraints = { ...which, width: { ideal: 1280 }, height: { ideal: 720 } };
  try {
    await scanner.html5.start(
      { facingMode: 'environment' }, // it asks for this, and then uses the constraints below
      { fps: FRAMES_PER_SECOND, disableFlip: true, videoConstraints },
      onCode,
      () => undefined,
    );
  } catch (failure) {
    await closeCamera(scanner);
    return err(toCameraTrouble(failure));
  }
  // Closed before its first frame, html5-qrcode leaves a rejection behind that nobody can catch.
  if (await showing) return ok(scanner);
  await closeCamera(scanner);
  return err({ type: 'cameraUnavailable' });
}

/** Whether the camera shows anything, within the time in which a working one always does. */
function firstFrame(host: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), FIRST_FRAME_WITHIN_MS);
    const onPlaying = () => {
      clearTimeout(timer);
      resolve(true);
    };
    host.addEventListener('playing', onPlaying, { capture: true, once: true });
  });
}

/** Gives the camera back and removes what was drawn. */
export async function closeCamera(scanner: Html5Scanner): Promise<void> {
  const track = cameraTrack(scanner);
  try {
    await scanner.html5.stop();
  } catch {
    // html5-qrcode throws when it has not shown a frame yet; the track is stopped all the same, below.
  }
  track?.stop();
  scanner.host.remove();
}

export function cameraTrack({ host }: Html5Scanner): MediaStreamTrack | undefined {
  const stream = host.querySelector('video')?.srcObject;
  return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
}

/** Whether this camera has a light of its own. */
export const hasLight = (track: MediaStreamTrack | undefined): boolean =>
  (track?.getCapabilities?.() as { torch?: boolean } | undefined)?.torch === true;

/** Turns the camera's light on or off; says whether it is on now. */
export async function switchLight(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  // TypeScript does not know `torch` yet.
  const light: MediaTrackConstraintSet & { torch: boolean } = { torch: on };
  return track.applyConstraints({ ...track.getConstraints(), advanced: [light] }).then(
    () => on,
    () => !on,
  );
}

/** The cameras there are; browsers name them only after one of them was allowed. */
export async function listCameras(): Promise<CameraName[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch((): MediaDeviceInfo[] => []);
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** The picture fills the width of its place, and is a mirror unless the camera looks away from the person. */
function fitVideo(host: HTMLElement): void {
  const onSize = ({ target }: Event) => {
    if (!(target instanceof HTMLVideoElement)) return;
    target.style.inlineSize = '100%';
    const [track] = target.srcObject instanceof MediaStream ? target.srcObject.getVideoTracks() : [];
    if (track?.getSettings().facingMode !== 'environment') target.style.transform = 'scaleX(-1)';
  };
  host.addEventListener('loadedmetadata', onSize, { capture: true });
}
