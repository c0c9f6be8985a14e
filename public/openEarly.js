// Has the browser open this tablet's database while the app itself is still being loaded: with years of events in it,
// that takes as long as the rest of a start. Asking which databases there are is enough, and makes none.
indexedDB.databases?.().catch(() => {});
