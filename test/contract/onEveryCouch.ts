// What the contract is tried with: on every server the same administrator, a tablet's user, and a new database for each
// test. Names are random and begin with `contract-`; databases and users are removed afterwards.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { appendOnly } from '../../src/sync/appendOnly';
import { type Caller, newCaller, type Row, rowsOf } from './caller';
import { type CouchServer, couchServers } from './couchServers';

export const newName = () => `contract-${randomBytes(6).toString('hex')}`;

/** A first revision. */
export const REV = /^1-[0-9a-f]{32}$/;
/** A revision somebody made up. */
export const forged = (start: number, digit: string) => `${start}-${digit.repeat(32)}`;

export interface Given {
  readonly server: CouchServer;
  /** The server's administrator, signed in. */
  readonly admin: Caller;
  /** The member of `site`, signed in. */
  readonly tablet: Caller;
  /** Has not signed in. */
  readonly nobody: Caller;
  /** The path of an append-only database. */
  site: string;
  readonly user: { readonly name: string; readonly password: string };
  newUser(name: string, password: string): Promise<void>;
  /** A further database as CouchDB makes it. */
  newDatabase(): Promise<string>;
  /** A further database with the same member, with the rule or another or none. */
  newSite(rule?: string): Promise<string>;
  /** A document's row in the feed, with every leaf. */
  leavesOf(id: string): Promise<Row | undefined>;
}

/** Defines the tests once for each server; what is given is there when a test runs. */
export function onEveryCouch(define: (given: Given) => void): void {
  for (const { name, start } of couchServers) {
    describe(name, () => {
      const made: string[] = [];
      const given = {
        user: { name: newName(), password: 'tablet password' },
        async newUser(name: string, password: string) {
          const path = `/_users/org.couchdb.user:${name}`;
          const { status } = await given.admin.put(path, { type: 'user', name, password, roles: [] });
          expect(status).toBe(201);
          made.push(path);
        },
        async newDatabase() {
          const path = `/${newName()}`;
          expect((await given.admin.put(path)).status).toBe(201);
          made.push(path);
          return path;
        },
        async newSite(rule?: string) {
          const path = await given.newDatabase();
          const security = {
            admins: { roles: ['_admin'] },
            members: { names: [given.user.name], roles: [] },
          };
          expect((await given.admin.put(`${path}/_security`, security)).status).toBe(200);
          const design = { validate_doc_update: rule };
          if (rule) expect((await given.admin.put(`${path}/_design/append-only`, design)).status).toBe(201);
          return path;
        },
        async leavesOf(id: string) {
          const rows = rowsOf(
            await given.tablet.get(`${given.site}/_changes?style=all_docs&include_docs=true`),
          );
          return rows.find((row) => row.id === id);
        },
      } as { -readonly [Name in keyof Given]: Given[Name] };

      const remove = async (path: string) => {
        const { body } = await given.admin.get(path);
        return given.admin.delete(typeof body._rev === 'string' ? `${path}?rev=${body._rev}` : path);
      };

      beforeAll(async () => {
        given.server = await start();
        given.admin = newCaller(given.server);
        const { name, password } = given.server.admin;
        expect((await given.admin.signIn(name, password)).status).toBe(200);
        await given.newUser(given.user.name, given.user.password);
      });
      beforeEach(async () => {
        given.nobody = newCaller(given.server);
        given.tablet = newCaller(given.server);
        expect((await given.tablet.signIn(given.user.name, given.user.password)).status).toBe(200);
        given.site = await given.newSite(appendOnly);
      });
      afterAll(async () => {
        const removed = await Promise.all(made.map(remove));
        expect(removed.filter(({ status }) => status !== 200)).toEqual([]);
        await given.server.stop();
      });

      define(given);
    });
  }
}
