// The end of joining: this tablet knows what the others know.

import ArrowRight from 'lucide-solid/icons/arrow-right';
import { createResource, Show } from 'solid-js';
import { joinText } from '../../i18n/join';
import { useApp } from '../../reactive/AppContext';
import { Button } from '../../ui/Button';
import { YouAreReady } from '../../ui/illustrations/YouAreReady';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { KeepingNotice } from './KeepingNotice';
import styles from './SetUpDone.module.css';

const text = joinText.done;

export function JoinDone(props: { readonly organisation: string }) {
  const app = useApp();
  const heading = createHeading(() => text.title);
  const [keeping] = createResource(app.storage.persistence);
  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro(props.organisation)}
      picture={<YouAreReady />}
    >
      <Show when={keeping()}>{(answer) => <KeepingNotice keeping={answer()} />}</Show>
      <div class={styles.ways}>
        <Button variant="primary" size="kiosk" wide iconAfter={<ArrowRight />} href={paths.welcome}>
          {text.kiosk}
        </Button>
        <Button size="kiosk" wide href={paths.manage}>
          {text.manage}
        </Button>
      </div>
      <p>{text.manageHint}</p>
    </KioskQuestion>
  );
}
