// Being put on the list: once, or on two tablets that were apart.

import { foldText } from '../kernel/searchText';
import { type Happened, toSide } from './accountFold';
import { keepNewest, type Side } from './attention';
import type { Employee } from './employee';
import { fullName, givenDetails } from './employeeDetails';
import type { CodeId } from './ids';

/** `revokedCodes`: those that were called back before anything else was known of this employee. */
export function enrol(
  event: Side & Pick<Employee, 'details'>,
  revokedCodes: readonly CodeId[] = [],
): Employee {
  const { id, by, details } = event;
  return {
    status: 'enrolled',
    details,
    employment: { status: 'employed' },
    account: { status: 'none' },
    spentCodes: [],
    accountSince: id,
    accountBy: by,
    grantedSince: id,
    revokedCodes,
    upTo: id,
    enrolment: { id, by },
    otherPeople: [],
    attention: [],
  };
}

/** Enrolled on two tablets that were apart. */
export function enrolAgain(state: Employee, event: Happened<'EmployeeEnrolled'>): Employee {
  const { id, details } = event;
  // [A6] The same person is one employee.
  if (foldText(fullName(details)) === foldText(fullName(state.details)))
    return { ...state, details: { ...details, ...givenDetails(state.details) } };
  // [A3] Somebody else: who was first stands.
  const asked = {
    type: 'differentPeople',
    caseId: id,
    first: state.enrolment,
    second: toSide(event),
    details,
  } as const;
  return {
    ...state,
    otherPeople: keepNewest(state.otherPeople, id),
    attention: keepNewest(state.attention, asked),
  };
}
