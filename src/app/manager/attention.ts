// Settling what only a person can: two tablets were apart, and a case on the employee's card asks who was right.

import type { Settlement } from '../../domain/attention';
import type { EmployeeRefusal } from '../../domain/employeeCommands';
import { employeeDecider } from '../../domain/employeeDecider';
import { type EmployeeId, type EmployeeIdRefusal, parseEmployeeId } from '../../domain/ids';
import { employeeStream } from '../../domain/streams';
import type { EventId } from '../../kernel/hlc';
import { err, ok, type Result } from '../../kernel/result';
import type { Step } from '../../store/eventLog';
import { createLoginCode, type LoginCode, type LoginCodeRefusal } from './loginCodes';
import { appendAsManager, isOpen, type ManagerDeps, managerActor, type SessionOver } from './managerDeps';

export type AttentionRefusal = EmployeeRefusal | SessionOver;

const settleStep = (id: EmployeeId, caseId: EventId, how: Settlement): Step<'employee'> => ({
  stream: employeeStream(id),
  decide: (state) => employeeDecider.decide({ type: 'SettleAttention', caseId, how }, state),
});

/**
 * `keep`: what stands was right; `merge`: the two are one person, and the other side's details are taken over;
 * `dismiss`: it was looked at. `attentionSettled` when somebody was quicker.
 */
export async function settleAttention(
  deps: ManagerDeps,
  id: EmployeeId,
  caseId: EventId,
  how: Extract<Settlement, 'keep' | 'merge' | 'dismiss'>,
): Promise<Result<void, AttentionRefusal>> {
  const settled = await appendAsManager(deps, settleStep(id, caseId, how));
  return settled.ok ? ok(undefined) : settled;
}

/** A new code for this person: whatever was activated before opens nothing any more. */
export const giveNewCode = (
  deps: ManagerDeps,
  id: EmployeeId,
  caseId: EventId,
): Promise<Result<LoginCode, LoginCodeRefusal>> => createLoginCode(deps, id, {}, caseId);

/**
 * [A9] Two people had one Employee ID: the one who does not stand on the list is enrolled under an ID of their own,
 * in the same breath. Gives that ID, or why it cannot be one; then nothing is settled either.
 */
export async function giveNewId(
  deps: ManagerDeps,
  id: EmployeeId,
  caseId: EventId,
  typedId: string,
): Promise<Result<EmployeeId, EmployeeIdRefusal | AttentionRefusal>> {
  const newId = parseEmployeeId(typedId);
  if (!newId.ok) return newId;
  const employee = await deps.store.queries.employee(id);
  const open =
    employee.status === 'enrolled' ? employee.attention.find((entry) => entry.caseId === caseId) : undefined;
  if (open?.type !== 'differentPeople') return err({ type: 'attentionSettled' });
  const { details } = open;
  const enrol: Step<'employee'> = {
    stream: employeeStream(newId.value),
    decide: (state) => employeeDecider.decide({ type: 'EnrolEmployee', details }, state),
  };
  if (!isOpen(deps)) return err({ type: 'sessionOver' });
  const steps = [settleStep(id, caseId, 'new id'), enrol] as unknown as readonly Step[];
  const done = await deps.store.log.appendAll(managerActor(deps), steps);
  // Both steps are about employees.
  return done.ok ? newId : err(done.error as AttentionRefusal);
}
