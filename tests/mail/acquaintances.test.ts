import { expect, test } from 'vitest';
import { acquaintanceKey } from '../../core/acquaintance';
import { acquaintanceKeys } from '../../mail/acquaintances';
import { type ComposeCase, compose, contextOf } from '../support/observations';

const keys = (given: ComposeCase, context = contextOf({})) => acquaintanceKeys(compose({ account: 'jane@justice.example', ...given }), context);
const key = (who: string) => acquaintanceKey(who, 'salt-of-a-test');

test.each<[string, ComposeCase, string[]]>([
  ['nobody', {}, []],
  ['colleagues are not remembered', { to: ['ann@justice.example'] }, []],
  ['an outsider and the organisation', { to: ['eve@mail.firm.co.uk'] }, ['eve@mail.firm.co.uk', 'firm.co.uk']],
  ['someone at home, without the provider', { bcc: ['bob@gmail.com'] }, ['bob@gmail.com']],
  ['a group of the own organisation', { cc: ['all-staff@justice.example', 'ann@justice.example'] }, ['all-staff@justice.example']],
  ['the sender is nobody new', { to: ['jane@justice.example'] }, []],
  ['a name without an address', { to: ['Eve Oak'] }, []],
  ['a mailing makes nobody familiar', { bcc: Array.from({ length: 31 }, (_, index) => `p${index}@gmail.com`) }, []],
])('%s', (_, given, expected) => expect(keys(given)).toEqual(expected.map(key)));

test('a group that the organisation lists', () => {
  expect(keys({ to: ['x1@justice.example'] }, contextOf({ groups: ['x1@justice.example'] }))).toEqual([key('x1@justice.example')]);
});

test('nothing without a salt', () => {
  expect(keys({ to: ['eve@firm.example'] }, { ...contextOf({}), acquaintances: { salt: '', records: {} } })).toEqual([]);
});
