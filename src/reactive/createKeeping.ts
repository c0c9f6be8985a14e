// How the app can be kept on this device, as a state a screen can show.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { type DeviceKind, deviceKind } from '../platform/deviceKind';
import { isInstalled, watchInstallOffer } from '../platform/installing';

export interface Keeping {
  readonly device: DeviceKind;
  readonly isKept: boolean;
  /** Lets the browser ask, where it offers to. */
  readonly ask: Accessor<(() => void) | undefined>;
}

export function createKeeping(): Keeping {
  const [ask, setAsk] = createSignal<(() => void) | undefined>();
  onCleanup(watchInstallOffer((offered) => setAsk(() => offered)));
  return { device: deviceKind(), isKept: isInstalled(), ask };
}
