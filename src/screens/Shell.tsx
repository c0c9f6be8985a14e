// Around every screen: the one boundary for what broke, the way to the set-up until there is an organisation and this
// tablet is on its list, and the ends that every session has.

import { type RouteSectionProps, useBeforeLeave, useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createMemo, ErrorBoundary, type JSX, lazy, on, Show, Suspense } from 'solid-js';
import { useApp, useArrivedLinks } from '../reactive/AppContext';
import { createLiveQuery } from '../reactive/createLiveQuery';
import { createSession, createSessionDeadline, endSessionWithPage } from '../reactive/createSession';
import { ErrorScreen } from './ErrorScreen';
import { paths } from './paths';

// Nobody needs it in the first quarter of an hour.
const SessionEnding = lazy(() => import('./SessionEnding'));

export function Shell(props: RouteSectionProps) {
  // A screen that breaks while it is on its way is not in the address yet.
  let goingTo: string | undefined;
  return (
    <ErrorBoundary
      fallback={(thrown) => <ErrorScreen thrown={thrown} address={goingTo ?? location.href} app={useApp()} />}
    >
      <Door onLeave={(to) => (goingTo = to)}>{props.children}</Door>
    </ErrorBoundary>
  );
}

/** `onLeave` hears where to, unless the browser's own Back and Forward have changed the address already. */
function Door(props: { readonly onLeave: (to: string | undefined) => void; readonly children: JSX.Element }) {
  const app = useApp();
  const links = useArrivedLinks();
  const location = useLocation();
  const navigate = useNavigate();
  const standing = createLiveQuery(
    () => undefined,
    () => Promise.all([app.queries.organisation(), app.queries.tablet()]),
  );
  endSessionWithPage();
  const endsAt = createSessionDeadline(createSession());
  const hasWarned = createMemo((before: boolean) => before || endsAt() !== undefined, false);
  // What is still being checked for someone who leaves must not open anything, not even while the next screen is on its
  // way. Whoever is signed in already is seen to by the area they are in.
  useBeforeLeave((leaving) => {
    const { to } = leaving;
    // Whoever comes later may still keep the person here.
    queueMicrotask(() => props.onLeave(typeof to === 'string' && !leaving.defaultPrevented ? to : undefined));
    if (app.session.current().kind === 'nobody') app.session.end();
  });
  // A login link is opened on phones too, and so is the organisation's own: there they explain themselves instead of
  // offering to set up a tablet.
  const explainsItself = () =>
    location.pathname === paths.activate ||
    (location.pathname === paths.welcome && location.hash.startsWith('#o='));
  const needsSetUp = () => {
    const [organisation, tablet] = standing() ?? [];
    if (location.pathname === paths.setUp) return false;
    // [S8] A tablet that has not received everything opens nothing.
    return organisation?.status === 'unfounded' ? !explainsItself() : tablet?.status === 'unknown';
  };
  createEffect(
    on(
      () => location.pathname,
      () => props.onLeave(undefined),
    ),
  );
  createEffect(() => {
    if (!needsSetUp()) return;
    // It would wait for whoever activates here when the tablet is ready.
    links.take(paths.activate);
    navigate(paths.setUp, { replace: true });
  });
  return (
    <Show when={standing() && !needsSetUp()}>
      <Suspense>{props.children}</Suspense>
      <Show when={hasWarned()}>
        <Suspense>
          <SessionEnding endsAt={endsAt()} />
        </Suspense>
      </Show>
    </Show>
  );
}
