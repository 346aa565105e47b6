/** Personal data: the vectors of other projects, and real mail that holds next to none. Sources: `../shared/mail/INDEX.md`. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { decode, filesUnder, finish, loadModule, readFileAsThread, sharedFolder, threadReaders } from '../mail-files.mjs';

export async function* tables() {
  const folder = await sharedFolder('mail');
  if (!folder) {
    console.log('Personal data: no test mail beside this clone, skipped.');
    return;
  }
  const { shapesIn, countPersonalData } = await loadModule('mail/personal-data.ts');
  const rows = [];
  const misses = [];
  const score = (name, cases) => {
    let right = 0;
    for (const { text, expected, kind } of cases) {
      const count = shapesIn(text, kind).length;
      if (count === expected) right++;
      else misses.push(`${name} ${JSON.stringify(text)}: ${count} for ${expected}`);
    }
    rows.push([name, cases.length, right]);
  };
  const json = async (path) => JSON.parse(await readFile(join(folder, 'pii-vectors', path), 'utf8'));

  const kindOf = {
    nino: 'national-insurance',
    nhs: 'nhs',
    postcode: 'postcode',
    passport: 'passport',
    driving_licence: 'driving-licence',
    vehicle_registration: 'vehicle',
  };
  for (const [name, cases] of Object.entries(await json('presidio_uk.json'))) {
    // Presidio's passports are two letters and seven digits only; nine digits count here with their keyword, which these cases lack.
    score(
      `presidio ${name}`,
      cases
        .map(({ case: one }) => ({ text: Array.isArray(one) ? one[0] : one, expected: Array.isArray(one) ? one[1] : 0, kind: kindOf[name] }))
        .filter(({ text }) => name !== 'passport' || !/^\d{9}$/.test(text)),
    );
  }
  for (const [name, kind] of [
    ['PNC', 'pnc'],
    ['CRO', 'cro'],
  ]) {
    const { canonical, invalid } = await json(`hmpps_${name}IdentifierTest.json`);
    score(`hmpps ${name}`, [
      ...canonical.flatMap((one) => [one.in, one.out]).map((text) => ({ text, expected: 1, kind })),
      ...invalid.map((text) => ({ text, expected: 0, kind })),
    ]);
  }
  const { tests } = await json('postcode/validation.json');
  score(
    'postcode',
    tests.map(({ base, expected }) => ({ text: base, expected: expected ? 1 : 0, kind: 'postcode' })),
  );
  yield { title: 'Personal data: vectors, by shape and check', columns: ['vectors', 'cases', 'right'], rows, misses };

  const readers = await threadReaders();
  const hits = [];
  const negatives = [];
  for (const corpus of [
    'roundcube',
    'email-forward-parser',
    'mailspring',
    'unquotemail',
    'email_reply_trimmer',
    'jetbrains_email_parser',
    'quotequail',
    'planer',
  ]) {
    const counts = new Map();
    let files = 0;
    for await (const file of filesUnder(join(folder, corpus))) {
      if (!/^\.(?:eml|txt|html|msg)$/.test(extname(file))) continue;
      files++;
      const { text } = extname(file) === '.msg' ? { text: decode(await readFile(file)) } : await readFileAsThread(readers, file);
      // The whole text, not only the quoted part: more to be wrong about.
      for (const { kind, places } of finish(countPersonalData(text, [{ start: 0, end: text.length }]))) {
        counts.set(kind, (counts.get(kind) ?? 0) + places.length);
        for (const { start, end } of places.slice(0, 5))
          hits.push(`${file.slice(folder.length + 1)} ${kind}: …${text.slice(Math.max(0, start - 25), end + 15).replace(/\s+/g, ' ')}`);
      }
    }
    negatives.push([corpus, files, [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none']);
  }
  yield {
    title: 'Personal data: hits in real mail that is not about people (each is in the list of misses)',
    columns: ['corpus', 'files', 'hits'],
    rows: negatives,
    misses: hits,
  };
}
