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

/** The same pieces, so many at a time, and the rest at the end. */
export async function* inHandfuls<T>(pieces: Stage<T>, size: number): Stage<readonly T[]> {
  let handful: T[] = [];
  for await (const piece of pieces) {
    handful.push(piece);
    if (handful.length < size) continue;
    yield handful;
    handful = [];
  }
  if (handful.length > 0) yield handful;
}

/** The pieces of handfuls. */
export async function* oneByOne<T>(handfuls: Stage<readonly T[]>): Stage<T> {
  for await (const handful of handfuls) yield* handful;
}
