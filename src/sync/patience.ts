// How long an answer is waited for: as long as something is heard now and then. A slow network gets on, a dead one is
// noticed, and whoever asked may stop waiting at any time.

export interface Patience {
  /** For `fetch`: aborts when patience has run out. */
  readonly signal: AbortSignal;
  /** Something was heard: the silence counts anew. */
  heard(): void;
  /** The promise, or a rejection as soon as patience has run out, even if nobody obeys the signal. */
  orGiveUp<T>(promise: Promise<T>): Promise<T>;
  /** Why it was given up, if it was. */
  verdict(): 'timedOut' | 'stopped' | undefined;
  /** Stops watching, and ends what is still under way. */
  end(): void;
}

interface PatienceOptions {
  /** Ms without a sign of life. */
  readonly silence: number;
  /** Ms in all: a drip that never ends is given up too. */
  readonly whole: number;
  /** Of the one who asks; not aborted yet. */
  readonly signal: AbortSignal | undefined;
}

export function startPatience({ silence, whole, signal }: PatienceOptions): Patience {
  const cut = new AbortController();
  let verdict: 'timedOut' | 'stopped' | undefined;
  const giveUp = (why: typeof verdict) => {
    verdict = why;
    cut.abort();
  };
  const stop = () => giveUp('stopped');
  const givenUp = new Promise<never>((_, reject) => {
    cut.signal.addEventListener('abort', () => reject(new Error('Given up.')));
  });
  // It may be that nobody is waiting any more.
  givenUp.catch(() => undefined);

  let quiet = setTimeout(giveUp, silence, 'timedOut');
  const end = setTimeout(giveUp, whole, 'timedOut');
  signal?.addEventListener('abort', stop);

  return {
    signal: cut.signal,
    heard: () => {
      clearTimeout(quiet);
      quiet = setTimeout(giveUp, silence, 'timedOut');
    },
    orGiveUp: (promise) => Promise.race([promise, givenUp]),
    verdict: () => verdict,
    end: () => {
      clearTimeout(quiet);
      clearTimeout(end);
      signal?.removeEventListener('abort', stop);
      cut.abort();
    },
  };
}
