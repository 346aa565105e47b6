import { vi } from 'vitest';

/**
 * Waits until a check no longer throws. Its patience is that of `expect.poll` in vitest.config.ts: many times what anything takes,
 * since a busy machine must not fail a test.
 * @returns what the check gave
 */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 25 });
