// A hand holds a phone that shows a QR code up to the tablet's camera.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';
import { QrGlyph } from './QrGlyph';

/** "Hold your phone to the camera." */
export function HoldPhoneToCamera() {
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
      {/* the phone in the hand */}
      <path d="M166 180v-30l-8-14c-4-8 5-14 11-8l9 9" fill={SURFACE} />
      <g transform="rotate(-6 190 88)">
        <rect x="158" y="28" width="64" height="118" rx="11" fill={ACCENT} stroke={ON_ACCENT} />
        <rect x="165" y="42" width="50" height="86" rx="3" fill="#ffffff" stroke="none" />
        <QrGlyph x={168} y={60} color="#16181a" />
        <path d="M183 35h14M187 137h6" stroke={ON_ACCENT} stroke-width="3" />
      </g>
      <path
        d="M226 84c10-3 14 6 8 12l-8 8c8 2 8 12 1 15 6 4 5 13-2 15 4 8-2 14-8 16l-10 4v26"
        fill={SURFACE}
      />
      <path d="M142 74l-8 4M141 92h-9M143 110l-8-4" stroke={ACCENT} stroke-width="5" />
    </Picture>
  );
}
