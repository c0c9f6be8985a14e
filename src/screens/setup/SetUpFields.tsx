// The one form of the first run. What is wrong is told all at once, each beside its field, and the first one gets the
// focus.

import { createSignal, onMount, Show } from 'solid-js';
import type { SetUpForm, SetUpRefusal } from '../../app/setUp';
import { COMPANY_CODE_LIMIT } from '../../domain/ids';
import { PASSCODE_RECOMMENDED, PASSWORD_MINIMUM } from '../../domain/passwordRules';
import { backupText } from '../../i18n/backup';
import { countryOptions, likelyCountry } from '../../i18n/countries';
import { sentence } from '../../i18n/failures';
import { showNumber } from '../../i18n/format';
import { joinText } from '../../i18n/join';
import { setUpText as text } from '../../i18n/setup';
import type { Result } from '../../kernel/result';
import { foldText } from '../../kernel/searchText';
import { useApp } from '../../reactive/AppContext';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { SelectField } from '../../ui/SelectField';
import { createHeading } from '../createHeading';
import { SecretField } from '../SecretField';
import { type FieldTroubles, formProblems, type SetUpField, withoutTouched } from './formProblems';
import styles from './SetUpFields.module.css';

/** `Harbour & Sons` suggests `HARBOURSONS`; a long name is cut. */
const suggestCode = (organisationName: string): string =>
  foldText(organisationName)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, COMPANY_CODE_LIMIT)
    .toUpperCase();

export function SetUpFields(props: {
  readonly isPending: boolean;
  readonly onStart: (form: SetUpForm) => Promise<Result<unknown, SetUpRefusal> | undefined>;
  readonly onJoin: () => void;
  readonly onRestore: () => void;
}) {
  const app = useApp();
  const heading = createHeading(() => text.title);
  const countries = countryOptions();
  const [form, setForm] = createSignal<SetUpForm>({
    organisationName: '',
    companyCode: '',
    country: likelyCountry(),
    siteName: '',
    tabletName: text.tabletNameDefault,
    managerName: '',
    passcode: '',
  });
  const [repeat, setRepeat] = createSignal('');
  const [isCodeTheirs, setIsCodeTheirs] = createSignal(false);
  const [troubles, setTroubles] = createSignal<FieldTroubles>({});
  let element: HTMLFormElement | undefined;
  onMount(app.warmUp);

  const touch = (...fields: readonly SetUpField[]) =>
    setTroubles((before) => withoutTouched(before, new Set(fields)));
  const put = (field: keyof SetUpForm) => (value: string) => {
    touch(field);
    setForm((before) => ({ ...before, [field]: value }));
  };
  const putOrganisation = (name: string) => {
    put('organisationName')(name);
    if (!isCodeTheirs()) put('companyCode')(suggestCode(name));
  };
  const error = (field: SetUpField): string | undefined => {
    const found = troubles()[field];
    return found && sentence(found);
  };
  const count = () => Object.keys(troubles()).length;

  const tell = (found: FieldTroubles) => {
    setTroubles(found);
    element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (props.isPending) return;
    tell(formProblems(form(), repeat()));
    if (count() > 0) return;
    const started = await props.onStart(form());
    if (started && !started.ok && started.error.type === 'formHasProblems') tell(started.error.problems);
  };

  return (
    <Page title={text.title} titleRef={heading} intro={text.intro} width="reading">
      <form ref={element} class={styles.form} onSubmit={submit} noValidate>
        <div class={styles.join}>
          <div>
            <p class={styles.question}>{joinText.question}</p>
            <p class={styles.hint}>{joinText.questionHint}</p>
          </div>
          <div class={styles.others}>
            <Button onPress={props.onJoin}>{joinText.start}</Button>
            <Button onPress={props.onRestore}>{backupText.restore.start}</Button>
          </div>
        </div>
        <Section title={text.organisation}>
          <Field
            label={text.organisationName}
            error={error('organisationName')}
            value={form().organisationName}
            onInput={putOrganisation}
            autocomplete="organization"
            required
          />
          <div class={styles.pair}>
            <Field
              label={text.companyCode}
              hint={text.companyCodeHint}
              error={error('companyCode')}
              look="code"
              value={form().companyCode}
              onInput={(typed) => {
                setIsCodeTheirs(typed !== '');
                put('companyCode')(typed.toUpperCase());
              }}
              required
            />
            <SelectField
              label={text.country}
              hint={text.countryHint}
              error={error('country')}
              value={form().country}
              options={countries}
              onChange={put('country')}
            />
          </div>
        </Section>
        <Section title={text.place}>
          <div class={styles.pair}>
            <Field
              label={text.siteName}
              hint={text.siteNameHint}
              error={error('siteName')}
              value={form().siteName}
              onInput={put('siteName')}
              required
            />
            <Field
              label={text.tabletName}
              hint={text.tabletNameHint}
              error={error('tabletName')}
              value={form().tabletName}
              onInput={put('tabletName')}
              required
            />
          </div>
        </Section>
        <Section title={text.you}>
          <Field
            label={text.managerName}
            error={error('managerName')}
            value={form().managerName}
            onInput={put('managerName')}
            autocomplete="name"
            required
          />
          <p class={styles.hint}>
            {text.passcodeHint(showNumber(PASSWORD_MINIMUM), showNumber(PASSCODE_RECOMMENDED))}{' '}
            {text.keepSafe}
          </p>
          <div class={styles.pair}>
            <SecretField
              label={text.passcode}
              error={error('passcode')}
              value={form().passcode}
              onInput={(typed) => {
                touch('repeatPasscode');
                put('passcode')(typed);
              }}
              required
            />
            <SecretField
              label={text.repeatPasscode}
              error={error('repeatPasscode')}
              value={repeat()}
              onInput={(typed) => {
                touch('repeatPasscode');
                setRepeat(typed);
              }}
              required
            />
          </div>
        </Section>
        <Show when={count() > 0}>
          <Notice kind="danger" title={text.problems(count())} announce="status" />
        </Show>
        <Button
          type="submit"
          variant="primary"
          size="kiosk"
          wide
          busy={props.isPending ? text.busy : undefined}
        >
          {text.go}
        </Button>
      </form>
    </Page>
  );
}
