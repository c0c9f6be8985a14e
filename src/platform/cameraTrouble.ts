// Why there is no picture from the camera, told from what the browser throws.

export type CameraTrouble = {
  readonly type:
    | 'cameraRefused' // the person, or the owner of the tablet, said no
    | 'noCamera'
    | 'cameraBusy' // another app holds it
    | 'cameraInsecure' // browsers give cameras to https and to localhost only
    | 'cameraUnavailable'; // anything else
};

const TROUBLE_BY_NAME: Readonly<Record<string, CameraTrouble['type']>> = {
  NotAllowedError: 'cameraRefused',
  PermissionDeniedError: 'cameraRefused',
  SecurityError: 'cameraRefused',
  NotFoundError: 'noCamera',
  DevicesNotFoundError: 'noCamera',
  OverconstrainedError: 'noCamera',
  NotReadableError: 'cameraBusy',
  TrackStartError: 'cameraBusy',
  AbortError: 'cameraBusy',
};

/** From a DOMException, or from the sentence in which html5-qrcode quotes one. */
export function toCameraTrouble(failure: unknown): CameraTrouble {
  const name = /\b[A-Z]\w+Error\b/.exec(String(failure))?.[0] ?? '';
  return { type: TROUBLE_BY_NAME[name] ?? 'cameraUnavailable' };
}
