import { expect, test } from 'vitest';
import { checkPassword } from '../../../src/domain/passwordRules';

const guessable = ['Mary', 'Sluis', 'Brightwater Care Homes', 'BWCH', 'Mill Lane', '00123'];
const check = (password: string, isCommon = false) => {
  const checked = checkPassword(password, { guessable, isCommon });
  return checked.ok ? 'accepted' : checked.error.type;
};

test('[P1] at least 8 characters, counted as people see them', () => {
  expect(check('tin lid')).toBe('passwordTooShort');
  expect(check('tin lids')).toBe('accepted');
  expect(check('🐎🔋🐴🧷🌧🚜🧀')).toBe('passwordTooShort');
});

test('[P2] at most 128 characters', () => {
  const long = 'correct horse battery staple '.repeat(5);
  expect(check(long.slice(0, 128))).toBe('accepted');
  expect(check(long.slice(0, 129))).toBe('passwordTooLong');
});

test('[P3] not a common password', () => expect(check('trustno1', true)).toBe('passwordCommon'));

test.each(['aaaaaaaa', '12345678', 'hgfedcba', 'abababab'])('[P4] not repeated, not a run: %s', (password) =>
  expect(check(password)).toBe('passwordRepeats'),
);

test.each(['marysluis', 'Sluis2026', 'BRIGHTWATER1', '00123-00123', 'mill lane'])(
  '[P5] not mostly what others know: %s',
  (password) => expect(check(password)).toBe('passwordGuessable'),
);

test('[P5] a known word inside a long password does no harm', () =>
  expect(check('mary likes green tractors')).toBe('accepted'));

test.each(['rivergrey', 'UPPERCASEONLY', 'ключ от дома', 'two words'])(
  '[P6] no digits or symbols are demanded: %s',
  (password) => expect(check(password)).toBe('accepted'),
);
