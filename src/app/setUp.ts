// The first run on the first tablet: an organisation, its site, this tablet, and someone who may open the manager area.

import type { PasswordHash } from '../domain/employee';
import type { CountryCode } from '../domain/employeeDetails';
import { TEXT_LIMIT } from '../domain/employeeDetails';
import { type CompanyCodeRefusal, type ManagerId, parseCompanyCode, type SiteId } from '../domain/ids';
import { managerDecider } from '../domain/manager';
import { organisationDecider } from '../domain/organisation';
import type { PasswordRefusal } from '../domain/passwordRules';
import { deviceStream, managerStream, organisationStream } from '../domain/streams';
import { tabletDecider } from '../domain/tabletDecider';
import { err, ok, type Result } from '../kernel/result';
import type { Persistence } from '../platform/storagePersistence';
import type { Step } from '../store/eventLog';
import type { AppDeps } from './deps';
import { checkNewPassword } from './passwordCheck';
import { randomId } from './randomId';
import { type Begin, MANAGER_SESSION_LIMIT, sessionTime } from './session';

export interface SetUpForm {
  readonly organisationName: string;
  readonly companyCode: string;
  readonly country: string;
  readonly siteName: string;
  readonly tabletName: string;
  readonly managerName: string;
  readonly passcode: string;
}
export type SetUpProblem =
  | CompanyCodeRefusal
  | PasswordRefusal
  | { readonly type: 'textMissing' }
  | { readonly type: 'textTooLong'; readonly limit: number };
export type SetUpProblems = { readonly [Field in keyof SetUpForm]?: SetUpProblem };
export type SetUpRefusal =
  | { readonly type: 'formHasProblems'; readonly problems: SetUpProblems }
  | { readonly type: 'alreadySetUp' };

/** Founds the organisation and opens the manager area. Says what the browser answered when asked to keep the data. */
export async function setUp(
  deps: AppDeps,
  begin: Begin,
  form: SetUpForm,
): Promise<Result<{ readonly persistence: Persistence }, SetUpRefusal>> {
  const problems: { -readonly [Field in keyof SetUpForm]?: SetUpProblem } = {};
  const text = (field: keyof SetUpForm): string => {
    const value = form[field].trim().replace(/\s+/g, ' ');
    if (value === '') problems[field] = { type: 'textMissing' };
    if ([...value].length > TEXT_LIMIT) problems[field] = { type: 'textTooLong', limit: TEXT_LIMIT };
    return value;
  };
  const name = text('organisationName');
  const siteName = text('siteName');
  const tabletName = text('tabletName');
  const managerName = text('managerName');
  const country = text('country') as CountryCode;
  const companyCode = parseCompanyCode(form.companyCode);
  if (!companyCode.ok) problems.companyCode = companyCode.error;
  const passcode = await checkNewPassword(deps, form.passcode, [
    name,
    form.companyCode,
    siteName,
    managerName,
  ]);
  if (!passcode.ok) problems.passcode = passcode.error;
  if (!companyCode.ok || !passcode.ok || Object.keys(problems).length > 0)
    return err({ type: 'formHasProblems', problems });

  const managerId = randomId<ManagerId>(deps.random);
  const siteId = randomId<SiteId>(deps.random);
  const hash = (await deps.passwords.hash(passcode.value)) as PasswordHash;
  const site = { siteId, name: siteName };
  const steps = [
    {
      stream: organisationStream,
      decide: (state) =>
        organisationDecider.decide(
          { type: 'FoundOrganisation', name, companyCode: companyCode.value, country, site },
          state,
        ),
    } satisfies Step<'organisation'>,
    {
      stream: deviceStream(deps.store.device),
      decide: (state) => tabletDecider.decide({ type: 'AddTablet', name: tabletName, siteId }, state),
    } satisfies Step<'device'>,
    {
      stream: managerStream(managerId),
      decide: (state) =>
        managerDecider.decide(
          { type: 'AddManager', name: managerName, role: 'admin', passcode: hash },
          state,
        ),
    } satisfies Step<'manager'>,
  ];
  const founded = await deps.store.log.found(
    { kind: 'manager', managerId },
    steps as unknown as readonly Step[],
  );
  if (!founded.ok) return err({ type: 'alreadySetUp' });
  const added = founded.value.find(({ type }) => type === 'ManagerAdded');
  if (!added) throw new Error('An organisation without a manager');
  const time = sessionTime(deps.clock.now(), MANAGER_SESSION_LIMIT);
  begin({ kind: 'manager', managerId, name: managerName, role: 'admin', restsOn: added.id, ...time });
  return ok({ persistence: await deps.askToKeepData() });
}
