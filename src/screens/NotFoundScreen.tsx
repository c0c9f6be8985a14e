// An address that leads nowhere.

import { notFoundText as text } from '../i18n/rare';
import { sharedText } from '../i18n/shared';
import { Button } from '../ui/Button';
import { TabletAtGate } from '../ui/illustrations/TabletAtGate';
import { KioskFrame } from '../ui/KioskFrame';
import { KioskQuestion } from '../ui/KioskQuestion';
import { createHeading } from './createHeading';
import { paths } from './paths';

export default function NotFoundScreen() {
  const heading = createHeading(() => text.title);
  return (
    <KioskFrame wordmark={sharedText.product}>
      <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<TabletAtGate />}>
        <Button variant="primary" size="kiosk" wide href={paths.welcome}>
          {text.start}
        </Button>
      </KioskQuestion>
    </KioskFrame>
  );
}
