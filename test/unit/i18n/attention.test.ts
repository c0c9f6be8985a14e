// How a tablet is named in the sentences about what two tablets did apart.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CaseTold } from '../../../src/app/manager/attentionCases';
import { attentionText } from '../../../src/i18n/attention';
import { MORNING } from '../../support/stillClock';

beforeAll(() => vi.stubGlobal('navigator', { language: 'en-GB' }));
afterAll(() => vi.unstubAllGlobals());

const told = (tablet: string | undefined): CaseTold =>
  ({
    entry: { type: 'spentCodeRedeemed' },
    name: 'Ruth Oak',
    second: { at: MORNING, tablet },
    now: { type: 'none' },
  }) as unknown as CaseTold;

test('the name of a tablet stands in its sentence as it is, and no word comes twice', () => {
  const sentence = (tablet: string | undefined) => attentionText.nowTrue(told(tablet), MORNING);
  expect(sentence('Gate tablet')).toContain('set at “Gate tablet” opens nothing');
  expect(sentence('The Gate')).not.toMatch(/\b(\w+) “?\1\b/i);
  expect(sentence(undefined)).toContain('set at another tablet opens nothing');
});
