// Around every screen: the one boundary for what broke, the way to the set-up while there is no organisation yet, and the
// ends that every session has.

import { type RouteSectionProps, useBeforeLeave, useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createMemo, ErrorBoundary, type JSX, lazy, Show, Suspense } from 'solid-js';
import { useApp } from '../reactive/AppContext';
import { createLiveQuery } from '../reactive/createLiveQuery';
import { createSession, createSessionDeadline, endSessionWithPage } from '../reactive/createSession';
import { ErrorScreen } from './ErrorScreen';
import { paths } from './paths';

// Nobody needs it in the first quarter of an hour.
const SessionEnding = lazy(() => import('./SessionEnding'));

export const Shell = (props: RouteSectionProps) => (
  <ErrorBoundary fallback={(thrown) => <ErrorScreen thrown={thrown} app={useApp()} />}>
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
  endSessionWithPage();
  const endsAt = createSessionDeadline(createSession());
  const hasWarned = createMemo((before: boolean) => before || endsAt() !== undefined, false);
  // What is still being checked for someone who leaves must not open anything, not even while the next screen is on its
  // way. Whoever is signed in already is seen to by the area they are in.
  useBeforeLeave(() => {
    if (app.session.current().kind === 'nobody') app.session.end();
  });
  // A login link is opened on phones too, and so is the organisation's own: there they explain themselves instead of
  // offering to set up a tablet.
  const needsSetUp = () =>
    organisation()?.status === 'unfounded' &&
    location.pathname !== paths.setUp &&
    location.pathname !== paths.activate &&
    !(location.pathname === paths.welcome && location.hash.startsWith('#o='));
  createEffect(() => {
    if (needsSetUp()) navigate(paths.setUp, { replace: true });
  });
  return (
    <Show when={organisation() && !needsSetUp()}>
      <Suspense>{props.children}</Suspense>
      <Show when={hasWarned()}>
        <Suspense>
          <SessionEnding endsAt={endsAt()} />
        </Suspense>
      </Show>
    </Show>
  );
}
