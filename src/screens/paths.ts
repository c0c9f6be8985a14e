// Every address of the app.

export const paths = {
  welcome: '/',
  setUp: '/setup',
  activate: '/activate',
  scan: '/activate/scan',
  signIn: '/sign-in',
  me: '/me',
  manage: '/manage',
  employees: '/manage/employees',
  enrol: '/manage/employees/new',
  importList: '/manage/employees/import',
  activity: '/manage/activity',
  settings: '/manage/settings',
  employee: (id: string) => `/manage/employees/${encodeURIComponent(id)}`,
} as const;
