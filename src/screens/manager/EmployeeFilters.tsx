// The three ways to narrow the list down and put it in order.

import type { AccountStatus } from '../../domain/readiness';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { SelectField } from '../../ui/SelectField';
import styles from './EmployeeFinder.module.css';
import type { EmployeeListQuery, ListQuery } from './employeeListQuery';

const text = managerText.list;
const statuses = Object.entries(managerText.account) as [AccountStatus, string][];

export function EmployeeFilters(props: { readonly list: EmployeeListQuery }) {
  const { employees } = useManagerApp();
  const departments = createLiveQuery(() => undefined, employees.departments);
  const departmentOptions = () => {
    const chosen = props.list.query().department;
    const known = (departments() ?? []).filter((name) => name !== '');
    const names = chosen === '' || known.includes(chosen) ? known : [chosen, ...known];
    return [{ value: '', label: text.anyDepartment }, ...names.map((name) => ({ value: name, label: name }))];
  };
  return (
    <div class={styles.filters}>
      <SelectField
        label={text.status}
        value={props.list.query().status}
        options={[
          { value: '', label: text.anyStatus },
          ...statuses.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(status) => props.list.change({ status: status as ListQuery['status'] })}
      />
      <SelectField
        label={text.department}
        value={props.list.query().department}
        options={departmentOptions()}
        onChange={(department) => props.list.change({ department })}
      />
      <SelectField
        label={text.order}
        value={props.list.query().order}
        options={[
          { value: '', label: text.byName },
          { value: 'line-managers', label: text.lineManagersFirst },
        ]}
        onChange={(order) => props.list.change({ order: order as ListQuery['order'] })}
      />
    </div>
  );
}
