// The words for how long and from when a code is good, calling it back, and day passes.

import type { CodeChannel } from '../domain/codeLifetimes';
import { showMoment, showSpan } from './format';

const channels: Readonly<Record<CodeChannel, string>> = {
  screen: 'On screen',
  link: 'By link',
  email: 'By email',
  letter: 'By letter',
  reminder: 'By reminder letter',
  certificate: 'On a certificate',
};

export const codesText = {
  channels,
  options: 'How long, and from when',
  channel: 'How it is given away',
  channelWith: (channel: CodeChannel, lifetime: number) => `${channels[channel]} (${showSpan(lifetime)})`,
  lifetime: 'Good for',
  asSet: (lifetime: number) => `${showSpan(lifetime)}, as in the settings`,
  span: showSpan,
  startsOn: 'Starts on',
  startsOnHint: 'Leave it empty for a code that is good at once.',
  out: (channel: CodeChannel, startsAt: number | undefined) =>
    `Given away: ${channels[channel].toLowerCase()}${startsAt === undefined ? '' : `, from ${showMoment(startsAt)}`}.`,

  revoke: 'Revoke code',
  revokeTitle: (name: string) => `Call back the code of ${name}?`,
  revokeText:
    'It opens nothing any more, here at once and on other tablets as soon as they hear of it. A new code can be made at any time.',
  revoking: 'Calling it back',
  revoked: 'The code is called back.',

  provisionalTitle: 'Known by a login code only',
  provisional:
    'This person came with a code from another tablet. Their details come here when the tablets have exchanged.',

  pass: {
    title: 'Day pass',
    intro:
      'For somebody who forgot their password and must get in now. It opens the account for some hours, and the password stays as it is.',
    noPassword: 'Only for somebody who has set a password. Everyone else needs a login code.',
    give: 'Give a day pass',
    hours: 'How long?',
    hour: (hours: number) => showSpan(hours * 3_600_000),
    create: 'Create the day pass',
    creating: 'Creating',
    code: 'Day pass code',
    qrCode: 'QR code',
    until: (at: number) => `Opens the account as often as needed until ${showMoment(at)}.`,
    steps: ['Scan it, or type it like an activation code.', 'It also works in place of the password.'],
    once: 'It is shown only now. When you close this, nobody can see it again.',
    done: 'Done',
    out: (until: number) => `A day pass is out, good until ${showMoment(until)}.`,
    end: 'End day pass',
    ending: 'Ending',
  },

  lifetimes: {
    title: 'How long login codes are good for',
    intro: 'For codes made from now on; those that are out keep their time.',
    unit: { hours: 'hours', days: 'days' },
    field: (channel: CodeChannel, unit: string) => `${channels[channel]}, in ${unit}`,
    differs:
      'Standards (NIST SP 800-63) give a code 24 hours by email and 21 to 30 days by post. Longer times, and the 180 days of a certificate, are weaker.',
    adminOnly: 'Only an administrator can change this.',
    save: 'Save times',
    saving: 'Saving',
    saved: 'Saved.',
  },
} as const;
