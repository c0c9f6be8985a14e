// Whether the browser keeps this tablet's data, and how much room is left.

import { createResource, Show } from 'solid-js';
import { settingsText as text } from '../../i18n/settings';
import { useApp, useManagerApp } from '../../reactive/AppContext';
import { Button } from '../../ui/Button';
import { DefinitionList } from '../../ui/DefinitionList';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import styles from './SettingsScreen.module.css';

export function StorageSection() {
  const { storage } = useApp();
  const manager = useManagerApp();
  const [persistence, { mutate }] = createResource(storage.persistence);
  const [room] = createResource(storage.room);
  const size = (bytes: number | undefined) => (bytes === undefined ? text.roomUnknown : text.size(bytes));
  return (
    <Section title={text.storage}>
      <p class={styles.soft}>{text.storageIntro}</p>
      <Show when={persistence()}>
        {(answer) => (
          <Notice
            kind={answer() === 'kept' ? 'done' : 'wait'}
            title={text.kept[answer()].title}
            actions={
              <Show when={answer() === 'not promised'}>
                <Button onPress={async () => mutate(await manager.askToKeepData())}>{text.ask}</Button>
              </Show>
            }
          >
            {text.kept[answer()].text}
          </Notice>
        )}
      </Show>
      <DefinitionList
        rows={[
          { label: text.used, value: size(room()?.usedBytes) },
          { label: text.free, value: size(room()?.freeBytes) },
        ]}
      />
    </Section>
  );
}
