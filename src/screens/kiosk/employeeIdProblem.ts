// What is wrong with an Employee ID, for as long as it is being typed: a symbol that no ID has is told at once, the rest
// when the person goes on.

import { parseEmployeeId } from '../../domain/ids';
import { sentence } from '../../i18n/failures';

/** `isAsked` once the person has pressed the button. */
export function employeeIdProblem(typed: string, isAsked: boolean): string | undefined {
  const parsed = parseEmployeeId(typed);
  const isTold = !parsed.ok && (isAsked || parsed.error.type === 'employeeIdHasForeignSymbol');
  return isTold ? sentence(parsed.error) : undefined;
}
