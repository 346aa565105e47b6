import { describe, expect, test } from 'vitest';
import type { Pack } from '../../guidance/pack';
import { general } from '../../guidance/packs/general';
import { moj } from '../../guidance/packs/moj';
import { welsh } from '../../guidance/packs/welsh';
import { searchPack } from '../../guidance/search';

/** Every text of a pack that a person reads, by where it is. Names stay as they are: documents, sections, teams, and whom a team is for. */
function textsOf(pack: Pack): readonly (readonly [where: string, text: unknown])[] {
  const named = (where: string, ...texts: readonly unknown[]) => texts.flatMap((text) => (text === undefined ? [] : [[where, text] as const]));
  return [
    ...named('organisation', pack.organisation.name, pack.ifUnsure),
    ...pack.documents.flatMap(({ id, note }) => named(id, note)),
    ...pack.points.flatMap(({ id, text, detail }) => named(id, text, detail)),
    ...pack.groups.filter(({ id }) => id !== 'juststore').flatMap(({ id, title, note }) => named(id, title, note)),
    ...pack.contacts.flatMap(({ id, note, channels }) => [...named(id, note), ...channels.flatMap((channel) => named(id, channel.note))]),
    ...pack.situations.flatMap(({ id, title, keywords, firstSteps, haveReady }) => named(id, title, keywords, ...firstSteps, ...haveReady)),
    ...pack.stories.flatMap(({ id, title, notice, paragraphs }) => named(id, title, notice, ...paragraphs)),
    ...pack.links.flatMap(({ url, title, note }) => named(url, title, note)),
  ];
}

describe.each([
  ['Ministry of Justice', moj],
  ['any organisation', general],
])('the pack of %s', (_name, pack) => {
  test.each(textsOf(pack))('%s speaks Welsh', (_where, text) => {
    expect(text, 'not translated').toMatchObject({ en: expect.any(String), cy: expect.any(String) });
  });
});

test('no Welsh is left over', () => {
  const used = new Set([moj, general].flatMap(textsOf).map(([, text]) => (text as { en: string }).en));
  const labels = [moj, general].flatMap(({ contacts }) => contacts.flatMap(({ channels }) => channels.map(({ label }) => (label as { en?: string })?.en)));
  expect(Object.keys(welsh).filter((english) => !used.has(english) && !labels.includes(english))).toEqual([]);
});

test.each(['phishing', 'gwe-rwydo'])('%s is found in either language', (word) => {
  expect(searchPack(moj, word).situations.map(({ id }) => id)).toEqual(['strange-message']);
});
