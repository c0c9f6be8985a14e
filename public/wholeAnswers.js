// For the service worker. Chromium's garbage collector can sweep away what a service worker is still answering with (a
// stream from the cache; seen in 156), and then the page lacks a part of the app. So an answer is read to its end before
// it is given.
const match = caches.match.bind(caches);

const whole = async (kept) => new Response(await kept.arrayBuffer(), kept);

caches.match = async (...asked) => {
  const kept = await match(...asked);
  return kept && whole(kept).catch(() => match(...asked));
};
