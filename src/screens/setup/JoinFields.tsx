// Joining an organisation: the pairing code, scanned or pasted, the PIN that opens it, and what this tablet is called.

import { createEffect, createSignal, on, onMount, Show } from 'solid-js';
import type { Failure, SyncFailure } from '../../app/failure';
import { PIN_LENGTH, parsePairingLink, tidyPairingPin } from '../../domain/pairingLink';
import { joinText as text } from '../../i18n/join';
import { anySentence } from '../../i18n/syncFailures';
import { useApp } from '../../reactive/AppContext';
import { createStoppable } from '../../reactive/createStoppable';
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

type Problems = { readonly [Field in JoinField]?: Failure | SyncFailure };

/** Whatever can be told without opening the code, all at once. */
function formProblems(form: Readonly<Record<JoinField, string>>): Problems {
  const link = parsePairingLink(form.link);
  return {
    ...(link.ok ? {} : { link: link.error }),
    ...(tidyPairingPin(form.pin).length === PIN_LENGTH ? {} : { pin: { type: 'pairingPinNotAccepted' } }),
    ...(form.tabletName.trim() === '' ? { tabletName: { type: 'tabletNameMissing' } } : {}),
  };
}

export function JoinFields(props: {
  /** A pairing link that arrived with the page. */
  readonly link: string;
  readonly onBack: () => void;
}) {
  const app = useApp();
  const heading = createHeading(() => text.title);
  const [form, setForm] = createSignal({ link: '', pin: '', tabletName: '' });
  const [problems, setProblems] = createSignal<Problems>({});
  // Whoever goes back and founds an organisation must not be joined to this one behind their back.
  const join = createStoppable(app.sync.join);
  let element: HTMLFormElement | undefined;
  let pin: HTMLInputElement | undefined;

  const put = (field: JoinField) => (value: string) => {
    setProblems(({ [field]: _, ...others }) => others);
    setForm((before) => ({ ...before, [field]: value }));
  };
  createEffect(
    on(
      () => props.link,
      (link) => link !== '' && put('link')(link),
    ),
  );
  onMount(() => props.link !== '' && pin?.focus());

  const problem = (field: JoinField) => {
    const found = problems()[field];
    return found && anySentence(found);
  };
  /** What is not about a field. */
  const refusal = () => {
    const found = join.refusal();
    return found && fields[found.type] === undefined ? found : undefined;
  };
  const tell = (found: Problems) => {
    setProblems(found);
    element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = formProblems(form());
    tell(found);
    if (Object.keys(found).length > 0) return join.reset();
    const joined = await join.run(form());
    if (!joined || joined.ok) return;
    const field = fields[joined.error.type];
    if (field) tell({ [field]: joined.error });
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
        <Show when={refusal()}>
          {(found) => (
            <Notice kind="danger" title={anySentence(found())}>
              {found().type === 'noNetwork' ? text.needsNetwork : undefined}
            </Notice>
          )}
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
