import { describe, expect, test } from 'vitest';
import type { Severity } from '../../core/rule';
import { pageTextOf } from '../../core/text';
import groupAddress from '../../rules/group-address';
import { type ComposeCase, compose, contextOf, recipient, threadOf } from '../support/observations';
import { holesIn, keysOf, messagesOf, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.example>';
const check = (given: ComposeCase, context = contextOf({})) => groupAddress.check(compose({ account, ...given }), context);

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['a colleague', { to: ['ann.lee@justice.example'] }],
    [
      'a colleague with a surname that is also a group word',
      { to: ['jane.staff@justice.example', 'Tom List <tom.list@justice.example>', 'amy.group@justice.example'] },
    ],
    ['a name printed surname first', { to: ['All, Sam (HQ) <sam.all@justice.example>'] }],
    ['a colleague of an office in brackets', { to: ['Ann Lee (Press Office) <ann.lee@justice.example>'] }],
    ['a colleague with the office behind the name', { to: ['Ann Lee HR <ann.lee@justice.example>'] }],
    ['people called Ballister, Stafford, Teamer and Allan', { to: ['c.ballister@x.example', 'stafford@x.example', 'p.teamer@x.example', 'allan@x.example'] }],
    ['a public door without anything', { to: ['enquiries@council.gov.uk', 'info@charity.org.uk'] }],
    [
      'people with a title and a surname that is also a group word',
      { to: ['HHJ Alice Forum <alice.forum@judiciary.uk>', 'Dr. Sam Oak Network <s.network@x.example>'] },
    ],
    ['a man called Tim', { to: ['tim.reed@justice.example', 'Tim Reed <t.reed@justice.example>'] }],
    ['half a word', { to: ['sta'] }],
    ['a group that the conversation had already', { replyMode: 'reply', initial: ['family-team@justice.example'], to: ['family-team@justice.example'] }],
    ['an answer whose beginning was missed', { replyMode: 'reply-all', initial: null, to: ['all-staff@justice.example'] }],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('a team and a list that were written to before, whatever goes along', () => {
    const known = contextOf({ known: ['family-team@justice.example', 'network@justice.example'] });
    expect(check({ to: ['family-team@justice.example', 'network@justice.example'], files: ['rota.xlsx'] }, known)).toBeNull();
  });

  test('a listed group that is known, with nothing but words', () => {
    expect(check({ to: ['x1@justice.example'] }, contextOf({ groups: ['x1@justice.example'], known: ['x1@justice.example'] }))).toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity]>([
    ['everyone', { to: ['all-staff@justice.example'] }, 'caution'],
    ['everyone, in other spellings', { to: ['allstaff@justice.example'] }, 'caution'],
    ['everyone, backwards', { to: ['staff.all@justice.example'] }, 'caution'],
    ['everyone in one place', { to: ['all-leeds@justice.example'] }, 'caution'],
    ['everyone by name only', { to: ['All HMCTS Staff'] }, 'caution'],
    ['everyone in Welsh', { to: ['pawb@justice.example'] }, 'caution'],
    ['a team', { to: ['family-team@justice.example'] }, 'note'],
    ['a team in Welsh', { to: ['tîm.teulu@justice.example'] }, 'note'],
    ['a staff list', { to: ['staff-north@justice.example'] }, 'note'],
    ['a distribution list', { to: ['court-users-distribution@justice.example'] }, 'note'],
    ['an Exchange list by its name', { to: ['DL Northern Circuit'] }, 'note'],
    ['a team by the name of a mailbox', { to: ['Northern Family Team <nft@justice.example>'] }, 'note'],
    ['a team whose name looks like a title', { to: ['DR Network Team <network.team@justice.example>'] }, 'note'],
    ['a forum with a title in its address', { to: ['Ms Working Group <ms.working.group@justice.example>'] }, 'note'],
    ['in blind copy', { bcc: ['family-team@justice.example'] }, 'note'],
    [
      'a group added to an answer',
      { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example'], cc: ['family-team@justice.example'] },
      'note',
    ],
    ['a shared mailbox that gets a file', { to: ['enquiries@council.gov.uk'], files: ['case.docx'] }, 'note'],
    ['a shared mailbox that gets a chain', { replyMode: 'forward', to: ['office@school.example'], thread: threadOf({ from: 'ann@justice.example' }) }, 'note'],
  ])('%s', (_, given, severity) => {
    const finding = check(given);
    expect(finding?.severity).toBe(severity);
    expect(finding && holesIn(finding)).toEqual([]);
  });

  test('a group that the page marks, with its members', () => {
    const observation = compose({ account });
    const marked = { ...recipient('Northern <n@justice.example>'), group: { members: 212 } };
    const finding = groupAddress.check({ ...observation, recipients: { items: [marked], completeness: 'complete' } }, contextOf({}));
    expect(finding?.severity).toBe('caution');
    expect(finding?.facts.map(({ name, count }) => [name, count])).toEqual([
      ['group', 1],
      ['members', 212],
    ]);
  });

  test('an address that the organisation lists, and again when a file goes to it', () => {
    const groups = ['x1@justice.example'];
    expect(check({ to: ['x1@justice.example'] }, contextOf({ groups }))?.facts.map(({ message }) => words(message))).toEqual([
      'Your organisation lists x1@justice.example as a group.',
    ]);
    expect(check({ to: ['x1@justice.example'], files: ['a.pdf'] }, contextOf({ groups, known: groups }))).not.toBeNull();
  });

  test('everyone each time, only softer when they are written to regularly', () => {
    expect(check({ to: ['all-staff@justice.example'] }, contextOf({ known: ['all-staff@justice.example'] }))?.severity).toBe('note');
  });

  test('the widest group leads, and two are counted', () => {
    const finding = check({ to: ['family-team@justice.example', 'all-staff@justice.example'] });
    expect(finding?.titles.map(words)).toEqual(['2 recipients look like groups', 'Who is on these 2 groups?', 'Do you know who reads these 2 groups?']);
    expect(finding && words(finding.line)).toBe('2 recipients look like groups, such as all-staff@justice.example.');
  });
});

test('has words for all it says, and none that it never says', () => {
  const cases: ComposeCase[] = [
    { to: ['all-staff@justice.example', 'family-team@justice.example'] },
    { to: ['family-team@justice.example'] },
    { to: ['user-network@justice.example'] },
    { to: ['info@x.example'], files: ['a.pdf'] },
    { to: ['x1@justice.example'] },
  ];
  const findings = cases.map((given) => check(given, contextOf({ groups: ['x1@justice.example'] })));
  const marked = { ...recipient('n@justice.example'), name: pageTextOf('N'), group: { members: 3 } };
  findings.push(groupAddress.check({ ...compose({ account }), recipients: { items: [marked], completeness: 'complete' } }, contextOf({})));
  const said = new Set(findings.flatMap((finding) => (finding ? messagesOf(finding).map(({ key }) => key) : [])));
  expect([...said].sort()).toEqual(keysOf('group-address'));
});
