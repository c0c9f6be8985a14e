// The cases to be settled, told whole: both sides with who did what, on which tablet and when; what is true by now; and
// the ways to settle it.

import { textToActor } from '../../domain/actor';
import { type AttentionCase, alsoOf, type Settlement, type Side } from '../../domain/attention';
import type { Employee } from '../../domain/employee';
import { type DetailChanges, detailsToChanges, fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { mergedDetails, type Standing, standing, waysToSettle } from '../../domain/settling';
import { type RecordedEvent, streamId } from '../../domain/streams';
import { type EventId, eventDevice, eventTime } from '../../kernel/hlc';
import type { EmployeeRow } from '../../store/db';
import type { ManagerDeps } from './managerDeps';

export interface Place {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The tablet's name; `undefined` while this tablet has not heard of it. */
  readonly tablet: string | undefined;
}
export interface SideTold extends Place {
  readonly id: EventId;
  readonly did: RecordedEvent['type'] | undefined;
  /** The manager's name; `undefined` where it was the person themselves, or whoever had their code. */
  readonly manager: string | undefined;
}
export type StandingTold =
  | Exclude<Standing, { type: 'active' }>
  | (Extract<Standing, { type: 'active' }> & Place);

export interface CaseTold {
  readonly caseId: EventId;
  readonly employeeId: EmployeeId;
  readonly employee: Employee;
  readonly entry: AttentionCase;
  /** Who stands on the list, and of two people under one ID the other one too. */
  readonly name: string;
  readonly otherName: string;
  readonly first: SideTold;
  readonly second: SideTold;
  /** Who used the same code after the second. */
  readonly also: readonly SideTold[];
  readonly now: StandingTold;
  readonly ways: readonly Settlement[];
  /** What merging would change. */
  readonly changes: DetailChanges;
}

/** The newest first. */
export async function readCases({ queries, store }: ManagerDeps): Promise<readonly CaseTold[]> {
  const [rows, tablets, managers] = await Promise.all([
    queries.needsAttention(),
    queries.tablets(),
    store.queries.managers(),
  ]);
  const tabletNames = new Map(tablets.map(({ device, name }) => [device, name]));
  const managerNames = new Map(managers.map(({ managerId, name }) => [managerId, name]));
  const toPlace = (id: EventId): Place => ({ at: eventTime(id), tablet: tabletNames.get(eventDevice(id)) });
  const toSide = ({ events }: EmployeeRow, { id, by }: Side): SideTold => {
    const actor = textToActor(by);
    return {
      id,
      ...toPlace(id),
      did: events.find((event) => event.id === id)?.type,
      manager: actor.kind === 'manager' ? (managerNames.get(actor.managerId) ?? '') : undefined,
    };
  };
  const toCase = (row: EmployeeRow, employee: Employee, entry: AttentionCase): CaseTold => {
    const now = standing(entry, employee);
    const other = entry.type === 'differentPeople' ? entry.details : employee.details;
    return {
      caseId: entry.caseId,
      employeeId: streamId(row.stream) as EmployeeId,
      employee,
      entry,
      name: fullName(employee.details),
      otherName: fullName(other),
      first: toSide(row, entry.first),
      second: toSide(row, entry.second),
      also: alsoOf(entry).map((side) => toSide(row, side)),
      now: now.type === 'active' ? { ...now, ...toPlace(now.redemption) } : now,
      ways: waysToSettle(entry, employee),
      changes: detailsToChanges(employee.details, mergedDetails(employee.details, other)),
    };
  };
  const cases = rows.flatMap((row) => {
    const employee = row.view;
    if (employee.status !== 'enrolled') return [];
    return employee.attention.map((entry) => toCase(row, employee, entry));
  });
  return cases.sort((a, b) => (a.caseId < b.caseId ? 1 : -1));
}
