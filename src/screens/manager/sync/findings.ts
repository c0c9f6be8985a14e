// What testing and preparing a database found, line by line, in words.

import { connectionText } from '../../../i18n/connection';
import type { Finding } from '../../../ui/FindingList';
import { clockTrouble } from './clockTrouble';
import type { Found, Prepared } from './connectionAsked';

export function foundItems({ isAdmin, owner, writing, clock }: Found): readonly Finding[] {
  const text = connectionText.found;
  const done = (words: string): Finding => ({ kind: 'done', text: words });
  const info = (words: string): Finding => ({ kind: 'info', text: words });
  return [
    done(text.reached),
    done(text.signedIn),
    done(text.readable),
    writing === 'proven' ? done(text.proven) : info(text.likely),
    owner === 'thisSite' ? done(text.thisSite) : info(text[owner]),
    clockFinding(clock?.offset),
    ...(isAdmin ? [{ kind: 'danger', text: text.isAdmin } as const] : []),
  ];
}

function clockFinding(offset: number | undefined): Finding {
  const text = connectionText.found;
  if (offset === undefined) return { kind: 'info', text: text.clockUnknown };
  return clockTrouble(offset)
    ? { kind: 'danger', text: text.clockOff(offset) }
    : { kind: 'done', text: text.clockRight };
}

export function preparedItems({ database, member }: Prepared): readonly Finding[] {
  const text = connectionText.prepare;
  const lines = [text.database[database], text.member[member], text.guarded, text.forgot];
  return lines.map((line) => ({ kind: 'done', text: line }));
}
