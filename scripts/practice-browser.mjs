/** A Chromium with the practice build, in a profile of its own that is thrown away afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { organisation } from '../practice/letters.mjs';
import { chromiumFlags, findChromium } from './find-browser.mjs';
import { buildExtension } from './practice-build.mjs';
import { startPracticeServer } from './practice-server.mjs';

/**
 * Builds (or takes the unpacked practice build that SECOND_GLANCE_EXTENSION names), serves, opens.
 * @param {{ headless: boolean, say: (line: string) => void, colorScheme?: 'light' | 'dark', language?: string }} options
 */
export async function openPractice({ headless, say, colorScheme = 'light', language = 'auto' }) {
  const executablePath = await findChromium();
  const built = process.env.SECOND_GLANCE_EXTENSION;
  say(built ? `Using the extension in ${built}` : 'Building the extension …');
  const extension = built || (await buildExtension('practice'));
  const server = await startPracticeServer();
  const profile = await mkdtemp(path.join(tmpdir(), 'second-glance-practice-'));
  const clean = async () => {
    await server.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      viewport: headless ? { width: 1280, height: 800 } : null,
      colorScheme: headless ? colorScheme : null,
      // Ours to end: Ctrl+C closes the browser through `stop`, after which the profile can go.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        ...chromiumFlags,
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        // A test picture instead of the camera, and no question about it.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        ...(headless ? [] : ['--window-size=1360,900']),
      ],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await worker.evaluate((settings) => chrome.storage.sync.set(settings), {
      ownDomains: [organisation.domain],
      trustedDomains: [organisation.trusted],
      language,
    });
    return {
      context,
      url: server.url,
      extensionId: new URL(worker.url()).host,
      async stop() {
        await context.close();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}
