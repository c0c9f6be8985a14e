// Why there is no picture from the camera.

import { expect, test } from 'vitest';
import { toCameraTrouble } from '../../../src/platform/cameraTrouble';

test.each([
  ['NotAllowedError', 'cameraRefused'],
  ['SecurityError', 'cameraRefused'],
  ['NotFoundError', 'noCamera'],
  ['OverconstrainedError', 'noCamera'],
  ['NotReadableError', 'cameraBusy'],
  ['AbortError', 'cameraBusy'],
  ['TypeError', 'cameraUnavailable'],
])('%s means %s, thrown as it is or quoted by html5-qrcode', (name, type) => {
  expect(toCameraTrouble(new DOMException('Because.', name))).toEqual({ type });
  expect(toCameraTrouble(`Error getting userMedia, error = ${name}: Because.`)).toEqual({ type });
});

test('what has no name is a camera that cannot be used', () => {
  expect(toCameraTrouble('navigator.mediaDevices not supported')).toEqual({ type: 'cameraUnavailable' });
  expect(toCameraTrouble(undefined)).toEqual({ type: 'cameraUnavailable' });
});
