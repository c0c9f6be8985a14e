// One sentence for everything that can be in the way of reading a QR code, from a camera or a picture. Loaded with the
// screens that scan.

import type { Failure, ScanFailure } from '../app/failure';
import { sentence } from './failures';

const sentences: Readonly<Record<ScanFailure['type'], () => string>> = {
  cameraRefused: () => 'The camera is switched off for this app. Type the code, or use a picture of it.',
  noCamera: () => 'This tablet has no camera we can use. Type the code, or use a picture of it.',
  cameraBusy: () => 'Another app is using the camera. Close it and try again, or type the code.',
  cameraUnavailable: () => 'The camera does not start. Try again, type the code, or use a picture of it.',
  cameraInsecure: () =>
    'Browsers give the camera to secure pages only, and this is none. Type the code, or use a picture of it.',
  noCodeInPicture: () => 'We found no QR code in this picture. Try one that is sharper and closer.',
  notAPicture: () => 'This file is not a picture.',
};

const isOwn = (type: string): type is ScanFailure['type'] => Object.hasOwn(sentences, type);

/** The sentence for a failure at the scanner, also of those that the rest of the kiosk tells. */
export const scanSentence = (failure: Failure | ScanFailure): string =>
  isOwn(failure.type) ? sentences[failure.type]() : sentence(failure as Failure);
