// Someone opened their login link on a device that belongs to no site, most likely their phone: where to go with it.

import { For } from 'solid-js';
import { elsewhereText as text } from '../../i18n/rare';
import { Button } from '../../ui/Button';
import { HoldCodeToCamera } from '../../ui/illustrations/HoldCodeToCamera';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import styles from './ElsewhereStep.module.css';
import form from './form.module.css';

export default function ElsewhereStep() {
  const heading = createHeading(() => text.title);
  return (
    <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<HoldCodeToCamera />}>
      <ol class={styles.steps}>
        <For each={text.steps}>{(step) => <li>{step}</li>}</For>
      </ol>
      <div class={form.besides}>
        <Button variant="quiet" href={paths.setUp}>
          {text.setUp}
        </Button>
      </div>
    </KioskQuestion>
  );
}
