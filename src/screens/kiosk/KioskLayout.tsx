// Around every screen that anyone at the tablet may touch, and around an employee's own pages: where this is, the way
// back, and the promise that nothing of the last person stays behind.

import { type RouteSectionProps, useNavigate } from '@solidjs/router';
import Tablet from 'lucide-solid/icons/tablet';
import { createEffect, createMemo, lazy, on, onCleanup, Show, Suspense } from 'solid-js';
import { kioskText } from '../../i18n/kiosk';
import { sharedText } from '../../i18n/shared';
import { useApp } from '../../reactive/AppContext';
import { createIdleUpdate, createKioskIdle } from '../../reactive/createKioskIdle';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { Button } from '../../ui/Button';
import { KioskFrame } from '../../ui/KioskFrame';
import { paths } from '../paths';
import { createKiosk, KioskProvider } from './KioskContext';
import styles from './KioskLayout.module.css';

// Nobody needs it in the first forty seconds.
const KioskIdleWarning = lazy(() => import('./KioskIdleWarning'));
const SyncCorner = lazy(() => import('./SyncCorner'));
const RevokedStep = lazy(() => import('./RevokedStep'));

export function KioskLayout(props: RouteSectionProps) {
  const app = useApp();
  const navigate = useNavigate();
  const kiosk = createKiosk();
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  const tablet = createLiveQuery(
    () => undefined,
    () => app.queries.tablet(),
  );
  const founded = () => {
    const found = organisation();
    return found?.status === 'founded' ? found : undefined;
  };
  const added = () => {
    const found = tablet();
    return found?.status === 'added' ? found : undefined;
  };
  const site = () => founded()?.sites.find(({ siteId }) => siteId === added()?.siteId)?.name;
  /** Nobody activates or signs in here any more; managers can still get in. */
  const isRevoked = () => added()?.revoked !== undefined;
  createEffect(() => {
    if (isRevoked()) app.session.end();
  });
  const path = () => props.location.pathname;
  const isWelcome = () => path() === paths.welcome;

  /** The next person finds the tablet as if nobody had been there before. */
  const forget = () => {
    // The phone of someone with a login link is no kiosk.
    if (!founded()) return;
    app.session.end();
    kiosk.forgetActivation();
    kiosk.forgetFarewell();
    navigate(paths.welcome, { replace: true });
  };

  // A manager who walks over to the kiosk has left their area; and whoever leaves the kiosk, has left it.
  app.session.end();
  onCleanup(() => app.session.end());
  createEffect(
    on(path, (now, before) => {
      if (!now.startsWith(paths.activate)) kiosk.forgetActivation();
      if (before === undefined || now === before) return;
      // Only to their own page does a session go along.
      if (now !== paths.me) app.session.end();
      if (before === paths.signIn || before === paths.welcome) kiosk.forgetFarewell();
    }),
  );

  const { resetsAt } = createKioskIdle({ isAtRest: () => isWelcome() || !founded(), onReset: forget });
  const hasWarned = createMemo((before: boolean) => before || resetsAt() !== undefined, false);
  createIdleUpdate(isWelcome);

  // A page that the browser kept for its Back button comes back as it was left: with somebody's typing.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) forget();
  };
  window.addEventListener('pageshow', onPageShow);
  onCleanup(() => window.removeEventListener('pageshow', onPageShow));

  const wayBack = () => {
    const own = kiosk.wayBack()?.();
    if (own === 'none' || isWelcome() || isRevoked() || !founded()) return undefined;
    return own ?? { word: kioskText.back, href: paths.welcome };
  };

  return (
    <KioskProvider kiosk={kiosk}>
      <KioskFrame
        wordmark={sharedText.product}
        back={wayBack()}
        title={
          <Show when={founded()}>
            {(found) => (
              <>
                <span class={styles.organisation} dir="auto">
                  {found().name}
                </span>
                <Show when={site()}>
                  <span class={styles.site} dir="auto">
                    {site()}
                  </span>
                </Show>
              </>
            )}
          </Show>
        }
        corner={
          <Show when={added()}>
            {(found) => (
              <span class={styles.tablet}>
                <Tablet aria-hidden="true" />
                <span class={styles.tabletWords}>
                  <span class={styles.tabletName} dir="auto">
                    {found().name}
                  </span>
                  <Show when={isWelcome()}>
                    <Suspense>
                      <SyncCorner />
                    </Suspense>
                  </Show>
                </span>
              </span>
            )}
          </Show>
        }
        footer={
          (isWelcome() || isRevoked()) && founded() ? (
            <>
              <span>{kioskText.stuck}</span>
              <Button variant="quiet" href={paths.manage}>
                {kioskText.managerArea}
              </Button>
            </>
          ) : undefined
        }
      >
        <Show when={isRevoked()} fallback={props.children}>
          <Suspense>
            <RevokedStep />
          </Suspense>
        </Show>
        <Show when={hasWarned()}>
          <Suspense>
            <KioskIdleWarning resetsAt={resetsAt()} />
          </Suspense>
        </Show>
      </KioskFrame>
    </KioskProvider>
  );
}
