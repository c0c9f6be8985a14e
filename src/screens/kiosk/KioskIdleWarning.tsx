// The kiosk's "Are you still there?", in a file of its own because nobody needs it in the first forty seconds.

import { idleText } from '../../i18n/welcome';
import { IdleWarning } from '../IdleWarning';

export default function KioskIdleWarning(props: { readonly resetsAt: number | undefined }) {
  return <IdleWarning endsAt={props.resetsAt} words={idleText} />;
}
