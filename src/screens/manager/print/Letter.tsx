// One person's letter. Folded in three, their name stands in the window of an envelope and the code does not.

import { For, type JSX } from 'solid-js';
import { showCode } from '../../../domain/activationCode';
import { paperText as text } from '../../../i18n/print';
import { HoldCodeToCamera } from '../../../ui/illustrations/HoldCodeToCamera';
import { SetPassword } from '../../../ui/illustrations/SetPassword';
import { TabletAtGate } from '../../../ui/illustrations/TabletAtGate';
import { FittedText } from './FittedText';
import styles from './Letter.module.css';
import paper from './Paper.module.css';
import { PaperQr } from './PaperQr';
import { type PaperCode, startToTell } from './printable';

const steps = [
  { picture: TabletAtGate, title: text.steps.go, text: text.steps.goText },
  { picture: HoldCodeToCamera, title: text.steps.hold, text: text.steps.holdText },
  { picture: SetPassword, title: text.steps.choose, text: text.steps.chooseText },
] satisfies readonly { picture: () => JSX.Element; title: string; text: string }[];

export function Letter(props: { readonly person: PaperCode; readonly qrCode: number }) {
  const { facts, code } = props.person;
  return (
    <div class={styles.letter}>
      <div class={styles.head}>
        <div class={styles.organisation}>
          <FittedText
            text={facts.organisation}
            millimetres={118}
            isHeavy
            steps={[
              { points: 17, lines: 1 },
              { points: 14, lines: 2 },
              { points: 10.5, lines: 3 },
            ]}
          />
        </div>
        <p class={styles.companyCode}>
          {text.companyCode} <span class={paper.mono}>{facts.companyCode}</span>
        </p>
      </div>

      <div class={styles.addressee}>
        <FittedText
          text={props.person.name}
          millimetres={110}
          isHeavy
          steps={[
            { points: 20, lines: 1 },
            { points: 17, lines: 2 },
            { points: 13, lines: 3 },
            { points: 11, lines: 5 },
          ]}
        />
        <p class={styles.id}>
          {text.employeeId} <bdi class={paper.mono}>{code.employeeId}</bdi>
        </p>
      </div>

      <p class={styles.title}>{text.title}</p>
      <p class={styles.intro}>{text.intro}</p>

      <div class={styles.panel}>
        <PaperQr drawing={props.person.drawing} millimetres={props.qrCode} />
        <div class={styles.beside}>
          <p class={styles.scan}>{text.scan}</p>
          <div class={styles.where}>
            <p class={styles.caption}>{text.where}</p>
            <FittedText
              text={facts.where}
              millimetres={92}
              isHeavy
              steps={[
                { points: 13, lines: 2 },
                { points: 11, lines: 3 },
                { points: 9, lines: 4 },
              ]}
            />
          </div>
          <p>
            <strong>{text.good(startToTell(props.person), code.expiresAt)}.</strong> {text.once}.
          </p>
        </div>
        <div class={styles.typed}>
          <p class={styles.orType}>{text.orType}</p>
          <div>
            <p class={styles.caption}>{text.employeeId}</p>
            <p class={styles.typedId}>
              <bdi class={paper.mono} data-long={code.employeeId.length > 14 ? '' : undefined}>
                {code.employeeId}
              </bdi>
            </p>
          </div>
          <div>
            <p class={styles.caption}>{text.code}</p>
            <p class={styles.code} dir="ltr">
              <span class={paper.mono}>{showCode(code.code)}</span>
            </p>
          </div>
        </div>
      </div>

      <ol class={styles.steps}>
        <For each={steps}>
          {(step) => (
            <li>
              <step.picture />
              <p class={styles.stepTitle}>{step.title}</p>
              <p>{step.text}</p>
            </li>
          )}
        </For>
      </ol>

      <p class={styles.care}>{text.care}</p>
    </div>
  );
}
