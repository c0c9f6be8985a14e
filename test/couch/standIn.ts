// A small CouchDB in memory, with the calls the app makes and CouchDB's answers to them. It stands in where no CouchDB
// can be: in tests, and in `npm start` for a first look. The contract suite holds it and a real CouchDB to the same.

import {
  type Accounts,
  cookie,
  createAccounts,
  NOBODY,
  requireMember,
  requireServerAdmin,
  type User,
} from './accounts.ts';

import { answer, badRequest, CouchRefusal, isJson, notFound, readJson } from './answer.ts';
import type { StandInClock } from './changesFeed.ts';
import { createDatabase, type Database } from './database.ts';
import { answerDatabase } from './databaseCalls.ts';
import { winnerOf } from './revisions.ts';

export interface StandInOptions {
  /** Names and passwords of the server's administrators. */
  readonly admins: Readonly<Record<string, string>>;
  readonly clock?: StandInClock;
  /** CouchDB's `max_document_size`, in bytes. */
  readonly maxDocumentSize?: number;
}

export interface StandIn {
  /** Answers a request; the path begins with `/`, as if CouchDB had a host of its own. */
  handle(request: Request): Promise<Response>;
  /** All that is stored: what someone who takes the server's disk can read. */
  everyByte(): string;
}

export interface Server {
  readonly accounts: Accounts;
  readonly databases: Map<string, Database>;
  readonly clock: StandInClock;
  readonly maxDocumentSize: number;
}

const systemClock: StandInClock = {
  now: () => Date.now(),
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A server without databases but `_users`. Everything is gone with the object. */
export function createStandIn(options: StandInOptions): StandIn {
  const { admins, clock = systemClock, maxDocumentSize = 8_000_000 } = options;
  const users = createDatabase('_users', 0);
  const databases = new Map([['_users', users]]);
  const accounts = createAccounts(admins, users, () => clock.now());
  const server: Server = { accounts, databases, clock, maxDocumentSize };
  return {
    async handle(request) {
      const response = await answerSafely(server, request);
      response.headers.set('Date', new Date(clock.now()).toUTCString());
      response.headers.set('Cache-Control', 'must-revalidate');
      response.headers.set('Server', 'CouchDB/3.5.0 (stand-in)');
      return response;
    },
    everyByte: () =>
      JSON.stringify([...databases.values()].map((one) => [one.name, one.security, one.everything()])),
  };
}

async function answerSafely(server: Server, request: Request): Promise<Response> {
  try {
    const path = new URL(request.url).pathname.split('/').slice(1).map(decode);
    const signingIn = path[0] === '_session' && request.method === 'POST';
    const { user, renewed } = signingIn ? { user: NOBODY } : server.accounts.whoSent(request.headers);
    const response = await answerCall(server, request, path, user);
    if (renewed !== undefined && !response.headers.has('Set-Cookie'))
      response.headers.set('Set-Cookie', renewed);
    return response;
  } catch (thrown) {
    if (!(thrown instanceof CouchRefusal)) throw thrown;
    const { status, error, reason } = thrown;
    return answer(status, { error, reason });
  }
}

function answerCall(
  server: Server,
  request: Request,
  path: readonly string[],
  user: User,
): Response | Promise<Response> {
  const [name = '', ...rest] = path;
  if (name === '') return answer(200, { couchdb: 'Welcome', version: '3.5.0', vendor: { name: 'stand-in' } });
  if (name === '_up') return answer(200, { status: 'ok', seeds: {} });
  if (name === '_session') return answerSession(server, request, user);
  if (rest.length === 0 || rest[0] === '') return answerWhole(server, request, name, user);
  const database = server.databases.get(name);
  if (!database) throw notFound('Database does not exist.');
  requireMember(user, database.security);
  return answerDatabase(server, request, database, rest, user);
}

async function answerSession({ accounts }: Server, request: Request, user: User): Promise<Response> {
  if (request.method === 'DELETE') return answer(200, { ok: true }, { 'Set-Cookie': cookie('') });
  if (request.method === 'GET') {
    const handlers = { authentication_handlers: ['cookie', 'default'] };
    return answer(200, { ok: true, userCtx: user, info: handlers });
  }
  if (request.method !== 'POST') throw notAllowed('DELETE,GET,HEAD,POST');
  const { name, password } = await readLogin(request);
  if (!name) throw badRequest('request body must contain a username');
  const { roles } = accounts.signIn(name, password ?? '');
  return answer(200, { ok: true, name, roles }, { 'Set-Cookie': accounts.cookieFor(name) });
}

/** A form or JSON. */
async function readLogin(request: Request): Promise<{ name?: string; password?: string }> {
  const type = request.headers.get('Content-Type') ?? '';
  const told: unknown = type.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(await request.text()))
    : await readJson(request);
  if (!isJson(told)) return {};
  const { name, username = name, password } = told;
  return {
    ...(typeof username === 'string' && { name: username }),
    ...(typeof password === 'string' && { password }),
  };
}

/** Creates, describes or removes a database. */
function answerWhole({ databases, clock }: Server, request: Request, name: string, user: User): Response {
  const database = databases.get(name);
  if (request.method === 'GET') {
    if (!database) throw notFound('Database does not exist.');
    requireMember(user, database.security);
    const { lastSeq, rows } = database.changes('0', Number.POSITIVE_INFINITY);
    const documents = rows.filter(({ leaves }) => !winnerOf(leaves).deleted);
    return answer(200, { db_name: name, update_seq: lastSeq, doc_count: documents.length });
  }
  if (request.method !== 'PUT' && request.method !== 'DELETE') throw notAllowed('DELETE,GET,HEAD,POST');
  requireServerAdmin(user);
  if (request.method === 'DELETE') {
    if (!database) throw notFound('Database does not exist.');
    databases.delete(name);
    database.wake();
    return answer(200, { ok: true });
  }
  if (database)
    throw new CouchRefusal(412, 'file_exists', 'The database could not be created, the file already exists.');
  if (!/^[a-z][a-z0-9_$()+/-]*$/.test(name))
    throw new CouchRefusal(
      400,
      'illegal_database_name',
      `Name: '${name}'. Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.`,
    );
  databases.set(name, createDatabase(name, clock.now()));
  return answer(201, { ok: true });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest('The path is not well encoded.');
  }
}

const notAllowed = (methods: string) =>
  new CouchRefusal(405, 'method_not_allowed', `Only ${methods} allowed`);
