// The login link that was opened on this device, to be held before a tablet's camera. It lives in memory, for as long as
// the page is looked at: a page that the browser keeps for its Back button has forgotten it.

import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { type CarriedLink, readCarriedFragment } from '../domain/carriedLink';
import { drawQrCode, type QrDrawing } from '../platform/qrCode';
import { keepAwake } from '../platform/wakeLock';
import { useArrivedLinks } from './AppContext';

export type Carried =
  | { readonly status: 'none' }
  /** What came is no login link, or not all of one. */
  | { readonly status: 'damaged' }
  | { readonly status: 'shown'; readonly link: CarriedLink; readonly qrCode: QrDrawing };

/** `path` is where login links arrive. */
export function createCarriedLink(path: string): Accessor<Carried> {
  const links = useArrivedLinks();
  const [carried, setCarried] = createSignal<Carried>({ status: 'none' });
  createEffect(() => {
    const fragment = links.take(path);
    if (fragment === undefined) return;
    const link = readCarriedFragment(location.origin, fragment);
    setCarried(
      link.ok
        ? { status: 'shown', link: link.value, qrCode: drawQrCode(link.value.url) }
        : { status: 'damaged' },
    );
  });
  createEffect(() => {
    if (carried().status === 'shown') onCleanup(keepAwake());
  });
  const forget = () => setCarried({ status: 'none' });
  window.addEventListener('pagehide', forget);
  onCleanup(() => window.removeEventListener('pagehide', forget));
  return carried;
}
