// Who is at this tablet now, as a signal; and the two clocks that end it: nobody touches the tablet, or it is enough.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { isRunning, type Session } from '../app/session';
import { useApp } from './AppContext';

export function createSession(): Accessor<Session> {
  const app = useApp();
  const [session, setSession] = createSignal(app.session.current());
  onCleanup(app.session.subscribe(setSession));
  return session;
}

/** WCAG 2.2.1: told this long (in ms) before it is over. */
const WARNING = 20_000;

/**
 * Ends the session when its longest time is over, also when the tablet slept meanwhile. Gives when that will be (ms
 * since 1970), shortly before it comes.
 */
export function createSessionDeadline(session: Accessor<Session>): Accessor<number | undefined> {
  const app = useApp();
  const [endsSoon, setEndsSoon] = createSignal<number>();
  createEffect(() => {
    const mine = session();
    setEndsSoon(undefined);
    if (mine.kind === 'nobody') return;
    const look = () => {
      const now = app.now();
      if (!isRunning(mine, now)) app.session.end();
      else if (mine.endsAt - now <= WARNING) setEndsSoon(mine.endsAt);
    };
    const timer = setInterval(look, 1_000);
    onCleanup(() => clearInterval(timer));
  });
  return endsSoon;
}

/** A page that the browser keeps for its Back button must not come back with somebody signed in. */
export function endSessionWithPage(): void {
  const app = useApp();
  const end = () => app.session.end();
  window.addEventListener('pagehide', end);
  onCleanup(() => window.removeEventListener('pagehide', end));
}
