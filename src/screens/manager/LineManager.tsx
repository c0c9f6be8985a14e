// Who leads somebody: their name and a link to their page. A list may name a line manager who is on no list yet.

import { Show } from 'solid-js';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { paths } from '../paths';
import styles from './LineManager.module.css';

export function LineManager(props: { readonly id: EmployeeId }) {
  const { employees } = useManagerApp();
  const answer = createLiveQuery(
    () => props.id,
    async (id) => ({ state: (await employees.states([id])).get(id) }),
  );
  const name = () => {
    const state = answer()?.state;
    return state?.status === 'enrolled' ? fullName(state.details) : undefined;
  };
  const id = () => (
    <bdi dir="ltr" class={styles.id}>
      {props.id}
    </bdi>
  );
  return (
    <Show when={answer()} fallback={id()}>
      <Show
        when={name()}
        fallback={
          <>
            {id()} <span class={styles.soft}>({managerText.employee.nobodyWithId})</span>
          </>
        }
      >
        {(known) => (
          <>
            <a href={paths.employee(props.id)} dir="auto">
              {known()}
            </a>{' '}
            {id()}
          </>
        )}
      </Show>
    </Show>
  );
}
