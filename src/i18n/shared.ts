// The few words that every area of the app uses.

const product = 'Gatehouse';

export const sharedText = {
  product,
  /** What the browser shows for the tab and the installed window. */
  documentTitle: (screen: string) => `${screen} · ${product}`,
  show: 'Show',
  hide: 'Hide',
  optional: 'optional',
  met: 'Met',
  notMet: 'Not yet',

  somethingBroke: {
    title: 'Something broke',
    intro: 'That is our fault, not yours. Everything that was saved is still there.',
    reload: 'Reload',
    start: 'To the start',
    details: 'Details for whoever looks after this tablet',
    detailsHint: 'Copy this text if you report it.',
  },
} as const;
