// Somebody opened the organisation's own link on a device without data: whose app it is, and how to go on from here.

import { For } from 'solid-js';
import type { OrganisationLink } from '../../domain/organisationLink';
import { organisationLinkText as text } from '../../i18n/join';
import { Button } from '../../ui/Button';
import { TabletAtGate } from '../../ui/illustrations/TabletAtGate';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import styles from './ElsewhereStep.module.css';

export default function OrganisationStep(props: { readonly link: OrganisationLink }) {
  const title = () => text.title(props.link.name);
  const heading = createHeading(title);
  return (
    <KioskQuestion title={title()} titleRef={heading} intro={text.intro} picture={<TabletAtGate />}>
      <h2>{text.phone}</h2>
      <ol class={styles.steps}>
        <For each={text.phoneSteps}>{(step) => <li>{step}</li>}</For>
      </ol>
      <h2>{text.tablet}</h2>
      <p>{text.tabletText}</p>
      <Button size="kiosk" wide href={paths.join}>
        {text.join}
      </Button>
    </KioskQuestion>
  );
}
