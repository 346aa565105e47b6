import { expect, test } from 'vitest';
import { nextEnd, noPause, pausedUntil, withPause } from '../../core/pause';

const hour = 3_600_000;
const now = 1000 * hour;

test('a pause on one site leaves the others alone, and ends', () => {
  const pause = withPause(noPause, 'gmail', now + hour, now);
  expect(pausedUntil(pause, 'gmail', now)).toBe(now + hour);
  expect(pausedUntil(pause, 'outlook-web', now)).toBeNull();
  expect(pausedUntil(pause, null, now)).toBeNull();
  expect(pausedUntil(pause, 'gmail', now + hour)).toBeNull();
  expect(nextEnd(pause, now)).toBe(now + hour);
  expect(nextEnd(pause, now + hour)).toBeNull();
});

test('everywhere means every site, and the longer pause counts', () => {
  const pause = withPause(withPause(noPause, 'gmail', now + 2 * hour, now), null, now + hour, now);
  expect(pausedUntil(pause, 'gmail', now)).toBe(now + 2 * hour);
  expect(pausedUntil(pause, 'any-webmail', now)).toBe(now + hour);
  expect(nextEnd(pause, now)).toBe(now + hour);
});

test('what is over is dropped, and a name that objects have anyway is no site', () => {
  const pause = withPause(withPause(noPause, 'gmail', now + hour, now), 'proton-mail', now + 5 * hour, now + 2 * hour);
  expect(pause.sites).toEqual({ 'proton-mail': now + 5 * hour });
  expect(pausedUntil(pause, 'constructor', now)).toBeNull();
});
