// Putting one person on the list, changing their details, marking them as left, bringing them back.

import type { EmployeeCommand, EmployeeRefusal } from '../../domain/employeeCommands';
import { employeeDecider } from '../../domain/employeeDecider';
import { type FieldProblems, parseDetails, type RawDetails } from '../../domain/employeeDetails';
import { type EmployeeId, parseEmployeeId } from '../../domain/ids';
import { type PlainDateRefusal, parsePlainDate } from '../../domain/plainDate';
import { employeeStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';

export type EmployeeForm = RawDetails & { readonly employeeId: string };
export type EmployeeFormRefusal =
  | { readonly type: 'employeeFormHasProblems'; readonly problems: FieldProblems }
  | EmployeeRefusal
  | SessionOver;

async function command(
  deps: ManagerDeps,
  id: EmployeeId,
  order: EmployeeCommand,
): Promise<Result<EmployeeId, EmployeeRefusal | SessionOver>> {
  const decided = await appendAsManager(deps, {
    stream: employeeStream(id),
    decide: (state) => employeeDecider.decide(order, state),
  });
  return decided.ok ? ok(id) : decided;
}

/** Gives the canonical Employee ID, every field's problem at once, or `alreadyEnrolled`. */
export async function enrolEmployee(
  deps: ManagerDeps,
  form: EmployeeForm,
): Promise<Result<EmployeeId, EmployeeFormRefusal>> {
  const id = parseEmployeeId(form.employeeId);
  const details = parseDetails(form);
  if (!id.ok || !details.ok) {
    const problems = { ...(details.ok ? {} : details.error), ...(id.ok ? {} : { employeeId: id.error }) };
    return err({ type: 'employeeFormHasProblems', problems });
  }
  return command(deps, id.value, { type: 'EnrolEmployee', details: details.value });
}

export async function changeEmployee(
  deps: ManagerDeps,
  id: EmployeeId,
  form: RawDetails,
): Promise<Result<EmployeeId, EmployeeFormRefusal>> {
  const details = parseDetails(form);
  if (!details.ok) return err({ type: 'employeeFormHasProblems', problems: details.error });
  return command(deps, id, { type: 'ChangeDetails', details: details.value });
}

/** `lastDay` as a date field gives it; empty when it is not known. Ends the account and any code at once. */
export async function markAsLeft(
  deps: ManagerDeps,
  id: EmployeeId,
  lastDay: string,
): Promise<Result<EmployeeId, EmployeeRefusal | PlainDateRefusal | SessionOver>> {
  if (lastDay.trim() === '') return command(deps, id, { type: 'MarkAsLeft' });
  const day = parsePlainDate(lastDay);
  return day.ok ? command(deps, id, { type: 'MarkAsLeft', lastDay: day.value }) : day;
}

/** Employed again, without an account: a new code makes one. */
export const bringBack = (
  deps: ManagerDeps,
  id: EmployeeId,
): Promise<Result<EmployeeId, EmployeeRefusal | SessionOver>> => command(deps, id, { type: 'BringBack' });
