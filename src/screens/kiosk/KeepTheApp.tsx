// How to keep the app on one's own device: the steps for this kind of device are open, those for the other a touch away.

import { For, Show } from 'solid-js';
import { phoneText } from '../../i18n/phone';
import { createKeeping } from '../../reactive/createKeeping';
import { Button } from '../../ui/Button';
import styles from './ElsewhereStep.module.css';

const text = phoneText.keep;

export function KeepTheApp() {
  const keeping = createKeeping();
  return (
    <Show when={!keeping.isKept}>
      <section class={styles.keep}>
        <h2>{text.title}</h2>
        <p>{text.intro}</p>
        <Show when={keeping.ask()}>{(ask) => <Button onPress={() => ask()()}>{text.install}</Button>}</Show>
        <For each={['ios', 'android'] as const}>
          {(kind) => (
            <details class={styles.kind} open={keeping.device === kind}>
              <summary>{text.kinds[kind].title}</summary>
              <ol>
                <For each={text.kinds[kind].steps}>{(step) => <li>{step}</li>}</For>
              </ol>
            </details>
          )}
        </For>
      </section>
    </Show>
  );
}
