// The organisation's poster: one page for the wall by the tablet. It says whose app this is and holds no secret.

import { paperText } from '../../../i18n/print';
import { TabletAtGate } from '../../../ui/illustrations/TabletAtGate';
import { FittedText } from './FittedText';
import paper from './Paper.module.css';
import { PaperQr } from './PaperQr';
import styles from './Poster.module.css';

const text = paperText.poster;

/** Read from across a room, scanned from a step away; in mm. */
export const POSTER_QR_CODE = 116;

export interface PosterPage {
  readonly organisation: string;
  readonly companyCode: string;
  readonly where: string;
  readonly drawing: { readonly size: number; readonly path: string };
}

export const Poster = (props: { readonly page: PosterPage }) => (
  <div class={styles.poster} data-printed="poster">
    <FittedText
      text={props.page.organisation}
      millimetres={166}
      isHeavy
      steps={[
        { points: 26, lines: 1 },
        { points: 20, lines: 2 },
        { points: 15, lines: 3 },
      ]}
    />
    <p class={styles.title}>{text.title}</p>
    <div class={styles.code}>
      <PaperQr drawing={props.page.drawing} millimetres={POSTER_QR_CODE} />
    </div>
    <div class={styles.foot}>
      <div class={styles.picture}>
        <TabletAtGate />
      </div>
      <div class={styles.words}>
        <p class={styles.scan}>{text.scan}</p>
        <p>{text.text}</p>
        <div>
          <p class={styles.caption}>{paperText.where}</p>
          <FittedText
            text={props.page.where}
            millimetres={106}
            isHeavy
            steps={[
              { points: 13, lines: 1 },
              { points: 11, lines: 2 },
              { points: 9, lines: 3 },
            ]}
          />
        </div>
      </div>
    </div>
    <p class={styles.companyCode}>
      {paperText.companyCode} <span class={paper.mono}>{props.page.companyCode}</span>
    </p>
  </div>
);
