// Shown while a new version puts the list in order, which it does once.

import { showNumber } from '../i18n/format';
import { rebuildText as text } from '../i18n/rare';
import { sharedText } from '../i18n/shared';
import { KioskFrame } from '../ui/KioskFrame';
import { KioskQuestion } from '../ui/KioskQuestion';
import { ProgressBar } from '../ui/ProgressBar';

/** How many rows of the log are done, of how many. It is drawn anew with every step, so it takes no focus. */
export default function RebuildScreen(props: { readonly done: number; readonly of: number }) {
  return (
    <KioskFrame wordmark={sharedText.product}>
      <KioskQuestion title={text.title} intro={text.intro}>
        <ProgressBar
          label={text.progress}
          value={props.done}
          max={props.of}
          valueText={text.howFar(showNumber(props.done), showNumber(props.of))}
        />
      </KioskQuestion>
    </KioskFrame>
  );
}
