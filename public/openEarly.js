// Has the browser open this tablet's database while the app itself is still being loaded: with years of events in it,
// that takes as long as the rest of a start. Asking which databases there are is enough, and makes none. It runs in the page
// and, before there is a page, in the service worker.
const openEarly = () => indexedDB.databases?.().catch(() => {});

openEarly();
if (!('document' in self))
  self.addEventListener('fetch', ({ request }) => {
    if (request.mode === 'navigate') openEarly();
  });
