// Whose device this is, for words that differ: where a camera is allowed again, how an app is kept.

export type DeviceKind = 'ios' | 'android' | 'other';

/** An iPad says it is a Mac; a Mac has no touch screen. */
export function deviceKind({ userAgent, maxTouchPoints }: Navigator = navigator): DeviceKind {
  if (/Android/i.test(userAgent)) return 'android';
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  return /Macintosh/.test(userAgent) && maxTouchPoints > 1 ? 'ios' : 'other';
}
