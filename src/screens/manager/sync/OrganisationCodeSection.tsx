// The organisation's own code: opens the app for this organisation, holds no secret and never changes, so it can be shown,
// copied and printed at any time.

import { createResource, createSignal, Show } from 'solid-js';
import type { ManagerApp } from '../../../app/manager/managerApp';
import { managerText } from '../../../i18n/manager';
import { syncText } from '../../../i18n/sync';
import { anySentence } from '../../../i18n/syncFailures';
import { useManagerApp } from '../../../reactive/AppContext';
import { createCommand } from '../../../reactive/createCommand';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { Section } from '../../../ui/Page';
import { QrPicture } from '../../../ui/QrPicture';
import card from '../LoginCodeDialog.module.css';
import settings from '../SettingsScreen.module.css';

const text = syncText.organisation;

type Code = Awaited<ReturnType<ManagerApp['sync']['organisationCode']>>;

export function OrganisationCodeSection() {
  const { sync } = useManagerApp();
  const [isOpen, setIsOpen] = createSignal(false);
  const [code] = createResource(sync.organisationCode);
  const close = () => setIsOpen(false);
  return (
    <Section title={text.title}>
      <p class={settings.soft}>{text.intro}</p>
      <div>
        <Button onPress={() => setIsOpen(true)}>{text.show}</Button>
      </div>
      <Show when={isOpen() && code()}>
        {(shown) => (
          <Dialog
            open
            title={text.dialog}
            closeWord={managerText.close}
            width="wide"
            onClose={close}
            actions={
              <>
                <Copying code={shown()} />
                <Button variant="primary" onPress={close}>
                  {text.done}
                </Button>
              </>
            }
          >
            <Card code={shown()} />
          </Dialog>
        )}
      </Show>
    </Section>
  );
}

const Card = (props: { readonly code: Code }) => (
  <div class={card.card}>
    <div class={card.picture}>
      <QrPicture label={text.code} drawing={props.code.qrCode} />
    </div>
    <div class={card.words}>
      <div>
        <p class={card.name} dir="auto">
          {props.code.name}
        </p>
        <p>
          {text.companyCode} <strong>{props.code.companyCode}</strong>
        </p>
      </div>
      <p>{text.text}</p>
      <Field label={text.link} value={props.code.link} onInput={() => undefined} readOnly />
    </div>
  </div>
);

function Copying(props: { readonly code: Code }) {
  const app = useManagerApp();
  let last: keyof typeof text.copied = 'link';
  const copy = createCommand((thing: keyof typeof text.copied) => {
    last = thing;
    return thing === 'link' ? app.copyText(props.code.link) : app.copyPicture(app.qrCodePng(props.code.link));
  });
  const told = () => {
    const refusal = copy.refusal();
    if (refusal) return anySentence(refusal);
    return copy.state().status === 'done' ? text.copied[last] : '';
  };
  const savePicture = async () =>
    app.saveFile(text.fileName(props.code.companyCode), await app.qrCodePng(props.code.link));
  return (
    <div class={card.copying}>
      <div class={card.buttons}>
        <Button onPress={() => copy.run('link')}>{text.copyLink}</Button>
        <Button onPress={() => copy.run('picture')}>{text.copyPicture}</Button>
        <Button onPress={savePicture}>{text.savePicture}</Button>
      </div>
      <p class={card.soft} role="status">
        <strong>{told()}</strong>
      </p>
    </div>
  );
}
