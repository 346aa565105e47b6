import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeSamePerson, type Mailbox } from '../../mail/likeness';

/** `Name <address>` or an address. */
const mailbox = (text: string): Mailbox => {
  const [, name = '', address] = /^(.*?)\s*(?:<([^>]*)>)?$/.exec(text) ?? [];
  return address === undefined ? { address: name, name: null } : { address, name };
};

test.each([
  ['Jane Smith <jane.smith@justice.example>', 'janesmith@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'jane.smith84@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'smithjane@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'jsmith@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'smithj1980@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'janes@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'jane.mary.smith@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'the_real_jane_smith@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'Jane Smith <kittens4ever@gmail.com>'],
  ['Jane Smith <jane.smith@justice.example>', 'janesmith+work@gmail.com'],
  ['SMITH, Jane (HMPPS) <jqs32a@justice.example>', 'jane.smith@gmail.com'],
  ['Smith, Dr Jane <j.smith@justice.example>', 'jane.smith@gmail.com'],
  ['jane.smith@justice.example', 'janesmith@gmail.com'],
  ['jane_smith@justice.example', 'jsmith@gmail.com'],
  ['Renée Dubois <renee.dubois@justice.example>', 'reneedubois@gmail.com'],
  ['Siân Llŷr <s.llyr@justice.example>', 'sianllyr@gmail.com'],
  ['drjbloggs@justice.example', 'drjbloggs@gmail.com'],
  ['Ann Li <ann.li@justice.example>', 'annli@gmail.com'],
])('%s and %s look alike', (own, other) => {
  expect(looksLikeSamePerson(mailbox(own), mailbox(other))).toBe(true);
});

test.each([
  ['Jane Smith <jane.smith@justice.example>', 'peter.smith@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'smith@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'jane@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'jane.jones@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'Peter Smith <petes@gmail.com>'],
  ['Jane Smith <jane.smith@justice.example>', 'js@gmail.com'],
  ['Jane Smith <jane.smith@justice.example>', 'psmith@gmail.com'],
  ['enquiries@justice.example', 'enquiries@gmail.com'],
  ['Press Office <press.office@justice.example>', 'bob@gmail.com'],
  ['Ann Li <ann.li@justice.example>', 'joannline@gmail.com'],
  ['Ann Lee <ann.lee@justice.example>', 'joannleeson@gmail.com'],
  ['info@justice.example', 'info@btinternet.com'],
  ['ann@justice.example', 'ann@gmail.com'],
])('%s and %s do not', (own, other) => {
  expect(looksLikeSamePerson(mailbox(own), mailbox(other))).toBe(false);
});

test('any text as a name is no error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(typeof looksLikeSamePerson({ address: `${a}@x.example`, name: b }, { address: `${b}@gmail.com`, name: a })).toBe('boolean');
    }),
  );
});
