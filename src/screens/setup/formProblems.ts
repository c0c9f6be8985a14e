// What is wrong with the form of the first run, as far as it can be told without asking the app: so that everything is
// told at once, also when the two passcodes differ.

import type { SetUpForm, SetUpProblem, SetUpProblems } from '../../app/setUp';
import { parseCompanyCode } from '../../domain/ids';
import { PASSWORD_MINIMUM } from '../../domain/passwordRules';

export type SetUpField = keyof SetUpForm | 'repeatPasscode';
export type FieldTroubles = {
  readonly [Field in SetUpField]?: SetUpProblem | { readonly type: 'passwordsDiffer' };
};

const texts = ['organisationName', 'siteName', 'tabletName', 'managerName'] as const;

export function formProblems(form: SetUpForm, repeatPasscode: string): FieldTroubles {
  const found: { -readonly [Field in SetUpField]?: FieldTroubles[Field] } = {};
  for (const field of texts) if (form[field].trim() === '') found[field] = { type: 'textMissing' };
  const companyCode = parseCompanyCode(form.companyCode);
  if (!companyCode.ok) found.companyCode = companyCode.error;
  if ([...form.passcode].length < PASSWORD_MINIMUM)
    found.passcode = { type: 'passwordTooShort', minimum: PASSWORD_MINIMUM };
  if (form.passcode !== repeatPasscode) found.repeatPasscode = { type: 'passwordsDiffer' };
  return found;
}

/** The problems that are left when these fields have been touched since. */
export function withoutTouched(
  problems: FieldTroubles | SetUpProblems,
  touched: ReadonlySet<SetUpField>,
): FieldTroubles {
  const left = Object.entries(problems).filter(([field]) => !touched.has(field as SetUpField));
  return Object.fromEntries(left);
}
