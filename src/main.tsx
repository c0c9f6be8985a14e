// Puts everything together: claims the tab, opens the database, makes the app with the real pieces of the browser, and
// shows it. The only file that knows everything.

import './ui/base.css';

import { lazy } from 'solid-js';
import { render } from 'solid-js/web';
import { type App, createApp } from './app/app';
import { startListWorker } from './app/manager/startListWorker';
import { DEVICE_ID_LENGTH, randomId } from './app/randomId';
import { createUpdates } from './app/updates';
import type { DeviceId } from './kernel/hlc';
import { systemClock } from './platform/clock';
import { isCommonPassword } from './platform/commonPasswords';
import { watchIdle } from './platform/idle';
import { systemNetwork } from './platform/network';
import { createPasswordHasher } from './platform/passwordHasher';
import { cryptoRandom } from './platform/random';
import { registerServiceWorker } from './platform/serviceWorker';
import { claimTab, whenFree } from './platform/singleTab';
import { askToKeepData } from './platform/storagePersistence';
import { AppProvider } from './reactive/AppContext';
import { catchLinks } from './reactive/arrivedLinks';
import { ErrorScreen } from './screens/ErrorScreen';
import { paths } from './screens/paths';
import { Routes } from './screens/routes';
import { openStore } from './store/store';

// Few people ever see these two.
const OtherTabScreen = lazy(() => import('./screens/OtherTabScreen'));
const RebuildScreen = lazy(() => import('./screens/RebuildScreen'));

// Before anything slow: the secret of a link must not stand in the address, and a new version may be what heals a start
// that fails.
const links = catchLinks([paths.activate, paths.setUp]);
const updates = createUpdates(registerServiceWorker);

const place = document.getElementById('app') as HTMLElement;
let clear = () => {};

function show(view: Parameters<typeof render>[0]): void {
  clear();
  clear = render(view, place);
}

async function openApp(): Promise<App> {
  const store = await openStore({
    clock: systemClock,
    makeDeviceId: () => randomId<DeviceId>(cryptoRandom, DEVICE_ID_LENGTH),
    onRebuild: (done, of) => show(() => <RebuildScreen done={done} of={of} />),
  });
  return createApp({
    store,
    clock: systemClock,
    random: cryptoRandom,
    passwords: createPasswordHasher(),
    isCommonPassword,
    askToKeepData,
    updates,
    network: systemNetwork,
    onBug: (thrown) => reportError(thrown),
    startListWorker,
    origin: location.origin,
  });
}

async function start(): Promise<void> {
  if ((await claimTab()) === 'taken') {
    show(() => <OtherTabScreen />);
    await whenFree();
  }
  const app = await openApp();
  show(() => (
    <AppProvider app={app} links={links}>
      <Routes />
    </AppProvider>
  ));
  // The kiosk works without it: a failure there must not take the screen away.
  app.sync.start().catch(reportError);
}

start().catch((thrown) =>
  show(() => <ErrorScreen thrown={thrown} address={location.href} app={{ updates, watchIdle }} />),
);
