/** Makes a test page of a page that is open in a browser, and reads both. */
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '..', '..');

/** The reader and the censor as one script for a page. */
export async function captureScript() {
  const [output] = [
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, minify: false, lib: { entry: path.join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'secondGlanceCapture' } },
    }),
  ].flat();
  return `globalThis.secondGlanceCapture ??= (() => { ${output.output[0].code}; return secondGlanceCapture; })();`;
}

/** What must be alike in the live page and the saved one: everything but the addresses. */
const comparable = (reading) => reading && { ...reading, composes: reading.composes.map((compose) => ({ ...compose, recipients: compose.recipients.length })) };

/**
 * @param {import('playwright').Page} page
 * @param {string} script of `captureScript`
 * @param {{ site: string | null, keep: readonly string[] }} options `site`: id of a site file, or `null` for the one that recognises the page
 */
export async function savePage(page, script, { site, keep }) {
  await page.evaluate(script);
  const { html, doubts, reading } = await page.evaluate(([id, kept]) => globalThis.secondGlanceCapture.capture(id, kept), [site, keep]);
  if (!reading) return { html, doubts, reading, same: false, live: null, saved: null };
  // A browser window of its own: the live page must not see the saved one.
  const reader = await page.context().newPage();
  try {
    await reader.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }));
    await reader.goto('https://saved.example/');
    await reader.evaluate(script);
    const back = await reader.evaluate(([id, text]) => globalThis.secondGlanceCapture.readBack(id, text), [reading.site, html]);
    const truth = {
      site: reading.site,
      composes: (back.reading?.composes ?? []).map(({ recipients, mode, complete }) => ({ recipients, mode, complete })),
    };
    const meta = `<meta name="second-glance-truth" content="${JSON.stringify(truth).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}">`;
    const live = comparable(reading);
    const saved = comparable(back.reading);
    return { html: `${html.replace('<head>', `<head>${meta}`)}\n`, doubts, reading, same: JSON.stringify(live) === JSON.stringify(saved), live, saved };
  } finally {
    await reader.close();
  }
}
