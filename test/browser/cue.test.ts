// Sound and touch: what the tablet is asked to play, seen at the browser's own door.

import { afterEach, expect, test, vi } from 'vitest';
import { playCue } from '../../src/platform/cue';

afterEach(() => vi.restoreAllMocks());

function watchTablet() {
  const vibrate = vi.spyOn(navigator, 'vibrate').mockReturnValue(true);
  const tone = vi.spyOn(AudioScheduledSourceNode.prototype, 'start');
  vi.spyOn(AudioContext.prototype, 'resume').mockResolvedValue();
  vi.spyOn(AudioContext.prototype, 'state', 'get').mockReturnValue('running');
  return { vibrate, tone };
}

const touched = (before: boolean) =>
  vi.spyOn(navigator.userActivation, 'hasBeenActive', 'get').mockReturnValue(before);

test('[N4] found and wrong differ in sound and in touch', async () => {
  const { vibrate, tone } = watchTablet();
  touched(true);
  await playCue('found');
  const found = { tones: tone.mock.calls.length, touch: vibrate.mock.calls[0] };
  await playCue('wrong');
  const wrong = { tones: tone.mock.calls.length - found.tones, touch: vibrate.mock.calls[1] };
  expect(found.tones).toBeGreaterThan(0);
  expect(wrong.tones).toBeGreaterThan(0);
  expect(found.tones).not.toBe(wrong.tones);
  expect(found.touch).not.toEqual(wrong.touch);
});

test('before the first touch, when browsers complain of it, nothing is played', async () => {
  const { vibrate, tone } = watchTablet();
  touched(false);
  await playCue('found');
  expect(vibrate).not.toHaveBeenCalled();
  expect(tone).not.toHaveBeenCalled();
});
