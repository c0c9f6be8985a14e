// A forgotten password: nobody can look it up, and a manager can give a new code.

import { forgotText as text } from '../../i18n/employee';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { AskManager } from '../../ui/illustrations/AskManager';
import { paths } from '../paths';
import styles from './ForgotDialog.module.css';

export function ForgotDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      open={props.open}
      title={text.title}
      closeWord={text.close}
      onClose={props.onClose}
      width="wide"
      actions={
        <Button size="kiosk" variant="primary" href={paths.activate}>
          {text.haveCode}
        </Button>
      }
    >
      <div class={styles.advice}>
        <div class={styles.picture}>
          <AskManager />
        </div>
        <div class={styles.words}>
          <p>{text.first}</p>
          <p>{text.second}</p>
        </div>
      </div>
    </Dialog>
  );
}
