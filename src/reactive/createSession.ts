// Who is at this tablet now, as a signal; and the two clocks that end it: nobody touches the tablet, or it is enough.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Session } from '../app/session';
import { useApp } from './AppContext';

export function createSession(): Accessor<Session> {
  const app = useApp();
  const [session, setSession] = createSignal(app.session.current());
  onCleanup(app.session.subscribe(setSession));
  return session;
}

/** Ends the session when its longest time is over, also when the tablet slept meanwhile. */
export function createSessionDeadline(session: Accessor<Session>): void {
  const app = useApp();
  createEffect(() => {
    const now = session();
    if (now.kind === 'nobody') return;
    const look = () => {
      if (app.now() >= now.endsAt) app.session.end();
    };
    const timer = setInterval(look, 1_000);
    onCleanup(() => clearInterval(timer));
  });
}
