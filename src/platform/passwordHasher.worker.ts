// The thread on which passwords are hashed, so that the screen stays alive meanwhile.

import { hashWithArgon2, matchesArgon2 } from './argon2';

export type HasherTask =
  | { readonly kind: 'hash'; readonly password: string; readonly salt: Uint8Array }
  | { readonly kind: 'match'; readonly password: string; readonly phc: string };

export interface HasherRequest {
  readonly id: number;
  readonly task: HasherTask;
}

export type HasherReply =
  | { readonly id: number; readonly answer: string | boolean }
  | { readonly id: number; readonly failure: string };

async function answer({ id, task }: HasherRequest): Promise<HasherReply> {
  try {
    const answer =
      task.kind === 'hash'
        ? await hashWithArgon2(task.password, task.salt)
        : await matchesArgon2(task.password, task.phc);
    return { id, answer };
  } catch (failure) {
    return { id, failure: String(failure) };
  }
}

self.addEventListener('message', async (event: MessageEvent<HasherRequest>) => {
  self.postMessage(await answer(event.data));
});
