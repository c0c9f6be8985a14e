// Takes in what another tablet shows or has saved: QR codes by camera or from pictures until all have been read, or a
// file. Whatever else is seen means nothing, and is never opened.

import { Show } from 'solid-js';
import { carryText as text } from '../../../i18n/carry';
import { managerText } from '../../../i18n/manager';
import { createParcelIntake } from '../../../reactive/createParcelIntake';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
import { TakeInWays } from './TakeInWays';

export function TakeInDialog(props: { readonly onClose: () => void }) {
  let stopCamera = () => {};
  const intake = createParcelIntake(() => stopCamera());
  return (
    <Dialog
      open
      title={text.takeInTitle}
      closeWord={managerText.close}
      onClose={props.onClose}
      actions={
        <Show when={intake.taken()}>
          <Button onPress={intake.reset}>{text.takeInMore}</Button>
          <Button variant="primary" onPress={props.onClose}>
            {text.done}
          </Button>
        </Show>
      }
    >
      <Show
        when={intake.taken()}
        fallback={
          <TakeInWays
            intake={intake}
            onCamera={(stop) => {
              stopCamera = stop;
            }}
          />
        }
      >
        {(taken) => (
          <Notice kind="done" title={text.taken(taken())}>
            {text.takenText(taken())}
          </Notice>
        )}
      </Show>
    </Dialog>
  );
}
