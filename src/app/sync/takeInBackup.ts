// A sealed backup is taken in: on a tablet of the same organisation, which lacks some of it, or on a new one, which then
// is one of its tablets. The whole file is checked before anything of it is written; what is written is written portion
// by portion, each whole or not at all, and doing all of it again changes nothing.

import { fromBase64 } from '../../kernel/base64';
import { err, ok, type Result } from '../../kernel/result';
import { breathe } from '../../platform/breathe';
import { deriveSealingKey } from '../../platform/seal';
import type { Arrival } from '../../store/db';
import { isNoRoom } from '../../store/noRoom';
import type { Replication } from '../../store/replication';
import { type BackupReader, type BackupSource, type BackupTrouble, openBackup } from '../../sync/backupFile';
import { backupPartToArrival, parseParts } from '../../sync/backupParts';
import { EVENTS_AT_ONCE } from '../../sync/pull';
import type { AppDeps } from '../deps';
import { isOpen, type SessionOver } from '../manager/managerDeps';
import type { BackupAbout } from './backup';
import type { AdministratorOnly } from './connection';
import { finishJoining } from './finishJoining';
import { keepBeginning, readSecrets, type SiteSecrets } from './siteSecrets';
import type { SyncDeps } from './syncDeps';
import { checkTabletName, type TabletNameRefusal } from './tabletName';

export interface OpenForm {
  readonly file: BackupSource;
  readonly backupPassword: string;
}
export interface RestoreForm extends OpenForm {
  readonly tabletName: string;
}
export interface BackupControls {
  /** Stops after the portion under way; what was written stays. */
  readonly signal?: AbortSignal;
  /** Checking goes by bytes, taking in by events. */
  readonly onProgress?: (step: 'checking' | 'takingIn', done: number, of: number) => void;
}
export interface TakenIn extends Pick<BackupAbout, 'organisation' | 'madeAt' | 'madeOn'> {
  /** How many events were new here. */
  readonly events: number;
  /** How many parts were set aside, such as those that come from the future by this tablet's clock. */
  readonly setAside: number;
  /** False when the organisation itself was not among what could be taken in. */
  readonly isWhole: boolean;
}
type TakeInTrouble =
  | BackupTrouble
  | { readonly type: 'backupOfOtherOrganisation' }
  | { readonly type: 'backupStopped' }
  /** The tablet's own disk is full. */
  | { readonly type: 'noRoom' };
export type TakeInRefusal = TakeInTrouble | AdministratorOnly | SessionOver;
export type RestoreRefusal = TakeInTrouble | TabletNameRefusal | { readonly type: 'alreadySetUp' };

export interface RestoreDeps extends Pick<AppDeps, 'store' | 'clock' | 'askToKeepData'> {
  readonly restartSync: () => Promise<void>;
}

/** [Y15] Takes in what this tablet lacks. */
export async function takeInBackup(
  deps: SyncDeps,
  form: OpenForm,
  controls: BackupControls = {},
): Promise<Result<TakenIn, TakeInRefusal>> {
  if (deps.mine.role !== 'admin') return err({ type: 'administratorOnly' });
  const secrets = await readSecrets(deps);
  const opened = await openWhole(form, controls);
  if (!opened.ok) return opened;
  if (secrets?.siteKey !== opened.value.about.siteKey) return err({ type: 'backupOfOtherOrganisation' });
  const over = (): SessionOver | undefined => (isOpen(deps) ? undefined : { type: 'sessionOver' });
  return takeInParts(deps, opened.value, controls, over);
}

/** [Y16] Makes a new tablet one of the organisation's. What was begun and broken off is done again from the file. */
export async function restore(
  deps: RestoreDeps,
  form: RestoreForm,
  controls: BackupControls = {},
): Promise<Result<TakenIn, RestoreRefusal>> {
  const tabletName = checkTabletName(form.tabletName);
  if (!tabletName.ok) return tabletName;
  const { store } = deps;
  const replication = await store.replication();
  if ((await store.queries.tablet()).status === 'added') return err({ type: 'alreadySetUp' });
  const opened = await openWhole(form, controls);
  if (!opened.ok) return opened;
  const { siteKey, siteId, couch } = opened.value.about;
  const before = await readSecrets({ replication });
  if (before && before.siteKey !== siteKey) return err({ type: 'backupOfOtherOrganisation' });
  const secrets: SiteSecrets = {
    ...before,
    siteKey,
    ...(couch ? { couch } : {}),
    joining: { tabletName: tabletName.value, siteId },
  };
  if (controls.signal?.aborted) return err({ type: 'backupStopped' });
  if (!(await keepBeginning({ replication }, secrets, before))) return err({ type: 'alreadySetUp' });
  await deps.askToKeepData();
  const taken = await takeInParts<never>({ ...deps, replication }, opened.value, controls, () => undefined);
  if (taken.ok && taken.value.isWhole) await finishJoining({ store, replication }, secrets);
  await deps.restartSync();
  return taken;
}

interface WholeBackup {
  readonly reader: BackupReader;
  readonly about: BackupAbout;
}

/** [Y18] A file that is not whole is refused before anything of it is taken in. */
async function openWhole(
  { file, backupPassword }: OpenForm,
  { signal, onProgress }: BackupControls,
): Promise<Result<WholeBackup, TakeInTrouble>> {
  onProgress?.('checking', 0, file.size);
  const opened = await openBackup(file, backupPassword.normalize('NFC'));
  if (!opened.ok) return opened;
  const reader = opened.value;
  const about = reader.first;
  if (!isAbout(about)) return err({ type: 'backupDamaged' });
  let isEnded = false;
  for await (const chunk of reader.chunks()) {
    if (signal?.aborted) return err({ type: 'backupStopped' });
    if (!chunk.ok) return chunk;
    const { content, readTo } = chunk.value;
    isEnded = content === null;
    if (!isEnded && !parseParts(content)) return err({ type: 'backupDamaged' });
    onProgress?.('checking', readTo, file.size);
    await breathe();
  }
  return isEnded ? ok({ reader, about }) : err({ type: 'backupCutOff' });
}

function isAbout(value: unknown): value is BackupAbout {
  const about = (value ?? {}) as Partial<Record<keyof BackupAbout, unknown>>;
  const { siteKey, siteId, organisation, companyCode, madeOn, madeAt, events } = about;
  const texts = [siteKey, siteId, organisation, companyCode, madeOn];
  return texts.every((text) => typeof text === 'string') && [madeAt, events].every(Number.isFinite);
}

/** `over` says why nothing more may be written, if that is so. */
async function takeInParts<Over>(
  { store, replication, clock }: Pick<RestoreDeps, 'store' | 'clock'> & { readonly replication: Replication },
  { reader, about }: WholeBackup,
  { signal, onProgress }: BackupControls,
  over: () => Over | undefined,
): Promise<Result<TakenIn, TakeInTrouble | Over>> {
  const key = await deriveSealingKey(fromBase64(about.siteKey) ?? new Uint8Array(), 'segment');
  const { organisation, madeAt, madeOn } = about;
  let [events, setAside, done] = [0, 0, 0];
  onProgress?.('takingIn', 0, about.events);
  try {
    for await (const some of readArrivals(reader, key, clock)) {
      if (!some.ok) return some;
      if (signal?.aborted) return err({ type: 'backupStopped' });
      const reason = over();
      if (reason) return err(reason);
      events += (await replication.takeIn(some.value, clock.now())).length;
      setAside += some.value.filter(({ kind }) => kind === 'aside').length;
      done += countEvents(some.value);
      onProgress?.('takingIn', done, Math.max(done, about.events));
      await breathe();
    }
  } catch (thrown) {
    if (isNoRoom(thrown)) return err({ type: 'noRoom' });
    throw thrown;
  }
  const isWhole = (await store.queries.organisation()).status === 'founded';
  return ok({ organisation, madeAt, madeOn, events, setAside, isWhole });
}

/** The file once more, in as many arrivals as are written at once. */
async function* readArrivals(
  reader: BackupReader,
  key: CryptoKey,
  clock: RestoreDeps['clock'],
): AsyncGenerator<Result<readonly Arrival[], BackupTrouble>> {
  for await (const chunk of reader.chunks()) {
    if (!chunk.ok) {
      yield chunk;
      return;
    }
    let some: Arrival[] = [];
    for (const part of parseParts(chunk.value.content) ?? []) {
      some.push(await backupPartToArrival(key, part, clock.now()));
      if (countEvents(some) < EVENTS_AT_ONCE) continue;
      yield ok(some);
      some = [];
    }
    if (some.length > 0) yield ok(some);
  }
}

const countEvents = (arrivals: readonly Arrival[]): number =>
  arrivals.reduce((sum, arrival) => sum + (arrival.kind === 'segment' ? arrival.entries.length : 0), 0);
