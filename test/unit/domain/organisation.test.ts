import { expect, test } from 'vitest';
import type { CountryCode } from '../../../src/domain/employeeDetails';
import type { CompanyCode, SiteId } from '../../../src/domain/ids';
import { organisationDecider } from '../../../src/domain/organisation';
import { tabletDecider } from '../../../src/domain/tabletDecider';
import { given } from '../../support/given';

const acme = { name: 'Acme', companyCode: 'ACME' as CompanyCode, country: 'GB' as CountryCode };
const mill = { siteId: 'mill' as SiteId, name: 'Mill Lane' };
const founded = { type: 'OrganisationFounded', v: 1, ...acme } as const;
const opened = { type: 'SiteOpened', v: 1, ...mill } as const;

test('[O1] an organisation is founded with its first site', () =>
  given(organisationDecider)
    .when({ type: 'FoundOrganisation', ...acme, site: mill })
    .records(founded, opened));

test('[O1] an organisation is founded once', () => {
  given(organisationDecider, founded, opened)
    .when({ type: 'FoundOrganisation', ...acme, site: mill })
    .refused({ type: 'alreadySetUp' });
  expect(given(organisationDecider, founded, opened, { ...founded, name: 'Other' }).state).toMatchObject({
    name: 'Acme',
  });
});

test('[O3] a tablet is added once', () =>
  given(tabletDecider, { type: 'TabletAdded', v: 1, name: 'Gate', siteId: mill.siteId })
    .when({ type: 'AddTablet', name: 'Again', siteId: mill.siteId })
    .refused({ type: 'alreadySetUp' }));
