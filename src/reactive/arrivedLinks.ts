// Links with a secret that this page is opened with. The secret leaves the address, and so the history, before anything
// else happens, also while another tab is still open; it waits in memory for the screen that it is for.

import { createSignal } from 'solid-js';

export interface ArrivedLinks {
  /** The fragment of the newest link, if it is for this path, once; followed like a signal. */
  take(path: string): string | undefined;
}

/** Watches from now on for links to these paths. */
export function catchLinks(paths: readonly string[]): ArrivedLinks {
  const [waiting, setWaiting] = createSignal<{ readonly path: string; readonly fragment: string }>();
  const look = () => {
    const { hash: fragment, pathname, search } = location;
    const path = paths.find((one) => pathname.toLowerCase().startsWith(one));
    if (fragment.length < 2 || path === undefined) return;
    history.replaceState(history.state, '', pathname + search);
    setWaiting({ path, fragment });
  };
  look();
  // A link that is opened over this page.
  window.addEventListener('hashchange', look);
  return {
    take(path) {
      const taken = waiting();
      if (taken?.path !== path) return undefined;
      setWaiting(undefined);
      return taken.fragment;
    },
  };
}
