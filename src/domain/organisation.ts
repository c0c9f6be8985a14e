// The organisation, founded once on the first tablet, with its sites. Its company code stands in every login code, and it
// says how long codes are good for.

import { assertNever } from '../kernel/brand';
import type { Decider, Recorded } from '../kernel/decider';
import { err, ok, type Result } from '../kernel/result';
import {
  type CodeChannel,
  type CodeLifetimes,
  codeChannels,
  DEFAULT_LIFETIMES,
  isLifetime,
} from './codeLifetimes';
import type { CountryCode } from './employeeDetails';
import type { CompanyCode, SiteId } from './ids';
import { initialStates } from './initialStates';

export interface Organisation {
  readonly status: 'founded';
  readonly name: string;
  readonly companyCode: CompanyCode;
  readonly country: CountryCode;
  readonly sites: readonly { readonly siteId: SiteId; readonly name: string }[];
  /** [C13] How long a code is good for, by the way it is given away. */
  readonly codeLifetimes: CodeLifetimes;
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
  | { readonly type: 'SiteOpened'; readonly v: 1; readonly siteId: SiteId; readonly name: string }
  | {
      readonly type: 'CodeLifetimesChosen';
      readonly v: 1;
      readonly lifetimes: Partial<CodeLifetimes>;
    };

export type OrganisationCommand =
  | {
      readonly type: 'FoundOrganisation';
      readonly name: string;
      readonly companyCode: CompanyCode;
      readonly country: CountryCode;
      readonly site: { readonly siteId: SiteId; readonly name: string };
    }
  | { readonly type: 'ChooseCodeLifetimes'; readonly lifetimes: Partial<CodeLifetimes> };

export type OrganisationRefusal =
  | { readonly type: 'alreadySetUp' }
  | { readonly type: 'notSetUp' }
  | { readonly type: 'lifetimeOutOfRange'; readonly channel: CodeChannel };

type Decision = Result<readonly OrganisationEvent[], OrganisationRefusal>;

function evolve(state: OrganisationState, event: Recorded<OrganisationEvent>): OrganisationState {
  switch (event.type) {
    case 'OrganisationFounded': {
      // [O1] An organisation is founded once: the first by id stands.
      if (state.status === 'founded') return state;
      const { name, companyCode, country } = event;
      return { status: 'founded', name, companyCode, country, sites: [], codeLifetimes: DEFAULT_LIFETIMES };
    }
    case 'SiteOpened':
      if (state.status === 'unfounded') return state;
      return { ...state, sites: [...state.sites, { siteId: event.siteId, name: event.name }] };
    case 'CodeLifetimesChosen':
      if (state.status === 'unfounded') return state;
      return { ...state, codeLifetimes: { ...state.codeLifetimes, ...event.lifetimes } };
    default:
      return state;
  }
}

function decideLifetimes(state: OrganisationState, lifetimes: Partial<CodeLifetimes>): Decision {
  if (state.status === 'unfounded') return err({ type: 'notSetUp' });
  const changed = codeChannels.filter(
    (channel) => lifetimes[channel] !== undefined && lifetimes[channel] !== state.codeLifetimes[channel],
  );
  const wrong = changed.find((channel) => !isLifetime(channel, lifetimes[channel] ?? 0));
  if (wrong) return err({ type: 'lifetimeOutOfRange', channel: wrong });
  const chosen = Object.fromEntries(changed.map((channel) => [channel, lifetimes[channel]]));
  return ok(changed.length === 0 ? [] : [{ type: 'CodeLifetimesChosen', v: 1, lifetimes: chosen }]);
}

function decide(command: OrganisationCommand, state: OrganisationState): Decision {
  switch (command.type) {
    case 'FoundOrganisation': {
      if (state.status === 'founded') return err({ type: 'alreadySetUp' });
      const { name, companyCode, country, site } = command;
      return ok([
        { type: 'OrganisationFounded', v: 1, name, companyCode, country },
        { type: 'SiteOpened', v: 1, ...site },
      ]);
    }
    case 'ChooseCodeLifetimes':
      return decideLifetimes(state, command.lifetimes);
    default:
      return assertNever(command);
  }
}

export const organisationDecider: Decider<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationRefusal
> = { initial: initialStates.organisation, decide, evolve };
