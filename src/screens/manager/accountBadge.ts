// How an account is shown everywhere in the manager area: a shape and a word. A code that ran out says so.

import type { Employee } from '../../domain/employee';
import { accountStatus } from '../../domain/readiness';
import { managerText } from '../../i18n/manager';
import type { Meaning } from '../../ui/MeaningShape';

export interface AccountBadge {
  readonly kind: Meaning;
  readonly word: string;
}

const kinds = { none: 'off', invited: 'wait', active: 'done', locked: 'danger', left: 'off' } as const;

export const codeIsExpired = ({ account }: Employee, now: number): boolean =>
  account.status === 'invited' && account.code.expiresAt <= now;

/** `now` in ms since 1970. */
export function accountBadge(employee: Employee, now: number): AccountBadge {
  if (codeIsExpired(employee, now)) return { kind: 'off', word: managerText.codeExpired };
  const status = accountStatus(employee);
  return { kind: kinds[status], word: managerText.account[status] };
}
