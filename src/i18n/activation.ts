// The words of activating after the first question: scanning, the password, the end.

export const scanText = {
  title: 'Scan your QR code',
  intro: 'Hold the code in front of the camera, about a hand’s length away.',
  viewfinder: 'What the camera sees',
  asking: 'Asking for the camera …',
  askingHint: 'If the browser asks, touch “Allow”.',
  looking: 'Looking for a code …',
  found: 'Found. Checking …',
  again: 'Try the camera again',
  otherCamera: 'Other camera',
  picture: 'Use a picture',
  readingPicture: 'Reading the picture …',
  type: 'Type the code',
} as const;

export const newPasswordText = {
  documentTitle: 'Choose a password',
  title: (firstName: string) => `Hello ${firstName}`,
  intro: 'Choose a password that only you know.',
  newPassword: 'New password',
  repeat: 'Repeat password',
  rulesLabel: 'What a good one needs',
  ruleLength: (minimum: string) => `At least ${minimum} characters`,
  ruleUncommon: 'Not one that many people use',
  ruleOwn: 'Not your name, your number or the company',
  email: 'Personal email',
  emailOptional: 'optional, to reach you outside work',
  go: 'Activate',
  busy: 'Activating …',
} as const;

export const readyText = {
  title: 'You are ready',
  intro: (firstName: string) =>
    `${firstName}, your account is active. From now on you sign in with your Employee ID and your password.`,
  open: 'Open my Self Service',
  done: 'Done',
} as const;
