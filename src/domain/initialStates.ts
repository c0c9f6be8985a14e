// What each kind of stream is before anything has happened in it. Apart from the folds, so that the kiosk can ask and show
// without them: they are loaded when something is written.

export const initialStates = {
  organisation: { status: 'unfounded' },
  manager: { status: 'unknown' },
  device: { status: 'unknown' },
  employee: { status: 'unknown' },
  batch: { status: 'open' },
} as const;
