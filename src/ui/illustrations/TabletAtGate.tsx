// The place it is all about: the gate of a site, its arm up, and the tablet on a post beside the way in.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';

/** "Welcome at the gate." */
export function TabletAtGate() {
  return (
    <Picture>
      {/* the hut and its raised arm */}
      <path d="M18 164V78h58v86" fill={SURFACE} />
      <path d="M8 76a7 7 0 0 1 7-7h64a7 7 0 0 1 0 14H15a7 7 0 0 1-7-7Z" fill={SHADE} />
      <rect x="30" y="98" width="34" height="30" rx="3" fill={SHADE} />
      <path d="M96 164v-32" stroke-width="14" stroke-linecap="butt" />
      <path d="M92 128 146 14l14 7-54 114Z" fill={ACCENT} />
      <path d="m111 88 14 7-9.5 20-14-7ZM130 48l14 7-9.5 20-14-7Z" fill="currentColor" stroke="none" />
      <circle cx="97" cy="132" r="10" fill={SURFACE} />
      {/* the tablet on its post */}
      <path d="M186 164v-34" stroke-width="12" stroke-linecap="butt" />
      <rect x="140" y="70" width="92" height="64" rx="9" fill={SURFACE} />
      <rect x="151" y="81" width="70" height="42" rx="3" fill={ACCENT} stroke={ON_ACCENT} stroke-width="3" />
      <path d="m172 102 10 10 20-21" stroke={ON_ACCENT} stroke-width="6" />
      <path d="M6 164h228" />
    </Picture>
  );
}
