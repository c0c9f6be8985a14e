// A login link that was opened where it means nothing, such as on the employee's own phone: it is carried on as it came, to
// a tablet that can read it. Whose organisation it is, and whether its voucher opens, only that tablet can tell.

import { ok, type Result } from '../kernel/result';
import { type LoginLink, type LoginLinkRefusal, loginLinkAt, readLoginFragment } from './loginLink';

export interface CarriedLink extends LoginLink {
  /** The very link that was opened. */
  readonly url: string;
}

/** [N5] Reads the fragment of a link that was opened at `origin`. */
export function readCarriedFragment(origin: string, fragment: string): Result<CarriedLink, LoginLinkRefusal> {
  const link = readLoginFragment(fragment);
  return link.ok ? ok({ ...link.value, url: loginLinkAt(origin, fragment) }) : link;
}
