// A clipboard with no names on it yet.

import { ACCENT, ON_ACCENT, Picture, SHADE, SURFACE } from './Picture';

/** "Nobody here yet." */
export function EmptyList() {
  return (
    <Picture>
      <path d="M24 166h192" />
      <rect x="62" y="26" width="104" height="140" rx="10" fill={SHADE} />
      <rect x="74" y="42" width="80" height="112" rx="3" fill={SURFACE} />
      <path
        d="M94 34v-6a6 6 0 0 1 6-6h4a10 10 0 0 1 20 0h4a6 6 0 0 1 6 6v6a4 4 0 0 1-4 4H98a4 4 0 0 1-4-4Z"
        fill={ACCENT}
        stroke={ON_ACCENT}
      />
      <path d="M88 68h.1M88 92h.1M88 116h.1" stroke-width="9" />
      <path d="M104 68h36M104 92h28M104 116h36" stroke-dasharray="1 9" />
      <g transform="rotate(24 190 96)">
        <path d="M182 48h16v78l-8 16-8-16Z" fill={ACCENT} stroke={ON_ACCENT} />
        <path d="M182 64h16" stroke={ON_ACCENT} />
        <path d="m187 136 3 6 3-6Z" fill={ON_ACCENT} stroke={ON_ACCENT} />
      </g>
    </Picture>
  );
}
