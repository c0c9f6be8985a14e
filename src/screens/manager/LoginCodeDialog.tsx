// A login code, large enough to scan across a table, for as long as the dialog is open. It holds the only copy of the
// code there is; its owner lets go of it on closing.

import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { ManagerApp } from '../../app/manager/managerApp';
import { showCode } from '../../domain/activationCode';
import { managerText } from '../../i18n/manager';
import { Button } from '../../ui/Button';
import { CodeText } from '../../ui/CodeText';
import { Dialog } from '../../ui/Dialog';
import { QrPicture } from '../../ui/QrPicture';
import { HandOver } from './HandOver';
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
  // The yellow plate moves on with the work: first the way to hand it over, then the way out.
  const [isHandedOver, setIsHandedOver] = createSignal(false);
  createEffect(
    on(
      () => props.code,
      () => setIsHandedOver(false),
    ),
  );
  return (
    <Dialog
      open={props.code !== undefined}
      title={text.title}
      closeWord={managerText.close}
      width="wide"
      onClose={props.onClose}
      actions={
        <>
          <Button variant={isHandedOver() && !props.onNext ? 'primary' : 'secondary'} onPress={props.onClose}>
            {text.done}
          </Button>
          <Show when={props.onNext}>
            {(next) => (
              <Button variant={isHandedOver() ? 'primary' : 'secondary'} onPress={next()}>
                {text.next}
              </Button>
            )}
          </Show>
        </>
      }
    >
      <Show when={props.code} keyed>
        {(code) => (
          <>
            <Card code={code} name={props.name} place={props.place} />
            <HandOver
              code={code}
              name={props.name}
              isHandedOver={isHandedOver()}
              onHandedOver={() => setIsHandedOver(true)}
            />
          </>
        )}
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
        <p class={styles.soft}>{text.once}</p>
      </div>
    </div>
  );
}
