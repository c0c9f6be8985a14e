// The rows of the list. The name is where the eye lands; a row that is still on its way has the same height and shape.

import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Employee } from '../../domain/employee';
import { fullName } from '../../domain/employeeDetails';
import type { EmployeeId } from '../../domain/ids';
import { streamId } from '../../domain/streams';
import { showDay } from '../../i18n/format';
import { managerText } from '../../i18n/manager';
import { useApp, useManagerApp } from '../../reactive/AppContext';
import type { EmployeeList, EmployeeRow } from '../../reactive/createEmployeeList';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { StatusBadge } from '../../ui/StatusBadge';
import { Cell, HeaderCell, RowLink, type RowPlace, RowTick, VirtualList } from '../../ui/VirtualList';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { paths } from '../paths';
import { accountBadge } from './accountBadge';
import styles from './EmployeeTable.module.css';
import { fromList, keepListPlace, takeListPlace } from './listPlace';
import type { Selection } from './selection';

const text = managerText.list;
// In rem.
const ROW_HEIGHT = 4;

export interface EmployeeTableProps {
  readonly list: EmployeeList;
  /** Shows the size of the teams of line managers who cannot sign in yet. */
  readonly showsTeams: boolean;
  readonly selection: Selection;
}

export function EmployeeTable(props: EmployeeTableProps) {
  const returning = takeListPlace();
  const arriveAt = createMemo((): RowPlace | undefined => {
    const index = returning && props.list.placeOf(returning.employeeId);
    // Only once the row is there: before, it has nothing that could take the focus.
    if (index === undefined || !props.list.row(index)) return undefined;
    return { index, fromTop: returning?.fromTop ?? 0 };
  });
  const leave = ({ index, fromTop }: RowPlace) => {
    const row = props.list.row(index);
    if (row) keepListPlace({ employeeId: streamId(row.stream) as EmployeeId, fromTop });
  };
  return (
    <div class={styles.table} data-ticking={props.selection.isOn() ? '' : undefined}>
      <VirtualList
        height="max(18rem, 100dvh - var(--above-and-below))"
        label={text.table}
        count={props.list.found()?.count ?? 0}
        rowHeight={ROW_HEIGHT}
        columns="var(--employee-columns)"
        topWhen={props.list.found()?.filter}
        arriveAt={arriveAt()}
        onLeave={leave}
        header={
          <>
            <HeaderCell spare={!props.selection.isOn()}>
              <VisuallyHidden>{text.chosen}</VisuallyHidden>
            </HeaderCell>
            <HeaderCell>{text.name}</HeaderCell>
            <HeaderCell spare>{text.employeeId}</HeaderCell>
            <HeaderCell spare>{text.department}</HeaderCell>
            <HeaderCell spare="phone">{text.status}</HeaderCell>
            <HeaderCell spare>{text.password}</HeaderCell>
          </>
        }
      >
        {(index) => {
          const row = createMemo(() => props.list.row(index));
          return (
            <Show when={row()} fallback={<Skeleton isTicking={props.selection.isOn()} />}>
              {(loaded) => <Row row={loaded()} showsTeams={props.showsTeams} selection={props.selection} />}
            </Show>
          );
        }}
      </VirtualList>
    </div>
  );
}

function Row(props: {
  readonly row: EmployeeRow;
  readonly showsTeams: boolean;
  readonly selection: Selection;
}) {
  const app = useApp();
  const employee = () => props.row.view as Employee;
  const id = () => streamId(props.row.stream) as EmployeeId;
  const badge = () => accountBadge(employee(), app.now());
  const passwordSetAt = () => (employee().account.status === 'active' ? employee().passwordSetAt : undefined);
  return (
    <>
      <Cell spare={!props.selection.isOn()}>
        <RowTick
          label={text.choose(fullName(employee().details))}
          checked={props.selection.has(id())}
          isWholeRow={props.selection.isOn()}
          onChange={(isChosen) => props.selection.set(id(), isChosen)}
        />
      </Cell>
      <Cell>
        <Target id={id()} selection={props.selection}>
          <span class={styles.name} dir="auto">
            {fullName(employee().details)}
          </span>
        </Target>
        <span class={styles.more}>
          <bdi dir="ltr" class={styles.idBelow}>
            {id()}
          </bdi>
          <span class={styles.statusBelow}>
            <StatusBadge kind={badge().kind} word={badge().word} />
          </span>
          <Show when={props.showsTeams} fallback={<JobTitle row={props.row} />}>
            <Team row={props.row} />
          </Show>
        </span>
      </Cell>
      <Cell spare>
        <bdi dir="ltr" class={styles.id}>
          {id()}
        </bdi>
      </Cell>
      <Cell spare>
        <span class={styles.words} dir="auto">
          {employee().details.department}
        </span>
      </Cell>
      <Cell spare="phone">
        <StatusBadge kind={badge().kind} word={badge().word} />
      </Cell>
      <Cell spare>
        <Show when={passwordSetAt()}>
          {(at) => (
            <span class={styles.password}>
              {/* A dot for a password, never its length. */}
              <span aria-hidden="true">•</span> {showDay(at())}
            </span>
          )}
        </Show>
      </Cell>
    </>
  );
}

/** The whole row leads to the person, unless it ticks them. */
const Target = (props: {
  readonly id: EmployeeId;
  readonly selection: Selection;
  readonly children: JSX.Element;
}) => (
  <Show when={!props.selection.isOn()} fallback={props.children}>
    <RowLink href={paths.employee(props.id)} state={fromList}>
      {props.children}
    </RowLink>
  </Show>
);

const JobTitle = (props: { readonly row: EmployeeRow }) => (
  <span class={styles.words} dir="auto">
    {(props.row.view as Employee).details.jobTitle}
  </span>
);

function Team(props: { readonly row: EmployeeRow }) {
  const { employees } = useManagerApp();
  const size = createLiveQuery(() => props.row, employees.teamSize);
  return (
    <Show when={size()} fallback={<JobTitle row={props.row} />}>
      {(people) => <strong class={styles.team}>{text.team(people())}</strong>}
    </Show>
  );
}

const skeletonCells = [false, true, true, 'phone', true] as const;

function Skeleton(props: { readonly isTicking: boolean }) {
  return (
    <For each={[!props.isTicking, ...skeletonCells]}>
      {(spare) => (
        <Cell spare={spare}>
          <span class={styles.skeleton} aria-hidden="true" />
        </Cell>
      )}
    </For>
  );
}
