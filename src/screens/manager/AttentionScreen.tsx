// `/manage/attention`: what only a person can settle, one card each, and settling it. A card goes once it is settled;
// what was done stands in its place, and the focus with it.

import { useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import { attentionText as text } from '../../i18n/attention';
import { type CaseTold, createAttention } from '../../reactive/createAttention';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { YouAreReady } from '../../ui/illustrations/YouAreReady';
import { Notice } from '../../ui/Notice';
import styles from './Attention.module.css';
import { AttentionCard } from './AttentionCard';
import { createSettling } from './createSettling';
import { LoginCodeDialog } from './LoginCodeDialog';
import { ManagerPage } from './ManagerPage';
import { MergeDialog } from './MergeDialog';
import { NewIdDialog } from './NewIdDialog';
import { oneParam } from './searchParam';

/** More than anybody settles in one go; two whole lists that collide make thousands. */
const AT_ONCE = 20;

export default function AttentionScreen() {
  const [params] = useSearchParams<{ case: string }>();
  const cases = createAttention();
  const settling = createSettling(() => cases() ?? []);
  const [atMost, setAtMost] = createSignal(AT_ONCE);
  const shown = () => cases()?.slice(0, atMost()) ?? [];
  const rest = () => (cases()?.length ?? 0) - shown().length;
  const isNext = (told: CaseTold) => settling.settled()?.before === told.caseId;

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

  const Settled = () => (
    <Show when={settling.settled()} keyed>
      {({ words }) => (
        <section ref={settling.place} class={styles.settled} aria-label={words} tabindex="-1">
          <Notice kind="done" title={words} announce="off" />
        </section>
      )}
    </Show>
  );
  return (
    <ManagerPage title={text.title} intro={text.intro}>
      <Show when={cases()}>
        <div class={styles.cases}>
          <For each={shown()}>
            {(told) => (
              <>
                <Show when={isNext(told)}>
                  <Settled />
                </Show>
                <AttentionCard
                  told={told}
                  settling={settling}
                  headingRef={(heading) => headings.set(told.caseId, heading)}
                />
              </>
            )}
          </For>
          <Show when={!shown().some(isNext)}>
            <Settled />
          </Show>
        </div>
        <Show when={rest() > 0}>
          <div>
            <Button onPress={() => setAtMost((most) => most + AT_ONCE)}>{text.more(rest())}</Button>
          </div>
        </Show>
        <Show when={shown().length === 0}>
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
