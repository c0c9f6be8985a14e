// Who leads whom. Lists name a line manager by Employee ID, by name or by email; the log knows people by ID only,
// so names and addresses are looked up among the people of the same list.

import { err, ok, type Result } from '../kernel/result';
import { searchWords } from '../kernel/searchText';
import type { EmployeeDetails } from './employeeDetails';
import { type EmployeeId, parseEmployeeId } from './ids';
import { unwrapNumber } from './importCells';
import { splitFullName, withoutRemark } from './importNames';

export type LineManagerNote =
  | { readonly type: 'lineManagerNotFound'; readonly text: string }
  | { readonly type: 'lineManagerAmbiguous'; readonly text: string };

interface ListedPerson {
  readonly employeeId: EmployeeId;
  readonly details: EmployeeDetails;
}

/** "Doe, Jane", "Jane Doe" and "DOE Jane" are one name. */
const nameKey = (...names: readonly string[]): string =>
  searchWords(...names)
    .sort()
    .join(' ');

const hasDigit = (text: string): boolean => /\d/.test(text);

/** The only ID under each key; 'several' where a key is not one person's. */
type IdsByKey = ReadonlyMap<string, EmployeeId | 'several'>;

function indexBy(
  people: readonly ListedPerson[],
  keyOf: (person: ListedPerson) => string | undefined,
): IdsByKey {
  const idsByKey = new Map<string, EmployeeId | 'several'>();
  for (const person of people) {
    const key = keyOf(person);
    if (!key) continue;
    const before = idsByKey.get(key);
    idsByKey.set(key, before === undefined || before === person.employeeId ? person.employeeId : 'several');
  }
  return idsByKey;
}

/**
 * [I15] Gives the function that reads a line manager's cell: an ID of this list, else the only person of that name or
 * address, else whatever looks like an ID, for a manager may be on another list.
 */
export function lineManagerReader(
  people: readonly ListedPerson[],
  columnHoldsIds: boolean,
): (cell: string) => Result<EmployeeId, LineManagerNote> {
  const ids = new Set(people.map((person) => person.employeeId));
  let idsByName: IdsByKey | undefined;
  let idsByEmail: IdsByKey | undefined;
  const known = new Map<string, Result<EmployeeId, LineManagerNote>>();

  const findPerson = (text: string): EmployeeId | 'several' | undefined => {
    if (text.includes('@')) {
      idsByEmail ??= indexBy(people, ({ details }) => details.email?.toLowerCase());
      return idsByEmail.get(text.toLowerCase());
    }
    idsByName ??= indexBy(people, ({ details }) => nameKey(details.firstName, details.lastName));
    const { firstName, lastName } = splitFullName(text);
    return idsByName.get(nameKey(firstName, lastName));
  };

  const read = (cell: string): Result<EmployeeId, LineManagerNote> => {
    const text = unwrapNumber(cell);
    const asId = parseEmployeeId(text);
    if (asId.ok && ids.has(asId.value)) return asId;
    const bracketed = /[([]\s*([^()[\]\s]*\d[^()[\]\s]*)\s*[)\]]/.exec(text);
    const inBrackets = parseEmployeeId(bracketed?.[1] ?? '');
    if (inBrackets.ok) return inBrackets;
    const found = findPerson(text) ?? findPerson(withoutRemark(text));
    if (found === 'several') return err({ type: 'lineManagerAmbiguous', text });
    if (found) return ok(found);
    const isPlausible = columnHoldsIds || (hasDigit(text) && !/\s/.test(text));
    return asId.ok && isPlausible ? asId : err({ type: 'lineManagerNotFound', text });
  };
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const result = read(cell);
    known.set(cell, result);
    return result;
  };
}
