// An expected "no" is a value, so that the happy path reads straight down and every refusal reaches a screen.
// Bugs are not Results: they throw, up to the one boundary that says "something broke, nothing is lost".

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}
export type Result<T, E> = Ok<T> | Err<E>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });
