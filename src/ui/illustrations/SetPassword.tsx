// A padlock that is one's own: the key hangs beside it.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';

/** "Set a password of your own." */
export function SetPassword() {
  return (
    <Picture>
      <path d="M24 164h192" />
      <path d="M66 82V58a40 40 0 0 1 80 0v24" stroke-width="14" />
      <path d="M66 82V58a40 40 0 0 1 80 0v24" stroke={SHADE} stroke-width="6" />
      <rect x="46" y="80" width="120" height="84" rx="12" fill={ACCENT} stroke={ON_ACCENT} />
      <rect x="58" y="104" width="96" height="34" rx="6" fill="#fffdf8" stroke={ON_ACCENT} />
      <path d="M74 121h.1M90 121h.1M106 121h.1M122 121h.1M138 121h.1" stroke={ON_ACCENT} stroke-width="9" />
      <g transform="rotate(14 198 90)">
        <circle cx="198" cy="70" r="18" fill={SURFACE} />
        <circle cx="198" cy="66" r="5" />
        <path d="M198 88v50M198 122h13M198 136h9" />
      </g>
    </Picture>
  );
}
