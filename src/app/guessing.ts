// The guard before every secret: counts the try first, checks then, and gives the count back to whoever was right.

import { lastGrant } from '../domain/employee';
import { employeeDecider } from '../domain/employeeDecider';
import type { EmployeeId } from '../domain/ids';
import { employeeStream } from '../domain/streams';
import { type ThrottleRefusal, TRIES_LIMIT } from '../domain/throttle';
import type { EventId } from '../kernel/hlc';
import type { Result } from '../kernel/result';
import type { AppDeps } from './deps';

/** The account under which wrong tries for an Employee ID are counted, whether anyone has that ID or not. */
export const employeeAccount = (id: EmployeeId): string => `employee:${id}`;

interface Guard<Value> {
  /** What is guessed at: tries against anything else count no more. */
  readonly against?: EventId;
  /** Whether what was right proves who it is; if not, earlier wrong tries stay as they are. */
  readonly isProof?: (value: Value) => boolean;
  readonly onStop?: () => Promise<void>;
}

/** `check` gives a value when the secret was right; a refusal of its own counts as a wrong try. */
export async function guarded<Value, Refusal>(
  { store, clock }: AppDeps,
  account: string,
  check: () => Promise<Result<Value, Refusal>>,
  { against, isProof = () => true, onStop = async () => {} }: Guard<Value> = {},
): Promise<Result<Value, Refusal | ThrottleRefusal>> {
  const begun = await store.tries.begin(account, clock.now(), against);
  if (!begun.ok) {
    // The tab may have been killed between the last try and its record.
    if (begun.error.type === 'tooManyTries') await onStop();
    return begun;
  }
  const checked = await check();
  if (!checked.ok) {
    if (begun.value.count >= TRIES_LIMIT) await onStop();
  } else if (isProof(checked.value)) await store.tries.forgive(account);
  else await store.tries.takeBack(account, begun.value);
  return checked;
}

/** The same for what opens an employee's account. */
export async function guardedEmployee<Value, Refusal>(
  deps: AppDeps,
  id: EmployeeId,
  check: () => Promise<Result<Value, Refusal>>,
  isProof?: (value: Value) => boolean,
): Promise<Result<Value, Refusal | ThrottleRefusal>> {
  const employee = await deps.store.queries.employee(id);
  return guarded(deps, employeeAccount(id), check, {
    ...(employee.status === 'enrolled' ? { against: lastGrant(employee) } : {}),
    onStop: () => lockAccount(deps, id),
    ...(isProof ? { isProof } : {}),
  });
}

/** [T3] The thirtieth wrong try closes the account, on the record, until a manager issues a new code. */
async function lockAccount({ store }: AppDeps, id: EmployeeId): Promise<void> {
  const employee = await store.queries.employee(id);
  if (employee.status === 'unknown') return;
  const { accountSince } = employee;
  await store.log.append(
    { kind: 'kiosk' },
    {
      stream: employeeStream(id),
      decide: (state) => employeeDecider.decide({ type: 'LockAccount', accountSince }, state),
    },
  );
}
