import { describe, expect, test } from 'vitest';
import outsideRecipient from '../../rules/outside-recipient';
import { type ComposeCase, compose, contextOf, recipient, threadOf } from '../support/observations';
import { holesIn, keysOf, messagesOf, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.example>';
const check = (given: ComposeCase, context = contextOf({})) => outsideRecipient.check(compose({ account, ...given }), context);
const inside = threadOf(
  { from: 'ann@justice.example', to: ['jane.smith@justice.example', 'bob@justice.example'] },
  { from: 'bob@justice.example', to: ['ann@justice.example'] },
);
const withFirm = threadOf({ from: 'eve@firm.example', to: ['jane.smith@justice.example'] }, { from: 'ann@justice.example', to: ['eve@firm.example'] });

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['a file for a colleague', { to: ['ann@justice.example'], files: ['a.pdf'] }],
    ['words for an outsider', { to: ['eve@firm.example'] }],
    ['an answer to an outsider who wrote', { replyMode: 'reply', initial: ['eve@firm.example'], to: ['eve@firm.example'], thread: withFirm }],
    ['the same with a file', { replyMode: 'reply', initial: ['eve@firm.example'], to: ['eve@firm.example'], thread: withFirm, files: ['form.pdf'] }],
    ['an answer whose beginning was missed', { replyMode: 'reply', initial: null, to: ['eve@firm.example'], files: ['form.pdf'] }],
    [
      'a second person of a firm that is in the conversation gets a file',
      { replyMode: 'reply', initial: ['eve@firm.example'], to: ['eve@firm.example', 'kim@firm.example'], thread: withFirm, files: ['form.pdf'] },
    ],
    ['someone at home gets a file: another rule', { to: ['bob@gmail.com'], files: ['form.pdf'] }],
    ['someone who writes from home', { account: 'jane@gmail.com', to: ['eve@firm.example'], files: ['cv.pdf'] }],
    ['a picture in the signature', { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example'], thread: inside }],
    ['a colleague joins', { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example', 'cat@justice.example'], thread: inside }],
    [
      'an outsider joins a conversation with other outsiders',
      { replyMode: 'reply', initial: ['eve@firm.example'], to: ['eve@firm.example', 'kim@other.example'], thread: withFirm },
    ],
    ['a forward of a message from outside', { replyMode: 'forward', initial: [], to: ['kim@other.example'], thread: withFirm }],
    ['a thread that could not be read', { replyMode: 'forward', to: ['eve@firm.example'], thread: { ...inside, completeness: 'unknown' } }],
    ['a thread that names nobody', { replyMode: 'forward', to: ['eve@firm.example'], thread: { ...inside, participants: [] } }],
    ['half an address', { to: ['eve@firm'], files: ['a.pdf'] }],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('half a colleague’s address, until it is picked', () => {
    const context = contextOf({ own: ['justice.gov.uk'] });
    const to = (address: string, typed: boolean) => {
      const observation = compose({ account: 'jane@justice.gov.uk', files: ['a.pdf'] });
      return outsideRecipient.check({ ...observation, recipients: { ...observation.recipients, items: [recipient(address, 'to', typed)] } }, context);
    };
    for (const half of ['ann@justice.go', 'ann@justice.gov', 'ann@digital.justice.gov', 'ann@digital.justice.gov.u']) expect(to(half, true), half).toBeNull();
    expect(to('ann@justice.gov', false)).not.toBeNull();
    expect(to('eve@firm.com', true)).not.toBeNull();
  });

  test('a file for a partner, for someone written to before, for a firm written to often', () => {
    const given: ComposeCase = { to: ['eve@firm.example'], files: ['a.pdf'] };
    expect(check(given, contextOf({ trusted: ['firm.example'] }))).toBeNull();
    expect(check(given, contextOf({ known: ['eve@firm.example'] }))).toBeNull();
    expect(check(given, contextOf({ known: ['firm.example'] }))).toBeNull();
    expect(check(given, contextOf({ known: ['kim@firm.example'] }))).not.toBeNull();
  });

  test('secure mail of a partner', () => {
    expect(check({ to: ['ann@council.gov.uk.cjsm.net'], files: ['a.pdf'] }, contextOf({ trusted: ['gov.uk'] }))).toBeNull();
  });

  test('nobody is outside as long as nothing is known of the organisation', () => {
    expect(check({ account: null, to: ['eve@firm.example'], files: ['a.pdf'] }, contextOf({ own: [] }))).toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, string[]]>([
    ['a file for someone new', { to: ['eve@firm.example'], files: ['a.pdf'] }, ['outside-people', 'files']],
    [
      'a file in a forward',
      { replyMode: 'forward', to: ['eve@firm.example'], files: ['a.pdf'], thread: { ...inside, completeness: 'unknown' } },
      ['outside-people', 'files'],
    ],
    [
      'an outsider joins',
      { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example'], cc: ['eve@firm.example'], thread: inside },
      ['outside-people', 'inside-thread'],
    ],
    [
      'an outsider joins and gets a file',
      { replyMode: 'reply-all', initial: ['ann@justice.example'], to: ['ann@justice.example', 'eve@firm.example'], thread: inside, files: ['a.pdf', 'b.pdf'] },
      ['outside-people', 'inside-thread', 'files'],
    ],
    ['a forward of an inside conversation', { replyMode: 'forward', to: ['eve@firm.example'], thread: inside }, ['outside-people', 'inside-thread']],
    ['a forward of it to someone at home', { replyMode: 'forward', to: ['eve@gmail.com'], thread: inside }, ['outside-people', 'inside-thread']],
  ])('%s', (_, given, facts) => {
    const finding = check(given);
    expect(finding?.severity).toBe('caution');
    expect(finding?.facts.map(({ name }) => name)).toEqual(facts);
    expect(finding && holesIn(finding)).toEqual([]);
  });

  test('someone known who joins an inside conversation is news all the same', () => {
    expect(check({ replyMode: 'forward', to: ['eve@firm.example'], thread: inside }, contextOf({ known: ['eve@firm.example'] }))).not.toBeNull();
  });

  test('the account’s own domain stands in for the organisation', () => {
    expect(check({ to: ['eve@firm.example'], files: ['a.pdf'] }, contextOf({ own: [] }))).not.toBeNull();
  });

  test('in plain words', () => {
    const finding = check({ to: ['eve@firm.example', 'kim@firm.example'], files: ['a.pdf'] }) ?? expect.fail();
    expect(finding.titles.map(words)).toEqual([
      '2 people outside are about to get a file for the first time',
      '2 recipients are outside your organisation',
      'Are these the right 2 people outside for this?',
    ]);
  });
});

test('has words for all it says, and none that it never says', () => {
  const findings = [
    check({ to: ['eve@firm.example', 'kim@firm.example'], files: ['a.pdf', 'b.pdf'] }),
    check({ replyMode: 'forward', to: ['eve@firm.example'], thread: inside }),
  ];
  const said = new Set(findings.flatMap((finding) => messagesOf(finding ?? expect.fail()).map(({ key }) => key)));
  expect([...said].sort()).toEqual(keysOf('outside-recipient'));
});
