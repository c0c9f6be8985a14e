// The words of signing in and of an employee's own pages.

import { showMoment } from './format';

export const signInText = {
  title: 'Sign in',
  intro: 'With your Employee ID and your password.',
  employeeId: 'Employee ID',
  password: 'Password',
  passwordMissing: 'Please enter your password.',
  go: 'Sign in',
  busy: 'Signing in …',
  forgot: 'Forgot your password?',
  accountChangedTitle: 'You have been signed out',
  accountChanged:
    'Your account was changed by a manager or on another tablet. Sign in again, or ask a manager.',
  timeOverTitle: 'You have been signed out',
  timeOver: 'A session lasts 15 minutes at most. Sign in again to go on.',
} as const;

export const forgotText = {
  title: 'Ask a manager for a new code',
  first: 'Nobody can look up your password, not even a manager.',
  second: 'A manager gives you a new activation code. With it you choose a new password.',
  haveCode: 'I have a new code',
  close: 'Close',
} as const;

export const meText = {
  documentTitle: 'My Self Service',
  title: (name: string) => `Hello ${name}`,
  details: 'What is on the list about you',
  detailsHint: 'Is something wrong? Tell a manager.',
  account: 'Your account',
  employeeId: 'Employee ID',
  name: 'Name',
  department: 'Department',
  jobTitle: 'Job title',
  lineManager: 'Line manager',
  lineManagerWithId: (name: string, id: string) => `${name} (${id})`,
  startDate: 'Start date',
  email: 'Work email',
  phone: 'Phone',
  country: 'Country',
  personalEmail: 'Personal email',
  passwordSet: 'Password set',
  changePassword: 'Change password',
  dayPass: (until: number) =>
    `You are in with a day pass, until ${showMoment(until)}. Your password stays as it is; a manager can give you a new code for one of your own.`,
  passwordChanged: 'Your password is changed',
  signOut: 'Sign out',
  loading: 'Opening your page …',
} as const;

export const changePasswordText = {
  title: 'Change your password',
  intro: 'First the one you have, then the new one twice.',
  current: 'Current password',
  currentMissing: 'Please enter the password you have now.',
  go: 'Save new password',
  busy: 'Saving …',
} as const;
