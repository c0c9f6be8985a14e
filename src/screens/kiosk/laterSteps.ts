// The steps of activating that come after the first: loaded when they are near, so that the first is there at once.

import { lazy } from 'solid-js';

export const ElsewhereStep = lazy(() => import('./ElsewhereStep'));
export const PasswordStep = lazy(() => import('./PasswordStep'));
export const ReadyStep = lazy(() => import('./ReadyStep'));
