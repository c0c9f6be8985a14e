// The first step of an import: a file, and what may be in it.

import { For, Show } from 'solid-js';
import { fileTrouble, importText as text } from '../../i18n/importList';
import type { ListFileTrouble } from '../../reactive/createListImport';
import { FileDrop } from '../../ui/FileDrop';
import { Notice } from '../../ui/Notice';
import { paths } from '../paths';
import styles from './ImportScreen.module.css';
import { ManagerPage } from './ManagerPage';

export function ImportChoose(props: {
  readonly trouble: ListFileTrouble | undefined;
  readonly onFile: (file: File) => void;
}) {
  return (
    <ManagerPage
      title={text.title}
      back={{ href: paths.employees, word: text.back }}
      intro={text.intro}
      width="reading"
    >
      <Show when={props.trouble}>
        {(trouble) => (
          <Notice kind="danger" title={text.notTaken}>
            {fileTrouble(trouble())}
          </Notice>
        )}
      </Show>
      <FileDrop label={text.choose} hint={text.drop} onFile={props.onFile} />
      <ul class={styles.facts}>
        <For each={text.facts}>{(fact) => <li>{fact}</li>}</For>
      </ul>
    </ManagerPage>
  );
}
