// Joining an organisation: the pairing code, scanned or pasted, the PIN that opens it, and what this tablet is called.

import { createEffect, createSignal, on, onMount, Show } from 'solid-js';
import type { SyncFailure } from '../../app/failure';
import { joinText as text } from '../../i18n/join';
import { anySentence } from '../../i18n/syncFailures';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { createHeading } from '../createHeading';
import { PairingScan } from './PairingScan';
import styles from './SetUpFields.module.css';

type JoinField = 'link' | 'pin' | 'tabletName';

const fields: { readonly [Type in SyncFailure['type']]?: JoinField } = {
  notAPairingCode: 'link',
  pairingExpired: 'link',
  pairingPinNotAccepted: 'pin',
  tabletNameMissing: 'tabletName',
  textTooLong: 'tabletName',
};

export function JoinFields(props: {
  /** A pairing link that arrived with the page. */
  readonly link: string;
  readonly onBack: () => void;
}) {
  const app = useApp();
  const heading = createHeading(() => text.title);
  const [form, setForm] = createSignal({ link: '', pin: '', tabletName: '' });
  const [touched, setTouched] = createSignal<ReadonlySet<JoinField>>(new Set());
  const join = createCommand(app.sync.join);
  let element: HTMLFormElement | undefined;
  let pin: HTMLInputElement | undefined;

  const put = (field: JoinField) => (value: string) => {
    setTouched((before) => new Set([...before, field]));
    setForm((before) => ({ ...before, [field]: value }));
  };
  createEffect(
    on(
      () => props.link,
      (link) => link !== '' && put('link')(link),
    ),
  );
  onMount(() => props.link !== '' && pin?.focus());

  const fieldOf = () => {
    const refusal = join.refusal();
    return refusal && fields[refusal.type];
  };
  const problem = (field: JoinField) => {
    const refusal = join.refusal();
    return refusal && fieldOf() === field && !touched().has(field) ? anySentence(refusal) : undefined;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const joined = await join.run(form());
    setTouched(new Set<JoinField>());
    if (joined && !joined.ok) element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const takeScanned = (link: string) => {
    put('link')(link);
    pin?.focus();
  };
  return (
    <Page title={text.title} titleRef={heading} intro={text.intro} width="reading">
      <form ref={element} class={styles.form} onSubmit={submit} noValidate>
        <PairingScan onLink={takeScanned} />
        <Field
          label={text.link}
          hint={text.linkHint}
          error={problem('link')}
          value={form().link}
          onInput={put('link')}
          required
        />
        <div class={styles.pair}>
          <Field
            label={text.pin}
            hint={text.pinHint}
            error={problem('pin')}
            look="code"
            value={form().pin}
            onInput={(typed) => put('pin')(typed.toUpperCase())}
            required
            ref={(input) => {
              pin = input;
            }}
          />
          <Field
            label={text.tabletName}
            hint={text.tabletNameHint}
            error={problem('tabletName')}
            value={form().tabletName}
            onInput={put('tabletName')}
            required
          />
        </div>
        <Show when={fieldOf() === undefined && join.refusal()}>
          {(refusal) => <Notice kind="danger" title={anySentence(refusal())} />}
        </Show>
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={join.isPending() ? text.busy : undefined}
        >
          {text.go}
        </Button>
        <div>
          <Button variant="quiet" onPress={props.onBack}>
            {text.back}
          </Button>
        </div>
      </form>
    </Page>
  );
}
