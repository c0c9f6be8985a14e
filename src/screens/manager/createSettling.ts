// Settling the cases of the page, one at a time. It outlives the card: that goes the moment its case is settled, while
// the code is still on screen and the words still have to be said.

import { type Accessor, createSignal } from 'solid-js';
import type { Failure } from '../../app/failure';
import type { ManagerApp } from '../../app/manager/managerApp';
import type { Settlement } from '../../domain/attention';
import { attentionText as text } from '../../i18n/attention';
import { ok, type Result } from '../../kernel/result';
import { useManagerApp } from '../../reactive/AppContext';
import type { CaseTold } from '../../reactive/createAttention';
import { createCommand } from '../../reactive/createCommand';
import type { LoginCode } from './LoginCodeDialog';

interface Settled {
  readonly words: string;
  /** The case that stood below it: there the words are shown. */
  readonly before: string | undefined;
}
interface Act {
  readonly told: CaseTold;
  readonly way: Settlement;
}
type AskedFor = Extract<Settlement, 'merge' | 'new id'>;
export type Settling = ReturnType<typeof createSettling>;

export function createSettling(cases: Accessor<readonly CaseTold[]>) {
  const { attention } = useManagerApp();
  const [act, setAct] = createSignal<Act>();
  const [dialog, setDialog] = createSignal<Act>();
  const [settled, setSettled] = createSignal<Settled>();
  const [code, setCode] = createSignal<LoginCode>();
  const [codeName, setCodeName] = createSignal('');
  const command = createCommand((asked: Act) => perform(attention, asked));
  let place: HTMLElement | undefined;

  const toPlace = () => queueMicrotask(() => place?.focus());
  const nextTo = ({ caseId }: CaseTold) => {
    const at = cases().findIndex((other) => other.caseId === caseId);
    return at < 0 ? undefined : cases()[at + 1]?.caseId;
  };
  async function begin(told: CaseTold, way: Settlement): Promise<void> {
    if (command.isPending()) return;
    // As it is now: the card may be gone, or say something else, when the answer comes.
    const asked = { told: { ...told }, way };
    setSettled(undefined);
    command.reset();
    if (way === 'merge' || way === 'new id') {
      setDialog(asked);
      return;
    }
    const next: Settled = { words: text.settled[way](told), before: nextTo(told) };
    setAct(asked);
    const done = await command.run(asked);
    if (!done?.ok) return;
    setSettled(next);
    if (done.value === undefined) return toPlace();
    setCodeName(told.name);
    setCode(done.value);
  }
  const isOf = (told: CaseTold) => act()?.told.caseId === told.caseId;
  return {
    begin,
    settled,
    /** Takes the focus when something is settled. */
    place: (element: HTMLElement) => {
      place = element;
    },
    isBusy: (told: CaseTold, way: Settlement): boolean =>
      command.isPending() && isOf(told) && act()?.way === way,
    refusal: (told: CaseTold): Failure | undefined => (isOf(told) ? command.refusal() : undefined),
    asked: (way: AskedFor): CaseTold | undefined => (dialog()?.way === way ? dialog()?.told : undefined),
    cancel: () => setDialog(undefined),
    done(told: CaseTold, words: string) {
      setSettled({ words, before: nextTo(told) });
      setDialog(undefined);
      toPlace();
    },
    code,
    codeName,
    closeCode() {
      setCode(undefined);
      toPlace();
    },
  };
}

/** With a code where one was made. */
async function perform(
  { giveNewCode, settle }: ManagerApp['attention'],
  { told: { employeeId, caseId }, way }: Act,
): Promise<Result<LoginCode | undefined, Failure>> {
  if (way === 'new code') return giveNewCode(employeeId, caseId);
  if (way === 'merge' || way === 'new id') throw new Error('This is asked about in a dialog');
  const done = await settle(employeeId, caseId, way);
  return done.ok ? ok(undefined) : done;
}
