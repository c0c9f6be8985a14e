// A login code, large enough to scan across a table, for as long as the dialog is open. It holds the only copy of the
// code there is; its owner lets go of it on closing.

import { For, onCleanup, Show } from 'solid-js';
import type { ManagerApp } from '../../app/manager/managerApp';
import { showCode } from '../../domain/activationCode';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { CodeText } from '../../ui/CodeText';
import { Dialog } from '../../ui/Dialog';
import { QrPicture } from '../../ui/QrPicture';
import styles from './LoginCodeDialog.module.css';

const text = managerText.code;

export type LoginCode = Extract<Awaited<ReturnType<ManagerApp['createLoginCode']>>, { ok: true }>['value'];

export interface LoginCodeDialogProps {
  /** Open while there is one. */
  readonly code: LoginCode | undefined;
  readonly name: string;
  /** Which one of several this is ("2 of 5"). */
  readonly place?: string | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly onClose: () => void;
}

export function LoginCodeDialog(props: LoginCodeDialogProps) {
  return (
    <Dialog
      open={props.code !== undefined}
      title={text.title}
      closeWord={managerText.close}
      width="wide"
      onClose={props.onClose}
      actions={
        <>
          <Show when={props.code} keyed>
            {(code) => <Copying code={code} />}
          </Show>
          <Button variant={props.onNext ? 'secondary' : 'primary'} onPress={props.onClose}>
            {text.done}
          </Button>
          <Show when={props.onNext}>
            {(next) => (
              <Button variant="primary" onPress={next()}>
                {text.next}
              </Button>
            )}
          </Show>
        </>
      }
    >
      <Show when={props.code} keyed>
        {(code) => <Card code={code} name={props.name} place={props.place} />}
      </Show>
    </Dialog>
  );
}

function Card(props: {
  readonly code: LoginCode;
  readonly name: string;
  readonly place?: string | undefined;
}) {
  return (
    <div class={styles.card}>
      <div class={styles.picture}>
        <QrPicture label={text.qrCode} drawing={props.code.qrCode} />
        <p class={styles.soft}>{text.once}</p>
      </div>
      <div class={styles.words}>
        <div>
          <Show when={props.place}>
            <p class={styles.soft}>{props.place}</p>
          </Show>
          <p class={styles.name} dir="auto">
            {props.name}
          </p>
          <p class={styles.id}>{text.employeeId(props.code.employeeId)}</p>
        </div>
        <div>
          <p class={styles.soft}>{text.codeCaption}</p>
          <CodeText label={text.code} code={showCode(props.code.code)} />
          <p class={styles.until}>{text.validUntil(props.code.expiresAt)}</p>
        </div>
        <ol class={styles.steps}>
          <For each={text.steps}>{(step) => <li>{step}</li>}</For>
        </ol>
      </div>
    </div>
  );
}

type Thing = keyof typeof text.copied;

function Copying(props: { readonly code: LoginCode }) {
  const app = useManagerApp();
  const copiers = {
    code: () => app.copyText(showCode(props.code.code)),
    link: () => app.copyText(props.code.link),
    // The picture is handed over while it is still being drawn: Safari wants to be asked within the tap.
    picture: () => app.copyPicture(app.qrCodePng(props.code.link)),
  };
  let last: Thing = 'code';
  let isCopied = false;
  const copy = createCommand((thing: Thing) => {
    last = thing;
    isCopied = true;
    return copiers[thing]();
  });
  // Whoever pastes next on this tablet must not find the code. A browser that refuses has its reasons.
  onCleanup(() => {
    if (isCopied) void app.copyText('');
  });
  const told = () => {
    const refusal = copy.refusal();
    if (refusal) return sentence(refusal);
    return copy.state().status === 'done' ? text.copied[last] : '';
  };
  return (
    <div class={styles.copying}>
      <div class={styles.buttons}>
        <Button onPress={() => copy.run('code')}>{text.copyCode}</Button>
        <Button onPress={() => copy.run('link')}>{text.copyLink}</Button>
        <Button onPress={() => copy.run('picture')}>{text.copyPicture}</Button>
      </div>
      <p class={styles.soft} role="status">
        <strong>{told()}</strong> {copy.refusal() ? '' : text.wiped}
      </p>
    </div>
  );
}
