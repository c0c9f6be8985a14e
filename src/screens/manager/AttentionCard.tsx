// One case: what two tablets did while they were apart, side by side; what is true now; what can be done about it.

import { For, Show } from 'solid-js';
import type { Settlement } from '../../domain/attention';
import { attentionText as text } from '../../i18n/attention';
import { showMoment, showPlainDate } from '../../i18n/format';
import { useApp } from '../../reactive/AppContext';
import type { CaseTold } from '../../reactive/createAttention';
import { Button } from '../../ui/Button';
import { StatusBadge } from '../../ui/StatusBadge';
import { paths } from '../paths';
import styles from './Attention.module.css';
import { CodeRefusalNotice } from './CodeRefusalNotice';
import type { Settling } from './createSettling';

export interface AttentionCardProps {
  readonly told: CaseTold;
  readonly settling: Settling;
  readonly headingRef: (heading: HTMLElement) => void;
}

export function AttentionCard(props: AttentionCardProps) {
  const app = useApp();
  let card: HTMLElement | undefined;
  const begin = (way: Settlement) => void props.settling.begin(props.told, way, card?.offsetHeight ?? 0);
  const titleId = () => `title-${props.told.caseId}`;
  return (
    <article ref={card} class={styles.card} aria-labelledby={titleId()}>
      <header class={styles.head}>
        <h2 ref={(heading) => props.headingRef(heading)} id={titleId()} class={styles.title} tabindex="-1">
          {text.caseTitle(props.told)}
        </h2>
        <p class={styles.who}>
          <bdi dir="ltr" class={styles.id}>
            {props.told.employeeId}
          </bdi>
          <a class={styles.page} href={paths.employee(props.told.employeeId)}>
            {text.openPage(props.told.name)}
          </a>
        </p>
      </header>
      <p class={styles.story}>{text.story(props.told)}</p>
      <div class={styles.sides}>
        <Side told={props.told} side={props.told.first} />
        <Side told={props.told} side={props.told.second} />
        <For each={props.told.also}>{(side) => <Side told={props.told} side={side} />}</For>
      </div>
      <div class={styles.now}>
        <h3>{text.now}</h3>
        <p>{text.nowTrue(props.told, app.now())}</p>
      </div>
      <h3>{text.waysTitle}</h3>
      <div class={styles.ways}>
        <For each={props.told.ways}>
          {(way) => (
            <div class={styles.way}>
              <p>{text.consequence(props.told, way)}</p>
              <Button
                busy={props.settling.isBusy(props.told, way) ? text.busy : undefined}
                onPress={() => begin(way)}
              >
                {text.button(way)}
              </Button>
            </div>
          )}
        </For>
      </div>
      <Show when={props.settling.refusal(props.told)}>
        {(refusal) => <CodeRefusalNotice refusal={refusal()} onConfirmed={() => begin('new code')} />}
      </Show>
    </article>
  );
}

function Side(props: { readonly told: CaseTold; readonly side: CaseTold['first'] }) {
  const side = () => props.side;
  const isFirst = () => side().id === props.told.first.id;
  const details = () => {
    const { entry, employee } = props.told;
    if (entry.type !== 'differentPeople') return undefined;
    const known = isFirst() ? employee.details : entry.details;
    const { department, jobTitle, email, startDate } = known;
    return [jobTitle, department, email, startDate && showPlainDate(startDate)]
      .filter((value) => value)
      .join(' · ');
  };
  const counts = () => {
    const { entry, now } = props.told;
    if (entry.type === 'codeRedeemedTwice') return now.type === 'active' && now.redemption === side().id;
    return isFirst();
  };
  const badge = () => {
    const words = props.told.entry.type === 'differentPeople' ? text.list : text.counting;
    return counts() ? words.yes : words.no;
  };
  return (
    <div class={styles.side}>
      <StatusBadge kind={counts() ? 'done' : 'off'} word={badge()} />
      <div>
        <p class={styles.did}>{text.did(side(), isFirst() ? props.told.name : props.told.otherName)}</p>
        <Show when={details()}>{(words) => <p class={styles.soft}>{words()}</p>}</Show>
      </div>
      <dl class={styles.facts}>
        <dt>{text.side.who}</dt>
        <dd>
          <bdi>{text.who(side())}</bdi>
        </dd>
        <dt>{text.side.tablet}</dt>
        <dd>
          <bdi>{text.tablet(side())}</bdi>
        </dd>
        <dt>{text.side.when}</dt>
        <dd>
          <time datetime={new Date(side().at).toISOString()}>{showMoment(side().at)}</time>
        </dd>
      </dl>
    </div>
  );
}
