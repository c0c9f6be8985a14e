// The organisation chooses how long its codes are good for, by the way they are given away.

import type { CodeLifetimes } from '../../domain/codeLifetimes';
import { type OrganisationRefusal, organisationDecider } from '../../domain/organisation';
import { organisationStream } from '../../domain/streams';
import { err, ok, type Result } from '../../kernel/result';
import type { AdministratorOnly } from '../sync/connection';
import { appendAsManager, type ManagerDeps, type SessionOver } from './managerDeps';

export type CodeLifetimesRefusal = OrganisationRefusal | AdministratorOnly | SessionOver;

/** [C13] Codes that are out keep what they were given. In ms. */
export async function chooseCodeLifetimes(
  deps: ManagerDeps,
  lifetimes: Partial<CodeLifetimes>,
): Promise<Result<void, CodeLifetimesRefusal>> {
  if (deps.mine.role !== 'admin') return err({ type: 'administratorOnly' });
  const chosen = await appendAsManager(deps, {
    stream: organisationStream,
    decide: (state) => organisationDecider.decide({ type: 'ChooseCodeLifetimes', lifetimes }, state),
  });
  return chosen.ok ? ok(undefined) : chosen;
}
