// The version of the app: look for a newer one, take it.

import { createSignal, Show } from 'solid-js';
import { settingsText as text } from '../../i18n/settings';
import { useApp } from '../../reactive/AppContext';
import { createUpdateReady } from '../../reactive/createUpdateReady';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import styles from './SettingsScreen.module.css';

export function VersionSection() {
  const { updates } = useApp();
  const isReady = createUpdateReady();
  const [state, setState] = createSignal<'idle' | 'checking' | 'checked'>('idle');
  const check = async () => {
    setState('checking');
    await updates.check();
    setState('checked');
  };
  return (
    <Section title={text.version}>
      <p class={styles.soft}>{text.versionText}</p>
      <Show
        when={isReady()}
        fallback={
          <>
            <div role="status">{state() === 'checked' ? text.upToDate : ''}</div>
            <div>
              <Button busy={state() === 'checking' ? text.checking : undefined} onPress={check}>
                {text.check}
              </Button>
            </div>
          </>
        }
      >
        <Notice
          kind="info"
          title={text.versionReady}
          actions={<Button onPress={() => updates.apply()}>{text.apply}</Button>}
        />
      </Show>
    </Section>
  );
}
