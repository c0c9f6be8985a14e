// One tab at a time. The other tab is a frame of the same origin, which has locks of its own.

import { expect, test, vi } from 'vitest';
import { claimTab, whenFree } from '../../src/platform/singleTab';

async function otherTab(lock: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  await new Promise<void>((held) => {
    frame.contentWindow?.navigator.locks.request(lock, () => {
      held();
      return new Promise(() => {});
    });
  });
  return frame;
}

test('the first tab claims the app, and keeps it', async () => {
  expect(await claimTab('first')).toBe('claimed');
  expect(await claimTab('first')).toBe('taken');
});

test('a tab that comes second is told, and gets the app when the first one goes', async () => {
  const first = await otherTab('second');
  expect(await claimTab('second')).toBe('taken');
  const free = vi.fn();
  const waiting = whenFree('second').then(free);
  const { pending } = await navigator.locks.query();
  expect(pending?.map(({ name }) => name)).toContain('second');
  expect(free).not.toHaveBeenCalled();
  first.remove();
  await waiting;
  expect(await claimTab('second')).toBe('taken');
});

test('a browser without locks says that it cannot tell', async () => {
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
  expect(await claimTab('third')).toBe('unknown');
  await whenFree('third');
  vi.restoreAllMocks();
});
