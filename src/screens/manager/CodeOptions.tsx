// How long a code is to be good, and from when: folded away, because most codes are shown on the spot.

import { createSignal } from 'solid-js';
import type { CodeChoice } from '../../app/manager/loginCodes';
import { type CodeChannel, codeChannels, DEFAULT_LIFETIMES, isLifetime } from '../../domain/codeLifetimes';
import { codesText as text } from '../../i18n/codes';
import { useApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Field } from '../../ui/Field';
import { SelectField } from '../../ui/SelectField';
import styles from './EmployeeScreen.module.css';

const HOUR = 3_600_000;
const SPANS = [1, 4, 8, 24, 48, 72, 168, 336, 720, 1440, 2160, 4320].map((hours) => hours * HOUR);

/** What was chosen, as the command wants it. */
export function createCodeChoice() {
  const [channel, setChannel] = createSignal<CodeChannel>('screen');
  const [lifetime, setLifetime] = createSignal('');
  const [startsOn, setStartsOn] = createSignal('');
  return {
    channel,
    lifetime,
    startsOn,
    setChannel(next: CodeChannel) {
      setChannel(next);
      setLifetime('');
    },
    setLifetime,
    setStartsOn,
    choice: (): CodeChoice => {
      const startsAt = startsOn() === '' ? Number.NaN : new Date(startsOn()).getTime();
      return {
        channel: channel(),
        ...(lifetime() === '' ? {} : { lifetime: Number(lifetime()) }),
        ...(Number.isNaN(startsAt) ? {} : { startsAt }),
      };
    },
  };
}

export function CodeOptions(props: { readonly state: ReturnType<typeof createCodeChoice> }) {
  const app = useApp();
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const lifetimes = () => {
    const now = organisation();
    return now?.status === 'founded' ? now.codeLifetimes : DEFAULT_LIFETIMES;
  };
  return (
    <details class={styles.options}>
      <summary>{text.options}</summary>
      <div class={styles.form}>
        <SelectField
          label={text.channel}
          value={props.state.channel()}
          options={codeChannels.map((value) => ({
            value,
            label: text.channelWith(value, lifetimes()[value]),
          }))}
          onChange={(value) => props.state.setChannel(value as CodeChannel)}
        />
        <SelectField
          label={text.lifetime}
          value={props.state.lifetime()}
          options={[
            { value: '', label: text.asSet(lifetimes()[props.state.channel()]) },
            ...SPANS.filter((span) => isLifetime(props.state.channel(), span)).map((span) => ({
              value: String(span),
              label: text.span(span),
            })),
          ]}
          onChange={props.state.setLifetime}
        />
        <Field
          label={text.startsOn}
          hint={text.startsOnHint}
          kind="datetime-local"
          value={props.state.startsOn()}
          onInput={props.state.setStartsOn}
        />
      </div>
    </details>
  );
}
