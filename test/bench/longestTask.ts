// Runs in the page: whether anything holds up a frame.

declare global {
  interface Window {
    stopWatching(): void;
  }
}

/** The longest time between two turns of the event loop until it is told to stop, in ms. */
export function longestTask(): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let longest = 0;
    let last = performance.now();
    let isWatching = true;
    window.stopWatching = () => {
      isWatching = false;
    };
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (isWatching) port2.postMessage(0);
      else resolve(longest);
    };
    port2.postMessage(0);
  });
}
