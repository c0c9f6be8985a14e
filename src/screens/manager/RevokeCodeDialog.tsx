// Calling back a code that is out: asked once, with what follows.

import { Show } from 'solid-js';
import type { EmployeeId } from '../../domain/ids';
import { codesText as text } from '../../i18n/codes';
import { sentence } from '../../i18n/failures';
import { managerText } from '../../i18n/manager';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';

export function RevokeCodeDialog(props: {
  readonly id: EmployeeId;
  readonly name: string;
  readonly onRevoked: () => void;
  readonly onClose: () => void;
}) {
  const { revokeCode } = useManagerApp();
  const revoke = createCommand(revokeCode);
  const go = async () => {
    const revoked = await revoke.run(props.id);
    if (revoked?.ok) props.onRevoked();
  };
  return (
    <Dialog
      open
      title={text.revokeTitle(props.name)}
      closeWord={managerText.close}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{managerText.cancel}</Button>
          <Button variant="danger" busy={revoke.isPending() ? text.revoking : undefined} onPress={go}>
            {text.revoke}
          </Button>
        </>
      }
    >
      <p>{text.revokeText}</p>
      <Show when={revoke.refusal()}>{(refusal) => <Notice kind="danger" title={sentence(refusal())} />}</Show>
    </Dialog>
  );
}
