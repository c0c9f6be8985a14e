// A disk that is full: what IndexedDB says then, however deep Dexie wraps it.

/** Whether that is what was thrown, or what it was thrown for: for another error, or for one of many writes. */
export function isNoRoom(thrown: unknown): boolean {
  const { name, inner, failures } = (thrown ?? {}) as Readonly<Record<string, unknown>>;
  if (name === 'QuotaExceededError') return true;
  if (Array.isArray(failures) && failures.some(isNoRoom)) return true;
  return inner !== undefined && isNoRoom(inner);
}
