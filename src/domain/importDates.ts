// Dates as lists hold them. On top of the plain forms: month names, two-digit years, a time zone behind the day, the day
// numbers of spreadsheets, and the far-away days that HR systems write where they mean "never".

import { foldText } from '../kernel/searchText';
import { isPlaceholder } from './importCells';
import { type DayOrder, type PlainDate, parseListDate } from './plainDate';

export type ListDate = PlainDate | 'never' | 'unreadable' | undefined;

/** The beginnings of month names in English, German, French, Spanish, Dutch, Italian, Polish, Portuguese. */
const monthBeginnings: readonly string[] = [
  'jan january januar janvier janv enero ene januari gen gennaio sty stycznia janeiro',
  'feb february februar fevrier fev febrero februari febbraio lut lutego fevereiro',
  'mar march marz mrz mars marzo maart mrt marca marco',
  'apr april avril avr abril abr aprile kwi kwietnia',
  'may mai mayo mei maggio mag maj maja maio',
  'jun june juni juin junio giugno giu cze czerwca junho',
  'jul july juli juillet juil julio luglio lug lip lipca julho',
  'aug august aout agosto ago augustus sie sierpnia',
  'sep sept september septembre septiembre settembre set wrz wrzesnia setembro',
  'oct october okt oktober octobre octubre ottobre ott paz pazdziernika outubro',
  'nov november novembre noviembre lis listopada novembro',
  'dec december dez dezember decembre diciembre dic dicembre gru grudnia dezembro',
];
const monthByName = new Map(
  monthBeginnings.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)),
);

const pad = (value: number): string => String(value).padStart(2, '0');

/** Two digits mean a year from 89 years ago to ten years ahead. */
function fullYear(text: string, today: PlainDate): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const latest = Number(today.slice(0, 4)) + 10;
  const inCentury = Math.floor(latest / 100) * 100 + year;
  return inCentury <= latest ? inCentury : inCentury - 100;
}

/** `22-Nov-2026`, `22. November 2026`, `November 22, 2026` as `2026-11-22`. */
function monthNameToIso(text: string, today: PlainDate): string | undefined {
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'de' && word !== 'of');
  const [first = '', second = '', third = ''] = words;
  const dayIsFirst = /^\d/.test(first);
  const month = monthByName.get(dayIsFirst ? second : first);
  const day = Number.parseInt(dayIsFirst ? first : second, 10);
  if (month === undefined || !day || !/^\d{2}(\d{2})?$/.test(third)) return undefined;
  return `${fullYear(third, today)}-${pad(month)}-${pad(day)}`;
}

/** The day numbers of a spreadsheet, from 1954 to 2119; fewer digits would be anything. */
const dayNumberToIso = (text: string): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.trunc(Number(text)) * 86_400_000).toISOString().slice(0, 10);

/** `9999-12-31` and its like: HR systems write it where no end is known. */
const isNever = (text: string): boolean =>
  /(^|\D)(2[2-9]\d\d|[3-9]\d{3})(\D|$)|^(2[2-9]\d\d|[3-9]\d{3})\d{4}$/.test(text);
const isZeroDate = (text: string): boolean =>
  /^[0\s./:-]+$/.test(text) || /^(1900|1899)-?(01|12)-?(00|01|30|31)\b/.test(text);

/** [I20] Reads one date; nothing for an empty cell, 'never' for a day no employment reaches. */
export function readListDate(cell: string, order: DayOrder, today: PlainDate): ListDate {
  const text = cell.trim();
  if (isPlaceholder(text) || isZeroDate(text)) return undefined;
  const plain = text
    .replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1')
    .replace(/\s*([./-])\s*(?=\d)/g, '$1');
  const date = parseListDate(plain, order);
  if (date.ok) return date.value;
  const shortYear = /^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})(?: .*)?$/.exec(plain);
  let iso: string | undefined;
  if (shortYear) iso = `${shortYear[1]}${fullYear(shortYear[2] ?? '', today)}`;
  else if (/^[2-7]\d{4}([.,]\d+)?$/.test(plain)) iso = dayNumberToIso(plain.replace(',', '.'));
  else if (/\p{L}/u.test(plain)) iso = monthNameToIso(plain, today);
  const again = iso === undefined ? date : parseListDate(iso, order);
  if (again.ok) return again.value;
  return isNever(plain) ? 'never' : 'unreadable';
}

interface DayOrderSigns {
  dayFirst: number;
  monthFirst: number;
}

function countSigns(cells: Iterable<string>): DayOrderSigns {
  const signs: DayOrderSigns = { dayFirst: 0, monthFirst: 0 };
  for (const cell of cells) {
    const match = /^\s*(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*\d{2}/.exec(cell);
    if (!match || /^\s*\d{4}/.test(cell)) continue;
    // Dots are written with the day first everywhere.
    if (Number(match[1]) > 12 || match[2] === '.') signs.dayFirst++;
    else if (Number(match[3]) > 12) signs.monthFirst++;
  }
  return signs;
}

/**
 * [I7] Which of day and month comes first is decided for the whole column, by the days after the 12th;
 * nothing if no cell tells.
 */
export function findDayOrder(cells: Iterable<string>): DayOrder | undefined {
  const signs = countSigns(cells);
  if (signs.dayFirst === signs.monthFirst) return undefined;
  return signs.dayFirst > signs.monthFirst ? 'day first' : 'month first';
}
