// Someone came back to the first run when it is long over.

import { setUpText } from '../../i18n/setup';
import { Button } from '../../ui/Button';
import { TabletAtGate } from '../../ui/illustrations/TabletAtGate';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import styles from './SetUpDone.module.css';

const text = setUpText.already;

export function AlreadySetUp(props: { readonly organisation: string }) {
  const heading = createHeading(() => text.title);
  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro(props.organisation)}
      picture={<TabletAtGate />}
    >
      <div class={styles.ways}>
        <Button variant="primary" size="kiosk" wide href={paths.welcome}>
          {text.kiosk}
        </Button>
        <Button size="kiosk" wide href={paths.manage}>
          {text.manage}
        </Button>
      </div>
    </KioskQuestion>
  );
}
