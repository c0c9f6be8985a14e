// A hand holds a card with a QR code up to the tablet's camera.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';
import { QrGlyph } from './QrGlyph';

/** "Hold your code to the camera." */
export function HoldCodeToCamera() {
  return (
    <Picture>
      {/* the tablet on its stand */}
      <path d="M22 164h92" />
      <path d="M54 164l6-26h16l6 26" fill={SHADE} />
      <rect x="14" y="18" width="108" height="122" rx="12" fill={SURFACE} />
      <rect x="26" y="40" width="84" height="88" rx="4" fill={SHADE} />
      <circle cx="68" cy="29" r="3" fill="currentColor" stroke="none" />
      {/* what the camera looks for */}
      <path d="M42 68V58h10M84 58h10v10M94 100v10H84M52 110H42v-10" />
      <path d="M40 84h56" stroke={ACCENT} stroke-width="6" />
      {/* the card in the hand */}
      <g transform="rotate(-6 184 92)">
        <rect x="150" y="44" width="72" height="84" rx="8" fill={ACCENT} stroke={ON_ACCENT} />
        <rect x="159" y="53" width="54" height="54" rx="3" fill="#ffffff" stroke="none" />
        <QrGlyph x={164} y={58} color="#16181a" />
        <path d="M168 117h36" stroke={ON_ACCENT} />
      </g>
      <path d="M178 180v-24l-10-18c-4-8 6-14 12-7l10 12h26c8 0 14 6 14 14v23" fill={SURFACE} />
      <path d="M196 143v-4M212 143v-5" />
      <path d="M142 74l-8 4M141 92h-9M143 110l-8-4" stroke={ACCENT} stroke-width="5" />
    </Picture>
  );
}
