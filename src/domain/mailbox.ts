// Where a code could be mailed to, and whether it would reach one person only. An address that two people share, as
// families and small sites do, would hand the code of one to the other.

import type { Employee } from './employee';

export type Mailbox =
  | { readonly status: 'none' }
  | { readonly status: 'own'; readonly address: string }
  /** `others`: how many other people on the list have this address. */
  | { readonly status: 'shared'; readonly address: string; readonly others: number };

/** What is on their card, else the one they gave themselves. */
export const mailAddress = ({ details, personalEmail }: Employee): string | undefined =>
  details.email ?? personalEmail;
