// The words of screens that few people ever see: loaded with them.

export const notFoundText = {
  title: 'There is nothing here',
  intro: 'This address leads nowhere. Perhaps it was typed with a slip.',
  start: 'To the start',
} as const;

export const otherTabText = {
  title: 'Gatehouse is open in another tab',
  intro: 'One tab at a time, so that nobody is mixed up with somebody else.',
  hint: 'Close the other tab: Gatehouse then opens here by itself.',
} as const;

export const rebuildText = {
  title: 'One moment',
  intro: 'Gatehouse is newer than the list on this tablet and puts it in order. Nothing gets lost.',
  progress: 'Putting in order',
  howFar: (done: string, of: string) => `${done} of ${of}`,
} as const;

export const sessionEndingText = {
  title: 'Your time is nearly over',
  warning: (seconds: string) =>
    `To protect you, you will be signed out in ${seconds} seconds. You can sign in again right away.`,
  countdown: (seconds: string) => `${seconds} s`,
  stay: 'I understand',
  close: 'Close',
} as const;
