import { expect, test } from 'vitest';
import { parseDetails } from '../../../src/domain/employeeDetails';
import { parseCompanyCode, parseEmployeeId } from '../../../src/domain/ids';
import { parsePlainDate } from '../../../src/domain/plainDate';

test.each([
  ['00123', '00123'],
  ['  e-17 ', 'E-17'],
  ['ab  12', 'AB 12'],
  ['１２３', '123'],
])('[E1] %j is the Employee ID %j', (text, id) =>
  expect(parseEmployeeId(text)).toEqual({ ok: true, value: id }),
);

test('[E1] what cannot be an Employee ID is told', () => {
  expect(parseEmployeeId('  ')).toEqual({ ok: false, error: { type: 'employeeIdMissing' } });
  expect(parseEmployeeId('1.0E+05')).toEqual({
    ok: false,
    error: { type: 'employeeIdHasForeignSymbol', symbol: '+' },
  });
  expect(parseEmployeeId('1'.repeat(33))).toEqual({
    ok: false,
    error: { type: 'employeeIdTooLong', limit: 32 },
  });
});

test('[O2] a company code is 2 to 12 letters or digits', () => {
  expect(parseCompanyCode('ac me')).toEqual({ ok: true, value: 'ACME' });
  for (const text of ['A', 'Ä1', 'ABCDEFGHIJKLM', 'A-B'])
    expect(parseCompanyCode(text)).toEqual({ ok: false, error: { type: 'companyCodeUnusable', limit: 12 } });
});

test('[E2] a first or a last name is enough', () => {
  expect(parseDetails({ firstName: 'Sukarno' })).toEqual({
    ok: true,
    value: { firstName: 'Sukarno', lastName: '' },
  });
  expect(parseDetails({ department: 'Sales' })).toEqual({
    ok: false,
    error: { firstName: { type: 'nameMissing' } },
  });
});

test('[E3] every field’s problem is told at once', () =>
  expect(
    parseDetails({
      firstName: 'Mary',
      email: 'mary',
      phone: 'call me',
      country: 'Narnia',
      startDate: '2026-02-30',
    }),
  ).toEqual({
    ok: false,
    error: {
      email: { type: 'emailUnreadable' },
      phone: { type: 'phoneUnreadable' },
      country: { type: 'countryUnknown', text: 'Narnia' },
      startDate: { type: 'dateUnreadable', text: '2026-02-30' },
    },
  }));

test('[E3] text is tidied: one line, no invisible direction marks', () =>
  expect(parseDetails({ firstName: ' Ma\u202ery\n Ann ', lastName: '' })).toEqual({
    ok: true,
    value: { firstName: 'Mary Ann', lastName: '' },
  }));

test('a day that does not exist is no day', () => {
  expect(parsePlainDate('2024-02-29').ok).toBe(true);
  expect(parsePlainDate('2026-02-29').ok).toBe(false);
});
