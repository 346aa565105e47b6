/** How cards read on which several findings meet. The cards are printed into the snapshot, so that a change of words is read as a person reads it. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../core/evaluate';
import { emptyMemory, pace } from '../../core/pacing';
import { rules } from '../../engine/registry';
import { type ComposeCase, compose, contextOf, threadOf } from '../support/observations';
import { holesIn, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.gov.uk>';
const own = ['justice.gov.uk'];
const trusted = ['leeds.gov.uk'];
const chain = threadOf(
  { from: 'ann.lee@justice.gov.uk', to: ['jane.smith@justice.gov.uk'] },
  { from: 'bob.oak@justice.gov.uk', to: ['ann.lee@justice.gov.uk'] },
);
const homes = (count: number) => Array.from({ length: count }, (_, index) => `reader${index}@gmail.com`);

const cases: readonly (readonly [string, ComposeCase])[] = [
  ['an inside chain to the own private mailbox, with a file', { replyMode: 'forward', to: ['jane.smith84@gmail.com'], files: ['bundle.pdf'], thread: chain }],
  [
    'a supplier joins an inside conversation and gets a file',
    { replyMode: 'reply', initial: ['ann.lee@justice.gov.uk'], to: ['ann.lee@justice.gov.uk', 'dan@brightprint.co.uk'], files: ['list.xlsx'], thread: chain },
  ],
  ['a password and the file it opens, to a look-alike', { to: ['it@justicegov.uk'], files: ['case.zip'], authored: 'Hello,\nthe password is Kestrel-42.' }],
  ['a mailing with a file to people at home and a list', { to: [...homes(12), 'members-list@charity.org.uk'], files: ['letter.pdf'] }],
  ['a case to everyone and a new team', { to: ['all-staff@justice.gov.uk', 'civil-team@justice.gov.uk'], files: ['case.docx'] }],
  ['a chain to a new team', { replyMode: 'forward', to: ['civil-team@justice.gov.uk'], thread: chain }],
  [
    'an answer to a list, with someone new',
    {
      replyMode: 'reply-all',
      initial: ['ann.lee@justice.gov.uk', 'court-users-list@justice.gov.uk'],
      to: ['ann.lee@justice.gov.uk', 'court-users-list@justice.gov.uk', 'eve@firm.co.uk'],
      thread: chain,
    },
  ],
  [
    'work from home with a marked file to colleagues and their team',
    { account: 'jane.smith84@gmail.com', to: ['ann.lee@justice.gov.uk', 'civil-team@justice.gov.uk'], files: ['OFFICIAL-SENSITIVE.docx'] },
  ],
  ['two new firms get files, and a PIN', { to: ['a@one.co.uk', 'b@two.co.uk'], files: ['a.pdf', 'b.pdf'], authored: 'The PIN is 4821' }],
];

describe('a card on which findings meet', () => {
  test.each(cases)('%s', (_, given) => {
    const candidates = evaluate(rules, compose({ account, ...given }), contextOf({ own, trusted }), (id) => expect.fail(id));
    const nudge = pace(candidates, {}, emptyMemory, new Set(), 0) ?? expect.fail('silent');
    const [lead, ...others] = nudge.candidates;
    for (const candidate of nudge.candidates) expect(holesIn(candidate)).toEqual([]);
    const rank = { serious: 0, caution: 1, note: 2 };
    const order = nudge.candidates.map(({ severity }) => rank[severity]);
    expect(order).toEqual([...order].sort());
    const card = [
      ...lead.titles.map((title) => `# ${words(title)}`),
      ...lead.facts.map(({ message }) => `  ${words(message)}`),
      ...others.map(({ line }) => `  + ${words(line)}`),
    ];
    expect(card.length).toBeLessThanOrEqual(3 + 6 + 5);
    expect(`\n${card.join('\n')}\n`).toMatchSnapshot();
  });
});
