import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CredentialKind, credentialsIn } from '../../mail/credentials';

const kinds = (text: string) => credentialsIn(text).map(({ kind }) => kind);

describe('harmless', () => {
  test.each([
    '',
    'Reset your password here: https://example.org/reset?token=Abc123',
    'You can reset your password at any time.',
    'Password: please use the one from last week',
    'The file is password protected.',
    'The file is password-protected; I will phone you with the password.',
    'Password protected: minutes.pdf',
    'The password will follow separately.',
    'The password is sent by text message.',
    'Password: to follow',
    'Password: TBC',
    'I need a new password\nMcDonald',
    'Please reset my password\nThank you',
    'PIN: 44 71 2 rooms',
    'My building pass is B20417',
    'Your pass is ready at reception, room 4b',
    'The bus pass is £4.70',
    'User: jsmith / case-1182',
    'User: jsmith, j.smith2@justice.gov.uk',
    'Login: jsmith / https://portal.example/login?x=1',
    'Users: 42, 2026!',
    'Never write down your password\nAnn2026',
    'The password is “required”.',
    'Password: ********',
    'Password: [redacted]',
    'Password: <your password>',
    'Password: {{password}}',
    'Password: see separate email',
    'My password is expired, can you help?',
    'The password is wrong.',
    'The password is case-sensitive.',
    'Your password is about to expire in 14 days',
    'Your password will expire on 12/10/2026',
    'The password is at least 12 characters long.',
    'The password is 12 characters long.',
    'The password policy is attached.',
    'Our password policy: https://intranet.example/passwords',
    'Password manager: Bitwarden',
    'A strong password is important.',
    'Your password is your responsibility.',
    'What is your password?',
    'Is the password required?',
    'Never use Password123 as a password',
    'A bad password is, for example, Summer2024',
    'Do not choose a password such as Winter2025!',
    'We ask for your password only on our own site.',
    'Change your password to something stronger.',
    'The password is not in this message.',
    'Password is the same as before.',
    'The password has been changed to a stronger one',
    'I forgot my password.',
    'Password has been reset, you will get a text.',
    'Forgotten password - call 0800 917 5148',
    'Passwordless sign-in is coming',
    'The meeting is at pin point accuracy',
    'PIN: to follow',
    'Connect pin 4 to pin 12',
    'Please put a pin in it until 2026',
    'The map has pins: 3 in Leeds, 4 in York',
    'Microsoft Teams meeting\nJoin on your computer\nMeeting ID: 351 220 114 22\nPasscode: gT5w2K',
    'Join Zoom Meeting\nhttps://zoom.us/j/123\nMeeting ID: 812 345 6789\nPasscode: 482913',
    'Or dial in: 020 7946 0000, PIN: 482913#',
    'Guest wifi password: Welcome2024',
    'Our postcode is SW1H 9AJ',
    'Verification code: check your phone',
    'The security code of practice is attached',
    'Reference code: AB12345',
    'Bypass: 12345',
    'The compass is 45 degrees off',
    'He will pass: the exam is easy',
    'Mae’r cyfrinair yn barod',
    'Mae angen newid eich cyfrinair',
    'Cyfrinair: i ddilyn',
    'Bydd y cyfrinair yn dilyn ar wahân.',
  ])('%j', (text) => expect(credentialsIn(text)).toEqual([]));
});

describe('handed over', () => {
  test.each<[string, CredentialKind[]]>([
    ['Password: Hunter2!', ['password']],
    ['password=Hunter22', ['password']],
    ['Pwd: kT7-pq9w', ['password']],
    ['PW: kT7-pq9w', ['password']],
    ['pass: kT7pq9w', ['password']],
    ['The password is Blue-Horse-77', ['password']],
    ['The password is “swordfish”', ['password']],
    ['The password is swordfish.', ['password']],
    ['The password is "open sesame".', ['password']],
    ['The password for the zip file is Tango42Foxtrot', ['password']],
    ['The passwords are Tango42Foxtrot and Tango43Foxtrot', ['password']],
    ['Your temporary password is Welcome1', ['password']],
    ['Your password has been reset to Welcome1', ['password']],
    ['password’s Welcome1', ['password']],
    ['Use the password Kestrel-19 to open it', ['password']],
    ['It opens with password Kestrel19', ['password']],
    ['Kestrel-19 is the password', ['password']],
    ['Log in as asmith / password: correcthorse', ['password']],
    ['Username: asmith\nPassword: Winter24', ['password']],
    ['Password\nWinter24', ['password']],
    ['Password:\n\tWinter24', ['password']],
    ['The PIN is 4821', ['pin']],
    ['PIN: 482193', ['pin']],
    ['pin number for the card is 4821.', ['pin']],
    ['PIN code - 4821', ['pin']],
    ['PIN: 44 71', ['pin']],
    ['Here is the new password\nBluebell19!', ['password']],
    ['You asked for the password - it’s Bluebell19', ['password']],
    ['The password for the laptop that you collected from reception on Monday is Bluebell19', ['password']],
    ['Your verification code is 123456', ['code']],
    ['one-time passcode: 998211', ['code']],
    ['API key: sk_live_9aF3kkQ2', ['code']],
    ['The memorable word is Pembroke.', ['code']],
    ['Recovery code = 7H2K-99QF', ['code']],
    ['Y cyfrinair yw Draig2026', ['password']],
    ['Cyfrinair: Draig2026', ['password']],
    ['Mae’r cyfrinair ar gyfer y ffeil yw Cymru-99-Draig', ['password']],
    ['Rhif PIN: 4821', ['pin']],
    ['Hi Sam,\n\nThe password is Hunter22.\nThe PIN is 4821.\n\nAnn', ['password', 'pin']],
  ])('%j', (text, expected) => expect(kinds(text)).toEqual(expected));
});

test('says where', () => {
  const text = 'Hello,\n\nthe password is Hunter22.\n';
  const [found] = credentialsIn(text);
  expect(found?.line).toBe(2);
  expect(text.slice(found?.start, found?.end)).toContain('password is Hunter22');
});

test('any text is read without harm, and fast', () => {
  const piece = fc.oneof(
    fc.constantFrom('password', 'is', ':', '=', 'PIN', 'cyfrinair', '\n', ' ', 'for the', 'Hunter22', '1234', '"'),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join(' ');
      for (const { start, end } of credentialsIn(text)) expect(start >= 0 && start < end && end <= text.length).toBe(true);
    }),
  );
});

/** Counted in nothing: a reading that grew with the square of these texts would be at it for many minutes, and the test would have run out of its patience. */
test.each([
  ['half a sentence', 'password for the '],
  ['a word on every line', 'password\n'],
  ['a sentence that never ends', 'is '],
])('a megabyte is read to its end: %s', (_, piece) => {
  expect(credentialsIn(`password ${piece.repeat(2 ** 20 / piece.length)}`)).toEqual([]);
});
