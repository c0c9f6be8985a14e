import { expect, test } from 'vitest';
import { openManagedApp, openTestApp, PASSCODE } from '../support/testApp';

const form = {
  organisationName: 'Brightwater',
  companyCode: 'BW',
  country: 'GB',
  siteName: 'Mill Lane',
  tabletName: 'Front door',
  managerName: 'Ada Byron',
  passcode: PASSCODE,
};

test('[O3] setting up opens the manager area and says what the browser promised', async () => {
  const { app } = await openTestApp();
  expect(await app.setUp(form)).toEqual({ ok: true, value: { persistence: 'kept' } });
  expect(app.session.current()).toMatchObject({ kind: 'manager', name: 'Ada Byron', role: 'admin' });
  expect(await app.queries.organisation()).toMatchObject({
    name: 'Brightwater',
    sites: [{ name: 'Mill Lane' }],
  });
  expect(await app.queries.tablet()).toMatchObject({ name: 'Front door' });
});

test('[O3] all problems are told at once, and nothing is set up', async () => {
  const { app } = await openTestApp();
  expect(await app.setUp({ ...form, organisationName: ' ', companyCode: '?', passcode: 'short' })).toEqual({
    ok: false,
    error: {
      type: 'formHasProblems',
      problems: {
        organisationName: { type: 'textMissing' },
        companyCode: { type: 'companyCodeUnusable', limit: 12 },
        passcode: { type: 'passwordTooShort', minimum: 8 },
      },
    },
  });
  expect(await app.queries.organisation()).toEqual({ status: 'unfounded' });
});

test('[O1] a tablet is set up once, also after a reload', async () => {
  const { app } = await (await openManagedApp()).reload();
  expect(await app.setUp(form)).toEqual({ ok: false, error: { type: 'alreadySetUp' } });
});

test('[S4] a session does not survive a reload', async () => {
  const { app } = await (await openManagedApp()).reload();
  expect(app.session.current()).toEqual({ kind: 'nobody' });
});
