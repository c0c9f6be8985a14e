// A QR code on its white card: 60 mm and more on any screen, white by night too, for cameras read it, not eyes.

import styles from './QrPicture.module.css';

export interface QrPictureProps {
  /** What it is, as the accessible name. */
  readonly label: string;
  /** Width and height in modules, and the dark ones as path data. */
  /** `large` for dense codes that another tablet's camera reads. */
  readonly size?: 'normal' | 'large' | undefined;
  readonly drawing: { readonly size: number; readonly path: string };
}

/** Draws one QR code. */
export const QrPicture = (props: QrPictureProps) => (
  <svg
    class={styles.picture}
    data-size={props.size ?? 'normal'}
    viewBox={`0 0 ${props.drawing.size} ${props.drawing.size}`}
    role="img"
    aria-label={props.label}
    shape-rendering="crispEdges"
  >
    <path d={props.drawing.path} />
  </svg>
);
