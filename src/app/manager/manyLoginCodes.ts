// Codes for many people in one go, for printing. The hashes are what it costs: those of the next portion are under way while
// one is being written. Between two portions it can be stopped, and a locked area stops it. Whoever has a code by then is
// told apart from who has not, so going on makes none twice; the plain codes are in memory only, in the hands of the caller.

import type { Employee } from '../../domain/employee';
import { employeeDecider } from '../../domain/employeeDecider';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { employeeStream } from '../../domain/streams';
import type { EventId } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import { breathe } from '../../platform/breathe';
import type { Step } from '../../store/eventLog';
import { employeeAccount } from '../guessing';
import {
  type CodeChoice,
  type LoginCode,
  type LoginCodeRefusal,
  type MadeCode,
  openCodeDesk,
} from './loginCodes';
import { isOpen, type ManagerDeps, managerActor, type WriteDeps } from './managerDeps';

export interface Chosen {
  readonly employeeId: EmployeeId;
  readonly name: string;
  /** [B5] Who has left gets no code; who has a printed one that is still good gets a new one only when that is asked for. */
  readonly standing: 'ready' | 'has left' | 'has a printed code';
  /** A new code would end it. */
  readonly hasPassword: boolean;
}

interface Refused {
  readonly employeeId: EmployeeId;
  readonly refusal: LoginCodeRefusal;
}

export interface ManyCodes {
  readonly codes: readonly LoginCode[];
  readonly refused: readonly Refused[];
  /** Who was not reached. */
  readonly rest: readonly EmployeeId[];
}

export interface ManyCodesControls {
  /** Stops after the portion under way. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

type IssuingDeps = WriteDeps & Pick<ManagerDeps, 'random' | 'origin'>;

/** So many are read at once, which takes less than a frame. */
const READ_AT_ONCE = 200;
/** Some 150 ms of hashing: short enough to stop at once. Their writing takes less than a frame. */
const ISSUED_AT_ONCE = 100;

/** How each of them stands; those who are not on the list (any more) are left out. `undefined` when it was stopped. */
export async function readChosen(
  deps: Pick<ManagerDeps, 'queries' | 'clock'>,
  ids: readonly EmployeeId[],
  signal?: AbortSignal,
): Promise<readonly Chosen[] | undefined> {
  const chosen: Chosen[] = [];
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    if (signal?.aborted) return undefined;
    const states = await deps.queries.employeeStates(ids.slice(from, from + READ_AT_ONCE));
    for (const [employeeId, state] of states)
      if (state.status === 'enrolled') chosen.push(toChosen(employeeId, state, deps.clock.now()));
    await breathe();
  }
  return chosen;
}

function toChosen(employeeId: EmployeeId, employee: Employee, now: number): Chosen {
  const { account, employment, details } = employee;
  const hasPrinted = account.status === 'invited' && account.code.isPrinted && account.code.expiresAt > now;
  return {
    employeeId,
    name: fullName(details),
    standing: employment.status === 'left' ? 'has left' : hasPrinted ? 'has a printed code' : 'ready',
    hasPassword: account.status === 'active',
  };
}

/** [B4] Makes a code for each of them, in their order. */
export async function createManyLoginCodes(
  deps: IssuingDeps,
  ids: readonly EmployeeId[],
  choice: CodeChoice,
  { signal, onProgress }: ManyCodesControls = {},
): Promise<Result<ManyCodes, LoginCodeRefusal>> {
  const opened = await openCodeDesk(deps, choice);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const makePortion = (from: number) =>
    Promise.all(ids.slice(from, from + ISSUED_AT_ONCE).map((id) => desk.make(id)));
  const codes: LoginCode[] = [];
  const refused: Refused[] = [];
  let done = 0;
  onProgress?.(done, ids.length);
  let making = makePortion(done);
  while (done < ids.length && !signal?.aborted) {
    const made = await making;
    if (!isOpen(deps)) return err({ type: 'sessionOver' });
    making = makePortion(done + ISSUED_AT_ONCE);
    const issued = await issuePortion(deps, made);
    const finished = issued.flatMap((one) =>
      one.ok ? [desk.finish(one.value.made, one.value.issue, one.value.employee)] : [],
    );
    codes.push(...(await Promise.all(finished)));
    for (const one of issued) if (!one.ok) refused.push(one.error);
    done += made.length;
    onProgress?.(done, ids.length);
  }
  return ok({ codes, refused, rest: ids.slice(done) });
}

interface IssuedOne {
  readonly made: MadeCode;
  readonly issue: EventId;
  readonly employee: Employee;
}

/** Writes a portion, each for itself, and lifts a stop on wrong tries from those who got a code. */
async function issuePortion(
  deps: IssuingDeps,
  portion: readonly MadeCode[],
): Promise<readonly Result<IssuedOne, Refused>[]> {
  const employees = new Map<EmployeeId, Employee>();
  const steps = portion.map(
    ({ employeeId, command }): Step<'employee'> => ({
      stream: employeeStream(employeeId),
      decide(state) {
        if (state.status === 'enrolled') employees.set(employeeId, state);
        return employeeDecider.decide(command, state);
      },
    }),
  );
  const decided = await deps.store.log.appendEach(managerActor(deps), steps);
  const issued = portion.map((made, at): Result<IssuedOne, Refused> => {
    const one = decided[at];
    const employee = employees.get(made.employeeId);
    if (one && !one.ok) return err({ employeeId: made.employeeId, refusal: one.error });
    const issue = one?.value.at(-1);
    if (!issue || !employee) throw new Error('A code was issued to nobody');
    return ok({ made, issue: issue.id, employee });
  });
  const given = issued.flatMap((one) => (one.ok ? [employeeAccount(one.value.made.employeeId)] : []));
  await deps.store.tries.forgive(...given);
  return issued;
}
