// The organisation's own link: `https://…/#o=ACME&n=Acme%20Ltd`. It says whose app this is and holds no secret, so it may
// hang on a wall. Anyone can make one: what it says is shown, and nothing follows from it.

import { TEXT_LIMIT } from './employeeDetails';
import { type CompanyCode, parseCompanyCode } from './ids';

export interface OrganisationLink {
  readonly companyCode: CompanyCode;
  readonly name: string;
}

const LINK_LIMIT = 2_000;

/** `origin` is where the app lives, e.g. `https://gatehouse.example`. */
export function organisationLinkToUrl(origin: string, { companyCode, name }: OrganisationLink): string {
  return `${origin}/#${new URLSearchParams({ o: companyCode, n: name })}`;
}

/** [O6] Reads the fragment of an organisation's link, with or without its `#`; `undefined` if it is none. */
export function parseOrganisationFragment(fragment: string): OrganisationLink | undefined {
  if (fragment.length > LINK_LIMIT) return undefined;
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const companyCode = parseCompanyCode(fields.get('o') ?? '');
  // Signs that are not seen could turn the words around them into others.
  const name = (fields.get('n') ?? '').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  if (!companyCode.ok || name === '' || [...name].length > TEXT_LIMIT) return undefined;
  return { companyCode: companyCode.value, name };
}
