// Calls a CouchDB the way the contract reads: `await tablet.put('/site/one', {...})`, answered with status and JSON.

import type { CouchServer } from './couchServers';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export interface Caller {
  get(path: string, init?: RequestInit): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  signIn(name: string, password: string): Promise<Answer>;
  /** The answer as soon as it begins. */
  begin(path: string, init?: RequestInit): Promise<Response>;
}

/** Somebody new: nobody knows them until they sign in. */
export function newCaller(server: Pick<CouchServer, 'someone'>): Caller {
  const send = server.someone();
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await send(path, init);
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const withBody = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return {
    get: (path, init = {}) => call(path, init),
    put: (path, body) => call(path, withBody('PUT', body)),
    post: (path, body) => call(path, withBody('POST', body)),
    delete: (path) => call(path, { method: 'DELETE' }),
    signIn: (name, password) => call('/_session', withBody('POST', { name, password })),
    begin: (path, init) => send(path, init),
  };
}

/** A row of `_changes`. */
export interface Row {
  readonly seq: string;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly doc?: Record<string, unknown>;
}

export const rowsOf = ({ body }: Answer): readonly Row[] => body.results as readonly Row[];
