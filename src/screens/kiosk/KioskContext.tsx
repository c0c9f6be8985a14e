// What the kiosk's screens share while one person is at the tablet: how far they have come with activating, and what the
// next screen should say. In memory only, and forgotten with the person.

import { type Accessor, createContext, createSignal, type JSX, onCleanup, useContext } from 'solid-js';
import type { CheckedCode, TypedCode } from '../../app/activation';
import type { Failure } from '../../app/failure';

export type ActivationStep =
  | {
      readonly at: 'identify';
      /** Filled in from a login link. */
      readonly filled?: TypedCode;
      /** Why the person is back here, or why their link does not work. */
      readonly refusal?: Failure;
    }
  | { readonly at: 'password'; readonly checked: CheckedCode }
  | { readonly at: 'ready'; readonly firstName: string };

/** Why a session has ended, said on the screen it leads to. */
export type Farewell = 'signed out' | 'account changed' | 'time over';

export interface WayBack {
  readonly word: string;
  readonly href?: string;
  readonly onPress?: () => void;
}

export interface Kiosk {
  readonly activation: Accessor<ActivationStep>;
  readonly goTo: (step: ActivationStep) => void;
  readonly farewell: Accessor<Farewell | undefined>;
  readonly sayFarewell: (why: Farewell) => void;
  /** What stands in the band's first corner; unless a screen says otherwise, the way to the welcome screen. */
  readonly wayBack: Accessor<Accessor<WayBack | 'none'> | undefined>;
  readonly setWayBack: (way: Accessor<WayBack | 'none'> | undefined) => void;
  readonly forgetActivation: () => void;
  readonly forgetFarewell: () => void;
}

const atTheStart: ActivationStep = { at: 'identify' };

export function createKiosk(): Kiosk {
  const [activation, setActivation] = createSignal(atTheStart);
  const [farewell, setFarewell] = createSignal<Farewell>();
  const [wayBack, setWayBack] = createSignal<Accessor<WayBack | 'none'>>();
  return {
    activation,
    goTo: setActivation,
    farewell,
    sayFarewell: setFarewell,
    wayBack,
    setWayBack: (way) => setWayBack(() => way),
    forgetActivation: () => setActivation(atTheStart),
    forgetFarewell: () => setFarewell(undefined),
  };
}

const KioskContext = createContext<Kiosk>();

export const KioskProvider = (props: { readonly kiosk: Kiosk; readonly children: JSX.Element }) => (
  <KioskContext.Provider value={props.kiosk}>{props.children}</KioskContext.Provider>
);

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (!kiosk) throw new Error('This screen is outside the kiosk');
  return kiosk;
}

/** While this part of the screen is there, the way back is another one. */
export function createWayBack(way: Accessor<WayBack | 'none'>): void {
  const kiosk = useKiosk();
  kiosk.setWayBack(way);
  onCleanup(() => {
    // The next screen may have said its own already.
    if (kiosk.wayBack() === way) kiosk.setWayBack(undefined);
  });
}
