// A tablet that was taken out of the organisation: it says so, and leads nowhere but to the manager area.

import { revokedText as text } from '../../i18n/join';
import { AskManager } from '../../ui/illustrations/AskManager';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';

export default function RevokedStep() {
  const heading = createHeading(() => text.title);
  return (
    <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<AskManager />}>
      <p>{text.kept}</p>
    </KioskQuestion>
  );
}
