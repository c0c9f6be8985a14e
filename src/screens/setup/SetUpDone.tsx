// The end of the first run: what the browser answered about keeping the data, and where to go from here.

import { useNavigate } from '@solidjs/router';
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { setUpText } from '../../i18n/setup';
import { useApp } from '../../reactive/AppContext';
import { createManagerIdleLock } from '../../reactive/createManagerArea';
import { Button } from '../../ui/Button';
import { YouAreReady } from '../../ui/illustrations/YouAreReady';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { Notice, type NoticeProps } from '../../ui/Notice';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import styles from './SetUpDone.module.css';

const text = setUpText.done;

/** What the browser answered when asked to keep the data. */
export type KeepingData = 'kept' | 'not promised' | 'unknown';

const answers: Readonly<Record<KeepingData, Pick<NoticeProps, 'kind' | 'title'> & { more: string }>> = {
  kept: { kind: 'done', title: text.kept, more: text.keptMore },
  'not promised': { kind: 'info', title: text.notPromised, more: text.notPromisedMore },
  unknown: { kind: 'info', title: text.unknown, more: text.unknownMore },
};

export function SetUpDone(props: { readonly organisation: string; readonly keeping: KeepingData }) {
  const app = useApp();
  const navigate = useNavigate();
  const heading = createHeading(() => text.title);
  const answer = () => answers[props.keeping];
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
      <Notice kind={answer().kind} title={answer().title}>
        {answer().more}
      </Notice>
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
