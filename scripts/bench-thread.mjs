/**
 * `npm run bench-thread [-- --small] [-- CASE…]`: processor time of reading a thread against its size, from 32 kB to 4 MB, and the longest step between two pauses.
 * Linear work doubles with the input: growth near 2. The cases are real shapes and crafted worst ones.
 */
import { loadModule, markupOf } from './mail-files.mjs';

const { plainText, readThread } = await loadModule('mail/thread.ts');
const { flatten } = await loadModule('mail/thread/markup.ts');
const { parsePeople } = await loadModule('mail/addresses.ts');

const small = process.argv.includes('--small');
const sizes = [];
for (let size = 32 * 1024; size <= (small ? 128 : 4096) * 1024; size *= 2) sizes.push(size);

const fill = (piece, size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const words = 'Please find below the notes of the meeting, as agreed with the partners last week. ';
const outlook = (index) =>
  `\n________________________________\nFrom: Ann Smith ${index} <ann.${index}@justice.example>\nSent: 14 March 2026 10:02\nTo: Jones, Bob <bob@justice.example>; carol@example.org; Dan\nCc: Eve <eve@example.net>\nSubject: RE: Visit ${index}\n\n${words.repeat(30)}\nHer number: AB123456C, LS1 4AP\n`;
const chain = (size) => {
  const parts = [];
  for (let length = 0, index = 0; length < size; index++) {
    parts.push(outlook(index));
    length += parts.at(-1).length;
  }
  return parts.join('').slice(0, size);
};
const list = (size) => {
  const parts = [];
  for (let length = 0, index = 0; length < size; index++) {
    const marks = '>'.repeat(index % 40);
    parts.push(`${marks} On Mon, 3 Mar 2025 at 10:00, Ann ${index} <ann@x.example>\n${marks} wrote:\n${marks}> ${words}\n`);
    length += parts.at(-1).length;
  }
  return parts.join('').slice(0, size);
};

const texts = {
  'Outlook chain': chain,
  'mailing list, 40 levels': list,
  'one line': (size) => fill(words.trim(), size),
  'label line': (size) => `From: ${fill('a <', size)}`,
  'label lines': (size) => fill('From: a\n', size),
  'To lines that never end': (size) => `From: a\nTo: ${fill('b <b@c.example>,\n', size)}`,
  'dates and colons': (size) => fill('On 1/2/2003 10:00, "b" wrote:\n', size),
  'attribution without end': (size) => `On a, ${fill('"b" ', size)}`,
  'angle brackets': (size) => fill('<', size),
  'nested quotes in names': (size) => `From: b\nTo: ${fill('"a" <', size)}\nSent: 1 May 2020 10:00\nSubject: c`,
  '@ signs': (size) => fill('a@', size),
  dashes: (size) => fill('-', size),
  'dash lines': (size) => fill(`${'-'.repeat(70)}\n`, size),
  '10,000 quote marks a line': (size) => fill(`${'>'.repeat(10_000)} text\n`, size),
  'stairs of quote marks': (size) => {
    const parts = [];
    for (let length = 0, index = 0; length < size; index++) {
      parts.push(`${'>'.repeat(index % 3000)} On 1 May 2020 10:00, A wrote:\n`);
      length += parts.at(-1).length;
    }
    return parts.join('').slice(0, size);
  },
  'blank lines': (size) => fill('\n', size),
  spaces: (size) => fill(' ', size),
  digits: (size) => fill('1', size),
  'digit groups': (size) => fill('1234 5678 ', size),
  capitals: (size) => fill('AB12 3CD ', size),
  separators: (size) => fill('-----Original Message-----\n', size),
  'Yahoo line': (size) => `----- Forwarded Message ----- ${fill('From: To: Cc', size)}`,
};

/** Nested elements as nodes: an HTML parser's own time on such trees is not what is measured. */
const nested = (nodeName, attributes) => (size) => {
  const element = (name, parentNode) => ({
    nodeType: 1,
    nodeName: name,
    nodeValue: null,
    firstChild: null,
    nextSibling: null,
    parentNode,
    getAttribute: (key) => attributes[key] ?? null,
  });
  const root = element('BODY', null);
  let inner = root;
  for (let count = Math.floor(size / 13); count > 0; count--) {
    const child = element(nodeName, inner);
    inner.firstChild = { nodeType: 3, nodeName: '#text', nodeValue: 'x ', firstChild: null, nextSibling: child, parentNode: inner };
    inner = child;
  }
  return root;
};
const markups = {
  'HTML chain': (size) =>
    chain(size)
      .split('\n')
      .map((line) => `<div>${line.replace(/</g, '&lt;')}</div>`)
      .join(''),
  'deep divs': nested('DIV', {}),
  'deep quotes': nested('BLOCKQUOTE', { type: 'cite' }),
  'deep Gmail quotes': nested('DIV', { class: 'gmail_quote' }),
  'wide spans': (size) => fill('<span>x </span>', size),
  'wide links': (size) => `From: ${fill('<a href="mailto:a@b.example">A</a>; ', size)}<br>To: b<br>Subject: c`,
  'hidden parts': (size) => fill('<p style="display:none">From: a</p>', size),
};

/** Runs every size; on 1 MB five times, so that a step's own time can be told from the machine's other work: the least of each step counts. */
function run(make, read) {
  let longest = 0;
  const times = sizes.map((size) => {
    const input = make(size);
    let best = Number.POSITIVE_INFINITY;
    const cpu = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };
    const least = [];
    const rounds = size === 1024 * 1024 ? 5 : size > 1024 * 1024 ? 1 : 3;
    for (let round = 0; round < rounds; round++) {
      const start = cpu();
      read(input).forEach((time, index) => {
        least[index] = Math.min(least[index] ?? Number.POSITIVE_INFINITY, time);
      });
      best = Math.min(best, cpu() - start);
    }
    if (size === 1024 * 1024) for (const time of least) longest = Math.max(longest, time);
    return best;
  });
  // Two doublings together: one alone drowns in noise.
  const growth = Math.sqrt(times.at(-1) / times.at(-3));
  return { times, growth, longest };
}

/** Runs to the end; gives the time of each step between two pauses, in milliseconds. */
function steps(generator, times = []) {
  for (;;) {
    const start = performance.now();
    const step = generator.next();
    times.push(performance.now() - start);
    if (step.done) return { times, value: step.value };
  }
}

const readText = (text) => steps(readThread(plainText(text), { carried: [], hidden: [] }, true)).times;
const readMarkup = (root) => {
  const flat = steps(flatten(root));
  return steps(readThread(flat.value, flat.value, true), flat.times).times;
};

const rows = [];
const title = (size) => (size >= 1024 * 1024 ? `${size / 1024 / 1024} MB` : `${size / 1024} kB`);
console.log(`${'ms of processor time'.padEnd(28)}${sizes.map((size) => title(size).padStart(9)).join('')}   growth  longest step (1 MB)`);
function measured(name, result) {
  rows.push(result);
  const { times, growth, longest } = result;
  console.log(
    `${name.padEnd(28)}${times.map((time) => time.toFixed(1).padStart(9)).join('')}   ${(times.at(-1) < 30 ? '–' : growth.toFixed(2)).padStart(6)}  ${longest.toFixed(1).padStart(8)}`,
  );
}
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const wanted = (name) => only.length === 0 || only.some((part) => name.includes(part));
for (const [name, make] of Object.entries(texts)) if (wanted(name)) measured(name, run(make, readText));
for (const [name, make] of Object.entries(markups))
  if (wanted(name))
    measured(
      name,
      run((size) => {
        const input = make(size);
        return typeof input === 'string' ? markupOf(input) : input;
      }, readMarkup),
    );
if (wanted('people list'))
  measured(
    'people list',
    run(
      (size) => fill('Smith, Ann <ann@x.example>, "b; c" <', size),
      (text) => {
        const start = performance.now();
        parsePeople(text);
        return [performance.now() - start];
      },
    ),
  );

const worst = Math.max(0, ...rows.filter(({ times }) => times.at(-1) >= 30).map(({ growth }) => growth));
const slowest = Math.max(...rows.map(({ longest }) => longest));
console.log(`\nLargest growth per doubling: ${worst.toFixed(2)} (linear: 2). Longest step on 1 MB: ${slowest.toFixed(1)} ms.`);
if (worst > 3) process.exitCode = 1;
