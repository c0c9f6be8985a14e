// How long login codes are good for, by the way they are given away. An administrator chooses; everyone can see it.

import { createSignal, For, Show } from 'solid-js';
import { type CodeChannel, codeChannels } from '../../domain/codeLifetimes';
import type { Organisation } from '../../domain/organisation';
import { codesText } from '../../i18n/codes';
import { anySentence } from '../../i18n/syncFailures';
import { useApp, useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import styles from './SettingsScreen.module.css';

const text = codesText.lifetimes;
const HOUR = 3_600_000;
/** What is given away on the spot is told in hours, what travels by post in days. */
const units: Readonly<Record<CodeChannel, 'hours' | 'days'>> = {
  screen: 'hours',
  link: 'hours',
  email: 'hours',
  letter: 'days',
  reminder: 'days',
  certificate: 'days',
};
const inMs = { hours: HOUR, days: 24 * HOUR };

export function CodeLifetimesSection() {
  const app = useApp();
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const founded = () => {
    const now = organisation();
    return now?.status === 'founded' ? now : undefined;
  };
  return (
    <Section title={text.title}>
      <p class={styles.soft}>{text.intro}</p>
      <Show when={founded()}>{(now) => <Times lifetimes={now().codeLifetimes} />}</Show>
      <p class={styles.soft}>{text.differs}</p>
    </Section>
  );
}

function Times(props: { readonly lifetimes: Organisation['codeLifetimes'] }) {
  const { manager, chooseCodeLifetimes } = useManagerApp();
  const isAdmin = manager.role === 'admin';
  const [typed, setTyped] = createSignal<Partial<Record<CodeChannel, string>>>({});
  const save = createCommand(chooseCodeLifetimes);
  const shown = (channel: CodeChannel) =>
    typed()[channel] ?? String(props.lifetimes[channel] / inMs[units[channel]]);
  const problem = (channel: CodeChannel) => {
    const refusal = save.refusal();
    return refusal?.type === 'lifetimeOutOfRange' && refusal.channel === channel
      ? anySentence(refusal)
      : undefined;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = codeChannels.map((channel) => [channel, Number(shown(channel)) * inMs[units[channel]]]);
    void save.run(Object.fromEntries(asked));
  };
  const otherRefusal = () => {
    const refusal = save.refusal();
    return refusal?.type === 'lifetimeOutOfRange' ? undefined : refusal;
  };
  return (
    <form class={styles.form} onSubmit={submit} noValidate>
      <For each={codeChannels}>
        {(channel) => (
          <Field
            label={text.field(channel, text.unit[units[channel]])}
            kind="number"
            inputMode="numeric"
            value={shown(channel)}
            readOnly={!isAdmin}
            error={problem(channel)}
            onInput={(value) => {
              save.reset();
              setTyped({ ...typed(), [channel]: value });
            }}
          />
        )}
      </For>
      <Show when={otherRefusal()}>
        {(refusal) => <Notice kind="danger" title={anySentence(refusal())} />}
      </Show>
      <div>
        <Button
          type="submit"
          reason={isAdmin ? undefined : text.adminOnly}
          busy={save.isPending() ? text.saving : undefined}
        >
          {text.save}
        </Button>
      </div>
      <p role="status">{save.state().status === 'done' ? text.saved : ''}</p>
    </form>
  );
}
