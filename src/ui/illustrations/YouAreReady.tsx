// The arm is up, the way is free, and someone in a vest walks through with a hand raised.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';

/** "You are ready." */
export function YouAreReady() {
  return (
    <Picture>
      <path d="M10 164h220" />
      {/* the hut and its raised arm */}
      <path d="M26 164V74h54v90" fill={SURFACE} />
      <path d="M18 74a6 6 0 0 1 6-6h58a6 6 0 0 1 0 12H24a6 6 0 0 1-6-6Z" fill={SHADE} />
      <rect x="38" y="94" width="28" height="26" rx="2" fill={SHADE} />
      <path d="M96 164v-34" stroke-width="12" stroke-linecap="butt" />
      <path d="M93 128 148 14l13 6-55 114Z" fill={ACCENT} />
      <path d="m112 88 13 6-9 19-13-6ZM131 49l13 6-9 19-13-6Z" fill="currentColor" stroke="none" />
      <circle cx="98" cy="131" r="9" fill={SURFACE} />
      {/* the person */}
      <path d="M176 164l4-36 12 8 14 28M180 128l-2-12" stroke-width="9" />
      <path d="M170 84h22l4 42h-28Z" fill={ACCENT} stroke={ON_ACCENT} />
      <path d="M177 85v40M186 85v40" stroke={ON_ACCENT} stroke-width="3" />
      <path d="M192 90l16-18-6-20" stroke-width="7" />
      <path d="M172 90l-10 18 6 14" stroke-width="7" />
      <circle cx="182" cy="64" r="12" fill={SURFACE} />
      <path d="M167 60c0-20 30-20 30 0Z" fill={ACCENT} stroke={ON_ACCENT} />
      <path d="M163 60h38" />
    </Picture>
  );
}
