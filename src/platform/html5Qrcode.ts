// html5-qrcode, made to decode with our detector. It drives the camera, the permission and the picture file; it
// asks `globalThis.BarcodeDetector` for a decoder at the moment it is made, so ours stands there for that moment.
// With a camera it would decode at the size of the viewfinder in CSS pixels; ours looks at the video itself, at
// full resolution. Every second frame html5-qrcode tries its own, older decoder: another pair of eyes.

import type { Html5Qrcode } from 'html5-qrcode';
import { type CodeDetector, type FoundCode, loadCodeDetector } from './codeDetector';

export interface Html5Scanner {
  readonly html5: Html5Qrcode;
  /** What html5-qrcode draws into. */
  readonly host: HTMLElement;
}

let lastHost = 0;

/** Makes a scanner inside the element; everything heavy is loaded here. */
export async function createHtml5Scanner(element: HTMLElement): Promise<Html5Scanner> {
  const [{ Html5Qrcode, Html5QrcodeSupportedFormats }, detector] = await Promise.all([
    import('html5-qrcode'),
    loadCodeDetector(),
  ]);
  const host = document.createElement('div');
  lastHost += 1;
  host.id = `scanner-${lastHost}`;
  element.append(host);
  const html5 = withBarcodeDetector(
    asBarcodeDetector(detector),
    () =>
      new Html5Qrcode(host.id, {
        verbose: false,
        formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
        useBarCodeDetectorIfSupported: true,
      }),
  );
  return { html5, host };
}

function asBarcodeDetector(detector: CodeDetector) {
  return class {
    /** Next to the canvas that html5-qrcode passes stands the video it was drawn from, if it was. */
    detect(canvas: HTMLCanvasElement): Promise<FoundCode[]> {
      const video = canvas.parentElement?.querySelector('video');
      return video ? detector.glance(video) : detector.study(canvas);
    }
  };
}

function withBarcodeDetector<Made>(stand: unknown, make: () => Made): Made {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'BarcodeDetector');
  Object.defineProperty(globalThis, 'BarcodeDetector', { value: stand, configurable: true, writable: true });
  try {
    return make();
  } finally {
    if (before) Object.defineProperty(globalThis, 'BarcodeDetector', before);
    else Reflect.deleteProperty(globalThis, 'BarcodeDetector');
  }
}
