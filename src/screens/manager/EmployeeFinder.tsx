// Finds anyone among thousands: search as one types, filters, and the list. In select mode a row is a tick instead of a
// way to a person, and codes are handed out: shown one after the other, or printed.

import { createMemo, createSignal, lazy, Show, Suspense } from 'solid-js';
import { managerText } from '../../i18n/manager';
import { createEmployeeList } from '../../reactive/createEmployeeList';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { SearchField } from '../../ui/SearchField';
import { CodesForMany } from './CodesForMany';
import { EmployeeFilters } from './EmployeeFilters';
import styles from './EmployeeFinder.module.css';
import { EmployeeTable } from './EmployeeTable';
import { createEmployeeListQuery } from './employeeListQuery';
import type { Selection } from './selection';

const PrintCodes = lazy(async () => ({ default: (await import('./print/PrintCodes')).PrintCodes }));

const text = managerText.list;

export function EmployeeFinder(props: { readonly selection: Selection }) {
  const list = createEmployeeListQuery();
  const answer = createEmployeeList(list.filter);
  let selectButton: HTMLElement | undefined;
  const [handingOut, setHandingOut] = createSignal<'on screen' | 'on paper'>();
  const count = () => {
    const found = answer.found();
    if (!found) return '';
    return found.isComplete ? text.count(found.count) : text.counting;
  };
  const canSelectAll = () =>
    props.selection.isOn() && answer.found()?.isComplete && !isEmpty() && !isEveryone();
  const isEveryone = createMemo(
    () => props.selection.count() >= (answer.found()?.count ?? 0) && answer.ids().every(props.selection.has),
  );
  /** As they stand in the list; those whom it does not show at the moment come last. */
  const chosen = () => [...new Set([...answer.ids().filter(props.selection.has), ...props.selection.ids()])];
  const end = () => {
    setHandingOut(undefined);
    props.selection.end();
    selectButton?.focus();
  };
  const isEmpty = () => answer.found()?.isComplete === true && answer.found()?.count === 0;
  return (
    <div class={styles.finder}>
      <div class={styles.bar}>
        <SearchField
          label={text.search}
          placeholder={text.searchPlaceholder}
          value={list.query().text}
          onInput={(typed) => list.change({ text: typed })}
          clearWord={text.clearSearch}
        />
        <EmployeeFilters list={list} />
      </div>
      <div class={styles.line}>
        <p class={styles.count} role="status">
          {props.selection.isOn() ? text.selected(props.selection.count()) : count()}
        </p>
        {/* One button for both, so that the focus stays where it is. */}
        <Show when={!isEmpty() || props.selection.isOn()}>
          <Button
            ref={(element) => {
              selectButton = element;
            }}
            onPress={() => (props.selection.isOn() ? props.selection.end() : props.selection.begin())}
          >
            {props.selection.isOn() ? text.stopSelecting : text.select}
          </Button>
        </Show>
        <Show when={canSelectAll()}>
          <Button onPress={() => props.selection.addAll(answer.ids())}>
            {text.selectAll(answer.found()?.count ?? 0)}
          </Button>
        </Show>
        <Show when={props.selection.count() > 0}>
          <Button onPress={() => setHandingOut('on screen')}>{text.showCodes}</Button>
          <Button variant="primary" onPress={() => setHandingOut('on paper')}>
            {text.printCodes}
          </Button>
        </Show>
      </div>
      <Show when={!isEmpty()} fallback={<NoHits list={list} />}>
        <EmployeeTable
          list={answer}
          showsTeams={list.query().order === 'line-managers'}
          selection={props.selection}
        />
      </Show>
      <Show when={handingOut() === 'on screen'}>
        <CodesForMany employeeIds={chosen()} onEnd={end} onCancel={() => setHandingOut(undefined)} />
      </Show>
      <Suspense>
        <Show when={handingOut() === 'on paper'}>
          <PrintCodes employeeIds={chosen()} onEnd={end} onCancel={() => setHandingOut(undefined)} />
        </Show>
      </Suspense>
    </div>
  );
}

function NoHits(props: { readonly list: ReturnType<typeof createEmployeeListQuery> }) {
  return (
    <EmptyState
      title={text.noHitsTitle}
      actions={
        <Show when={props.list.isNarrowed()}>
          <Button onPress={props.list.clear}>{text.clearFilters}</Button>
        </Show>
      }
    >
      {text.noHitsText(props.list.query().text)}
    </EmptyState>
  );
}
