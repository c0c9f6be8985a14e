// How passwords and passcodes are kept: Argon2id in a worker, as a PHC string with its parameters inside.
// The worker is made on first use and kept. Should it break, whoever waits is told (nobody waits for ever), and the
// next call starts a new one.

import type { HasherReply, HasherRequest, HasherTask } from './passwordHasher.worker';
import { cryptoRandom, type Random } from './random';

export interface PasswordHasher {
  /** The PHC string to keep. */
  hash(password: string): Promise<string>;
  /** False as well, after the same work, for a string that is no such hash: pass '' for an account nobody has. */
  matches(password: string, phc: string): Promise<boolean>;
  /** Starts the worker and loads its code ahead of need. */
  warmUp(): Promise<void>;
}

const SALT_BYTES = 16;

/** Two keyboards may write one letter in two ways: é, or e with an accent. Both are the same password. */
const normalise = (password: string): string => password.normalize('NFC');

const startWorker = (): Worker =>
  new Worker(new URL('./passwordHasher.worker.ts', import.meta.url), { type: 'module' });

export function createPasswordHasher(random: Random = cryptoRandom, start = startWorker): PasswordHasher {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(failure: Error): void }>();
  let worker: Worker | undefined;
  let lastId = 0;

  function giveUp(why: string) {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    const started = start();
    started.addEventListener('message', ({ data }: MessageEvent<HasherReply>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failure' in data) asked?.reject(new Error(data.failure));
      else asked?.resolve(data.answer);
    });
    started.addEventListener('error', (event) => giveUp(`The password worker broke: ${event.message ?? ''}`));
    started.addEventListener('messageerror', () => giveUp('The password worker sent what cannot be read'));
    worker = started;
    return started;
  }

  const ask = <Answer>(task: HasherTask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const request: HasherRequest = { id: lastId, task };
      waiting.set(request.id, { resolve: (answer) => resolve(answer as Answer), reject });
      try {
        running().postMessage(request);
      } catch (failure) {
        waiting.delete(request.id);
        reject(failure);
      }
    });

  const matches = (password: string, phc: string) =>
    ask<boolean>({ kind: 'match', password: normalise(password), phc });

  return {
    hash: (password) =>
      ask<string>({ kind: 'hash', password: normalise(password), salt: random.bytes(SALT_BYTES) }),
    matches,
    // A failure here is not lost: the first real call meets it again, and there someone is waiting for the answer.
    warmUp: () =>
      matches('', '').then(
        () => undefined,
        () => undefined,
      ),
  };
}
