// Lets another tablet join: after the passcode, the pairing code with the PIN that opens it, for ten minutes. The only
// copy is in here; it goes with the dialog, and the dialog goes by itself when the time is over.

import LinkIcon from 'lucide-solid/icons/link';
import { createEffect, createSignal, For, Show } from 'solid-js';
import type { PairingCode } from '../../../app/sync/pairing';
import { managerText } from '../../../i18n/manager';
import { showCountdown } from '../../../i18n/spans';
import { tabletsText } from '../../../i18n/tablets';
import { useManagerApp } from '../../../reactive/AppContext';
import { createNow } from '../../../reactive/createNow';
import { Button } from '../../../ui/Button';
import { CodeText } from '../../../ui/CodeText';
import { Dialog } from '../../../ui/Dialog';
import { QrPicture } from '../../../ui/QrPicture';
import { createCopying } from '../createCopying';
import { LinkField } from '../LinkField';
import card from '../LoginCodeDialog.module.css';
import { PasscodeQuestion } from '../PasscodeQuestion';
import { takeFocus } from '../ResultNotice';
import { type Way, Ways } from '../Ways';

const text = tabletsText.pairing;

export function AddTabletDialog(props: { readonly onClose: () => void; readonly onOver: () => void }) {
  const { sync } = useManagerApp();
  const [code, setCode] = createSignal<PairingCode>();
  return (
    <Dialog
      open
      title={text.title}
      closeWord={managerText.close}
      width={code() ? 'wide' : 'normal'}
      onClose={props.onClose}
      actions={
        <Show when={code()}>
          <Button variant="primary" onPress={props.onClose}>
            {text.done}
          </Button>
        </Show>
      }
    >
      <Show
        when={code()}
        fallback={
          <PasscodeQuestion
            perform={sync.makePairingCode}
            onDone={setCode}
            hint={text.passcodeHint}
            goWord={text.go}
            busyWord={text.busy}
          >
            <p>{text.text}</p>
          </PasscodeQuestion>
        }
      >
        {(shown) => <Card code={shown()} onOver={props.onOver} />}
      </Show>
    </Dialog>
  );
}

/** `K7QM2XRD` → `K7QM-2XRD`. */
const inGroups = (pin: string): string => pin.replace(/(.{4})(?=.)/g, '$1-');

function Card(props: { readonly code: PairingCode; readonly onOver: () => void }) {
  const { tellInUse } = useManagerApp();
  const now = createNow();
  createEffect(() => {
    if (now() >= props.code.validUntil) props.onOver();
    // [S10] The hands are on the other tablet.
    else tellInUse();
  });
  return (
    <section ref={takeFocus} class={card.card} aria-label={text.code} tabindex="-1">
      <div class={card.picture}>
        <QrPicture label={text.code} drawing={props.code.qrCode} />
      </div>
      <div class={card.words}>
        <ol class={card.steps}>
          <For each={text.steps}>{(step) => <li>{step}</li>}</For>
        </ol>
        <div>
          <p class={card.soft}>{text.pinCaption}</p>
          <CodeText label={text.pin} code={inGroups(props.code.pin)} />
        </div>
        <LinkField label={text.link} link={props.code.link} />
        <Copying link={props.code.link} />
        {/* Heard when asked for, not with every second. */}
        <p role="timer" aria-live="off">
          {text.left} <strong>{showCountdown(props.code.validUntil, now())}</strong>
        </p>
      </div>
    </section>
  );
}

function Copying(props: { readonly link: string }) {
  const { copyText } = useManagerApp();
  const copying = createCopying({ link: () => copyText(props.link) }, { isSecret: true });
  const copy: Way = {
    word: text.copyLink,
    icon: <LinkIcon />,
    get told() {
      return copying.told('link', text.copied);
    },
    onPress: () => void copying.copy('link'),
  };
  return <Ways label={text.ways} ways={[copy]} />;
}
