// What is carried, as a file: saved, or handed to another app where the browser can.

import { createSignal, Show } from 'solid-js';
import type { MadeParcel } from '../../../app/sync/carry';
import { carryText as text } from '../../../i18n/carry';
import { useManagerApp } from '../../../reactive/AppContext';
import { Button } from '../../../ui/Button';
import styles from './CarryFile.module.css';

export function CarryFile(props: { readonly parcel: MadeParcel }) {
  const { saveFile, canShareFile, shareFile } = useManagerApp();
  const [told, setTold] = createSignal('');
  const file = () => new File([props.parcel.file], props.parcel.fileName, { type: props.parcel.file.type });
  const save = () => {
    saveFile(props.parcel.fileName, props.parcel.file);
    setTold(text.saved(props.parcel.fileName));
  };
  const share = async () => {
    const outcome = await shareFile(file());
    if (!outcome.ok) save();
    else setTold(outcome.value === 'shared' ? text.shared : '');
  };
  return (
    <div class={styles.file}>
      <div class={styles.buttons}>
        <Button onPress={save}>{text.saveFile}</Button>
        <Show when={canShareFile(file())}>
          <Button onPress={share}>{text.shareFile}</Button>
        </Show>
      </div>
      <p class={styles.told} role="status">
        {told()}
      </p>
    </div>
  );
}
