// From a code before the camera to "this is Mary's, she may choose a password", or to why not. Scanning is a try like any
// other, and redeems nothing. While one code is checked, the camera goes on looking.

import { type Accessor, createSignal } from 'solid-js';
import type { CheckedCode } from '../app/activation';
import type { App } from '../app/app';
import type { Result } from '../kernel/result';
import { useApp } from './AppContext';
import { createCommand } from './createCommand';
import { createSightings, type ScanRefusal } from './sightings';

type PictureTrouble = Extract<Awaited<ReturnType<App['scanner']['picture']>>, { ok: false }>['error'];

export type ScanView =
  | { readonly status: 'looking' }
  /** A login code of this organisation; is it the live one? */
  | { readonly status: 'checking' }
  | { readonly status: 'found' }
  /** Another object each time it is told, also when it is the same refusal. */
  | { readonly status: 'refused'; readonly refusal: ScanRefusal | PictureTrouble };

export interface ScanCheck {
  readonly view: Accessor<ScanView>;
  /** The camera sees this code. */
  see(text: string): void;
  /** The person has chosen a picture with this code: it is answered in any case. */
  choose(text: string): void;
  /** There is none in the picture. */
  tell(refusal: PictureTrouble): void;
  /** Nothing is told any more. */
  reset(): void;
}

export function createScanCheck(onFound: (checked: CheckedCode) => Promise<void>): ScanCheck {
  const app = useApp();
  const sightings = createSightings();
  const [view, setView] = createSignal<ScanView>({ status: 'looking' });
  const check = createCommand(async (text: string): Promise<Result<CheckedCode, ScanRefusal>> => {
    const login = await app.readScan(text);
    if (!login.ok) return login;
    setView({ status: 'checking' });
    const checked = await app.checkCode(login.value);
    if (checked.ok) {
      setView({ status: 'found' });
      await painted();
    }
    return checked;
  });
  /** Seen while another one was being checked. */
  let next: string | undefined;

  const tell = (refusal: ScanRefusal | PictureTrouble) => setView({ status: 'refused', refusal });

  async function ask(text: string): Promise<void> {
    const checked = await check.run(text);
    if (!checked) {
      setView({ status: 'looking' });
      return;
    }
    if (checked.ok) return onFound(checked.value);
    sightings.answer(text, checked.error, app.now());
    tell(checked.error);
    const seen = next;
    next = undefined;
    if (seen !== undefined) see(seen);
  }

  function see(text: string) {
    if (view().status === 'found') return;
    if (check.isPending()) {
      next = text;
      return;
    }
    const sighting = sightings.see(text, app.now());
    if (sighting.is === 'new') void ask(text);
    else if (sighting.is === 'back') tell(sighting.refusal);
  }

  return {
    view,
    see,
    choose(text) {
      const refusal = sightings.answered(text, app.now());
      if (refusal) tell(refusal);
      else see(text);
    },
    tell,
    reset: () => setView({ status: 'looking' }),
  };
}

/** Until what was set before is on the screen. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
