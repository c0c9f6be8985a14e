// The form of the connection. What a press answers stands below the buttons until something is changed or pressed.

import { createSignal, Show } from 'solid-js';
import type { SyncFailure } from '../../../app/failure';
import { connectionProblem, connectionText } from '../../../i18n/connection';
import { anySentence } from '../../../i18n/syncFailures';
import { useManagerApp } from '../../../reactive/AppContext';
import { createCommand } from '../../../reactive/createCommand';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { type Finding, FindingList } from '../../../ui/FindingList';
import { Notice } from '../../../ui/Notice';
import { SecretField } from '../../SecretField';
import { focusFirstProblem } from '../EmployeeFields';
import settings from '../SettingsScreen.module.css';
import { type Connection, missingFields, type Problems, type SaveRefusal } from './connectionAsked';
import { foundItems, preparedItems } from './findings';
import { PrepareDialog } from './PrepareDialog';

const text = connectionText.connection;

interface Answer {
  /** With `ask`, pressing “Save” once more is the answer. */
  readonly kind: 'info' | 'done' | 'wait' | 'ask' | 'danger';
  readonly title: string;
  readonly text?: string;
  readonly items?: readonly Finding[];
}

function refused(refusal: SyncFailure): Answer {
  if (refusal.type === 'addressHasProblems') return { kind: 'danger', title: text.problems };
  if (refusal.type === 'keptInstead')
    return { kind: 'ask', title: text.notSaved, text: anySentence(refusal) };
  return { kind: 'danger', title: text.refusedTitle, text: anySentence(refusal) };
}

/** An answer may stand below the end of the screen. */
const bringIntoSight = (element: HTMLElement) =>
  queueMicrotask(() => element.scrollIntoView({ block: 'nearest' }));

export function ConnectionForm(props: {
  readonly kept: Omit<Connection, 'password'> | undefined;
  readonly onSaved: () => void;
}) {
  const { sync } = useManagerApp();
  const [form, setForm] = createSignal<Connection>({
    url: props.kept?.url ?? text.urlDefault,
    database: props.kept?.database ?? '',
    user: props.kept?.user ?? '',
    password: '',
  });
  const [problems, setProblems] = createSignal<Problems>({});
  const [answer, setAnswer] = createSignal<Answer>();
  const [isPreparing, setIsPreparing] = createSignal(false);
  const test = createCommand(sync.test);
  const save = createCommand((isSure: boolean) => sync.save(form(), isSure));
  let element: HTMLFormElement | undefined;

  const put = (field: keyof Connection) => (value: string) => {
    setForm((before) => ({ ...before, [field]: value }));
    setProblems(({ [field]: _, ...others }) => others);
    setAnswer(undefined);
  };
  const tell = (told: Answer | undefined) => {
    setProblems({});
    setAnswer(told);
  };
  const refuse = (refusal: SaveRefusal) => {
    tell(refused(refusal));
    if (refusal.type === 'addressHasProblems') setProblems(refusal.problems);
    focusFirstProblem(element);
  };

  /** What is not filled in is told before anybody is asked for an administrator's password. */
  const pressPrepare = () => {
    const missing = missingFields(form(), props.kept !== undefined);
    if (Object.keys(missing).length === 0) setIsPreparing(true);
    else refuse({ type: 'addressHasProblems', problems: missing });
  };
  const pressTest = async () => {
    tell(undefined);
    const tested = await test.run(form());
    if (tested?.ok) tell({ kind: 'info', title: text.foundTitle, items: foundItems(tested.value) });
    else if (tested) refuse(tested.error);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const isSure = answer()?.kind === 'ask';
    tell(undefined);
    const saved = await save.run(isSure);
    if (saved && !saved.ok) refuse(saved.error);
    if (!saved?.ok) return;
    setForm((before) => ({ ...before, password: '' }));
    tell(
      saved.value.isReached
        ? { kind: 'done', title: text.saved }
        : { kind: 'wait', title: text.savedUnreached },
    );
    props.onSaved();
  };
  const fields = [
    { field: 'url', label: text.url, hint: text.urlHint },
    { field: 'database', label: text.database, hint: text.databaseHint },
    { field: 'user', label: text.user, hint: text.userHint },
  ] as const;
  return (
    <>
      <form ref={element} class={settings.form} onSubmit={submit} noValidate>
        {fields.map(({ field, label, hint }) => (
          <Field
            label={label}
            hint={hint}
            error={connectionProblem(problems(), field)}
            value={form()[field]}
            onInput={put(field)}
            required
          />
        ))}
        <SecretField
          label={text.password}
          hint={props.kept ? text.passwordKept : undefined}
          error={connectionProblem(problems(), 'password')}
          value={form().password}
          onInput={put('password')}
          required={!props.kept}
        />
        <div class={settings.buttons}>
          <Button type="submit" variant="primary" busy={save.isPending() ? text.saving : undefined}>
            {text.save}
          </Button>
          <Button busy={test.isPending() ? text.testing : undefined} onPress={pressTest}>
            {text.test}
          </Button>
          <Button onPress={pressPrepare}>{text.prepare}</Button>
        </div>
      </form>
      <Show when={answer()} keyed>
        {(told) => (
          <div ref={bringIntoSight}>
            <Notice kind={told.kind === 'ask' ? 'wait' : told.kind} title={told.title} announce="status">
              {told.items ? <FindingList label={told.title} items={told.items} /> : told.text}
            </Notice>
          </div>
        )}
      </Show>
      {/* Beside the form, not within: it has one of its own. */}
      <Show when={isPreparing()}>
        <PrepareDialog
          form={form()}
          onClose={() => setIsPreparing(false)}
          onPrepared={(prepared) => {
            setIsPreparing(false);
            const next = { kind: 'info', text: text.saveNext } as const;
            tell({ kind: 'done', title: text.prepared, items: [...preparedItems(prepared), next] });
          }}
          onFormRefused={(refusal) => {
            setIsPreparing(false);
            refuse(refusal);
          }}
        />
      </Show>
    </>
  );
}
