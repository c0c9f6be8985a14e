// Which passwords are accepted: length and a blocklist, nothing else (NIST SP 800-63B-4: no composition rules).
// The list of common passwords is large and lives with the browser; here its answer is only a word: `isCommon`.

import { err, ok, type Result } from '../kernel/result';
import { foldText, searchWords } from '../kernel/searchText';

export const PASSWORD_MINIMUM = 8;
/** Of a backup's password: whoever has the file may guess for as long as they like. */
export const BACKUP_PASSWORD_MINIMUM = 12;
const PASSWORD_MAXIMUM = 128;
/** NIST SP 800-63B-4 for a password that stands alone; recommended to managers, not enforced. */
export const PASSCODE_RECOMMENDED = 15;

export type PasswordRefusal =
  | { readonly type: 'passwordTooShort'; readonly minimum: number }
  | { readonly type: 'passwordTooLong'; readonly maximum: number }
  | { readonly type: 'passwordCommon' }
  | { readonly type: 'passwordRepeats' }
  | { readonly type: 'passwordGuessable'; readonly word: string };

/** Whether a refusal is about the new password, and not about anything else in its form. */
export const isPasswordRefusal = (refusal: { readonly type: string }): refusal is PasswordRefusal =>
  /^password(?:TooShort|TooLong|Common|Repeats|Guessable)$/.test(refusal.type);

export interface PasswordContext {
  /** Words that a stranger would try first: own name, Employee ID, company, site. */
  readonly guessable: readonly string[];
  readonly isCommon: boolean;
  /** Where more than the usual is asked for. */
  readonly minimum?: number;
}

/** One or two symbols again and again, or a run such as `12345678` or `hgfedcba`. */
function repeats(password: string): boolean {
  const codes = [...password.toLowerCase()].map((symbol) => symbol.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step] = steps;
  return new Set(codes).size <= 2 || (steps.size === 1 && step !== undefined && Math.abs(step) <= 1);
}

const lettersAndDigits = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The first of the guessable words, when together they make up more than half of the password. */
function guessableWord(password: string, guessable: readonly string[]): string | undefined {
  const bare = lettersAndDigits(password);
  const found = searchWords(...guessable, ...guessable.map(lettersAndDigits))
    .filter((word) => word.length >= 3 && bare.includes(word))
    .sort((a, b) => b.length - a.length);
  const rest = found.reduce((text, word) => text.replaceAll(word, ''), bare);
  return rest.length * 2 < bare.length ? found[0] : undefined;
}

/**
 * [P1] At least 8 symbols; [P2] at most 128; [P3] not among the common passwords; [P4] not one or two symbols repeated, nor a run;
 * [P5] not mostly the person's own name or Employee ID, the company or the site. Counted in Unicode code points.
 */
export function checkPassword(password: string, context: PasswordContext): Result<string, PasswordRefusal> {
  const normal = password.normalize('NFC');
  const length = [...normal].length;
  const { minimum = PASSWORD_MINIMUM } = context;
  if (length < minimum) return err({ type: 'passwordTooShort', minimum });
  if (length > PASSWORD_MAXIMUM) return err({ type: 'passwordTooLong', maximum: PASSWORD_MAXIMUM });
  if (repeats(normal)) return err({ type: 'passwordRepeats' });
  const word = guessableWord(normal, context.guessable);
  if (word !== undefined) return err({ type: 'passwordGuessable', word });
  if (context.isCommon) return err({ type: 'passwordCommon' });
  return ok(normal);
}
