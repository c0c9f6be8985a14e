// The manager area: the lock in front of it, its frame around every page, and what shuts it again. While it is locked the
// pages do not exist, so nothing of them stays behind; the address stays, and unlocking leads back to the same place.

import type { RouteSectionProps } from '@solidjs/router';
import { useLocation } from '@solidjs/router';
import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right';
import ClipboardList from 'lucide-solid/icons/clipboard-list';
import Flag from 'lucide-solid/icons/flag';
import Lock from 'lucide-solid/icons/lock';
import Settings from 'lucide-solid/icons/settings';
import Users from 'lucide-solid/icons/users';
import { type JSX, lazy, Show, Suspense } from 'solid-js';
import type { ManagerApp } from '../../app/manager/managerApp';
import { showNumber } from '../../i18n/format';
import { managerText } from '../../i18n/manager';
import { sharedText } from '../../i18n/shared';
import { ManagerProvider, useApp } from '../../reactive/AppContext';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { createManagerArea, createManagerIdleLock } from '../../reactive/createManagerArea';
import { Button } from '../../ui/Button';
import { ManagerFrame, NavItem } from '../../ui/ManagerFrame';
import { Spinner } from '../../ui/Spinner';
import { IdleWarning } from '../IdleWarning';
import { paths } from '../paths';
import { LockScreen } from './LockScreen';
import styles from './ManagerLayout.module.css';
import { SyncStatus } from './sync/SyncStatus';
import { UpdateNotice } from './UpdateNotice';

const text = managerText.frame;

const RevokedHere = lazy(() => import('./RevokedHere'));

export default function ManagerLayout(props: RouteSectionProps) {
  const area = createManagerArea();
  return (
    <Show when={!area.isLocked()} fallback={<LockScreen />}>
      <Suspense fallback={<Spinner label={text.opening} />}>
        <Show when={area.app()} keyed>
          {(app) => (
            <ManagerProvider app={app}>
              <Frame app={app} onLock={area.lock}>
                {props.children}
              </Frame>
              <IdleLock onLock={area.lock} />
            </ManagerProvider>
          )}
        </Show>
      </Suspense>
    </Show>
  );
}

function IdleLock(props: { readonly onLock: () => void }) {
  const idle = createManagerIdleLock(() => props.onLock());
  return <IdleWarning endsAt={idle.resetsAt()} words={managerText.idle} />;
}

function Frame(props: {
  readonly app: ManagerApp;
  readonly onLock: () => void;
  readonly children: JSX.Element;
}) {
  const location = useLocation();
  const asked = createLiveQuery(() => undefined, props.app.attention.count);
  const strangers = createLiveQuery(() => undefined, props.app.countUnknownTablets);
  const shown = (count: number | undefined) => (count ? showNumber(count) : undefined);
  const waiting = () => shown(asked());
  const { queries } = useApp();
  const tablet = createLiveQuery(
    () => undefined,
    () => queries.tablet(),
  );
  const isRevoked = () => {
    const found = tablet();
    return found?.status === 'added' && found.revoked !== undefined;
  };
  const isIn = (path: string) => location.pathname === path || location.pathname.startsWith(`${path}/`);
  /** [Y37] What the other pages are for goes on a revoked tablet too. */
  const isRecording = () => isIn(paths.employees) || isIn(paths.attention);
  return (
    <ManagerFrame
      wordmark={sharedText.product}
      homeHref={paths.employees}
      navLabel={text.nav}
      menuWord={text.menu}
      closeMenuWord={text.closeMenu}
      skipWord={text.skip}
      menuCount={shown((asked() ?? 0) + (strangers() ?? 0))}
      nav={
        <>
          <NavItem
            href={paths.employees}
            icon={<Users />}
            label={text.employees}
            current={isIn(paths.employees)}
          />
          <NavItem
            href={paths.attention}
            icon={<Flag />}
            label={text.attention}
            current={isIn(paths.attention)}
            count={waiting()}
          />
          <NavItem
            href={paths.activity}
            icon={<ClipboardList />}
            label={text.activity}
            current={isIn(paths.activity)}
          />
          <NavItem
            href={paths.sync}
            icon={<ArrowLeftRight />}
            label={text.sync}
            current={isIn(paths.sync)}
            count={shown(strangers())}
          />
          <NavItem
            href={paths.settings}
            icon={<Settings />}
            label={text.settings}
            current={isIn(paths.settings)}
          />
        </>
      }
      header={
        <>
          <SyncStatus />
          <p class={styles.who}>
            <span class={styles.signedIn}>{text.signedIn}</span>{' '}
            <strong dir="auto" title={props.app.manager.name}>
              {props.app.manager.name}
            </strong>
          </p>
          <Button icon={<Lock />} onPress={props.onLock}>
            {text.lock}
          </Button>
        </>
      }
    >
      <UpdateNotice />
      <Suspense fallback={<Spinner label={text.loading} />}>
        <Show when={isRevoked()}>
          <RevokedHere isPage={isRecording()} />
        </Show>
        <Show when={!isRevoked() || !isRecording()}>{props.children}</Show>
      </Suspense>
    </ManagerFrame>
  );
}
