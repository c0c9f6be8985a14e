// Every address of the app. The pages beside the employees are told by small letters, and an Employee ID has none.

// A browser takes these for "here" and "one up", so they are marked with a sign that no Employee ID has.
const DOTS = /^\.{1,2}$/;
const MARK = '~';

export const paths = {
  welcome: '/',
  setUp: '/setup',
  join: '/setup?join',
  restore: '/setup?restore',
  activate: '/activate',
  scan: '/activate/scan',
  signIn: '/sign-in',
  me: '/me',
  manage: '/manage',
  employees: '/manage/employees',
  enrol: '/manage/employees/new',
  importList: '/manage/employees/import',
  attention: '/manage/attention',
  activity: '/manage/activity',
  sync: '/manage/sync',
  settings: '/manage/settings',
  employee: (id: string) => `/manage/employees/${DOTS.test(id) ? MARK : ''}${encodeURIComponent(id)}`,
  attentionCase: (caseId: string) => `/manage/attention?case=${caseId}`,
} as const;

/** What `paths.employee` put behind the last slash, as it was; throws when it cannot be read. */
export const employeeIn = (segment: string): string =>
  decodeURIComponent(segment.startsWith(MARK) ? segment.slice(MARK.length) : segment);
