/**
 * `npm run bench [-- --rounds=N] [--quick] [--peers]`: what Second Glance costs a page, against an empty extension with the same matches.
 * Both run in browsers of their own, in turns, in one run; the table gives medians and their ratio, so a busy machine spoils both alike.
 * Times inside our own functions come from the browser's trace. `--peers` also measures published packages that extend Gmail, as far as they go
 * on a hand-made page: it installs them into a folder of its own below `.output`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, findChromium } from './find-browser.mjs';
import { buildExtension } from './practice-build.mjs';

const root = path.join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const rounds = Number(given.find((one) => one.startsWith('--rounds='))?.split('=')[1] ?? (quick ? 3 : 15));
const address = 'https://mail.google.com/mail/u/0/';

// --- pages ------------------------------------------------------------------------------------------------------------------------------

const rows = (count) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<tr role="row" class="zA yO" tabindex="-1"><td><div role="checkbox" aria-checked="false"></div></td><td><span email="p${i}@x.example" data-hovercard-id="p${i}@x.example">Person ${i}</span></td><td><a href="#m${i}"><span class="bog">Subject ${i}</span></a><span role="img" aria-label="Important"></span></td></tr>`,
  ).join('');
const quote = Array.from(
  { length: 60 },
  (_, i) =>
    `<div class="gmail_quote"><div class="gmail_attr">On Mon, 16 Nov 2026 at 10:${String(i % 60).padStart(2, '0')}, Person ${i} &lt;<a href="mailto:p${i}@justice.example">p${i}@justice.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">${'Please find below the notes of the meeting, as agreed last week. '.repeat(30)}`,
)
  .concat('</blockquote></div>'.repeat(60))
  .join('');
/** A compose as the documented signals of Gmail describe it, with 120 kB of earlier messages. */
const compose = `<div role="dialog" id="compose" style="position:fixed;right:40px;bottom:0;width:520px;height:480px;overflow:auto;background:#fff"><form method="POST" onsubmit="return false">
<div name="to"><span>To</span><div role="listbox"></div><input id="to" role="combobox" type="text" aria-label="To recipients"></div><div name="cc"><span>Cc</span><input role="combobox" aria-label="Cc recipients"></div>
<input name="subjectbox" aria-label="Subject" value="Fwd: Notes"><input type="hidden" name="composeid" value="1"><input type="hidden" name="draft" value="x"></form>
<div id="body" g_editable="true" role="textbox" aria-multiline="true" contenteditable="true" aria-label="Message Body" style="min-height:160px"><div id="written"><br></div>${quote}</div>
<div role="button" tabindex="1" data-tooltip="Send (Ctrl-Enter)" aria-label="Send (Ctrl-Enter)">Send</div></div>`;
const gmailLike = (inner, count = 2500) =>
  `<!doctype html><html lang="en"><head><title>Inbox - jane.smith@justice.example - Gmail</title><style>td{padding:4px}</style></head><body><header><form role="search"><input aria-label="Search mail" name="q"></form><a aria-label="Google Account: Jane Smith (jane.smith@justice.example)" href="#">J</a></header><div role="main"><table role="grid"><tbody>${rows(count)}</tbody></table></div>${inner}<script>addEventListener('load',()=>{window.loaded=performance.now()})</script></body></html>`;
/** Like Roundcube: a form with text areas, no roles. */
const roundcubeLike = `<!doctype html><html><head><title>Roundcube Webmail :: Inbox</title></head><body class="task-mail action-none"><div id="layout"><div id="layout-list"><table id="messagelist">${Array.from({ length: 800 }, (_, i) => `<tr id="trs${i}" class="message"><td class="subject"><span class="fromto skip-on-drag"><span title="p${i}@x.example" class="rcmContactAddress">Person ${i}</span></span><a href="./?_uid=${i}"><span>Subject ${i}</span></a></td></tr>`).join('')}</table></div></div></body></html>`;
const pages = {
  '/mail/u/0/inbox': gmailLike(''),
  '/mail/u/0/compose': gmailLike(compose),
  '/mail/u/0/light': roundcubeLike,
  '/mail/u/0/empty': '<!doctype html><title>Nothing</title><body><p>Nothing',
};

// --- extensions -------------------------------------------------------------------------------------------------------------------------

const folder = path.join(root, '.output');
function extensionOf(name, script) {
  const made = path.join(folder, name);
  mkdirSync(made, { recursive: true });
  const matches = JSON.parse(readFileSync(path.join(folder, 'bench', 'manifest.json'), 'utf8')).content_scripts[0];
  writeFileSync(
    path.join(made, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name,
      version: '1',
      background: { service_worker: 'background.js' },
      content_scripts: [{ ...matches, js: ['content.js'] }],
    }),
  );
  writeFileSync(path.join(made, 'background.js'), '');
  writeFileSync(path.join(made, 'content.js'), script);
  return made;
}

async function open(extension) {
  const profile = mkdtempSync(path.join(tmpdir(), 'second-glance-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [...chromiumFlags, '--enable-precise-memory-info', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  await context.route('https://mail.google.com/**', (route) => {
    const body = pages[new URL(route.request().url()).pathname];
    return route.fulfill(body ? { contentType: 'text/html; charset=utf-8', body } : { status: 404, body: '' });
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(() => globalThis.chrome.storage?.sync.set({ ownDomains: ['justice.example'], showWelcome: false }));
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// --- measures ---------------------------------------------------------------------------------------------------------------------------

const quiet = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile', 'toplevel'];

/** Records a trace around `work`: busy time of the page's main thread, its longest task, and the longest piece and sum of the extension's own code (ms). */
async function traced(page, work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Performance.enable');
  const busy = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } });
  const before = await busy();
  const result = await work();
  const after = await busy();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const own = events.filter(
    ({ ph, args, name }) =>
      ph === 'X' && ['FunctionCall', 'EvaluateScript', 'v8.compile'].includes(name) && String(args?.data?.url ?? '').startsWith('chrome-extension://'),
  );
  const tops = own.filter(
    (one) =>
      !own.some(
        (other) =>
          other !== one && other.tid === one.tid && other.ts <= one.ts && other.ts + (other.dur ?? 0) >= one.ts + (one.dur ?? 0) && other.dur !== one.dur,
      ),
  );
  return {
    result,
    busy: (after.TaskDuration - before.TaskDuration) * 1000,
    own: tops.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0),
    longestOwn: Math.max(0, ...own.map(({ dur = 0 }) => dur / 1000)),
  };
}

async function pageOf({ context }, where) {
  const page = await context.newPage();
  return { page, go: () => page.goto(new URL(where, address).href) };
}

const measures = {
  async load(browser, where) {
    const { page, go } = await pageOf(browser, where);
    const { busy, own, longestOwn, result } = await traced(page, async () => {
      await go();
      await quiet(quick ? 1500 : 2500);
      return page.evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        interactive: performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0,
      }));
    });
    await page.close();
    return { ...result, busy, own, longestOwn };
  },
  async keys(browser) {
    const { page, go } = await pageOf(browser, 'compose');
    await go();
    await quiet(quick ? 1500 : 3000);
    await page.evaluate(() => {
      document.querySelector('#body').focus();
      getSelection().collapse(document.querySelector('#written'), 0);
    });
    await page.keyboard.type('warm up ');
    const count = quick ? 60 : 200;
    const { busy, own, longestOwn } = await traced(page, async () => {
      for (let i = 0; i < count; i += 1) await page.keyboard.press(i % 6 === 5 ? 'Space' : 'a');
      await quiet(1000);
    });
    await page.close();
    return { busy: busy / count, own: own / count, longestOwn };
  },
  async burst(browser, where) {
    const { page, go } = await pageOf(browser, where);
    await go();
    await quiet(1500);
    const seconds = quick ? 3 : 10;
    const { busy, own, longestOwn } = await traced(page, () =>
      page.evaluate(async (length) => {
        const room = document.createElement('div');
        room.style.cssText = 'position:absolute;left:0;top:0;width:10px;height:10px;overflow:hidden;contain:strict';
        document.body.append(room);
        const ends = performance.now() + length * 1000;
        while (performance.now() < ends) {
          for (let i = 0; i < 100; i += 1) {
            const line = document.createElement('span');
            line.textContent = 'x';
            room.append(line);
            if (room.childElementCount > 50) room.firstElementChild.remove();
          }
          await new Promise((resolve) => setTimeout(resolve, 6));
        }
      }, seconds),
    );
    await page.close();
    return { busy: busy / seconds, own: own / seconds, longestOwn };
  },
  async card(browser) {
    const { page, go } = await pageOf(browser, 'compose');
    await go();
    await quiet(quick ? 1500 : 3000);
    const { result, own, longestOwn } = await traced(page, () =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const started = performance.now();
            new MutationObserver((records, observer) => {
              if (!records.some(({ addedNodes }) => [...addedNodes].some(({ nodeName }) => nodeName === 'SECOND-GLANCE'))) return;
              observer.disconnect();
              resolve(performance.now() - started);
            }).observe(document.documentElement, { childList: true });
            const chip = document.createElement('div');
            chip.setAttribute('role', 'option');
            chip.setAttribute('data-hovercard-id', 'jane_smith@gmail.com');
            chip.textContent = 'Jane';
            document.querySelector('#compose [role=listbox]').append(chip);
            setTimeout(() => resolve(Number.NaN), 8000);
          }),
      ),
    );
    await page.close();
    return { card: result, own, longestOwn };
  },
  /** An hour of a busy person: many composes opened, filled in and closed. Heap after a collection, early and late. */
  async memory(browser) {
    const { page, go } = await pageOf(browser, 'inbox');
    await go();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const heap = async () => {
      await session.send('HeapProfiler.enable');
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const metrics = Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
      return metrics.JSHeapUsedSize / 1e6;
    };
    const rounds = quick ? 12 : 120;
    const sizes = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        document.body.append(document.adoptNode(parsed.querySelector('#compose')));
        const chip = document.createElement('div');
        chip.setAttribute('role', 'option');
        chip.setAttribute('data-hovercard-id', `person_${Math.random()}@gmail.com`);
        document.querySelector('#compose [role=listbox]').append(chip);
      }, compose);
      await quiet(900);
      await page.evaluate(() => document.querySelector('#compose').remove());
      await quiet(300);
      if (round === Math.floor(rounds / 6) || round === rounds - 1) sizes.push(await heap());
    }
    await page.close();
    return { early: sizes[0], late: sizes.at(-1) };
  },
};

const size = (file) => {
  const bytes = readFileSync(file);
  return `${(bytes.length / 1000).toFixed(1)} kB (${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzip)`;
};

// --- the run ----------------------------------------------------------------------------------------------------------------------------

const ours = await buildExtension('bench', { hosts: [] });
const candidates = { empty: extensionOf('bench-empty', ''), 'Second Glance': ours };
const notes = [];
if (given.includes('--peers')) Object.assign(candidates, await peers());

/** Bundles the peers as their own documentation says, into content scripts that look for composes. */
async function peers() {
  const home = path.join(folder, 'bench-peers');
  mkdirSync(home, { recursive: true });
  if (!existsSync(path.join(home, 'package.json'))) writeFileSync(path.join(home, 'package.json'), '{"private":true,"type":"module"}');
  const made = {};
  const sources = {
    '@inboxsdk/core':
      "import * as InboxSDK from '@inboxsdk/core'; InboxSDK.load(2, 'sdk_bench_0000000000').then((sdk) => sdk.Compose.registerComposeViewHandler(() => undefined));",
    'gmail-js':
      "import { Gmail } from 'gmail-js'; const gmail = new Gmail(false); gmail.observe.on('compose', () => undefined); gmail.observe.on('view_email', () => undefined);",
  };
  for (const [name, source] of Object.entries(sources)) {
    const installed = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', name], { cwd: home, encoding: 'utf8' });
    const manifest = path.join(home, 'node_modules', name, 'package.json');
    if (!existsSync(manifest)) {
      notes.push(`${name}: could not be installed (${installed.stderr.split('\n')[0]})`);
      continue;
    }
    const { version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
    const entry = path.join(home, `${name.replace(/\W/g, '-')}.js`);
    writeFileSync(entry, source);
    try {
      const [output] = [
        await build({
          root: home,
          logLevel: 'silent',
          configFile: false,
          define: { 'process.env.NODE_ENV': '"production"' },
          build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'peer' } },
        }),
      ].flat();
      const { code } = output.output[0];
      made[name] = extensionOf(`bench-${name.replace(/\W/g, '-')}`, code);
      notes.push(`${name} ${version} (${license}): ${size(path.join(made[name], 'content.js'))} of content script in every mail page`);
    } catch (error) {
      notes.push(`${name} ${version} (${license}): could not be bundled (${String(error.message).split('\n')[0]})`);
    }
  }
  return made;
}

const plan = [
  ['no mail page: load', 'load', 'empty', ['paint', 'interactive', 'busy', 'own', 'longestOwn']],
  ['Roundcube-like inbox: load', 'load', 'light', ['paint', 'interactive', 'busy', 'own', 'longestOwn']],
  ['Gmail-like inbox, 20,000 elements: load', 'load', 'inbox', ['paint', 'interactive', 'busy', 'own', 'longestOwn']],
  ['Gmail-like page with a compose: load', 'load', 'compose', ['paint', 'interactive', 'busy', 'own', 'longestOwn']],
  ['each key in a long compose', 'keys', '', ['busy', 'own', 'longestOwn']],
  ['each second of 10,000 changes, no compose', 'burst', 'inbox', ['busy', 'own', 'longestOwn']],
  ['each second of 10,000 changes, with a compose', 'burst', 'compose', ['busy', 'own', 'longestOwn']],
];
const titles = { paint: 'first paint', interactive: 'loaded', busy: 'main thread busy', own: 'own code', longestOwn: 'longest piece of own code' };

const browsers = {};
for (const [name, extension] of Object.entries(candidates)) browsers[name] = await open(extension);
const found = new Map();
const lines = [];
try {
  for (const [title, measure, where, kinds] of plan) {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, browser] of Object.entries(browsers)) {
        const values = await measures[measure](browser, where);
        for (const kind of kinds) {
          const key = [title, kind, name].join('|');
          found.set(key, [...(found.get(key) ?? []), values[kind]]);
        }
      }
    }
    for (const kind of kinds) {
      const middle = Object.fromEntries(Object.keys(browsers).map((name) => [name, median(found.get([title, kind, name].join('|')) ?? [])]));
      const ratio = kind === 'own' || kind === 'longestOwn' ? '–' : (middle['Second Glance'] / middle.empty).toFixed(2);
      lines.push(
        `| ${title} | ${titles[kind]} | ${Object.values(middle)
          .map((ms) => ms.toFixed(2))
          .join(' | ')} | ${ratio} |`,
      );
      console.log(lines.at(-1));
    }
  }
  const cards = [];
  for (let round = 0; round < rounds; round += 1) cards.push(await measures.card(browsers['Second Glance']));
  lines.push(
    `| from adding a recipient to the card | time; own code; longest piece | | ${median(cards.map(({ card }) => card)).toFixed(0)}; ${median(cards.map(({ own }) => own)).toFixed(1)}; ${median(cards.map(({ longestOwn }) => longestOwn)).toFixed(1)} | |`,
  );
  console.log(lines.at(-1));
  const memory = {};
  for (const name of ['empty', 'Second Glance']) memory[name] = await measures.memory(browsers[name]);
  for (const when of ['early', 'late']) {
    const values = Object.values(memory).map((one) => one[when]);
    lines.push(
      `| heap after ${when === 'early' ? 'a sixth of' : 'all of'} an hour's composes (MB) | | ${values.map((mb) => mb.toFixed(2)).join(' | ')} | ${(values[1] / values[0]).toFixed(2)} |`,
    );
    console.log(lines.at(-1));
  }
} finally {
  for (const browser of Object.values(browsers)) await browser.close();
}

const names = Object.keys(candidates);
console.log(`
${rounds} rounds, medians, milliseconds. ${new Date().toISOString().slice(0, 10)}

| what | measure | ${names.join(' | ')} | ratio |
|---|---|${names.map(() => '--:|').join('')}--:|
${lines.join('\n')}

| code in a page | size |
|---|--:|
| any matching page and frame (sentinel) | ${size(path.join(ours, 'sentinel.js'))} |
| from the first hint of a compose, message or meeting (engine) | ${size(path.join(ours, 'engine.js'))} |
${notes.map((note) => `\n${note}`).join('')}`);
