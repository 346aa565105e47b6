/** The reader of threads on real forwards and replies. Corpora and their truth: `../shared/mail/INDEX.md`. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decode, sharedFolder, threadReaders } from '../mail-files.mjs';

const percent = (right, all) => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`);
/** Words only: white space, quote marks and invisible characters differ between a text and its truth. */
const bare = (text) => text.replace(/[\s>\u00a0\u200b\ufeff*]+/g, '');

/**
 * Cases whose truth answers another question than "where does the first earlier message begin": those libraries show forwards and
 * answers between quoted lines in full, so their truth keeps the quote; `error` holds mail that the library could not split.
 */
const otherQuestion = new Map([
  ['mailspring email_5.html', 'forward, shown in full'],
  ['mailspring email_12.html', 'answers between quoted lines, shown in full'],
  ['mailspring email_16.html', 'forward, shown in full'],
  ['mailspring email_21.html', 'text below the quote, shown in full'],
  ['unquotemail dont_parse_quotations_for_forwarded_messages.txt', 'forward, shown in full'],
  ['unquotemail reply-quotations-share-block_dual.html', 'the truth keeps the quote that its text twin cuts'],
  ['email_reply_trimmer embedded_email_7.txt', 'answers between quoted lines, shown in full'],
  ['email_reply_trimmer embedded_email_17.txt', 'answer below the quote: the truth drops the attribution only'],
  ['email_reply_trimmer embedded_email_18.txt', 'answer below the quote: the truth drops the attribution only'],
  ['email_reply_trimmer forwarded_message.txt', 'forward: the truth drops the header only'],
  ['zimbra case 28', 'answers between quoted lines, shown in full'],
  ['zimbra case 29', 'answers between quoted lines, shown in full'],
  ...['136', '166', '1729', '17382', '22912', '3549', '3953', '8863', '9757'].map((id) => [`jetbrains_email_parser error/${id}.eml`, 'no truth']),
]);

export async function* tables() {
  const folder = await sharedFolder('mail');
  if (!folder) {
    console.log('Thread: no test mail beside this clone, skipped.');
    return;
  }
  const readers = await threadReaders();
  yield await forwards(readers, join(folder, 'email-forward-parser'));
  const misses = [];
  const rows = [];
  for (const [name, cases] of await boundaryCases(readers, folder)) {
    let right = 0;
    let other = 0;
    for (const { id, wrong } of cases) {
      if (otherQuestion.has(`${name} ${id}`)) {
        other++;
        continue;
      }
      if (wrong === null) right++;
      else misses.push(`${name} ${id}: ${wrong}`);
    }
    rows.push([name, cases.length - other, right, percent(right, cases.length - other), other]);
  }
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  rows.push(['all', sum(1), sum(2), percent(sum(2), sum(1)), sum(4)]);
  yield {
    title: 'First boundary of the quoted part (and number of messages where the truth gives it)',
    columns: ['corpus', 'messages', 'right', 'share'],
    rows,
    misses,
  };
}

async function forwards(readers, folder) {
  const truth = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8'));
  const fields = ['sender', 'recipients', 'copy', 'subject', 'date', 'date understood'];
  const counts = Object.fromEntries(fields.map((field) => [field, { right: 0, all: 0 }]));
  const nested = { right: 0, all: 0 };
  let whole = 0;
  let all = 0;
  let negatives = 0;
  let silent = 0;
  const misses = [];
  for (const [name, { tests }] of Object.entries(truth.files)) {
    const text = decode(await readFile(join(folder, 'test/fixtures', `${name}.txt`)));
    const { thread } = readers.readText(text);
    const variant = tests[0].replace('test', '').replace('Variant', '');
    if (variant === '4') {
      negatives++;
      // A reply: the message it answers is found, and nothing that says "forwarded".
      if (thread.messages.every((message) => !message.forwarded)) silent++;
      else misses.push(`${name}: a reply read as a forward`);
      continue;
    }
    all++;
    const message = thread.messages[0];
    const wrong = [];
    const check = (field, ok, shown) => {
      counts[field].all++;
      if (ok) counts[field].right++;
      else wrong.push(`${field} ${shown}`);
    };
    const addresses = (people) => people.map((one) => one.address).join(' ');
    const named = variant === '12';
    const { from: sender, to, cc, subject } = truth.constants;
    const from = message?.from ?? null;
    // Variant 3 and 5 print no name for some people, 11 prints "John, Doe".
    const nameFits =
      variant === '5' || variant === '3' ? [null, sender.name, 'john.doe'].includes(from?.name ?? null) : (from?.name ?? '').replace(',', '') === sender.name;
    check('sender', from !== null && (named ? from.address === null : from.address === sender.address) && nameFits, JSON.stringify(from));
    check('date', Boolean(message?.date) && /\d/.test(message.date), message?.date);
    check('date understood', typeof message?.time === 'number' || /^\d\d\/\d\d\//.test(message?.date ?? ''), message?.date);
    if (!name.startsWith('outlook_2019_')) {
      // Not every variant prints everyone: what the first header of the text names is expected.
      const printed = text.slice(0, 600);
      const wantedTo = named ? '' : to.filter((address) => address === to[0] || printed.includes(address)).join(' ');
      check('recipients', message !== undefined && addresses(message.to) === wantedTo, JSON.stringify(message?.to));
      const wantedCc = named
        ? ''
        : cc
            .map((one) => one.address)
            .filter((address) => printed.includes(address))
            .join(' ');
      check('copy', message !== undefined && addresses(message.cc) === wantedCc, JSON.stringify(message?.cc));
      check('subject', message?.subject === subject, message?.subject);
    }
    if (/^1[345]$/.test(variant)) {
      const printed = [...text.matchAll(/^(?:> ?)?(?:From|De):/gm)].length;
      nested.all++;
      if (thread.messages.length === printed) nested.right++;
      else wrong.push(`${thread.messages.length} messages for ${printed}`);
    } else if (thread.messages.length !== 1) wrong.push(`${thread.messages.length} messages`);
    if (wrong.length === 0) whole++;
    else misses.push(`${name}: ${wrong.join('; ')}`);
  }
  const rows = fields.map((field) => [field, counts[field].all, counts[field].right, percent(counts[field].right, counts[field].all)]);
  rows.push(['nested: number of messages', nested.all, nested.right, percent(nested.right, nested.all)]);
  rows.push(['everything of a forward', all, whole, percent(whole, all)]);
  rows.push(['replies not taken for forwards', negatives, silent, percent(silent, negatives)]);
  return { title: 'Forwards of email-forward-parser (20 languages)', columns: ['field', 'forwards', 'right', 'share'], rows, misses };
}

/** Whether what stands above the first boundary is what the truth calls the reply. */
function boundaryWrong(read, expected, { tailIsFine = false } = {}) {
  const above = bare(read.text.slice(0, read.quoteStart));
  const wanted = bare(expected);
  if (above === wanted) return null;
  if (bare(read.authored) === wanted) return null;
  if (tailIsFine && above.startsWith(wanted) && above.length - wanted.length < 900) return null;
  if (above.length > wanted.length)
    return `boundary too late or none (${read.thread.messages.length} messages): …${read.text.slice(Math.max(0, read.quoteStart - 60), read.quoteStart + 20).replace(/\s+/g, ' ')}`;
  return `boundary too early: ${read.text.slice(read.quoteStart, read.quoteStart + 70).replace(/\s+/g, ' ')}`;
}

async function boundaryCases(readers, folder) {
  const corpora = [];
  const list = async (path) => (await readdir(path)).sort();
  const text = async (path) => decode(await readFile(path));

  {
    const base = join(folder, 'mailspring/app/spec/fixtures/emails');
    const cases = [];
    for (const file of await list(base)) {
      if (!/^email_\d+\.html$/.test(file)) continue;
      const read = readers.readHtml(await text(join(base, file)));
      const stripped = readers.flat(await text(join(base, file.replace('.html', '_stripped.html')))).text;
      cases.push({ id: file, wrong: boundaryWrong(read, stripped) });
    }
    corpora.push(['mailspring', cases]);
  }
  {
    const base = join(folder, 'unquotemail/tests');
    const cases = [];
    for (const file of await list(join(base, 'samples'))) {
      if (!/\.(?:txt|html)$/.test(file)) continue;
      const expected = await text(join(base, 'expecteds', file)).catch(() => null);
      if (expected === null) continue;
      const source = await text(join(base, 'samples', file));
      const html = file.endsWith('.html');
      cases.push({ id: file, wrong: boundaryWrong(html ? readers.readHtml(source) : readers.readText(source), html ? readers.flat(expected).text : expected) });
    }
    corpora.push(['unquotemail', cases]);
  }
  {
    const base = join(folder, 'email_reply_trimmer/test');
    const cases = [];
    for (const file of await list(join(base, 'emails'))) {
      const trimmed = await text(join(base, 'trimmed', file)).catch(() => null);
      if (trimmed === null) continue;
      const read = readers.readText(await text(join(base, 'emails', file)));
      cases.push({ id: file, wrong: boundaryWrong(read, trimmed, { tailIsFine: true }) });
    }
    corpora.push(['email_reply_trimmer', cases]);
  }
  {
    const base = join(folder, 'jetbrains_email_parser/src/test/resources/testEmls');
    const cases = [];
    for (const kind of await list(base)) {
      for (const file of await list(join(base, kind))) {
        const read = await readers.readMail(await readFile(join(base, kind, file)));
        const some = read.thread.messages.length > 0;
        const fits = kind === 'empty' ? !some : some;
        cases.push({ id: `${kind}/${file}`, wrong: fits ? null : `${read.thread.messages.length} messages` });
      }
    }
    corpora.push(['jetbrains_email_parser', cases]);
  }
  {
    const cases = JSON.parse(await text(join(folder, 'zimbra/UtGetOriginalContent_data.json'))).map(({ input, output, isHtml }, index) => ({
      id: `case ${index + 1}`,
      wrong: boundaryWrong(isHtml ? readers.readHtml(input) : readers.readText(input), isHtml ? readers.flat(output).text : output),
    }));
    corpora.push(['zimbra', cases]);
  }
  {
    const base = join(folder, 'quotequail/tests/files');
    const cases = [];
    for (const file of await list(base)) {
      if (file.includes('unwrapped')) continue;
      const read = readers.readHtml(await text(join(base, file)));
      const [message] = read.thread.messages;
      const wrong = read.thread.messages.length === 0 ? 'no message' : message.from === null ? 'no sender' : null;
      cases.push({ id: file, wrong });
    }
    corpora.push(['quotequail', cases]);
  }
  {
    const base = join(folder, 'planer/test/examples/html');
    const cases = [];
    for (const file of await list(base)) {
      const read = readers.readHtml(await text(join(base, file)));
      cases.push({ id: basename(file), wrong: read.thread.messages.length > 0 && read.thread.messages[0].from !== null ? null : 'no message' });
    }
    corpora.push(['planer', cases]);
  }
  return corpora;
}
