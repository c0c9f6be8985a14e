// Whether a new version of the app is waiting to be taken.

import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { useApp } from './AppContext';

export function createUpdateReady(): Accessor<boolean> {
  const { updates } = useApp();
  const [isReady, setIsReady] = createSignal(updates.isReady());
  onCleanup(updates.subscribe(() => setIsReady(updates.isReady())));
  return isReady;
}
