// The third step of an import: how far it is, and the way to stop it. Leaving the page stops it too, so that is asked first.

import { type BeforeLeaveEventArgs, useBeforeLeave } from '@solidjs/router';
import { createSignal, onCleanup } from 'solid-js';
import { importText as text } from '../../i18n/importList';
import { managerText } from '../../i18n/manager';
import type { Progress } from '../../reactive/createListImport';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProgressBar } from '../../ui/ProgressBar';
import styles from './ImportScreen.module.css';
import { ManagerPage } from './ManagerPage';

export interface ImportRunningProps {
  readonly progress: Progress;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

export function ImportRunning(props: ImportRunningProps) {
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    setLeaving(event);
  });
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', warn);
  onCleanup(() => window.removeEventListener('beforeunload', warn));
  return (
    <ManagerPage title={text.running} intro={text.runningText} width="reading">
      <ProgressBar
        label={text.progress}
        value={props.progress.done}
        max={props.progress.of}
        valueText={text.howFar(props.progress.done, props.progress.of)}
      />
      <div class={styles.actions}>
        <Button busy={props.isStopping ? text.stopping : undefined} onPress={props.onStop}>
          {text.stop}
        </Button>
      </div>
      <Dialog
        open={leaving() !== undefined}
        title={text.leave.title}
        closeWord={managerText.close}
        onClose={() => setLeaving(undefined)}
        actions={
          <>
            <Button onPress={() => leaving()?.retry(true)}>{text.leave.leave}</Button>
            <Button variant="primary" onPress={() => setLeaving(undefined)}>
              {text.leave.stay}
            </Button>
          </>
        }
      >
        <p>{text.leave.text}</p>
      </Dialog>
    </ManagerPage>
  );
}
