// One name column to a first and a last name. Lists write "Doe, Jane", "Jane Doe", "DOE Jane" and "Jane Doe (10001)".

interface NameParts {
  readonly firstName: string;
  readonly lastName: string;
}

/** Words that begin a last name: "Ludwig van Beethoven", "Maria de la Cruz". */
const PARTICLES = new Set(
  'van von de der den del della dello di da das do dos du des la le los las ten ter te vom zu zum zur bin ibn bint abu al el st saint san mac mc y e'.split(
    ' ',
  ),
);
const SUFFIX = /^(jr|sr|ii|iii|iv|phd|md|esq)\.?$/i;
const isShouted = (word: string): boolean => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();

/** What systems add behind a name, such as its ID or "(On Leave)". */
export const withoutRemark = (text: string): string =>
  text.replace(/(?:\s*[([][^()[\]]*[)\]])+\s*$/, '').trim();

function splitWords(words: readonly string[]): NameParts {
  const join = (from: number, to?: number): string => words.slice(from, to).join(' ');
  const shouted = words.findIndex((word) => !isShouted(word));
  // French and Spanish lists write the last name in capitals, often first.
  if (shouted > 0 && words.slice(shouted).every((word) => !isShouted(word)))
    return { firstName: join(shouted), lastName: join(0, shouted) };
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? 1 : 0;
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && PARTICLES.has(word.toLowerCase()),
  );
  const start = particle > 0 ? particle : words.length - 1 - suffix;
  return { firstName: join(0, start), lastName: join(start) };
}

/** [I13] Before a comma stands the last name; without one the last word is it, with the small words before it. */
export function splitFullName(text: string): NameParts {
  const name = withoutRemark(text.replace(/\s+/g, ' ').trim()) || text.trim();
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [last = '', ...rest] = parts;
  if (rest.length === 0) return splitWords(last.split(' ').filter(Boolean));
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  const first = rest.filter((part) => !SUFFIX.test(part)).join(' ');
  if (first === '') {
    const split = splitWords(last.split(' '));
    return { ...split, lastName: [split.lastName, ...suffixes].join(' ') };
  }
  return { firstName: first, lastName: [last, ...suffixes].join(' ') };
}
