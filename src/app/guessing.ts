// The guard before every secret: counts the try first, checks then, and gives the count back to whoever was right.

import { employeeDecider } from '../domain/employeeDecider';
import type { EmployeeId } from '../domain/ids';
import { employeeStream } from '../domain/streams';
import { type ThrottleRefusal, TRIES_LIMIT } from '../domain/throttle';
import type { Result } from '../kernel/result';
import { digest } from '../platform/secretHash';
import type { AppDeps } from './deps';

/**
 * The account under which wrong tries for an Employee ID are counted, whether anyone has that ID or not. A digest,
 * because people also type their password into the wrong field.
 */
export const employeeAccount = (id: EmployeeId): Promise<string> => digest(`employee:${id}`);

/** `check` gives a value when the secret was right; a refusal of its own counts as a wrong try. */
export async function guarded<Value, Refusal>(
  { store, clock }: AppDeps,
  account: string,
  check: () => Promise<Result<Value, Refusal>>,
  onStop: () => Promise<void> = async () => {},
): Promise<Result<Value, Refusal | ThrottleRefusal>> {
  const begun = await store.tries.begin(account, clock.now());
  if (!begun.ok) {
    // The tab may have been killed between the last try and its record.
    if (begun.error.type === 'tooManyTries') await onStop();
    return begun;
  }
  const checked = await check();
  if (checked.ok) await store.tries.forgive(account);
  else if (begun.value >= TRIES_LIMIT) await onStop();
  return checked;
}

/** [T3] The thirtieth wrong try closes the account, on the record, until a manager issues a new code. */
export async function lockAccount({ store }: AppDeps, id: EmployeeId): Promise<void> {
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
