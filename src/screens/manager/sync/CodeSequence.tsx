// QR codes that follow each other on the screen for another tablet's camera, as large as there is room.

import Pause from 'lucide-solid/icons/pause';
import Play from 'lucide-solid/icons/play';
import { createMemo, For, Show } from 'solid-js';
import type { MadeParcel } from '../../../app/sync/carry';
import { carryText as text } from '../../../i18n/carry';
import { createCodeLoop } from '../../../reactive/createCodeLoop';
import { Button } from '../../../ui/Button';
import { QrPicture } from '../../../ui/QrPicture';
import card from '../LoginCodeDialog.module.css';
import styles from './CodeSequence.module.css';

export function CodeSequence(props: {
  readonly label: string;
  readonly holds: string;
  readonly length: number;
  readonly draw: MadeParcel['drawCode'];
}) {
  const loop = createCodeLoop(props.length);
  const drawing = createMemo(() => props.draw(loop.at()));
  const isMany = () => props.length > 1;
  return (
    <div class={styles.sequence}>
      <div class={styles.code}>
        <QrPicture
          label={isMany() ? text.code(loop.at(), props.length) : text.oneCode}
          drawing={drawing()}
          size="large"
        />
      </div>
      <Show when={isMany()}>
        <div class={styles.steps}>
          <p class={styles.place} role={loop.isPlaying() ? undefined : 'status'}>
            {text.place(loop.at(), props.length)}
          </p>
          <div class={styles.buttons}>
            <Button onPress={() => loop.step(-1)}>{text.previous}</Button>
            <Button icon={loop.isPlaying() ? <Pause /> : <Play />} onPress={loop.toggle}>
              {loop.isPlaying() ? text.pause : text.play}
            </Button>
            <Button onPress={() => loop.step(1)}>{text.next}</Button>
          </div>
        </div>
      </Show>
      <div class={styles.words}>
        <div>
          <p class={card.name}>{props.label}</p>
          <p>{props.holds}</p>
        </div>
        <ol class={card.steps}>
          <For each={text.steps}>{(step) => <li>{step}</li>}</For>
        </ol>
      </div>
    </div>
  );
}
