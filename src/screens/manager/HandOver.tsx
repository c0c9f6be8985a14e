// The ways to hand a login code to somebody who is not here. Which comes first depends on the device: a tablet or a phone
// shares, a computer copies the picture.

import ChevronDown from 'lucide-solid/icons/chevron-down';
import FileDown from 'lucide-solid/icons/file-down';
import ImageDown from 'lucide-solid/icons/image-down';
import KeyRound from 'lucide-solid/icons/key-round';
import LinkIcon from 'lucide-solid/icons/link';
import Mail from 'lucide-solid/icons/mail';
import Printer from 'lucide-solid/icons/printer';
import QrCode from 'lucide-solid/icons/qr-code';
import Share2 from 'lucide-solid/icons/share-2';
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { LoginCode } from '../../app/manager/loginCodes';
import { handOverText as text } from '../../i18n/handOver';
import { useManagerApp } from '../../reactive/AppContext';
import { Button } from '../../ui/Button';
import { createHandOver, type WayName } from './createHandOver';
import styles from './HandOver.module.css';
import { LinkField } from './LinkField';
import { type Way, Ways } from './Ways';

const PrintDialog = lazy(async () => ({ default: (await import('./print/PrintDialog')).PrintDialog }));

export function HandOver(props: {
  readonly code: LoginCode;
  readonly name: string;
  readonly isHandedOver: boolean;
  readonly onHandedOver: () => void;
}) {
  const app = useManagerApp();
  const hand = createHandOver(props.code, () => props.onHandedOver());
  const [isMoreOpen, setIsMoreOpen] = createSignal(false);
  const [isPrinting, setIsPrinting] = createSignal(false);
  const keys = app.pasting();
  const canShare = app.canShare();
  const mainWay: WayName = keys === 'touch' && canShare ? 'share' : 'picture';

  // Made once, with what changes in them read when it is shown: a button that is drawn anew loses the focus.
  const wayOf = (name: WayName, icon: JSX.Element, onPress: () => unknown): Way => ({
    word: text.ways[name],
    icon,
    get hint() {
      return hintOf(name);
    },
    get reason() {
      return reasonOf(name);
    },
    get isMain() {
      return name === mainWay && !props.isHandedOver;
    },
    get told() {
      return hand.told(name);
    },
    onPress: () => void onPress(),
  });
  const hintOf = (name: WayName): string | undefined => {
    if (name === 'picture') return text.hints.picture[keys === 'touch' && !canShare ? 'touchAlone' : keys];
    if (name !== 'email') return text.hints[name];
    const mailbox = hand.mailbox();
    return mailbox?.status === 'own' ? text.hints.email(mailbox.address) : undefined;
  };
  const reasonOf = (name: WayName): string | undefined => {
    const mailbox = hand.mailbox();
    if (name === 'share' && !canShare) return text.notHere.share;
    if (name === 'email' && mailbox?.status === 'none') return text.notHere.noAddress;
    if (name === 'email' && mailbox?.status === 'shared') return text.notHere.sharedAddress(mailbox.others);
    return undefined;
  };
  const share = wayOf('share', <Share2 />, hand.share);
  const others = [
    wayOf('picture', <QrCode />, () => hand.copy('picture')),
    wayOf('link', <LinkIcon />, () => hand.copy('link')),
    wayOf('email', <Mail />, hand.email),
    wayOf('print', <Printer />, () => setIsPrinting(true)),
  ];
  const ways = mainWay === 'share' ? [share, ...others] : [...others, share];
  const more = [
    wayOf('code', <KeyRound />, () => hand.copy('code')),
    wayOf('draft', <FileDown />, () => hand.save('draft')),
    wayOf('savePicture', <ImageDown />, () => hand.save('savePicture')),
  ];
  const hasMore = () => isMoreOpen() || hand.isPictureRefused();
  return (
    <section class={styles.handOver}>
      <h3 class={styles.title}>{text.title}</h3>
      <Ways label={text.title} ways={ways} />
      <LinkField label={text.link} link={props.code.link} />
      <div class={styles.more}>
        <Button
          variant="quiet"
          iconAfter={<ChevronDown />}
          expanded={hasMore()}
          onPress={() => setIsMoreOpen((open) => !open)}
        >
          {text.more}
        </Button>
      </div>
      <Show when={hasMore()}>
        <Ways label={text.more} ways={more} />
      </Show>
      <Suspense>
        <Show when={isPrinting()}>
          <PrintDialog
            codes={[{ name: props.name, code: props.code }]}
            onPrinted={hand.printed}
            onClose={() => setIsPrinting(false)}
          />
        </Show>
      </Suspense>
    </section>
  );
}
