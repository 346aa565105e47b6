/**
 * `npm run bench [-- --rounds=N] [--quick] [--only=WORDS] [--peers]`: what Second Glance costs a page, against an empty extension with the same matches.
 * Both run in browsers of their own, in turns, in one run; the table gives medians and their ratio, so a busy machine spoils both alike.
 * Times inside our own functions come from the browser's trace. `--peers` measures, in the same turns, published packages that extend Gmail, as far as they
 * go on a hand-made page: it installs them into a folder of its own below `.output`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, findChromium } from './find-browser.mjs';
import { buildExtension } from './practice-build.mjs';

const root = path.join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const option = (name) => given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
const rounds = Number(option('rounds') ?? (quick ? 3 : 9));
const withPeers = given.includes('--peers');
/** Only rows whose title holds this. */
const only = option('only') ?? '';
const address = 'https://mail.google.com/mail/u/0/';

// --- pages ------------------------------------------------------------------------------------------------------------------------------

const rows = (count) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<tr role="row" class="zA yO" tabindex="-1"><td><div role="checkbox" aria-checked="false"></div></td><td><span email="p${i}@x.example" data-hovercard-id="p${i}@x.example">Person ${i}</span></td><td><a href="#m${i}"><span class="bog">Subject ${i}</span></a><span role="img" aria-label="Important"></span></td></tr>`,
  ).join('');
/** Six conversations of ten letters: in one of sixty, each in the one before, Chromium itself takes minutes for a key. */
const quote = Array.from({ length: 60 }, (_, i) => {
  const letter = `<div class="gmail_quote"><div class="gmail_attr">On Mon, 16 Nov 2026 at 10:${String(i % 60).padStart(2, '0')}, Person ${i} &lt;<a href="mailto:p${i}@justice.example">p${i}@justice.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">${'Please find below the notes of the meeting, as agreed last week. '.repeat(30)}`;
  return i % 10 === 9 ? `${letter}${'</blockquote></div>'.repeat(10)}` : letter;
}).join('');
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
  // For what is done in a page rather than with it: the browser's own work on a large one would hide ours.
  '/mail/u/0/window': gmailLike(compose, 300),
  // Nothing in it asks for a card until a recipient does.
  '/mail/u/0/plain': gmailLike(compose.replace(quote, '').replace('Fwd: ', ''), 300),
  '/mail/u/0/small': gmailLike('', 300),
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
const categories = ['devtools.timeline', 'v8', 'v8.execute'];
const calls = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'RunMicrotasks', 'RunTask']);
const isOwn = ({ args, name }) => name !== 'RunTask' && String(args?.data?.url ?? '').startsWith('chrome-extension://');
/** Milliseconds of processor time: what other work on the machine takes in between does not count. */
const ms = ({ tdur, dur = 0 }) => (tdur ?? dur) / 1000;

/**
 * The extension's own time in a trace: its sum, and the most in one task. Promises go on in the microtasks of the task that settled them, of which
 * the trace names no owner: those of a task that we began count as ours, but for the page's functions in them.
 */
function ownTimeIn(events) {
  const tasks = [];
  const byThread = new Map();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (!byThread.has(thread)) byThread.set(thread, []);
    byThread.get(thread).push(event);
  }
  for (const list of byThread.values()) {
    list.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
    const open = [];
    let task = null;
    for (const event of list) {
      while (open.length > 0 && open.at(-1).ts + (open.at(-1).dur ?? 0) <= event.ts) open.pop();
      if (open.length === 0) {
        task = { own: 0, ours: false };
        tasks.push(task);
      }
      const above = open.findLast(({ name }) => name !== 'RunTask');
      const counted = isOwn(event) || (event.name === 'RunMicrotasks' && task.ours);
      if (isOwn(event)) task.ours = true;
      if (above?.counted) {
        if (!counted && event.name !== 'RunMicrotasks') task.own -= ms(event);
      } else if (counted) task.own += ms(event);
      open.push({ ...event, counted: above?.counted ? counted || event.name === 'RunMicrotasks' : counted });
    }
  }
  return { own: tasks.reduce((sum, { own }) => sum + own, 0), longestOwn: Math.max(0, ...tasks.map(({ own }) => own)) };
}

/** The processor time (ms) that the page's main thread takes for `work`. */
async function counted(page, work) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
  const before = await busy();
  const result = await work();
  const after = await busy();
  await session.detach();
  return { result, busy: (after - before) * 1000 };
}

/**
 * Records a trace around `work`: processor time of the page's main thread, and of the extension's own code in it with the most in one task (ms).
 * @param tasks also record where tasks begin and end; without it, only what was called inside one another counts as one (a burst would fill the memory)
 */
async function traced(page, work, tasks = true) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (event.ph === 'X' && calls.has(event.name)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: tasks ? [...categories, 'disabled-by-default-devtools.timeline'] : categories },
  });
  const { result, busy } = await counted(page, work);
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return { result, busy, ...ownTimeIn(events) };
}

async function pageOf({ context }, where) {
  const page = await context.newPage();
  return { page, go: () => page.goto(new URL(where, address).href) };
}

const measures = {
  /** Once as it is, for what the browser pays, and once with a trace, which makes everything slower, for what of it is ours. */
  async load(browser, where) {
    const load = async (watched) => {
      const { page, go } = await pageOf(browser, where);
      const found = await watched(page, async () => {
        await go();
        await quiet(2000);
        return page.evaluate(() => ({
          paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
          interactive: performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0,
        }));
      });
      await page.close();
      return found;
    };
    const { busy, result } = await load(counted);
    const { own, longestOwn } = await load(traced);
    return { ...result, busy, own, longestOwn };
  },
  async keys(browser) {
    const { page, go } = await pageOf(browser, 'window');
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
    const { busy, own, longestOwn } = await traced(
      page,
      () =>
        page.evaluate(async (length) => {
          const room = document.createElement('div');
          room.style.cssText = 'position:absolute;left:0;top:0;width:10px;height:10px;overflow:hidden;contain:strict';
          document.body.append(room);
          const started = performance.now();
          let made = 0;
          // 10,000 changes a second, as many as are owed at a time: a line comes, a line goes.
          for (let passed = 0; passed < length * 1000; passed = performance.now() - started) {
            for (; made < passed * 10; made += 2) {
              const line = document.createElement('span');
              line.textContent = 'x';
              room.append(line);
              if (room.childElementCount > 50) room.firstElementChild.remove();
            }
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
        }, seconds),
      false,
    );
    await page.close();
    return { busy: busy / seconds, own: own / seconds, longestOwn };
  },
  async card(browser) {
    const { page, go } = await pageOf(browser, 'plain');
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
    const { page, go } = await pageOf(browser, 'small');
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
    const cycles = quick ? 12 : 120;
    const sizes = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        document.body.append(document.adoptNode(parsed.querySelector('#compose')));
        const chip = document.createElement('div');
        chip.setAttribute('role', 'option');
        chip.setAttribute('data-hovercard-id', `person_${Math.random()}@gmail.com`);
        document.querySelector('#compose [role=listbox]').append(chip);
      }, compose);
      // Long enough to be found, read and reminded of.
      await quiet(900);
      await page.evaluate(() => document.querySelector('#compose').remove());
      await quiet(300);
      if (cycle === Math.floor(cycles / 6) || cycle === Math.floor(cycles / 2) || cycle === cycles - 1) sizes.push(await heap());
    }
    await page.close();
    return { early: sizes[0], middle: sizes.at(1), late: sizes.at(-1) };
  },
};

const size = (file) => {
  const bytes = readFileSync(file);
  return `${(bytes.length / 1000).toFixed(1)} kB (${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzip)`;
};

// --- the run ----------------------------------------------------------------------------------------------------------------------------

const ours = await buildExtension('bench', { hosts: [] });
/** The empty extension twice: how far two medians of the same thing are apart here tells what a difference means. */
const candidates = { empty: extensionOf('bench-empty', ''), 'Second Glance': ours, 'empty again': extensionOf('bench-empty-again', '') };
const notes = [];
if (withPeers) Object.assign(candidates, await peers());

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

const loads = ['paint', 'interactive', 'busy', 'own', 'longestOwn'];
const pieces = ['busy', 'own', 'longestOwn'];
/** Title, measure, page, kinds, and how many of the rounds: what takes long is repeated less. */
const plan = [
  ['no mail page: load', 'load', 'empty', loads, rounds],
  ['Roundcube-like inbox: load', 'load', 'light', loads, rounds],
  ['Gmail-like inbox, 20,000 elements: load', 'load', 'inbox', loads, rounds],
  ['Gmail-like page with a compose and 120 kB of earlier messages: load', 'load', 'compose', loads, rounds],
  ['each key in that compose', 'keys', '', pieces, rounds],
  ['each second of 10,000 changes, no compose', 'burst', 'small', pieces, Math.ceil(rounds / 2)],
  ['each second of 10,000 changes, with a compose', 'burst', 'window', pieces, Math.ceil(rounds / 2)],
  ['from adding a recipient to the card', 'card', '', ['card', 'own', 'longestOwn'], rounds],
  ['heap of a tab over an hour of composes, MB', 'memory', '', ['early', 'middle', 'late'], 1],
].filter(([title]) => title.includes(only));
/** What the peers can do at all on a hand-made page: to be there, and to look for composes. */
const peersCan = new Set(['load', 'keys', 'burst']);
const titles = {
  paint: 'first paint',
  interactive: 'loaded',
  busy: 'main thread busy',
  own: 'own code',
  longestOwn: 'most own code in one task',
  card: 'until the card is there',
  early: 'after a sixth',
  middle: 'after half',
  late: 'at the end',
};
/** Kinds of which an empty extension has nothing to compare. */
const without = new Set(['own', 'longestOwn', 'card']);

const started = performance.now();
const browsers = {};
for (const [name, extension] of Object.entries(candidates)) browsers[name] = await open(extension);
const lines = [];
try {
  for (const [title, measure, where, kinds, times] of plan) {
    /** By candidate, the values of each round. */
    const found = new Map(Object.keys(browsers).map((name) => [name, []]));
    const wanted = Object.entries(browsers).filter(
      ([name]) => name === 'Second Glance' || (name === 'empty' ? measure !== 'card' : name === 'empty again' ? measure === 'load' : peersCan.has(measure)),
    );
    for (let round = 0; round < times; round += 1) {
      const take = async ([name, browser]) => found.get(name).push(await measures[measure](browser, where));
      // In turns, and each first as often as the others; an hour of composes mostly waits, so they wait together.
      if (measure === 'memory') await Promise.all(wanted.map(take));
      else for (const one of round % 2 ? wanted.toReversed() : wanted) await take(one);
    }
    for (const kind of kinds) {
      const middle = Object.fromEntries([...found].map(([name, values]) => [name, median(values.map((value) => value[kind]))]));
      const shown = Object.values(middle).map((value) => (Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 2 : 0)));
      const ratio = (name) => (without.has(kind) || Number.isNaN(middle[name]) ? '–' : (middle[name] / middle.empty).toFixed(2));
      lines.push(`| ${title} | ${titles[kind]} | ${shown.join(' | ')} | ${ratio('Second Glance')} | ${ratio('empty again')} |`);
      console.log(lines.at(-1));
    }
  }
} finally {
  for (const browser of Object.values(browsers)) await browser.close();
}

const engine = readFileSync(path.join(ours, 'engine.js'), 'utf8');
const table = JSON.parse(/wanted=(\{.*?\]\})/s.exec(engine)[1]);
/** Raw and compressed kB of files, each compressed by itself. */
const weight = (files) => {
  const all = files.map((file) => readFileSync(path.join(ours, file)));
  const sum = (sizes) => (sizes.reduce((before, one) => before + one, 0) / 1000).toFixed(1);
  return `${sum(all.map(({ length }) => length))} kB | ${sum(all.map((bytes) => gzipSync(bytes).length))} kB`;
};
const partsOf = (...parts) => [...new Set(parts.flatMap((part) => table[part]))].map((part) => `parts/${part}.js`);
const [read, shown] = [
  ['gmail', 'compose'],
  ['gmail', 'compose', 'presenter', 'en', 'moj-en'],
];
const names = Object.keys(candidates);
console.log(`
\`npm run bench${given.length > 0 ? ` -- ${given.join(' ')}` : ''}\`, ${rounds} rounds, medians, milliseconds, ${((performance.now() - started) / 60_000).toFixed(0)} minutes. ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${cpus()[0]?.model}, ${cpus().length} processors, load ${loadavg()
  .map((one) => one.toFixed(1))
  .join(' ')}

| what | measure | ${names.join(' | ')} | ratio | ratio of nothing |
|---|---|${names.map(() => '--:|').join('')}--:|--:|
${lines.join('\n')}

| code in a page | size | gzip |
|---|--:|--:|
| any page that matches, and each of its frames, before the first compose, message or meeting | ${weight(['sentinel.js'])} |
| a mail page with a compose, all that reads and judges it | ${weight(['engine.js', ...partsOf(...read)])} |
| the same with the card, its words and its guidance | ${weight(['engine.js', ...partsOf(...shown)])} |
${notes.map((note) => `\n${note}`).join('')}`);
