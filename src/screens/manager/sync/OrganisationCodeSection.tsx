// The organisation's own code: opens the app for this organisation, holds no secret and never changes, so it can be shown,
// copied and printed at any time.

import ImageDown from 'lucide-solid/icons/image-down';
import LinkIcon from 'lucide-solid/icons/link';
import Printer from 'lucide-solid/icons/printer';
import QrCode from 'lucide-solid/icons/qr-code';
import { createResource, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { ManagerApp } from '../../../app/manager/managerApp';
import { managerText } from '../../../i18n/manager';
import { tabletsText } from '../../../i18n/tablets';
import { useManagerApp } from '../../../reactive/AppContext';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Section } from '../../../ui/Page';
import { QrPicture } from '../../../ui/QrPicture';
import { createCopying } from '../createCopying';
import { LinkField } from '../LinkField';
import card from '../LoginCodeDialog.module.css';
import settings from '../SettingsScreen.module.css';
import { type Way, Ways } from '../Ways';

const PosterDialog = lazy(async () => ({ default: (await import('../print/PosterDialog')).PosterDialog }));

const text = tabletsText.organisation;

type Code = Awaited<ReturnType<ManagerApp['sync']['organisationCode']>>;

export function OrganisationCodeSection() {
  const { sync } = useManagerApp();
  const [isOpen, setIsOpen] = createSignal(false);
  const [code] = createResource(sync.organisationCode);
  const [isPrinting, setIsPrinting] = createSignal(false);
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
              <Button variant="primary" onPress={close}>
                {text.done}
              </Button>
            }
          >
            <Card code={shown()} />
            <Taking code={shown()} onPrint={() => setIsPrinting(true)} />
          </Dialog>
        )}
      </Show>
      <Suspense>
        <Show when={isPrinting() && code()}>
          {(shown) => <PosterDialog link={shown().link} onClose={() => setIsPrinting(false)} />}
        </Show>
      </Suspense>
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
      <LinkField label={text.link} link={props.code.link} />
    </div>
  </div>
);

function Taking(props: { readonly code: Code; readonly onPrint: () => void }) {
  const app = useManagerApp();
  const [isSaved, setIsSaved] = createSignal(false);
  const png = () => app.qrCodePng(props.code.link);
  const copying = createCopying(
    { link: () => app.copyText(props.code.link), picture: () => app.copyPicture(png()) },
    { isSecret: false },
  );
  const wayOf = (thing: 'link' | 'picture', word: string, icon: JSX.Element): Way => ({
    word,
    icon,
    get told() {
      return isSaved() ? undefined : copying.told(thing, text.copied[thing]);
    },
    onPress: () => {
      setIsSaved(false);
      void copying.copy(thing);
    },
  });
  const save: Way = {
    word: text.savePicture,
    icon: <ImageDown />,
    get told() {
      return isSaved() ? ({ kind: 'done', words: text.saved } as const) : undefined;
    },
    onPress: async () => {
      app.saveFile(text.fileName(props.code.companyCode), await png());
      setIsSaved(true);
    },
  };
  const ways = [
    wayOf('link', text.copyLink, <LinkIcon />),
    wayOf('picture', text.copyPicture, <QrCode />),
    save,
    { word: text.poster, icon: <Printer />, onPress: () => props.onPrint() },
  ];
  return <Ways label={text.ways} ways={ways} />;
}
