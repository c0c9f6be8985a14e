// A second tab stays shut: two tabs would be two people at one tablet. It opens by itself when the first one is closed.

import { otherTabText as text } from '../i18n/rare';
import { sharedText } from '../i18n/shared';
import { TabletAtGate } from '../ui/illustrations/TabletAtGate';
import { KioskFrame } from '../ui/KioskFrame';
import { KioskQuestion } from '../ui/KioskQuestion';
import { Notice } from '../ui/Notice';
import { createHeading } from './createHeading';

export default function OtherTabScreen() {
  const heading = createHeading(() => text.title);
  return (
    <KioskFrame wordmark={sharedText.product}>
      <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<TabletAtGate />}>
        <Notice kind="wait" title={text.hint} />
      </KioskQuestion>
    </KioskFrame>
  );
}
