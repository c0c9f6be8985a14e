// The words of a login link on a device that belongs to no site, most likely the employee's own phone.

export const phoneText = {
  shown: {
    title: 'Hold this to the tablet',
    intro: 'This QR code is your link. The tablet at your site reads it from this screen.',
    bright: 'Is the tablet slow to read it? Make this screen brighter.',
    typed: 'Or type these at the tablet:',
    employeeId: 'Employee ID',
    code: 'Activation code',
    qrCode: 'QR code',
  },
  none: {
    title: 'Take your code to the tablet at your site',
    intro: 'This device does not belong to a site, so nothing can be activated here.',
    open: 'Were you sent a link? Open it once more from the message, and its QR code shows here.',
  },
  damaged: {
    title: 'This link is not whole',
    intro: 'A part of it is missing or was changed on the way, so there is no QR code to show.',
    help: [
      'Open the message again and touch the link itself. If you copied it, copy all of it.',
      'If that does not help, ask your manager for a new code.',
    ],
  },

  stepsTitle: 'What to do',
  steps: {
    go: 'Go to the tablet at the gate of your site, with this phone.',
    hold: 'Touch “Scan QR code” there, and hold this screen to its camera.',
    password: 'Choose a password that only you know. Then you are ready.',
  },
  safeTitle: 'Nothing is used up here',
  safe: 'Opening your link redeems nothing. It works until you have set your password at the tablet, or until it expires. Leave this page, and it forgets your link.',

  keep: {
    title: 'Keep Gatehouse on this phone',
    intro:
      'Then it opens like any other app, without a network too. To sign in on it, a manager has to add it to your site first.',
    install: 'Install Gatehouse',
    kinds: {
      ios: {
        title: 'iPhone and iPad',
        steps: [
          'Open this page in Safari.',
          'Touch the Share sign, a square with an arrow up.',
          'Choose “Add to Home Screen”, then “Add”.',
        ],
      },
      android: {
        title: 'Android',
        steps: [
          'Open this page in Chrome.',
          'Touch the three dots at the top.',
          'Choose “Add to Home screen” or “Install app”.',
        ],
      },
    },
  },
  setUp: 'Set this device up as a tablet',
} as const;
