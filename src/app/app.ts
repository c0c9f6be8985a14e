// What a person can do at this tablet, without a screen. The kiosk's part is here; the manager's part is loaded when a
// manager has opened their area, and belongs to that session.

import type { LoginLink, LoginLinkRefusal } from '../domain/loginLink';
import type { PasswordRefusal } from '../domain/passwordRules';
import { err, type Result } from '../kernel/result';
import { watchIdle } from '../platform/idle';
import type { scanPicture, startScanner } from '../platform/scanner';
import { persistence, storageRoom } from '../platform/storagePersistence';
import type {
  ActivateRefusal,
  CheckCodeRefusal,
  CheckedCode,
  enterWithDayPass,
  TypedCode,
} from './activation';
import type { Cues } from './cues';
import type { AppDeps } from './deps';
import type { ManagerApp } from './manager/managerApp';
import type { PasswordOwner } from './passwordCheck';
import { type Begin, createSessionHolder, type SessionHolder } from './session';
import type { SetUpForm, setUp } from './setUp';
import type { ChangePasswordRefusal, SignInRefusal } from './signIn';
import type { JoinForm, JoinRefusal } from './sync/join';
import { createSyncHolder, type SyncHolder } from './sync/syncHolder';
import type { SyncService } from './sync/syncService';
import type { BackupControls, RestoreForm, RestoreRefusal, TakenIn } from './sync/takeInBackup';
import type { UnlockRefusal } from './unlock';
import type { Updates } from './updates';

// The kiosk starts with what it shows; what a press does is loaded with the press, from what is kept on the tablet.
const activation = () => import('./activation');

export interface App {
  readonly session: SessionHolder;
  readonly queries: AppDeps['store']['queries'];
  readonly device: AppDeps['store']['device'];
  readonly now: () => number;
  setUp(form: SetUpForm): ReturnType<typeof setUp>;
  unlock(passcode: string): Promise<Result<void, UnlockRefusal>>;
  /** The manager's part, for the manager who is signed in; throws when none is. */
  manager(): Promise<ManagerApp>;
  readLink(fragment: string): Promise<Result<LoginLink, LoginLinkRefusal>>;
  readScan(text: string): Promise<Result<LoginLink, LoginLinkRefusal>>;
  checkCode(typed: TypedCode): Promise<Result<CheckedCode, CheckCodeRefusal>>;
  enterWithDayPass(checked: CheckedCode): ReturnType<typeof enterWithDayPass>;
  /** Would this password do? For telling the rules while it is typed. */
  checkPassword(owner: PasswordOwner, password: string): Promise<Result<string, PasswordRefusal>>;
  activate(
    checked: CheckedCode,
    chosen: { password: string; personalEmail: string },
  ): Promise<Result<void, ActivateRefusal>>;
  signIn(typed: { employeeId: string; password: string }): Promise<Result<void, SignInRefusal>>;
  changePassword(typed: { current: string; next: string }): Promise<Result<void, ChangePasswordRefusal>>;
  /** Loads what hashing a password needs, ahead of need. */
  warmUp(): void;
  readonly scanner: { readonly start: typeof startScanner; readonly picture: typeof scanPicture };
  /** Sound and vibration when a code is scanned. */
  cues(): Promise<Cues>;
  readonly watchIdle: typeof watchIdle;
  /** What the browser promises about this tablet's data, and how much room there is. */
  readonly storage: { readonly persistence: typeof persistence; readonly room: typeof storageRoom };
  readonly updates: Updates;
  /** The exchange with the organisation's other tablets. */
  readonly sync: {
    readonly view: Pick<SyncHolder, 'current' | 'subscribe'>;
    /** Begins it, where it has been turned on. */
    start(): Promise<void>;
    now(): Promise<void>;
    /** Gives the name of the organisation that this tablet is joining. */
    join(form: JoinForm, signal?: AbortSignal): Promise<Result<string, JoinRefusal>>;
    /** Makes a new tablet one of the organisation whose backup this is. */
    restore(form: RestoreForm, controls?: BackupControls): Promise<Result<TakenIn, RestoreRefusal>>;
  };
}

export function createApp(deps: AppDeps): App {
  const session = createSessionHolder();
  const holder = createSyncHolder();
  let service: Promise<SyncService> | undefined;
  const loadSync = (): Promise<SyncService> => {
    service ??= import('./sync/syncService').then(({ createSyncService }) =>
      createSyncService({ ...deps, holder }),
    );
    return service;
  };
  const restartSync: SyncService['restart'] = async (change) => (await loadSync()).restart(change);
  /** Taken with the press, before anything is loaded or hashed. */
  const takeTurn = (): Begin => {
    const turn = session.turn();
    return (next) => session.begin(next, turn);
  };
  return {
    session,
    queries: deps.store.queries,
    device: deps.store.device,
    now: () => deps.clock.now(),
    async setUp(form) {
      const begin = takeTurn();
      return (await import('./setUp')).setUp(deps, begin, form);
    },
    async unlock(passcode) {
      const begin = takeTurn();
      return (await import('./unlock')).unlock(deps, begin, passcode);
    },
    async manager() {
      const mine = session.current();
      if (mine.kind !== 'manager') throw new Error('The manager area is locked');
      const { createManagerApp } = await import('./manager/managerApp');
      const [queries, replication] = await Promise.all([
        deps.store.managerQueries(),
        deps.store.replication(),
      ]);
      return createManagerApp({ ...deps, session, mine, queries, replication, holder, restartSync });
    },
    readLink: async (fragment) => (await activation()).readLogin(deps, fragment, 'link'),
    readScan: async (text) => (await activation()).readLogin(deps, text, 'scan'),
    checkCode: async (typed) => (await activation()).checkCode(deps, typed),
    async checkPassword(owner, password) {
      const { checkNewPassword, guessableWords } = await import('./passwordCheck');
      return checkNewPassword(deps, password, await guessableWords(deps, owner));
    },
    async enterWithDayPass(checked) {
      const begin = takeTurn();
      return (await activation()).enterWithDayPass(deps, begin, checked);
    },
    async activate(checked, chosen) {
      const begin = takeTurn();
      return (await activation()).activate(deps, begin, checked, chosen);
    },
    async signIn(typed) {
      const begin = takeTurn();
      return (await import('./signIn')).signIn(deps, begin, typed);
    },
    async changePassword(typed) {
      const begin = takeTurn();
      const mine = session.current();
      return mine.kind === 'employee'
        ? (await import('./signIn')).changePassword(deps, begin, mine, typed)
        : err({ type: 'sessionOver' });
    },
    warmUp: () => void deps.passwords.warmUp(),
    scanner: {
      start: async (element, options) => (await import('../platform/scanner')).startScanner(element, options),
      picture: async (file) => (await import('../platform/scanner')).scanPicture(file),
    },
    cues: async () => (await import('./cues')).createCues(deps),
    watchIdle,
    storage: { persistence, room: storageRoom },
    updates: deps.updates,
    sync: {
      view: holder,
      start: async () => ((await deps.store.hasSecrets()) ? restartSync() : holder.set({ status: 'off' })),
      now: async () => (await loadSync()).syncNow(),
      join: async (form, signal) =>
        (await import('./sync/join')).join({ ...deps, restartSync }, form, signal),
      restore: async (form, controls) =>
        (await import('./sync/takeInBackup')).restore({ ...deps, restartSync }, form, controls),
    },
  };
}
