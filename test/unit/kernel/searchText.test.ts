import { expect, test } from 'vitest';
import { foldText, searchWords } from '../../../src/kernel/searchText';

test.each([
  ['Ångström', 'angstrom'],
  ['José', 'jose'],
  ['Łukasz Groß', 'lukasz gross'],
  ['O’Brien', 'obrien'],
])('[E12] %s is found as %s', (text, folded) => expect(foldText(text)).toBe(folded));

test('[E12] every part of a name is a word of its own', () =>
  expect(searchWords('00123', 'Anne-Marie van der Berg', undefined)).toEqual([
    '00123',
    'anne',
    'marie',
    'van',
    'der',
    'berg',
  ]));
