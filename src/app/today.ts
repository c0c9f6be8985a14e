// Which day it is where the tablet stands.

import { type PlainDate, timeToPlainDate } from '../domain/plainDate';
import type { AppDeps } from './deps';

export function today({ clock }: Pick<AppDeps, 'clock'>): PlainDate {
  const now = clock.now();
  return timeToPlainDate(now, -new Date(now).getTimezoneOffset());
}
