/** Products that the reading was not tuned on: every compose and every open message is read, and nothing is seen where nobody writes or reads a mail. */
import { afterEach, describe, expect, test } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import { silent } from '../page/unseen-pages';
import { languages, unseen } from '../page/unseen-webmail';
import { closePages, readComposes } from '../support/compose-page';
import { open, readMessagePages, unseenPages } from './read-pages';

afterEach(closePages);

const pages = unseenPages();

describe.each(unseen.map((one) => [one.name, one] as const))('%s', (name, one) => {
  test.each(languages.map(({ language }) => language))('%s', (language) => {
    const page = pages.find((candidate) => candidate.site === name && candidate.name === language);
    if (!page) throw new Error('no page');
    const found = readComposes(anyWebmail, open(page));
    expect(found).toHaveLength(1);
    const [compose] = found;
    expect(compose?.reading.recipients.items.map(({ address, name }) => address ?? String(name ?? '').toLowerCase()).sort()).toEqual(
      [...(page.composes[0] ?? [])].sort(),
    );
    expect(compose).toMatchObject({ complete: one.complete ?? 'complete', mode: 'new', text: 'Hello', ...(one.noSubject ? {} : { subject: 'Plan' }) });
    // Ann and the typed address are in To, Carol in Cc; a folded line says only To.
    if (one.complete !== 'collapsed') expect(compose?.cc).toEqual([expect.stringMatching(/carol/i)]);
    expect(compose?.layout.keepClear.filter(({ how }) => how === 'never').length).toBeGreaterThan(1);
  });
});

test.each(silent.map(({ name }) => name))('no compose in: %s', (name) => {
  for (const page of pages.filter(
    (candidate) => candidate.site === 'pages without a compose' && languages.some(({ language }) => candidate.name === `${name} (${language})`),
  )) {
    expect(anyWebmail.surfaces.compose?.find(open(page)), page.name).toEqual([]);
    closePages();
  }
});

test('open messages are read, and none is seen elsewhere', () => {
  const misses = readMessagePages('unseen', 'generic').flatMap((result) => result.misses);
  // "To Jane" is the summary of closed details, and no label: who else got it stays unknown.
  expect(misses).toEqual(languages.map(({ language }) => `Hey ${language}: recipients none`));
});

test('open messages of the known products', () => {
  expect(readMessagePages('known', 'site').flatMap((result) => result.misses)).toEqual([]);
});
