// A wallet card or a label: the QR code, and beside it all that is needed where it cannot be scanned.

import { showCode } from '../../../domain/activationCode';
import { paperText as text } from '../../../i18n/print';
import { FittedText } from './FittedText';
import type { TextStep } from './fitText';
import paper from './Paper.module.css';
import { PaperQr } from './PaperQr';
import { type PaperCode, startToTell } from './printable';
import styles from './SmallCode.module.css';

export interface SmallCodeProps {
  readonly person: PaperCode;
  readonly layout: 'card' | 'label';
  readonly qrCode: number;
  /** What is left for words beside the QR code, in mm. */
  readonly words: number;
}

type Steps = readonly [TextStep, ...TextStep[]];
interface Fit {
  readonly organisation: Steps;
  readonly name: Steps;
  readonly where: Steps;
}

/** The last step of each still has room together with the last steps of the others. */
const fits: Readonly<Record<SmallCodeProps['layout'], Fit>> = {
  card: {
    organisation: [
      { points: 7.5, lines: 1 },
      { points: 6.5, lines: 2 },
    ],
    name: [
      { points: 13, lines: 1 },
      { points: 11, lines: 2 },
      { points: 8.5, lines: 3 },
      { points: 7, lines: 5 },
      { points: 6, lines: 7 },
    ],
    where: [
      { points: 7.5, lines: 1 },
      { points: 6.5, lines: 2 },
    ],
  },
  label: {
    organisation: [
      { points: 7.5, lines: 1 },
      { points: 6, lines: 1 },
    ],
    name: [
      { points: 13, lines: 1 },
      { points: 11, lines: 2 },
      { points: 8, lines: 3 },
      { points: 7, lines: 4 },
      { points: 6, lines: 5 },
    ],
    where: [
      { points: 7.5, lines: 1 },
      { points: 6, lines: 1 },
    ],
  },
};

export function SmallCode(props: SmallCodeProps) {
  const { facts, code } = props.person;
  const fit = fits[props.layout];
  return (
    <div class={styles.small} data-layout={props.layout}>
      <PaperQr drawing={props.person.drawing} millimetres={props.qrCode} />
      <div class={styles.words}>
        <div class={styles.organisation}>
          <FittedText text={facts.organisation} millimetres={props.words} steps={fit.organisation} />
        </div>
        <div class={styles.person}>
          <FittedText text={props.person.name} millimetres={props.words} isHeavy steps={fit.name} />
          <p class={styles.id}>
            {text.employeeId}{' '}
            <bdi class={paper.mono} data-long={code.employeeId.length > 14 ? '' : undefined}>
              {code.employeeId}
            </bdi>
          </p>
        </div>
        <div class={styles.foot}>
          <FittedText
            text={props.layout === 'card' ? text.cardSteps(facts.where) : text.smallWhere(facts.where)}
            millimetres={props.words}
            steps={fit.where}
          />
          <p class={styles.good}>{text.good(startToTell(props.person), code.expiresAt)}</p>
        </div>
      </div>
      <p class={styles.code} dir="ltr">
        <span class={paper.mono}>{showCode(code.code)}</span>
      </p>
      <p class={styles.company}>
        {text.companyCode} <span class={paper.mono}>{facts.companyCode}</span>
      </p>
    </div>
  );
}
