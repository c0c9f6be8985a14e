// One sentence for every failure a person may meet: what happened, and what to do now.

import type { Failure } from '../app/failure';
import { LONGEST_LIFETIMES, SHORTEST_LIFETIME } from '../domain/codeLifetimes';
import { showMoment, showNumber, showSpan, showTime } from './format';

type Sentences = {
  readonly [Type in Failure['type']]: (failure: Extract<Failure, { type: Type }>) => string;
};

const askAgain = 'Please ask a manager for a new one.';

const sentences: Sentences = {
  // Employee ID and details
  employeeIdMissing: () => 'Please enter the Employee ID.',
  employeeIdTooLong: ({ limit }) => `An Employee ID has at most ${showNumber(limit)} characters.`,
  employeeIdHasForeignSymbol: ({ symbol }) => `An Employee ID cannot contain “${symbol}”.`,
  dateUnreadable: ({ text }) =>
    `“${text}” is not a date we can read. Use year-month-day, such as 2026-11-22.`,
  nameMissing: () => 'Please enter a first name or a last name.',
  textMissing: () => 'Please fill this in.',
  textTooLong: ({ limit }) => `This is too long: at most ${showNumber(limit)} characters.`,
  countryUnknown: ({ text }) => `“${text}” is not a country we know.`,
  emailUnreadable: () =>
    'This does not look like an email address. It needs an @ and a dot, such as ada@example.com.',
  phoneUnreadable: () => 'This does not look like a phone number.',
  employeeFormHasProblems: () => 'Some fields need another look.',

  // Employees
  employeeUnknown: () => 'There is nobody with this Employee ID on the list.',
  alreadyEnrolled: () => 'Somebody with this Employee ID is on the list already.',
  alreadyLeft: () => 'This person is already marked as left.',
  notLeft: () => 'This person is employed already.',
  hasLeft: () => 'This person has left. Bring them back first.',
  attentionSettled: () => 'Somebody has settled this already.',
  sessionOver: () => 'You have been signed out. Please sign in again.',

  // Codes
  codeIncomplete: ({ have, need }) => `The code has ${need} characters; you have entered ${have}.`,
  codeTooLong: ({ need }) => `The code has only ${need} characters. Please check it.`,
  codeHasForeignSymbol: ({ symbol }) => `There is no “${symbol}” in an activation code. Please check it.`,
  codeHasTypo: () => 'There is a slip in this code. Please compare it with your paper or screen.',
  codeNotAccepted: () => 'Employee ID and code do not fit together. Please check both.',
  codeUsed: () =>
    'This code has been used already. If you have set your password, sign in. If not, ask a manager.',
  codeSuperseded: () =>
    'This code has been replaced by a newer one. Please use the newer code, or ask a manager.',
  codeEnded: () => `This code is no longer valid. ${askAgain}`,
  codeRevoked: () => `This code was called back by a manager. ${askAgain}`,
  codeForAnother: () =>
    'This code was made for somebody else with the same Employee ID. Please ask a manager to look at it.',
  codeNotYetValid: ({ from }) => `This code is good from ${showMoment(from)}. Please come back then.`,
  codeUnknownHere: ({ heardAt }) =>
    `This tablet does not know this code with this Employee ID. Please check both. ${
      heardAt === undefined ? 'It' : `It last heard from the other tablets on ${showMoment(heardAt)}, and`
    } may not know the newest codes: type yours at the tablet where it was made, or scan its QR code here.`,
  voucherNotAccepted: () =>
    `This link is damaged, or meant for another site. Type the code instead. If that does not work, ask a manager for a new one.`,
  voucherFromRevokedTablet: () => `This code comes from a tablet that is no longer in use. ${askAgain}`,
  noCodeOut: () => 'There is no code out for this person.',
  noPasswordYet: () => 'This person has no password yet, so they need a login code and not a day pass.',
  noDayPass: () => 'There is no day pass out for this person.',
  dayPassOutOfRange: () => 'A day pass is good for 1 to 12 hours.',
  lifetimeOutOfRange: ({ channel }) =>
    `Please choose from ${showSpan(SHORTEST_LIFETIME)} to ${showSpan(LONGEST_LIFETIMES[channel])}.`,
  startTooFarAhead: () => 'A code can start at most 90 days from now.',
  codeExpired: ({ at }) => `This code was valid until ${showMoment(at)}. ${askAgain}`,
  clockJumpedBack: ({ before, now }) =>
    `The clock of this tablet says ${showMoment(now)}, but it has shown ${showMoment(before)} before. Please set it right, or confirm that it is.`,
  thisTabletRevoked: () =>
    'This tablet has been taken out of use: what is entered here does not count any more. Please use another one.',
  notALoginCode: () => 'This is not a Gatehouse login code. Please scan the code you got from your manager.',
  codeOfOtherOrganisation: () => 'This code belongs to another organisation. Please ask a manager here.',

  // Guessing
  waitBeforeNextTry: ({ until }) =>
    `There were several wrong tries. Please wait until ${showTime(until)}, then try again, or ask a manager.`,
  tooManyTries: () =>
    'There were too many wrong tries, so this account is closed. Please ask a manager for a new code.',
  tabletStopped: () =>
    'There were too many wrong tries on this tablet. Please ask a manager to open it again.',

  // Passwords and passcodes
  passwordTooShort: ({ minimum }) => `Use at least ${minimum} characters.`,
  passwordTooLong: ({ maximum }) => `Use at most ${maximum} characters.`,
  passwordCommon: () => 'Many people use this one, so it is guessed first. Please choose another.',
  passwordRepeats: () =>
    'A row of the same or neighbouring characters is guessed first. Please choose another.',
  passwordGuessable: ({ word }) =>
    `This is mostly “${word}”, which others know about you. Please choose another.`,
  passwordsDiffer: () => 'The two do not match. Please type the same twice.',
  signInNotAccepted: () => 'Employee ID and password do not fit together. Please check both.',
  currentPasswordWrong: () => 'This is not your current password.',
  managerUnknown: () => 'This manager is not known on this tablet.',
  managerExists: () => 'This manager is there already.',
  passcodeMissing: () => 'Please type your passcode.',
  passcodeNotAccepted: () => 'This passcode is not right. Please try again.',

  // Setting up
  companyCodeUnusable: ({ limit }) => `A company code has 2 to ${limit} letters (A to Z) or digits.`,
  formHasProblems: () => 'Some fields need another look.',
  notSetUp: () => 'This tablet is not set up yet.',
  tabletNotReady: () =>
    'This tablet is still receiving what the others know. Please try again when it is ready, or use another tablet.',
  alreadySetUp: () => 'This tablet is set up already.',
  tabletUnknown: () => 'There is no such tablet.',
  tabletRevoked: () => 'This tablet has been revoked already.',

  // The clipboard
  clipboardRefused: () => 'The browser did not allow copying. Please allow it, or use another way.',
  clipboardUnavailable: () => 'This browser cannot copy this. Please use another way.',
};

/** The sentence for a failure. */
export const sentence = <Type extends Failure['type']>(failure: Extract<Failure, { type: Type }>): string =>
  (sentences[failure.type] as (failure: Failure) => string)(failure);
