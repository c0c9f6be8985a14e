// Every word of the first run.

export const setUpText = {
  title: 'Set up Gatehouse',
  intro: 'This makes the first tablet of your organisation. It takes two minutes and needs no network.',

  organisation: 'Your organisation',
  organisationName: 'Organisation name',
  companyCode: 'Company code',
  companyCodeHint: '2 to 12 letters and digits.',
  country: 'Country',
  countryHint: 'Where the organisation has its seat.',

  place: 'This place',
  siteName: 'Site name',
  siteNameHint: 'As people there call it.',
  tabletName: 'Tablet name',
  tabletNameHint: 'To tell tablets apart.',
  tabletNameDefault: 'Gate tablet',

  you: 'You, the first administrator',
  managerName: 'Your name',
  passcode: 'Passcode',
  passcodeHint: (minimum: string, recommended: string) =>
    `Opens the manager area. At least ${minimum} characters; ${recommended} or more are better, such as a short sentence.`,
  repeatPasscode: 'Repeat passcode',
  keepSafe: 'Nobody can look it up for you, so keep it in a safe place.',

  go: 'Start',
  busy: 'Setting up …',
  problems: (count: number) =>
    count === 1 ? 'One field needs another look' : `${count} fields need another look`,

  done: {
    title: 'This tablet is ready',
    intro: (organisation: string) => `${organisation} is founded, and the manager area is open for you.`,
    kept: 'The browser keeps the data',
    keptMore: 'It has promised not to clear the list on this tablet, even when the disk is nearly full.',
    notPromised: 'The browser has not promised to keep the data',
    notPromisedMore:
      'When the disk is full it may clear the list. Install Gatehouse as an app (in the browser’s menu), or add a bookmark, and it usually promises.',
    unknown: 'The browser does not say whether it keeps the data',
    unknownMore: 'Keep some room free on this tablet, and do not clear the data of websites.',
    enrol: 'Enrol employees',
    kiosk: 'Open the kiosk',
  },

  already: {
    title: 'This tablet is set up already',
    intro: (organisation: string) => `It belongs to ${organisation}.`,
    kiosk: 'Open the kiosk',
    manage: 'Open the manager area',
  },
} as const;
