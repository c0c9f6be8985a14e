// Work in stages, each of which begins its next piece while the stage behind it uses this one.

export type Stage<T> = AsyncGenerator<T, void, undefined>;

/** The same pieces, the next of which is always under way. When it ends, however it ends, nothing is under way. */
export async function* ahead<T>(pieces: Stage<T>): Stage<T> {
  let next = begin(pieces);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = begin(pieces);
      yield value;
    }
  } finally {
    // Comes after whatever was begun; a piece that nobody wants any more may fail.
    await pieces.return().catch(() => undefined);
  }
}

function begin<T>(pieces: Stage<T>): Promise<IteratorResult<T, void>> {
  const next = pieces.next();
  // It is looked at when its turn comes.
  next.catch(() => undefined);
  return next;
}
