// Whether the browser promises to keep our data, and how much room there is. Without the promise it may drop
// everything when the disk is full, so people are told what it answered.

export type Persistence = 'kept' | 'not promised' | 'unknown';

export interface StorageRoom {
  readonly usedBytes: number;
  /** What is left of what the browser grants this app. */
  readonly freeBytes: number;
}

/** Asks the browser to keep our data, and gives its answer; asking again does no harm. */
export async function askToKeepData(): Promise<Persistence> {
  return answer(() => navigator.storage?.persist?.());
}

/** What the browser has promised so far, without asking for more. */
export async function persistence(): Promise<Persistence> {
  return answer(() => navigator.storage?.persisted?.());
}

/** How much is used and how much room is left, or nothing where the browser does not say. */
export async function storageRoom(): Promise<StorageRoom | undefined> {
  try {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
    if (usage === undefined || quota === undefined) return undefined;
    return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) };
  } catch {
    return undefined;
  }
}

async function answer(question: () => Promise<boolean> | undefined): Promise<Persistence> {
  try {
    const kept = await question();
    if (kept === undefined) return 'unknown';
    return kept ? 'kept' : 'not promised';
  } catch {
    return 'unknown';
  }
}
