// What handing a code over takes: whose it is, what the message says, and whether it may be mailed.

import { showCode } from '../../domain/activationCode';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { type Mailbox, mailAddress } from '../../domain/mailbox';
import type { LoginCode } from './loginCodes';
import type { ManagerDeps } from './managerDeps';

type Deps = Pick<ManagerDeps, 'store' | 'queries'>;

/** Reads nothing but the database, so that a live query may ask it. */
export async function readHandOver(deps: Deps, code: LoginCode) {
  const [organisation, employee] = await Promise.all([
    deps.store.queries.organisation(),
    deps.store.queries.employee(code.employeeId),
  ]);
  if (organisation.status !== 'founded' || employee.status !== 'enrolled')
    throw new Error('A code without an organisation or a person');
  const address = mailAddress(employee);
  return {
    letter: {
      name: fullName(employee.details),
      organisation: organisation.name,
      companyCode: organisation.companyCode,
      employeeId: code.employeeId,
      code: showCode(code.code),
      link: code.link,
      startsAt: code.startsAt,
      expiresAt: code.expiresAt,
    },
    mailbox:
      address === undefined
        ? ({ status: 'none' } as const)
        : await findMailbox(deps, code.employeeId, address),
  };
}

/** [G3] */
async function findMailbox({ queries }: Deps, id: EmployeeId, address: string): Promise<Mailbox> {
  const others = await queries.othersWithAddress(id, address);
  return others === 0 ? { status: 'own', address } : { status: 'shared', address, others };
}
