// Serves the stand-in at `/couch` beside the app, so that two windows of a newcomer can exchange what they know.
// Vite loads this file with its configuration; that is why the imports in this folder name their file in full.

import type { Connect, Logger, Plugin } from 'vite';
import { serveStandIn } from './serveStandIn.ts';
import { createStandIn, type StandIn } from './standIn.ts';

const COUCH_PATH = '/couch';

/** For trying out; it is said on the console and guards nothing but what is gone with the process. */
const ADMIN = { name: 'admin', password: 'admin' };

const HINT = [
  `A stand-in for CouchDB at ${COUCH_PATH}, in memory only: what it holds is gone with this process.`,
  `To try: database "site", user "tablet", password "tablet password";`,
  `"Prepare this database" as ${ADMIN.name} / ${ADMIN.password}.`,
].join(' ');

/** A stand-in with nothing in it but an administrator, as CouchDB is when it has just been installed. */
export const newStandIn = (): StandIn => createStandIn({ admins: { [ADMIN.name]: ADMIN.password } });

/** The stand-in at `/couch`, in `vite` and `vite preview`. */
export function couchStandIn(standIn = newStandIn()): Plugin {
  const serve = ({ middlewares, config }: { middlewares: Connect.Server; config: { logger: Logger } }) => {
    middlewares.use(COUCH_PATH, serveStandIn(standIn));
    config.logger.info(HINT);
  };
  return { name: 'couch-stand-in', configureServer: serve, configurePreviewServer: serve };
}
