// The lock in front of the manager area: a passcode, or the way back to the kiosk. Left alone, the tablet is the
// kiosk's again.

import { useNavigate } from '@solidjs/router';
import { onMount } from 'solid-js';
import { managerText } from '../../i18n/manager';
import { sharedText } from '../../i18n/shared';
import { useApp } from '../../reactive/AppContext';
import { createQuietMinute } from '../../reactive/createKioskIdle';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { KioskFrame } from '../../ui/KioskFrame';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { paths } from '../paths';
import { PasscodeQuestion } from './PasscodeQuestion';

const text = managerText.lock;

export function LockScreen() {
  const app = useApp();
  const navigate = useNavigate();
  const organisation = createLiveQuery(() => undefined, app.queries.organisation);
  onMount(() => {
    document.title = sharedText.documentTitle(text.title);
  });
  createQuietMinute(app.watchIdle, () => navigate(paths.welcome, { replace: true }));
  const title = () => {
    const found = organisation();
    return found?.status === 'founded' ? found.name : undefined;
  };
  return (
    <KioskFrame wordmark={sharedText.product} title={title()} back={{ word: text.back, href: paths.welcome }}>
      <KioskQuestion title={text.title} intro={text.intro}>
        <PasscodeQuestion perform={app.unlock} goWord={text.unlock} busyWord={text.unlocking} size="kiosk" />
      </KioskQuestion>
    </KioskFrame>
  );
}
