// A QR code on paper: black on white, as wide as its layout says, its quiet zone included.

import { paperText } from '../../../i18n/print';
import styles from './Paper.module.css';

export const PaperQr = (props: {
  readonly drawing: { readonly size: number; readonly path: string };
  readonly millimetres: number;
}) => (
  <svg
    class={styles.qrCode}
    viewBox={`0 0 ${props.drawing.size} ${props.drawing.size}`}
    style={{ 'inline-size': `${props.millimetres}mm`, 'block-size': `${props.millimetres}mm` }}
    role="img"
    aria-label={paperText.qrCode}
    shape-rendering="crispEdges"
  >
    <path d={props.drawing.path} />
  </svg>
);
