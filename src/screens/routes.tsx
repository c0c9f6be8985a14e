// The table of screens. Each area is loaded when somebody goes there; the kiosk never loads what only managers see.
// Activating is what the tablet is for, and comes with the start.

import { Navigate, Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { ActivateScreen } from './kiosk/ActivateScreen';
import { KioskLayout } from './kiosk/KioskLayout';
import { paths } from './paths';
import { Shell } from './Shell';

const WelcomeScreen = lazy(() => import('./kiosk/WelcomeScreen'));
const ScanScreen = lazy(() => import('./kiosk/ScanScreen'));
const SignInScreen = lazy(() => import('./kiosk/SignInScreen'));
const MeScreen = lazy(() => import('./employee/MeScreen'));
const SetUpScreen = lazy(() => import('./setup/SetUpScreen'));
const ManagerLayout = lazy(() => import('./manager/ManagerLayout'));
const EmployeesScreen = lazy(() => import('./manager/EmployeesScreen'));
const EnrolScreen = lazy(() => import('./manager/EnrolScreen'));
const ImportScreen = lazy(() => import('./manager/ImportScreen'));
const EmployeeScreen = lazy(() => import('./manager/EmployeeScreen'));
const AttentionScreen = lazy(() => import('./manager/AttentionScreen'));
const ActivityScreen = lazy(() => import('./manager/ActivityScreen'));
const SyncScreen = lazy(() => import('./manager/sync/SyncScreen'));
const SettingsScreen = lazy(() => import('./manager/SettingsScreen'));
const NotFoundScreen = lazy(() => import('./NotFoundScreen'));

export function Routes() {
  return (
    <Router root={Shell} preload={false}>
      <Route path="/" component={KioskLayout}>
        <Route path={paths.welcome} component={WelcomeScreen} />
        <Route path={paths.activate} component={ActivateScreen} />
        <Route path={paths.scan} component={ScanScreen} />
        <Route path={paths.signIn} component={SignInScreen} />
        <Route path={paths.me} component={MeScreen} />
      </Route>
      <Route path={paths.setUp} component={SetUpScreen} />
      <Route path={paths.manage} component={ManagerLayout}>
        <Route path="/" component={() => <Navigate href={paths.employees} />} />
        <Route path="/employees" component={EmployeesScreen} />
        {/* A fixed path would also take `NEW`, which is an Employee ID. */}
        <Route path="/employees/:page" matchFilters={{ page: ['new'] }} component={EnrolScreen} />
        <Route path="/employees/:page" matchFilters={{ page: ['import'] }} component={ImportScreen} />
        <Route path="/employees/:employeeId" component={EmployeeScreen} />
        <Route path="/attention" component={AttentionScreen} />
        <Route path="/activity" component={ActivityScreen} />
        <Route path="/sync" component={SyncScreen} />
        <Route path="/settings" component={SettingsScreen} />
      </Route>
      <Route path="*" component={NotFoundScreen} />
    </Router>
  );
}
