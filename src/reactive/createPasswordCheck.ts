// What the rules say about a password while it is typed. Only the answer to the newest typing counts;
// a bug goes to the error boundary.

import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import type { PasswordOwner } from '../app/passwordCheck';
import type { PasswordRefusal } from '../domain/passwordRules';
import { useApp } from './AppContext';
import { createBug } from './createBug';

/** `good`, or why not; `undefined` until the first answer is there. */
export type PasswordVerdict = 'good' | PasswordRefusal | undefined;

export function createPasswordCheck(
  owner: Accessor<PasswordOwner>,
  password: Accessor<string>,
): Accessor<PasswordVerdict> {
  const app = useApp();
  const [verdict, setVerdict] = createSignal<PasswordVerdict>();
  const reportBug = createBug();
  let newest = 0;
  createEffect(
    on([owner, password], ([whose, typed]) => {
      newest += 1;
      const mine = newest;
      app.checkPassword(whose, typed).then((checked) => {
        if (mine === newest) setVerdict(checked.ok ? 'good' : checked.error);
      }, reportBug);
    }),
  );
  return verdict;
}
