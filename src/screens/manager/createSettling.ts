// Settling the cases of the page, one at a time. It outlives the card: that goes the moment its case is settled, while
// the code is still on screen and the words still have to be said. They take the card's place, as large as it was.

import { createSignal } from 'solid-js';
import type { Failure } from '../../app/failure';
import type { ManagerApp } from '../../app/manager/managerApp';
import type { Settlement } from '../../domain/attention';
import { attentionText as text } from '../../i18n/attention';
import { ok, type Result } from '../../kernel/result';
import { useManagerApp } from '../../reactive/AppContext';
import type { CaseTold } from '../../reactive/createAttention';
import { createCommand } from '../../reactive/createCommand';
import type { LoginCode } from './LoginCodeDialog';

/** Where a card stood. */
export interface Place {
  readonly caseId: CaseTold['caseId'];
  /** Of the activations that it told of. [A15] With one more it is asked again. */
  readonly also: number;
  readonly height: number;
  /** What was done; none while it is under way. */
  readonly words: string | undefined;
}
interface Act {
  readonly told: CaseTold;
  readonly way: Settlement;
}
type AskedFor = Extract<Settlement, 'merge' | 'new id'>;
export type Settling = ReturnType<typeof createSettling>;

export function createSettling() {
  const { attention } = useManagerApp();
  const [act, setAct] = createSignal<Act>();
  const [dialog, setDialog] = createSignal<Act>();
  const [places, setPlaces] = createSignal<readonly Place[]>([]);
  const [code, setCode] = createSignal<LoginCode>();
  const [codeName, setCodeName] = createSignal('');
  const command = createCommand((asked: Act) => perform(attention, asked));
  let newest: HTMLElement | undefined;

  const toNewest = () => queueMicrotask(() => newest?.focus());
  const hold = ({ caseId, also }: CaseTold, height: number) =>
    setPlaces((before) => [
      ...before.filter((place) => place.words !== undefined && place.caseId !== caseId),
      { caseId, also: also.length, height, words: undefined },
    ]);
  const say = (words: string) =>
    setPlaces((before) => before.map((place) => (place.words === undefined ? { ...place, words } : place)));
  const letGo = () => setPlaces((before) => before.filter(({ words }) => words !== undefined));

  /** `height` is that of the card. */
  async function begin(told: CaseTold, way: Settlement, height: number): Promise<void> {
    if (command.isPending()) return;
    // As it is now: the card may be gone, or say something else, when the answer comes.
    const asked = { told: { ...told }, way };
    hold(told, height);
    command.reset();
    if (way === 'merge' || way === 'new id') {
      setDialog(asked);
      return;
    }
    const words = text.settled[way](told);
    setAct(asked);
    const done = await command.run(asked);
    if (!done?.ok) {
      letGo();
      return;
    }
    say(words);
    if (done.value === undefined) return toNewest();
    setCodeName(asked.told.name);
    setCode(done.value);
  }
  const isOf = (told: CaseTold) => act()?.told.caseId === told.caseId;
  return {
    begin,
    /** [A16] The cases, the newest first, and each that was settled here in its place. */
    inPlace(cases: readonly CaseTold[]): readonly (CaseTold | Place)[] {
      const asks = (told: CaseTold) =>
        !places().some(
          ({ caseId, words, also }) =>
            caseId === told.caseId && words !== undefined && told.also.length <= also,
        );
      const open = cases.filter(asks);
      const kept = places().filter(({ caseId }) => !open.some((told) => told.caseId === caseId));
      return [...open, ...kept].sort((a, b) => (a.caseId < b.caseId ? 1 : -1));
    },
    /** Takes the focus when something is settled. */
    newest: (element: HTMLElement) => {
      newest = element;
    },
    isBusy: (told: CaseTold, way: Settlement): boolean =>
      command.isPending() && isOf(told) && act()?.way === way,
    refusal: (told: CaseTold): Failure | undefined => (isOf(told) ? command.refusal() : undefined),
    asked: (way: AskedFor): CaseTold | undefined => (dialog()?.way === way ? dialog()?.told : undefined),
    cancel() {
      letGo();
      setDialog(undefined);
    },
    done(words: string) {
      say(words);
      setDialog(undefined);
      toNewest();
    },
    code,
    codeName,
    closeCode() {
      setCode(undefined);
      toNewest();
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
