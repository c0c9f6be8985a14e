// Something broke that nobody foresaw. What was saved is saved; a fresh start is the way on, by itself when nobody is
// there, and the details can be copied for whoever looks after the tablet.

import type { App } from '../app/app';
import { sharedText } from '../i18n/shared';
import { createFreshStart } from '../reactive/createFreshStart';
import { Button } from '../ui/Button';
import { KioskFrame } from '../ui/KioskFrame';
import { KioskQuestion } from '../ui/KioskQuestion';
import { createHeading } from './createHeading';
import styles from './ErrorScreen.module.css';
import { paths } from './paths';

const text = sharedText.somethingBroke;

/** What was thrown, for the eyes of whoever repairs it. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === undefined ? '' : `\n${describe(thrown.cause)}`;
  return `${thrown.stack ?? `${thrown.name}: ${thrown.message}`}${cause}`;
}

export function ErrorScreen(props: {
  readonly thrown: unknown;
  /** Of the screen that broke. */
  readonly address: string;
  /** What works even when nothing else does. */
  readonly app: Pick<App, 'updates' | 'watchIdle'>;
}) {
  const freshStart = createFreshStart(props, props.app, paths.welcome);
  if (freshStart.isUnderWay) return <KioskFrame wordmark={sharedText.product} />;
  const heading = createHeading(() => text.title);
  return (
    <KioskFrame wordmark={sharedText.product}>
      <KioskQuestion title={text.title} titleRef={heading} intro={text.intro}>
        <div class={styles.ways}>
          <Button variant="primary" size="kiosk" wide onPress={() => freshStart.at(props.address)}>
            {text.reload}
          </Button>
          <Button size="kiosk" wide onPress={() => freshStart.at(paths.welcome)}>
            {text.start}
          </Button>
        </div>
        <details class={styles.details}>
          <summary>{text.details}</summary>
          <p>{text.detailsHint}</p>
          {/* What scrolls must be reachable by keyboard. */}
          <pre tabindex="0">{describe(props.thrown)}</pre>
        </details>
      </KioskQuestion>
    </KioskFrame>
  );
}
