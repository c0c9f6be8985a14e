// A session lasts so long and no longer, however busy it is: told before, so that nobody is cut off without a word.

import { sessionEndingText } from '../i18n/rare';
import { IdleWarning } from './IdleWarning';

export default function SessionEnding(props: { readonly endsAt: number | undefined }) {
  return <IdleWarning endsAt={props.endsAt} words={sessionEndingText} />;
}
