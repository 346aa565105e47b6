/** What most end-to-end tests stand on: the practice pages, and a browser with the extension. */
import { afterAll, beforeAll, inject } from 'vitest';
import { startPracticeServer } from '../../../scripts/practice-server.mjs';
import { startBrowser, type TestBrowser } from './browser';

export type PracticeServer = Awaited<ReturnType<typeof startPracticeServer>>;

interface Practice {
  readonly server: PracticeServer;
  readonly browser: TestBrowser;
}

/**
 * Starts both before the first test of the file, and ends them after its last.
 * @param settings of the person, from the beginning
 */
export function usePractice(settings: Readonly<Record<string, unknown>>, onStart: (practice: Practice) => void): void {
  let server: PracticeServer | undefined;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    server = await startPracticeServer();
    browser = await startBrowser({ extension: inject('extension') });
    await browser.set(settings);
    onStart({ server, browser });
  });
  afterAll(async () => {
    await browser?.stop();
    await server?.stop();
  });
}
