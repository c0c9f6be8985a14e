// The words of the kiosk at rest, and of the warning before it goes there.

export const welcomeText = {
  title: 'Welcome',
  intro: 'Your Self Service account starts here.',
  activate: 'Activate my account',
  scan: 'Scan QR code',
  signIn: 'Sign in',
  signedOut: 'You are signed out.',
} as const;

export const idleText = {
  title: 'Are you still there?',
  warning: (seconds: string) =>
    `Touch the screen to go on. Otherwise it starts again in ${seconds} seconds and forgets what you entered.`,
  countdown: (seconds: string) => `${seconds} s`,
  stay: 'I am still here',
  close: 'Go on',
} as const;

/** The exchange with other tablets, as quietly as can be. */
export const cornerText = {
  exchanged: 'Up to date',
  working: 'Exchanging data',
  offline: 'Offline',
  paused: 'Offline',
  stopped: 'Not up to date',
  received: (age: string) => `data from ${age}`,
  waiting: (events: number) => `${events} to be sent`,
} as const;
