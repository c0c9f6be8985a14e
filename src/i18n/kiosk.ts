// The words around every screen of the kiosk, and of its first question. What other screens say is loaded with them.

export const kioskText = {
  back: 'Back',
  managerArea: 'Manager area',
  stuck: 'Stuck? Ask a manager.',

  pad: {
    label: 'Keys on the screen',
    backspace: 'Delete',
    clear: 'Clear',
    letters: 'Letters',
    digits: 'Numbers',
    keyboard: 'Tablet keyboard',
    keys: 'Keys on the screen',
  },

  tries: {
    waitTitle: 'There were several wrong tries',
    wait: (wait: string) => `You can try again in ${wait}.`,
    waitOver: 'You can try again now.',
  },

  identify: {
    title: 'Activate your account',
    employeeId: 'Employee ID',
    employeeIdHint: 'As on your payslip or badge.',
    code: 'Activation code',
    codeHint: '12 letters and digits, from the paper or screen you were given.',
    go: 'Continue',
    busy: 'Checking …',
    scan: 'Scan the QR code instead',
    filledTitle: 'Your code is filled in',
    filled: 'Press Continue to go on.',
  },
} as const;
