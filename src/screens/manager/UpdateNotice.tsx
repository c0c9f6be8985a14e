// A new version waits until the manager says so; the page reloads then, and the area is locked.

import { Show } from 'solid-js';
import { managerText } from '../../i18n/manager';
import { useApp } from '../../reactive/AppContext';
import { createUpdateReady } from '../../reactive/createUpdateReady';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import styles from './ManagerLayout.module.css';

const text = managerText.update;

export function UpdateNotice() {
  const app = useApp();
  const isReady = createUpdateReady();
  return (
    <Show when={isReady()}>
      <div class={styles.update}>
        <Notice
          kind="info"
          title={text.title}
          actions={<Button onPress={() => app.updates.apply()}>{text.apply}</Button>}
        >
          {text.text}
        </Notice>
      </div>
    </Show>
  );
}
