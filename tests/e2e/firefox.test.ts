/** The Firefox build in a real Firefox: it installs, finds the compose and the meeting, and its pages open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { buildExtension } from '../../scripts/practice-build.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { type Firefox, startFirefox } from './support/firefox';

const executable = findFirefox();
if (!executable) console.warn('Skipped: there is no Firefox here (Debian: sudo apt-get install firefox-esr).');

describe.skipIf(!executable)('Firefox', () => {
  let server: Awaited<ReturnType<typeof startPracticeServer>>;
  let firefox: Firefox;
  beforeAll(async () => {
    const folder = await buildExtension('test-firefox', { browser: 'firefox' });
    server = await startPracticeServer();
    firefox = await startFirefox(executable ?? '', folder, 'second-glance@second-glance.example');
  });
  afterAll(async () => {
    await firefox?.stop();
    await server?.stop();
  });

  /** The cards on the page, as `rules: title`. */
  const cards = (): Promise<unknown> =>
    firefox.asSystem(`
      const roots = [...document.querySelectorAll('second-glance')].map((host) => host.openOrClosedShadowRoot);
      return roots.flatMap((root) => [...root.querySelectorAll('[data-nudge]')].map((card) => card.dataset.nudge + ': ' + card.innerText));
    `);
  const cardFor = (rule: string): Promise<unknown> =>
    firefox.until(`a card for ${rule}`, async () => ((await cards()) as string[]).find((card) => card.split(':')[0]?.split(' ').includes(rule)) ?? null);

  it('opens its own pages without an error', async () => {
    for (const file of ['welcome.html', 'popup.html', 'options.html', 'checklist.html']) {
      await firefox.goto(`${firefox.extensionUrl}/${file}`);
      await firefox.until(`a heading in ${file}`, () => firefox.inPage("return document.querySelector('h1, h2')?.textContent ?? null"));
    }
  });

  it('reminds before a forward, stays in its closed root, and Send works', async () => {
    await firefox.goto(`${firefox.extensionUrl}/options.html`);
    await firefox.asSystem(
      'return window.wrappedJSObject.browser.storage.sync.set(Cu.cloneInto({ ownDomains: [arguments[0]], trustedDomains: [arguments[1]] }, window)).then(() => true)',
      organisation.domain,
      organisation.trusted,
    );
    await firefox.goto(`${server.url}/mailbox/`);
    await firefox.inPage("[...document.querySelectorAll('#messages button')].find((button) => button.textContent.includes('RE: Hearing')).click()");
    await firefox.inPage("[...document.querySelectorAll('.at-top button')].find((button) => button.textContent === 'Forward').click()");
    await firefox.type('.compose input[name=to]', 'daniel\n');
    const text = String(await cardFor('quoted-thread'));
    expect(text).toContain('5 earlier messages');
    expect(await firefox.inPage("return document.querySelector('second-glance').shadowRoot")).toBeNull();
    await firefox.click('.compose .send');
    await firefox.until('the toast', () => firefox.inPage("return document.querySelector('.toast')?.textContent === 'Message sent'"));
    await firefox.until('no card', async () => ((await cards()) as string[]).length === 0);
  });

  it('reminds before a call', async () => {
    await firefox.goto(`${server.url}/meeting/?wait=0`);
    await cardFor('pre-join');
    await firefox.click('.join .primary');
    await firefox.until('no card in the call', async () => ((await cards()) as string[]).length === 0);
  });
});
