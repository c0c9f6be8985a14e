// Reads a pairing code with the camera, or from a picture of it. Whatever else a camera sees means nothing here.

import Camera from 'lucide-solid/icons/camera';
import ImageIcon from 'lucide-solid/icons/image';
import { createSignal, Show } from 'solid-js';
import type { SyncFailure } from '../../app/failure';
import { parsePairingLink } from '../../domain/pairingLink';
import { joinText as text } from '../../i18n/join';
import { anySentence } from '../../i18n/syncFailures';
import { useApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createScanner } from '../../reactive/createScanner';
import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { Notice } from '../../ui/Notice';
import { Viewfinder } from '../kiosk/Viewfinder';
import styles from './PairingScan.module.css';

export function PairingScan(props: { readonly onLink: (link: string) => void }) {
  const app = useApp();
  const [isLooking, setIsLooking] = createSignal(false);
  const [isRead, setIsRead] = createSignal(false);
  const [refusal, setRefusal] = createSignal<SyncFailure>();
  const stop = () => {
    scanner.stop();
    setIsLooking(false);
  };
  const take = (seen: string) => {
    const link = parsePairingLink(seen);
    setRefusal(link.ok ? undefined : link.error);
    setIsRead(link.ok);
    if (!link.ok) return;
    stop();
    props.onLink(seen);
  };
  const scanner = createScanner(take);
  const picture = createCommand((file: File) => app.scanner.picture(file));
  const takePicture = async (file: File) => {
    setRefusal(undefined);
    const seen = await picture.run(file);
    if (seen?.ok) take(seen.value);
  };
  const trouble = () => {
    const now = scanner.camera();
    return now.status === 'trouble' ? now.trouble : undefined;
  };
  const told = () => refusal() ?? picture.refusal() ?? trouble();
  return (
    <div class={styles.scan}>
      <Show when={isLooking()}>
        <Viewfinder
          state={scanner.camera().status}
          ref={(place) => queueMicrotask(() => scanner.start(place))}
        />
      </Show>
      <Show when={told()}>{(why) => <Notice kind="danger" title={anySentence(why())} />}</Show>
      <Show when={isRead()}>
        <Notice kind="done" title={text.scanned} />
      </Show>
      <div class={styles.ways}>
        <Button
          icon={<Camera />}
          onPress={() => {
            if (isLooking()) return stop();
            setRefusal(undefined);
            picture.reset();
            setIsLooking(true);
          }}
        >
          {isLooking() ? text.stopScan : text.scan}
        </Button>
        <FileButton
          label={text.picture}
          accept="image/*"
          icon={<ImageIcon />}
          busy={picture.isPending() ? text.readingPicture : undefined}
          onFile={takePicture}
        />
      </div>
    </div>
  );
}
