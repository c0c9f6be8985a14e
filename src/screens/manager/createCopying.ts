// Copying from a dialog: which of its things is on the clipboard now, or why none is. What is secret is wiped from there
// when the dialog closes: whoever pastes next on this tablet must not find it. A browser that refuses has its reasons.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Failure } from '../../app/failure';
import { sentence } from '../../i18n/failures';
import type { Result } from '../../kernel/result';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import type { Told } from './Ways';

export interface Copying<Thing extends string> {
  copy(thing: Thing): Promise<boolean>;
  readonly refusal: Accessor<Failure | undefined>;
  /** What came of the last copying, if it was of this thing. */
  told(thing: Thing, words: string): Told | undefined;
}

export function createCopying<Thing extends string>(
  copiers: Readonly<Record<Thing, () => Promise<Result<void, Failure>>>>,
  { isSecret }: { readonly isSecret: boolean },
): Copying<Thing> {
  const { copyText } = useManagerApp();
  const [last, setLast] = createSignal<Thing>();
  const command = createCommand((thing: Thing) => {
    setLast(() => thing);
    return copiers[thing]();
  });
  onCleanup(() => {
    if (isSecret && last() !== undefined) void copyText('');
  });
  return {
    copy: async (thing) => (await command.run(thing))?.ok === true,
    refusal: command.refusal,
    told(thing, words) {
      if (last() !== thing) return undefined;
      const failure = command.refusal();
      if (failure) return { kind: 'danger', words: sentence(failure) };
      return command.state().status === 'done' ? { kind: 'done', words } : undefined;
    },
  };
}
