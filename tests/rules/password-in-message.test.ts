import { describe, expect, test } from 'vitest';
import type { Severity } from '../../core/rule';
import { pageTextOf } from '../../core/text';
import passwordInMessage from '../../rules/password-in-message';
import { type ComposeCase, compose, contextOf, emptyThread } from '../support/observations';
import { holesIn, keysOf, messagesOf, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.example>';
const check = (given: ComposeCase) => passwordInMessage.check(compose({ account, ...given }), contextOf({}));
const authored = 'Hello,\n\nthe password is Hunter22.\n\nJane';

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nothing written', {}],
    ['a reset', { authored: 'Reset your password at https://example.org/reset' }],
    ['a password in an earlier message', { authored: 'Thank you', thread: { ...emptyThread, text: pageTextOf('The password is Hunter22') } }],
    ['a password in the subject line is not the text', { subject: 'Password reset' }],
    ['a meeting’s passcode', { authored: 'Join Zoom Meeting\nMeeting ID: 812 345 6789\nPasscode: 482913' }],
  ])('%s', (_, given) => expect(check(given)).toBeNull());
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity, string[]]>([
    ['before anyone is named', { authored }, 'caution', ['place', 'instead']],
    ['among colleagues', { authored, to: ['ann@justice.example'] }, 'caution', ['place', 'instead']],
    ['to a supplier', { authored, to: ['bob@firm.example'] }, 'serious', ['place', 'outside-people', 'instead']],
    ['with the file that it opens', { authored, to: ['bob@firm.example'], files: ['case.zip'] }, 'serious', ['place', 'outside-people', 'files', 'instead']],
    ['a PIN', { authored: 'The PIN is 4821' }, 'caution', ['place', 'instead']],
    ['a code', { authored: 'The verification code is 482193' }, 'caution', ['place', 'instead']],
  ])('%s', (_, given, severity, facts) => {
    const finding = check(given);
    expect(finding?.severity).toBe(severity);
    expect(finding?.facts.map(({ name }) => name)).toEqual(facts);
    expect(finding && holesIn(finding)).toEqual([]);
  });

  test('says where, and nowhere what', () => {
    const finding = check({ authored: `${authored}\nPIN: 4821`, to: ['bob@firm.example'] }) ?? expect.fail();
    expect(finding.facts.map(({ message }) => words(message))[0]).toBe('Look at 2 places, first at line 2 of your text.');
    expect(JSON.stringify(finding)).not.toMatch(/Hunter22|4821/);
  });

  test('marks each place of the person’s own text, for as long as it is there', () => {
    const text = `${authored}\nPIN: 4821`;
    const places = (check({ authored: text }) ?? expect.fail()).details.map(({ place }) => place ?? expect.fail('a line without its place'));
    expect(places.map(({ part }) => part)).toEqual(['authored', 'authored']);
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([expect.stringContaining('Hunter22'), expect.stringContaining('4821')]);
  });
});

test('has words for all it says, and none that it never says', () => {
  const findings = [authored, `${authored}\nPIN: 4821`, 'PIN: 4821', 'OTP: 482193'].map((text) =>
    check({ authored: text, to: ['bob@firm.example'], files: ['a.zip'] }),
  );
  const said = new Set(findings.flatMap((finding) => messagesOf(finding ?? expect.fail()).map(({ key }) => key)));
  expect([...said].sort()).toEqual(keysOf('password-in-message'));
});
