// The organisation, founded once on the first tablet, with its sites. Its company code stands in every login code.

import type { Decider, Recorded } from '../kernel/decider';
import { err, ok } from '../kernel/result';
import type { CountryCode } from './employeeDetails';
import type { CompanyCode, SiteId } from './ids';
import { initialStates } from './initialStates';

export interface Organisation {
  readonly status: 'founded';
  readonly name: string;
  readonly companyCode: CompanyCode;
  readonly country: CountryCode;
  readonly sites: readonly { readonly siteId: SiteId; readonly name: string }[];
}
export type OrganisationState = { readonly status: 'unfounded' } | Organisation;

export type OrganisationEvent =
  | {
      readonly type: 'OrganisationFounded';
      readonly v: 1;
      readonly name: string;
      readonly companyCode: CompanyCode;
      readonly country: CountryCode;
    }
  | { readonly type: 'SiteOpened'; readonly v: 1; readonly siteId: SiteId; readonly name: string };

export type OrganisationCommand = {
  readonly type: 'FoundOrganisation';
  readonly name: string;
  readonly companyCode: CompanyCode;
  readonly country: CountryCode;
  readonly site: { readonly siteId: SiteId; readonly name: string };
};

export type OrganisationRefusal = { readonly type: 'alreadySetUp' };

function evolve(state: OrganisationState, event: Recorded<OrganisationEvent>): OrganisationState {
  switch (event.type) {
    case 'OrganisationFounded': {
      // [O1] An organisation is founded once: the first by id stands.
      if (state.status === 'founded') return state;
      const { name, companyCode, country } = event;
      return { status: 'founded', name, companyCode, country, sites: [] };
    }
    case 'SiteOpened':
      if (state.status === 'unfounded') return state;
      return { ...state, sites: [...state.sites, { siteId: event.siteId, name: event.name }] };
    default:
      return state;
  }
}

export const organisationDecider: Decider<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationRefusal
> = {
  initial: initialStates.organisation,
  decide(command, state) {
    if (state.status === 'founded') return err({ type: 'alreadySetUp' });
    const { name, companyCode, country, site } = command;
    return ok([
      { type: 'OrganisationFounded', v: 1, name, companyCode, country },
      { type: 'SiteOpened', v: 1, ...site },
    ]);
  },
  evolve,
};
