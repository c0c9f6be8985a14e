// The page as it will be printed, made as small as its place, and the way through the pages.

import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Paper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { Button } from '../../../ui/Button';
import styles from './PrintDialog.module.css';
import { PaperPage } from './PrintSheet';
import { sheetOf } from './sheets';

const PX_PER_MM = 96 / 25.4;

export function PagePreview(props: {
  readonly paper: Paper;
  readonly at: number;
  readonly of: number;
  readonly onGo: (page: number) => void;
  readonly children: JSX.Element;
}) {
  const [width, setWidth] = createSignal(0);
  let frame: HTMLDivElement | undefined;
  onMount(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (frame) observer.observe(frame);
    onCleanup(() => observer.disconnect());
  });
  const size = () => sheetOf('letter', props.paper).page;
  return (
    <section class={styles.preview} aria-label={text.preview}>
      <div ref={frame} class={styles.frame} style={{ '--ratio': size().width / size().height }}>
        <div class={styles.scaled} style={{ transform: `scale(${width() / (size().width * PX_PER_MM)})` }}>
          <PaperPage paper={props.paper}>{props.children}</PaperPage>
        </div>
      </div>
      <div class={styles.turning}>
        <p role="status">{props.of === 1 ? text.pages(1) : text.pageOf(props.at + 1, props.of)}</p>
        <Show when={props.of > 1}>
          <Button
            label={text.previous}
            icon={<ChevronLeft />}
            onPress={() => props.onGo(Math.max(0, props.at - 1))}
          >
            {text.previousShort}
          </Button>
          <Button
            label={text.next}
            iconAfter={<ChevronRight />}
            onPress={() => props.onGo(Math.min(props.of - 1, props.at + 1))}
          >
            {text.nextShort}
          </Button>
        </Show>
      </div>
    </section>
  );
}
