// The kiosk at rest: what one can do here, in three ways. A device that belongs to nobody shows whose link it was opened
// with.

import { Navigate, useLocation } from '@solidjs/router';
import KeyRound from 'lucide-solid/icons/key-round';
import LogIn from 'lucide-solid/icons/log-in';
import QrCode from 'lucide-solid/icons/qr-code';
import { lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { parseOrganisationFragment } from '../../domain/organisationLink';
import { welcomeText as text } from '../../i18n/welcome';
import { useApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Button } from '../../ui/Button';
import { TabletAtGate } from '../../ui/illustrations/TabletAtGate';
import { KioskQuestion } from '../../ui/KioskQuestion';
import { Notice } from '../../ui/Notice';
import { createHeading } from '../createHeading';
import { paths } from '../paths';
import { useKiosk } from './KioskContext';
import styles from './WelcomeScreen.module.css';

const OrganisationStep = lazy(() => import('./OrganisationStep'));

export default function WelcomeScreen() {
  const app = useApp();
  const location = useLocation();
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const isUnfounded = () => organisation()?.status === 'unfounded';
  return (
    <Suspense>
      <Switch>
        <Match when={isUnfounded()}>
          <Show when={parseOrganisationFragment(location.hash)} fallback={<Navigate href={paths.setUp} />}>
            {(link) => <OrganisationStep link={link()} />}
          </Show>
        </Match>
        <Match when={organisation()}>
          <Ways />
        </Match>
      </Switch>
    </Suspense>
  );
}

function Ways() {
  const kiosk = useKiosk();
  const heading = createHeading(() => text.title);
  return (
    <KioskQuestion title={text.title} titleRef={heading} intro={text.intro} picture={<TabletAtGate />}>
      <Show when={kiosk.farewell() === 'signed out'}>
        <Notice kind="done" title={text.signedOut} />
      </Show>
      <nav class={styles.ways}>
        <Button variant="primary" size="kiosk" wide href={paths.activate} icon={<KeyRound />}>
          {text.activate}
        </Button>
        <Button size="kiosk" wide href={paths.scan} icon={<QrCode />}>
          {text.scan}
        </Button>
        <Button size="kiosk" wide href={paths.signIn} icon={<LogIn />}>
          {text.signIn}
        </Button>
      </nav>
    </KioskQuestion>
  );
}
