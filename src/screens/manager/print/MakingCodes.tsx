// Codes being made: how far it is, and the way to stop it. Closing stops it too; what is made by then is kept.

import { onCleanup } from 'solid-js';
import { printText } from '../../../i18n/print';
import type { CodePrinting } from '../../../reactive/createCodePrinting';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ProgressBar } from '../../../ui/ProgressBar';

const text = printText.many;

export function MakingCodes(props: { readonly making: CodePrinting['making'] }) {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', warn);
  onCleanup(() => window.removeEventListener('beforeunload', warn));
  const done = () => props.making.progress()?.done ?? 0;
  const of = () => props.making.progress()?.of ?? 0;
  return (
    <Dialog
      open
      title={text.making}
      closeWord={text.stop}
      onClose={props.making.stop}
      actions={
        <Button busy={props.making.isStopping() ? text.stopping : undefined} onPress={props.making.stop}>
          {text.stop}
        </Button>
      }
    >
      <p>{text.makingText}</p>
      <ProgressBar label={text.progress} value={done()} max={of()} valueText={text.howFar(done(), of())} />
    </Dialog>
  );
}
