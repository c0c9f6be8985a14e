// What the list is asked, kept in the address: Back, a reload and unlocking lead to the same question.

import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import type { AccountStatus } from '../../domain/readiness';
import { managerText } from '../../i18n/manager';
import type { EmployeeFilter } from '../../reactive/createEmployeeList';
import { oneParam } from './searchParam';

export interface ListQuery {
  readonly text: string;
  readonly status: AccountStatus | '';
  readonly department: string;
  readonly order: '' | 'line-managers';
}

export interface EmployeeListQuery {
  readonly query: Accessor<ListQuery>;
  readonly filter: Accessor<EmployeeFilter>;
  readonly isNarrowed: Accessor<boolean>;
  change(part: Partial<ListQuery>): void;
  clear(): void;
}

const isStatus = (text: string): text is AccountStatus => Object.hasOwn(managerText.account, text);

export function createEmployeeListQuery(): EmployeeListQuery {
  const [params, setParams] = useSearchParams<{
    q: string;
    status: string;
    department: string;
    order: string;
  }>();
  const query = createMemo((): ListQuery => {
    const status = oneParam(params.status);
    return {
      text: oneParam(params.q),
      status: isStatus(status) ? status : '',
      department: oneParam(params.department),
      order: oneParam(params.order) === 'line-managers' ? 'line-managers' : '',
    };
  });
  const filter = createMemo<EmployeeFilter>(() => {
    const { text, status, department, order } = query();
    return {
      text,
      order: order === 'line-managers' ? 'line managers first' : 'name',
      ...(status === '' ? {} : { account: status }),
      ...(department === '' ? {} : { department }),
    };
  });
  const change = ({ text, ...rest }: Partial<ListQuery>) =>
    setParams({ ...rest, ...(text === undefined ? {} : { q: text }) }, { replace: true });
  return {
    query,
    filter,
    isNarrowed: () => query().text !== '' || query().status !== '' || query().department !== '',
    change,
    clear: () => change({ text: '', status: '', department: '' }),
  };
}
