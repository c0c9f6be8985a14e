// Login links that this page is opened with. The secret leaves the address, and so the history, before anything else
// happens, also while another tab is still open; it waits in memory for the screen that activates.

import { createSignal } from 'solid-js';

export interface ArrivedLinks {
  /** The fragment of the newest link, once; followed like a signal. */
  take(): string | undefined;
}

/** Watches from now on for links to `path`. */
export function catchLinks(path: string): ArrivedLinks {
  const [waiting, setWaiting] = createSignal<string>();
  const look = () => {
    const { hash, pathname, search } = location;
    if (hash.length < 2 || !pathname.toLowerCase().startsWith(path)) return;
    history.replaceState(history.state, '', pathname + search);
    setWaiting(hash);
  };
  look();
  // A link that is opened over this page.
  window.addEventListener('hashchange', look);
  return {
    take() {
      const taken = waiting();
      setWaiting(undefined);
      return taken;
    },
  };
}
