// Around every screen: the one boundary for what broke, and the way to the set-up while there is no organisation yet.

import { type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import { createEffect, ErrorBoundary, type JSX, Show, Suspense } from 'solid-js';
import { useApp } from '../reactive/AppContext';
import { createLiveQuery } from '../reactive/createLiveQuery';
import { createSession, createSessionDeadline } from '../reactive/createSession';
import { ErrorScreen } from './ErrorScreen';
import { paths } from './paths';

export const Shell = (props: RouteSectionProps) => (
  <ErrorBoundary fallback={(thrown) => <ErrorScreen thrown={thrown} />}>
    <Door>{props.children}</Door>
  </ErrorBoundary>
);

function Door(props: { readonly children: JSX.Element }) {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const organisation = createLiveQuery(
    () => undefined,
    () => app.queries.organisation(),
  );
  createSessionDeadline(createSession());
  // A login link is opened on phones too: there it explains itself instead of offering to set up a tablet.
  const needsSetUp = () =>
    organisation()?.status === 'unfounded' &&
    location.pathname !== paths.setUp &&
    location.pathname !== paths.activate;
  createEffect(() => {
    if (needsSetUp()) navigate(paths.setUp, { replace: true });
  });
  return (
    <Show when={organisation() && !needsSetUp()}>
      <Suspense>{props.children}</Suspense>
    </Show>
  );
}
