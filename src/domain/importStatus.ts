// Who still works here, as a list says it: in a word, a letter, a yes or no, or SAP's number.

import { foldText } from '../kernel/searchText';
import { headingWords } from './importColumnNames';

const LEFT = new Set(
  `terminated, termination, left, leaver, has left, inactive, not active, non active, former, former employee, ex employee, resigned, retired, dismissed, deceased,
  separated, quit, withdrawn, t, i, terminated voluntary, terminated involuntary, involuntarily terminated, voluntarily terminated, departed, offboarded, no longer employed, not employed,
  inaktiv, ausgeschieden, ausgetreten, ehemalig, verstorben, pensioniert, im ruhestand, inactif, sorti, parti, licencie, demissionne, retraite, inactivo, inactiva, baja, de baja definitiva,
  cesado, cesada, jubilado, jubilada, uit dienst, inactief, vertrokken, inattivo, cessato, cessata, dimesso, dimessa, licenziato, nieaktywny, nieaktywna, zwolniony, zwolniona, inativo, desligado, demitido`
    .split(',')
    .map((word) => foldText(word.trim())),
);
const YES = new Set('yes y true 1 x ja j oui o si s tak t sim'.split(' '));
const NO = new Set('no n false 0 nein non nee nie nao f'.split(' '));

const ASKS_IF_LEFT = new Set(
  'terminated isterminated left hasleft leaver inactive isinactive ausgeschieden uitdienst'.split(' '),
);
const ASKS_IF_ACTIVE = new Set(
  'active isactive activeemployee currentlyemployed currentlyactive activeyn aktiv actif activo actief attivo aktywny'.split(
    ' ',
  ),
);

type StatusReader = (cell: string) => 'left' | 'employed';

/** SAP counts: 0 withdrawn, 1 inactive, 2 retired, 3 active. */
const readSapStatus: StatusReader = (cell) => (/^[012]$/.test(cell.trim()) ? 'left' : 'employed');

/**
 * [I12] How to read a status column. An unknown word means employed: leave, probation and notice are kinds of being
 * employed, and a worker who is missing from the list stands in front of a closed gate.
 */
export function statusReader(heading: string, cells: readonly string[]): StatusReader {
  const key = headingWords(heading.replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')).join('');
  if (cells.some((cell) => cell.trim() === '3') && cells.every((cell) => /^\s*[0-3]?\s*$/.test(cell)))
    return readSapStatus;
  return (cell) => {
    const words = foldText(cell)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' ');
    if (ASKS_IF_LEFT.has(key) && (YES.has(words) || NO.has(words)))
      return YES.has(words) ? 'left' : 'employed';
    if (ASKS_IF_ACTIVE.has(key) && (YES.has(words) || NO.has(words)))
      return YES.has(words) ? 'employed' : 'left';
    return LEFT.has(words) ? 'left' : 'employed';
  };
}
