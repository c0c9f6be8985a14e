// Lines of the activity: when, and a sentence in which people are links to their pages.

import { createSignal, For, type JSX, Show } from 'solid-js';
import { textToActor } from '../../domain/actor';
import { streamKind } from '../../domain/folds';
import type { EmployeeId } from '../../domain/ids';
import { streamId } from '../../domain/streams';
import { activityText, eventPattern, manyPattern } from '../../i18n/activity';
import { showDay, showNumber, showTime } from '../../i18n/format';
import { eventDevice, eventTime } from '../../kernel/hlc';
import { useApp } from '../../reactive/AppContext';
import { type Activity, type ActivityItem, createActivity } from '../../reactive/createActivity';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { paths } from '../paths';
import styles from './ActivityList.module.css';

const text = activityText;

export interface ActivityListProps {
  readonly employeeId?: EmployeeId | undefined;
  /** Shows the newest only, without the way to older ones. */
  readonly atMost?: number | undefined;
}

export function ActivityList(props: ActivityListProps) {
  const [pages, setPages] = createSignal(1);
  const activity = createActivity(() => ({ employeeId: props.employeeId, pages: pages() }));
  const items = () => activity()?.items.slice(0, props.atMost) ?? [];
  return (
    <Show when={activity()}>
      {(found) => (
        <Show
          when={items().length > 0}
          fallback={
            <EmptyState title={props.employeeId ? text.emptyOfOne : text.emptyTitle}>
              {props.employeeId ? undefined : text.emptyText}
            </EmptyState>
          }
        >
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role of a list without markers */}
          <ol class={styles.list} role="list" aria-label={text.list}>
            <For each={items()}>{(item) => <Line item={item} names={found().names} />}</For>
          </ol>
          <Show when={props.atMost === undefined && !props.employeeId}>
            <Show when={found().hasOlder} fallback={<p class={styles.end}>{text.beginning}</p>}>
              <div>
                <Button onPress={() => setPages((count) => count + 1)}>{text.older}</Button>
              </div>
            </Show>
          </Show>
        </Show>
      )}
    </Show>
  );
}

function Line(props: { readonly item: ActivityItem; readonly names: Activity['names'] }) {
  const at = () => eventTime(props.item.event.id);
  const pattern = () =>
    props.item.kind === 'many' ? manyPattern(props.item.type) : eventPattern(props.item.event);
  const app = useApp();
  const tabletName = (device: string) => props.names[`device:${device}`] ?? text.otherTablet;
  const parts = () => pattern().split(/(\{\w+\})/);
  return (
    <li class={styles.line}>
      <time class={styles.when} datetime={new Date(at()).toISOString()}>
        <span>{showDay(at())}</span> <span>{showTime(at())}</span>
      </time>
      <p class={styles.what}>
        <For each={parts()}>{(part) => fill(part)}</For>
        <Show when={eventDevice(props.item.event.id) !== app.device}>
          {' '}
          <span class={styles.elsewhere}>{text.elsewhere(tabletName(eventDevice(props.item.event.id)))}</span>
        </Show>
      </p>
    </li>
  );

  function fill(part: string): JSX.Element {
    if (part === '{who}') return <Actor by={props.item.event.by} names={props.names} />;
    if (part === '{count}' && props.item.kind === 'many')
      return <strong>{showNumber(props.item.count)}</strong>;
    if (part === '{person}' && props.item.kind === 'one' && streamKind(props.item.stream) === 'employee')
      return <Person id={streamId(props.item.stream)} names={props.names} />;
    if (part === '{tablet}' && props.item.kind === 'one')
      return <strong dir="auto">{tabletName(streamId(props.item.stream))}</strong>;
    return part;
  }
}

function Actor(props: { readonly by: string; readonly names: Activity['names'] }) {
  const actor = () => textToActor(props.by);
  const employeeId = () => {
    const now = actor();
    return now.kind === 'employee' ? now.employeeId : undefined;
  };
  return (
    <Show
      when={employeeId()}
      fallback={
        <strong dir="auto">
          {actor().kind === 'kiosk' ? text.kiosk : (props.names[props.by] ?? text.somebody)}
        </strong>
      }
    >
      {(id) => <Person id={id()} names={props.names} />}
    </Show>
  );
}

function Person(props: { readonly id: string; readonly names: Activity['names'] }) {
  return (
    <>
      <a href={paths.employee(props.id)} dir="auto">
        {props.names[`employee:${props.id}`] ?? props.id}
      </a>
      <Show when={props.names[`employee:${props.id}`]}>
        {' '}
        <bdi dir="ltr" class={styles.id}>
          {props.id}
        </bdi>
      </Show>
    </>
  );
}
