import { expect, test } from 'vitest';
import {
  type DeviceId,
  eventDevice,
  eventIdToMoment,
  momentToEventId,
  startOfTime,
  tick,
} from '../../../src/kernel/hlc';

const device = 'tablet0001' as DeviceId;

test('[H1] an id gives back its moment and its tablet', () => {
  const moment = { time: 1_795_330_800_000, counter: 41 };
  const id = momentToEventId(moment, device);
  expect(eventIdToMoment(id)).toEqual(moment);
  expect(eventDevice(id)).toBe(device);
});

test('[H2] a clock that was set back stands still and counts', () => {
  const noon = tick(startOfTime, 1_000_000);
  expect(tick(noon, 400_000)).toEqual({ time: 1_000_000, counter: 1 });
});

test('[H2] a full counter goes on in the next millisecond', () =>
  expect(tick({ time: 5, counter: 36 ** 4 - 1 }, 5)).toEqual({ time: 6, counter: 0 }));
