// The last step of activating: it worked, and the session has begun already.

import { useNavigate } from '@solidjs/router';
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { createEffect, on } from 'solid-js';
import { readyText as text } from '../../i18n/activation';
import { useApp } from '../../reactive/AppContext';
import { createSession } from '../../reactive/createSession';
import { Button } from '../../ui/Button';
import { YouAreReady } from '../../ui/illustrations/YouAreReady';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import form from './form.module.css';
import { createWayBack } from './KioskContext';

export default function ReadyStep(props: { readonly firstName: string }) {
  const app = useApp();
  const navigate = useNavigate();
  const session = createSession();
  const heading = createHeading(() => text.title);
  createWayBack(() => 'none');
  const leave = () => navigate(paths.welcome, { replace: true });
  // Its time was over before anyone pressed a button.
  createEffect(on(session, (now) => now.kind === 'nobody' && leave(), { defer: true }));
  return (
    <KioskQuestion
      title={text.title}
      titleRef={heading}
      intro={text.intro(props.firstName)}
      picture={<YouAreReady />}
    >
      <div class={form.form}>
        <Button
          variant="primary"
          size="kiosk"
          wide
          iconAfter={<ArrowRight />}
          onPress={() => navigate(paths.me, { replace: true })}
        >
          {text.open}
        </Button>
        <Button size="kiosk" wide onPress={() => app.session.end()}>
          {text.done}
        </Button>
      </div>
    </KioskQuestion>
  );
}
