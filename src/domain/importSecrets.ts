// Which columns hold passwords and the like. A list may carry them by accident; nobody here ever gets to see them.

import { headingToField, headingWords } from './importColumnNames';

const SECRET_WORDS = new Set(
  'password passwords passwd pwd pw pass passcode passcodes passphrase secret secrets token tokens otp credential credentials kennwort passwort wachtwoord contrasena clave secreta haslo senha parola mdp'.split(
    ' ',
  ),
);
const SECRET_PARTS = /password|passwd|passwort|kennwort|passcode|passphrase|motdepasse|contrasena|wachtwoord/;
const SECRET_PIN =
  /^(login|signin|clock|kiosk|terminal|security|access|entry|door|time|timeclock|user|my|secret)*pin(code|number|nr)?$/;
const PIN_AS_ID = /^(payroll|employee)?pin(number)?$/;

function isSecretHeading(heading: string, hasOtherId: boolean): boolean {
  const words = headingWords(heading);
  const key = words.join('');
  if (headingToField(heading)?.field === 'employeeId') return hasOtherId && PIN_AS_ID.test(key);
  return SECRET_PARTS.test(key) || SECRET_PIN.test(key) || words.some((word) => SECRET_WORDS.has(word));
}

/**
 * [I3] The columns that hold secrets, by their headings; their cells are never read.
 * "PIN" is what some payrolls call the Employee ID: it is a secret as soon as another column is the Employee ID.
 */
export function secretColumns(header: readonly string[]): ReadonlySet<number> {
  const isOtherId = (heading: string): boolean =>
    headingToField(heading)?.field === 'employeeId' && !PIN_AS_ID.test(headingWords(heading).join(''));
  const hasOtherId = header.some(isOtherId);
  return new Set(header.flatMap((heading, index) => (isSecretHeading(heading, hasOtherId) ? [index] : [])));
}
