// How one pastes on this device: with which keys, or with a finger.

interface NavigatorWithHints extends Navigator {
  readonly userAgentData?: { readonly platform: string };
}

/** An iPad says it is a Mac; a Mac has no touch screen. */
export function pasting(): 'ctrl' | 'cmd' | 'touch' {
  const { userAgentData, platform, userAgent, maxTouchPoints } = navigator as NavigatorWithHints;
  const system = userAgentData?.platform || platform;
  if (/Android|iPhone|iPad|iPod/i.test(`${system} ${userAgent}`)) return 'touch';
  if (!/^mac/i.test(system)) return 'ctrl';
  return maxTouchPoints > 1 ? 'touch' : 'cmd';
}
