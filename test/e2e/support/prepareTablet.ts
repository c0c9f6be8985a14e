// Before the first journey: one tablet is set up, and Mary is enrolled and handed a code. Journeys that begin there open a
// copy of it, which takes a tenth of the time.

import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { managerPages } from '../pages/ManagerPages';
import { openTablet } from './launch';

declare module 'vitest' {
  export interface ProvidedContext {
    tabletInUse: {
      readonly profile: string;
      readonly code: string;
      readonly link: string;
      /** The drawing of the QR code, a PNG in base64. */
      readonly picture: string;
    };
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const tablet = await openTablet();
  const manager = managerPages(tablet);
  await manager.setUp();
  await tablet.waitUntilKept();
  await manager.unlock();
  await manager.enrol({ id: '00123', firstName: 'Mary', lastName: 'Sluis' });
  const { code, link, picture } = await manager.createCode();
  await tablet.shutDown();
  const { profile } = tablet;
  project.provide('tabletInUse', { profile, code, link, picture: picture.toString('base64') });
  return () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
