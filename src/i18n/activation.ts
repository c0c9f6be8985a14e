// The words of activating after the first question: the password, the end.

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
