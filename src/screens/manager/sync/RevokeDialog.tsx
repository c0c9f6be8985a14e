// Ends a tablet's part in the organisation. It says plainly what that does and what it cannot do, and asks for the
// passcode: there is no way back.

import { For } from 'solid-js';
import type { TabletListed } from '../../../app/sync/tablets';
import { managerText } from '../../../i18n/manager';
import { tabletsText } from '../../../i18n/tablets';
import { useManagerApp } from '../../../reactive/AppContext';
import { Dialog } from '../../../ui/Dialog';
import { PasscodeQuestion } from '../PasscodeQuestion';
import styles from './RevokeDialog.module.css';

const text = tabletsText.revoke;

export function RevokeDialog(props: {
  readonly device: TabletListed['device'];
  /** Told apart from other tablets of this name. */
  readonly name: string;
  /** [V9] Nobody has added it, as far as is known here. */
  readonly isUnknown: boolean;
  readonly onRevoked: () => void;
  readonly onClose: () => void;
}) {
  const { sync } = useManagerApp();
  return (
    <Dialog open title={text.title(props.name)} closeWord={managerText.close} onClose={props.onClose}>
      <PasscodeQuestion
        perform={(passcode) => sync.revoke(props.device, passcode)}
        onDone={props.onRevoked}
        hint={tabletsText.pairing.passcodeHint}
        goWord={text.go}
        variant="danger"
        busyWord={text.busy}
      >
        <Lines lines={props.isUnknown ? text.doesToUnknown : text.does(props.name)} />
        <h3>{text.stays}</h3>
        <Lines lines={props.isUnknown ? text.stayed : [text.sentStays, ...text.stayed]} />
        <p>
          <strong>{text.final}</strong>
        </p>
      </PasscodeQuestion>
    </Dialog>
  );
}

const Lines = (props: { readonly lines: readonly string[] }) => (
  <ul class={styles.lines}>
    <For each={props.lines}>{(line) => <li>{line}</li>}</For>
  </ul>
);
