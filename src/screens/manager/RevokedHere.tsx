// A tablet that was taken out of the organisation: instead of the pages that record something it says so, and what is to
// be done now; above the others it stands as a notice.

import { For, Show } from 'solid-js';
import { tabletsText } from '../../i18n/tablets';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { paths } from '../paths';
import layout from './ManagerLayout.module.css';
import { ManagerPage } from './ManagerPage';
import styles from './sync/RevokeDialog.module.css';

const text = tabletsText.revokedHere;

export default function RevokedHere(props: { readonly isPage: boolean }) {
  return (
    <Show
      when={props.isPage}
      fallback={
        <div class={layout.update}>
          <Notice kind="danger" title={text.title} announce="off">
            {text.text}
          </Notice>
        </div>
      }
    >
      <ManagerPage title={text.title} intro={text.text} width="reading">
        <Section title={text.next}>
          <ul class={styles.lines}>
            <For each={text.ways}>{(way) => <li>{way}</li>}</For>
          </ul>
        </Section>
        <Section title={text.stays}>
          <ul class={styles.lines}>
            <li>
              <a href={paths.activity}>{text.activity}</a>
            </li>
            <li>
              <a href={paths.sync}>{text.sync}</a>
            </li>
          </ul>
        </Section>
      </ManagerPage>
    </Show>
  );
}
