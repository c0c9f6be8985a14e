// One tab at a time: two of them would be two people at one tablet, each with a session of their own.
// The lock is held for as long as the page lives, and the browser gives it back when the page goes, however it goes.

const LOCK = 'gatehouse-tab';

export type TabClaim =
  | 'claimed'
  | 'taken'
  /** This browser has no Web Locks: nobody can tell whether another tab is open. */
  | 'unknown';

/** Claims the app for this tab. */
export async function claimTab(name = LOCK): Promise<TabClaim> {
  if (!navigator.locks) return 'unknown';
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock ? 'claimed' : 'taken');
        return lock ? untilThePageGoes() : undefined;
      })
      .catch(reject);
  });
}

/** Waits until no other tab holds the app; by then this one does. */
export async function whenFree(name = LOCK): Promise<void> {
  if (!navigator.locks) return;
  await new Promise<void>((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return untilThePageGoes();
      })
      .catch(reject);
  });
}

const untilThePageGoes = () => new Promise<never>(() => {});
