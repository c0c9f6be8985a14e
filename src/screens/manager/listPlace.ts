// Where one was in the list when one opened somebody: kept with the list's place in the browser's history, so that coming
// back, also after a reload or a lock, leads to the same row.

import { useLocation } from '@solidjs/router';
import type { EmployeeId } from '../../domain/ids';

export interface ListPlace {
  readonly employeeId: EmployeeId;
  /** How far below the upper edge of the list the row stood, in px. */
  readonly fromTop: number;
}

/** Goes along to the page of somebody who was opened from the list: Back leads to the list then. */
export const fromList = { fromList: true } as const;

/** Call it before the page is left. */
export function keepListPlace(place: ListPlace): void {
  history.replaceState({ ...history.state, listPlace: place }, '');
}

/** The place that was kept with the page now open. */
export const takeListPlace = (): ListPlace | undefined =>
  useLocation<{ listPlace?: ListPlace }>().state?.listPlace;

/** For the way back to the list on the page of somebody: `undefined` when they were not opened from it. */
export const backToList = (): (() => void) | undefined =>
  useLocation<{ fromList?: boolean }>().state?.fromList ? () => history.back() : undefined;
