// Two people: one asks, the other answers with a code.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';
import { QrGlyph } from './QrGlyph';

/** "Ask a manager for a code." */
export function AskManager() {
  return (
    <Picture>
      <path d="M10 170h220" />
      {/* the employee, in a vest and helmet */}
      <path d="M26 170v-30c0-18 12-28 30-28s30 10 30 28v30Z" fill={ACCENT} stroke={ON_ACCENT} />
      <path d="M44 114l12 18 12-18M56 132v38" stroke={ON_ACCENT} stroke-width="3" />
      <circle cx="56" cy="88" r="19" fill={SURFACE} />
      <path d="M32 84c0-32 48-32 48 0Z" fill={ACCENT} stroke={ON_ACCENT} />
      <path d="M27 84h58" />
      {/* the manager, with a lanyard */}
      <path d="M154 170v-30c0-18 12-28 30-28s30 10 30 28v30Z" fill={SHADE} />
      <path d="M172 114l12 24 12-24" />
      <rect x="177" y="138" width="14" height="18" rx="2" fill={SURFACE} />
      <circle cx="184" cy="88" r="19" fill={SURFACE} />
      <path d="M165 84c2-22 36-26 38 0-12 0-20-4-24-10-2 6-8 10-14 10Z" fill="currentColor" />
      {/* the question and the answer */}
      <path
        d="M92 12h56a10 10 0 0 1 10 10v44a10 10 0 0 1-10 10h-6l8 14-24-14H92a10 10 0 0 1-10-10V22a10 10 0 0 1 10-10Z"
        fill={SURFACE}
      />
      <g transform="translate(98 22)">
        <QrGlyph x={0} y={0} />
      </g>
    </Picture>
  );
}
