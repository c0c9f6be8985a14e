// What a scanned code was answered, within the frame of the viewfinder: a sign, a word and the sentence.

import Ban from 'lucide-solid/icons/ban';
import Building from 'lucide-solid/icons/building';
import CalendarClock from 'lucide-solid/icons/calendar-clock';
import CalendarX from 'lucide-solid/icons/calendar-x';
import CheckCheck from 'lucide-solid/icons/check-check';
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import Hourglass from 'lucide-solid/icons/hourglass';
import Lock from 'lucide-solid/icons/lock';
import Replace from 'lucide-solid/icons/replace';
import ScanSearch from 'lucide-solid/icons/scan-search';
import { type Component, type JSX, Match, Show, Switch } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { showWait } from '../../i18n/format';
import { kioskText } from '../../i18n/kiosk';
import { scanText as text, answerWords as words } from '../../i18n/scan';
import { scanSentence } from '../../i18n/scanFailures';
import { createNow } from '../../reactive/createNow';
import type { ScanView } from '../../reactive/createScanCheck';
import type { Meaning } from '../../ui/MeaningShape';
import styles from './Viewfinder.module.css';

type Refusal = Extract<ScanView, { status: 'refused' }>['refusal'];

const signs: Readonly<Record<Exclude<keyof typeof words, 'unreadable'>, Component>> = {
  notALoginCode: ScanSearch,
  codeOfOtherOrganisation: Building,
  codeUsed: CheckCheck,
  codeExpired: CalendarX,
  codeNotYetValid: CalendarClock,
  codeSuperseded: Replace,
  codeEnded: Ban,
  codeRevoked: Ban,
  codeUnknownHere: CircleQuestionMark,
  codeNotAccepted: CircleX,
  voucherNotAccepted: CircleX,
  voucherFromRevokedTablet: Ban,
  waitBeforeNextTry: Hourglass,
  tooManyTries: Lock,
  tabletStopped: Lock,
  noCodeInPicture: ScanSearch,
  notAPicture: CircleX,
};

/** What has no sign of its own is a link that was damaged. */
const hasSign = (type: string): type is keyof typeof signs => Object.hasOwn(signs, type);

export function ScanAnswer(props: { readonly view: ScanView }) {
  const refused = () => (props.view.status === 'refused' ? props.view : undefined);
  return (
    <Switch>
      <Match when={props.view.status === 'checking'}>
        <p>{text.checking}</p>
      </Match>
      <Match when={props.view.status === 'found'}>
        <p class={styles.title}>{text.found}</p>
      </Match>
      {/* Anew when the same is told again, so that it is seen and heard. */}
      <Match when={refused()} keyed>
        {({ refusal }) =>
          refusal.type === 'waitBeforeNextTry' ? (
            <Wait until={refusal.until} />
          ) : (
            <Refused refusal={refusal} />
          )
        }
      </Match>
    </Switch>
  );
}

/** Nothing is wrong with these; it is only too early. */
const waits: ReadonlySet<string> = new Set<Refusal['type']>([
  'waitBeforeNextTry',
  'codeNotYetValid',
  'codeUnknownHere',
]);

/** The colour of the frame. */
export function scanMeaning(view: ScanView): Meaning | undefined {
  if (view.status === 'found') return 'done';
  if (view.status !== 'refused') return undefined;
  return waits.has(view.refusal.type) ? 'wait' : 'danger';
}

function Refused(props: { readonly refusal: Refusal }) {
  const { type } = props.refusal;
  return (
    <Told icon={hasSign(type) ? signs[type] : CircleX} title={words[hasSign(type) ? type : 'unreadable']}>
      {scanSentence(props.refusal)}
    </Told>
  );
}

function Wait(props: { readonly until: number }) {
  const now = createNow();
  return (
    <Show when={now() < props.until} fallback={<p>{kioskText.tries.waitOver}</p>}>
      <Told icon={Hourglass} title={words.waitBeforeNextTry}>
        {kioskText.tries.waitTitle}. {/* Announced once, and not again with every second. */}
        <span role="timer" aria-live="off">
          {kioskText.tries.wait(showWait(props.until, now()))}
        </span>
      </Told>
    </Show>
  );
}

function Told(props: { readonly icon: Component; readonly title: string; readonly children: JSX.Element }) {
  return (
    <div class={styles.told}>
      <Dynamic component={props.icon} />
      <div>
        <p class={styles.title}>{props.title}</p>
        <p>{props.children}</p>
      </div>
    </div>
  );
}
