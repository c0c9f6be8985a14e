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

/** The same pieces, up to so many at a time: one at first, so that the stage behind can begin, then twice as many each time. */
export async function* inHandfuls<T>(pieces: Stage<T>, most: number): Stage<readonly T[]> {
  let handful: T[] = [];
  let size = 1;
  for await (const piece of pieces) {
    handful.push(piece);
    if (handful.length < size) continue;
    yield handful;
    handful = [];
    size = Math.min(2 * size, most);
  }
  if (handful.length > 0) yield handful;
}
