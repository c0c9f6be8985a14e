// A tablet of Brightwater Care Homes on which Mary Sluis (00123) is enrolled and has a code; nobody is signed in.

import { inject } from 'vitest';
import type { HandedCode } from '../pages/ManagerPages';
import { openTablet, type Tablet, type TabletOptions } from './launch';

/** A copy, with a browser and a server of its own. */
export async function openTabletInUse(options: TabletOptions = {}): Promise<Tablet & { mary: HandedCode }> {
  const { profile, code, link, picture } = inject('tabletInUse');
  const tablet = await openTablet({ ...options, copyOf: profile });
  return Object.assign(tablet, { mary: { code, link, picture: Buffer.from(picture, 'base64') } });
}
