// What a tablet that joins is called.

import { TEXT_LIMIT } from '../../domain/employeeDetails';
import { err, ok, type Result } from '../../kernel/result';

export type TabletNameRefusal =
  | { readonly type: 'tabletNameMissing' }
  | { readonly type: 'textTooLong'; readonly limit: number };

/** The name without outer and double space. */
export function checkTabletName(typed: string): Result<string, TabletNameRefusal> {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '') return err({ type: 'tabletNameMissing' });
  return [...name].length > TEXT_LIMIT ? err({ type: 'textTooLong', limit: TEXT_LIMIT }) : ok(name);
}
