import fc from 'fast-check';
import { expect } from 'vitest';
import { wordsOf } from '../../core/text';
import { linkOf, looksLikePack } from '../../guidance/pack';
import { moj } from '../../guidance/packs/moj';
import { readPackText, writePackText } from '../../guidance/read';
import { addressesIn, domainOf, normaliseAddress, parsePeople } from '../../mail/addresses';
import { plainText, readThread } from '../../mail/thread';
import { readAddresses, readDomains, readOfferedServers, readServer, tryAddress } from '../../platform/organisation-input';
import { fuzz, textOf } from './support';

const listPieces = [
  'ann@x.example',
  'Ann Smith',
  '"Smith, Ann"',
  '<',
  '>',
  ',',
  ';',
  '@',
  '"',
  '\\"',
  '(',
  ')',
  '[',
  ']',
  ':',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '.',
  '..',
  'mailto:',
  '?subject=',
  "'",
  '\u202e',
  '\u2066',
  '\u200b',
  '\u00ad',
  '\ufeff',
  'ａ@ｘ.example',
  'é@exämple.example',
  'xn--',
  '=?utf-8?Q?a?=',
  '/O=EXCHANGE/CN=ANN',
  'Undisclosed recipients:;',
  'group: a@x.example, b@x.example;',
  '\u0000',
  '\ud800',
  '😀',
  'a@[127.0.0.1]',
  '%40',
  '&lt;',
  ' via ',
  ' on behalf of ',
];
const threadPieces = [
  ...listPieces,
  'From: ',
  'Sent: 1 May 2026 10:00',
  'To: ',
  'Cc: ',
  'Subject: RE: x',
  'Date: Mon, 16 Nov 2026 10:00:00 +0000',
  '\n> ',
  '\n>> ',
  '\n\n',
  'On 1 May 2026, at 10:00, Ann <ann@x.example> wrote:',
  '-----Original Message-----',
  '________________________________',
  'Begin forwarded message:',
  'Oddi wrth: ',
  'Von: ',
  'QQ 12 34 56 C',
  'SW1A 2AA',
  '4111 1111 1111 1111',
  '07700 900123',
  'password: hunter2',
  '-- \n',
  'Sent from my phone',
];

const run = (text: string) => {
  const steps = readThread(plainText(text), { carried: [], hidden: [] }, true);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

fuzz('address lists: only well-formed addresses, each from the text', textOf(listPieces), (text) => {
  for (const { address, name } of parsePeople(text)) {
    if (address === null) continue;
    expect(normaliseAddress(address)).toBe(address);
    expect(domainOf(address)).not.toBe('');
    expect(address).not.toMatch(/[\s<>"]/);
    expect(name ?? '').not.toContain('\u202e');
  }
  for (const { start, end, address } of addressesIn(text)) {
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toContain('@');
    expect(normaliseAddress(address)).toBe(address);
  }
});

fuzz('threads: places inside the text, people from the text, counts that are counts', textOf(threadPieces), (text) => {
  const { authored, thread, quoteStart } = run(text);
  expect(quoteStart).toBeGreaterThanOrEqual(0);
  expect(quoteStart).toBeLessThanOrEqual(text.length);
  expect(authored.length).toBeLessThanOrEqual(text.length);
  const quoted = wordsOf(thread.text);
  for (const message of thread.messages) expect(JSON.stringify(message).length).toBeLessThan(text.length * 20 + 2000);
  for (const { count } of thread.personalData) expect(Number.isInteger(count) && count > 0).toBe(true);
  expect(quoted.length).toBeLessThanOrEqual(text.length);
});

/** No clock: a reading that grew with the square of these texts would not come to an end. How fast it is: `npm run bench-thread`. */
fuzz(
  'address lists and threads: half a megabyte of anything is read to its end',
  textOf(threadPieces, 12).filter((text) => text.length > 0),
  (piece) => {
    const text = piece.repeat(Math.ceil(2 ** 19 / piece.length));
    parsePeople(text);
    addressesIn(text);
    expect(run(text).quoteStart).toBeLessThanOrEqual(text.length);
  },
  5,
);

fuzz(
  'what people type into options',
  textOf([...listPieces, 'https://', 'mail.example.org', '*.', 'gov.uk', 'co.uk', '127.0.0.1', '::1', '[::1]', ':8080', '/path', 'justice.gov.uk'], 20),
  (text) => {
    const organisation = { own: ['justice.example'], trusted: ['police.example'] };
    readDomains(text, 'own', organisation);
    readDomains(text, 'trusted', organisation);
    readAddresses(text, []);
    tryAddress(text, organisation, []);
    const server = readServer(text, ['https://mail.google.com/*'], []);
    if (server.kind === 'server') expect(server.pattern).toMatch(/^https?:\/\/[^/*\s]+\/\*$/);
    for (const pattern of readOfferedServers([text], [])) expect(typeof pattern).toBe('string');
  },
);

const yaml = writePackText(moj);
const json = JSON.stringify(moj);
const spoilt = fc
  .tuple(
    fc.constantFrom(yaml, json),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(60),
        fc.oneof(
          fc.constantFrom(
            '',
            '"',
            ':',
            '- ',
            '\n',
            '  ',
            '{',
            '}',
            '[',
            ']',
            '&a ',
            '*a',
            '!!js/function ',
            '<<: ',
            'null',
            '__proto__: ',
            'javascript:alert(1)',
            '<img src=x>',
            '\u0000',
            '~',
            '|\n',
            '>-\n',
            '1e999',
          ),
          fc.string({ maxLength: 10 }),
        ),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((spoiltText, [at, length, put]) => {
      const from = Math.floor(at * spoiltText.length);
      return spoiltText.slice(0, from) + put + spoiltText.slice(from + length);
    }, text),
  );

fuzz(
  'guidance packs: a pack that can be shown, or problems with places',
  fc.oneof(spoilt, textOf(['schema: 1\n', 'id: x\n', 'documents:\n', '- ', '  ', 'a: &a [*a]\n', '{"schema":1', '}', ',', 'text: ', 'en: x\n', '"', ':'], 30)),
  (text) => {
    const reading = readPackText(text, moj);
    if (reading.kind === 'pack') {
      expect(looksLikePack(reading.pack)).toBe(true);
      for (const { channels } of reading.pack.contacts)
        for (const channel of channels) expect(linkOf(channel) ?? 'tel:').toMatch(/^(?:https:\/\/|mailto:|tel:)/);
      for (const { url } of reading.pack.documents) expect(url ?? 'https://').toMatch(/^https:\/\//);
    } else {
      expect(reading.problems.length).toBeGreaterThan(0);
      for (const { line } of reading.problems) if (line !== null) expect(line).toBeGreaterThan(0);
    }
  },
  25,
);
