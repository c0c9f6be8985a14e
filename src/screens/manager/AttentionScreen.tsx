// `/manage/attention`: what only a person can settle, one card each, and settling it. A card goes once it is settled;
// what was done takes its place until one leaves, and the focus is there.

import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { attentionText as text } from '../../i18n/attention';
import { type CaseTold, createAttention } from '../../reactive/createAttention';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { YouAreReady } from '../../ui/illustrations/YouAreReady';
import { Notice } from '../../ui/Notice';
import styles from './Attention.module.css';
import { AttentionCard } from './AttentionCard';
import { createSettling, type Place } from './createSettling';
import { LoginCodeDialog } from './LoginCodeDialog';
import { ManagerPage } from './ManagerPage';
import { MergeDialog } from './MergeDialog';
import { NewIdDialog } from './NewIdDialog';
import { oneParam } from './searchParam';

/** More than anybody settles in one go; two whole lists that collide make thousands. */
const AT_ONCE = 20;

const isHeld = (place: CaseTold | Place): place is Place => 'words' in place;

export default function AttentionScreen() {
  const [params] = useSearchParams<{ case: string }>();
  const cases = createAttention();
  const settling = createSettling();
  const [atMost, setAtMost] = createSignal(AT_ONCE);
  const places = createMemo(() => settling.inPlace(cases() ?? []));
  const shown = () => places().slice(0, atMost());
  const rest = () => places().length - shown().length;
  const isOpen = () => places().some((place) => !isHeld(place));

  const headings = new Map<string, HTMLElement>();
  // Somebody comes from the employee's page for this one.
  createEffect(
    on(cases, (found, before) => {
      const asked = oneParam(params.case);
      const index = before ? -1 : (found ?? []).findIndex(({ caseId }) => caseId === asked);
      if (index < 0) return;
      setAtMost((most) => Math.max(most, index + 1));
      queueMicrotask(() => headings.get(asked)?.focus());
    }),
  );

  return (
    <ManagerPage title={text.title} intro={text.intro}>
      <Show when={cases()}>
        <div class={styles.cases}>
          <For each={shown()}>
            {(place) =>
              isHeld(place) ? (
                <Settled place={place} isLarge={isOpen()} placeRef={settling.newest} />
              ) : (
                <AttentionCard
                  told={place}
                  settling={settling}
                  headingRef={(heading) => headings.set(place.caseId, heading)}
                />
              )
            }
          </For>
        </div>
        <Show when={rest() > 0}>
          <div>
            <Button onPress={() => setAtMost((most) => most + AT_ONCE)}>{text.more(rest())}</Button>
          </div>
        </Show>
        <Show when={!isOpen()}>
          <EmptyState title={text.emptyTitle} picture={<YouAreReady />}>
            {text.emptyText}
          </EmptyState>
        </Show>
      </Show>
      <Show when={settling.asked('merge')} keyed>
        {(told) => <MergeDialog told={told} onDone={settling.done} onClose={settling.cancel} />}
      </Show>
      <Show when={settling.asked('new id')} keyed>
        {(told) => <NewIdDialog told={told} onDone={settling.done} onClose={settling.cancel} />}
      </Show>
      <LoginCodeDialog code={settling.code()} name={settling.codeName()} onClose={settling.closeCode} />
    </ManagerPage>
  );
}

/** As large as the card was while there are others, and the words where its buttons were. */
function Settled(props: {
  readonly place: Place;
  readonly isLarge: boolean;
  readonly placeRef: (element: HTMLElement) => void;
}) {
  return (
    <div
      class={styles.settled}
      style={{ 'min-block-size': props.isLarge ? `${props.place.height}px` : undefined }}
    >
      <Show when={props.place.words}>
        {(words) => (
          <section ref={props.placeRef} aria-label={words()} tabindex="-1">
            <Notice kind="done" title={words()} announce="off" />
          </section>
        )}
      </Show>
    </div>
  );
}
