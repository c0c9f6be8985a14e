// The end of the first run: what the browser answered about keeping the data, and where to go from here.

import { useNavigate } from '@solidjs/router';
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { setUpText } from '../../i18n/setup';
import { useApp } from '../../reactive/AppContext';
import { createManagerIdleLock } from '../../reactive/createManagerArea';
import { Button } from '../../ui/Button';
import { YouAreReady } from '../../ui/illustrations/YouAreReady';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { type KeepingData, KeepingNotice } from './KeepingNotice';
import styles from './SetUpDone.module.css';

const text = setUpText.done;

export function SetUpDone(props: { readonly organisation: string; readonly keeping: KeepingData }) {
  const app = useApp();
  const navigate = useNavigate();
  const heading = createHeading(() => text.title);
  const openKiosk = () => {
    app.session.end();
    navigate(paths.welcome, { replace: true });
  };
  // The manager area is open behind these buttons: whoever comes next must not find it so.
  createManagerIdleLock(openKiosk);
  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro(props.organisation)}
      picture={<YouAreReady />}
    >
      <KeepingNotice keeping={props.keeping} />
      <div class={styles.ways}>
        <Button
          variant="primary"
          size="kiosk"
          wide
          iconAfter={<ArrowRight />}
          onPress={() => navigate(paths.employees, { replace: true })}
        >
          {text.enrol}
        </Button>
        <Button size="kiosk" wide onPress={openKiosk}>
          {text.kiosk}
        </Button>
      </div>
    </KioskQuestion>
  );
}
