import { describe, expect, test } from 'vitest';
import { type AcquaintanceRecords, acquaintanceKey, afterSending, forgetAfterMs, isAcquainted, isFamiliar, noAcquaintances } from '../../core/acquaintance';

const now = Date.UTC(2026, 10, 21, 9);
const salt = 'salt-of-a-test';
const key = (who: string) => acquaintanceKey(who, salt);
const after = (...whos: string[]): AcquaintanceRecords => whos.reduce<AcquaintanceRecords>((records, who) => afterSending(records, [key(who)], now), {});

describe('people', () => {
  test('are known after the first message, for half a year', () => {
    const known = { salt, records: after('eve@firm.example') };
    expect(isAcquainted('eve@firm.example', known, now)).toBe(true);
    expect(isAcquainted('kim@firm.example', known, now)).toBe(false);
    expect(isAcquainted('eve@firm.example', known, now + forgetAfterMs - 1)).toBe(true);
    expect(isAcquainted('eve@firm.example', known, now + forgetAfterMs)).toBe(false);
  });

  test('are unknown without the salt, and with another one', () => {
    const records = after('eve@firm.example');
    expect(isAcquainted('eve@firm.example', noAcquaintances, now)).toBe(false);
    expect(isAcquainted('eve@firm.example', { salt: '', records }, now)).toBe(false);
    expect(isAcquainted('eve@firm.example', { salt: 'another salt', records }, now)).toBe(false);
  });
});

test('an organisation is familiar after three messages, not after one mistake', () => {
  expect(isFamiliar('firm.example', { salt, records: after('firm.example', 'firm.example') }, now)).toBe(false);
  expect(isFamiliar('firm.example', { salt, records: after('firm.example', 'firm.example', 'firm.example') }, now)).toBe(true);
});

test('one message counts once, whoever is named twice', () => {
  expect(afterSending({}, [key('a'), key('a')], now)).toEqual({ [key('a')]: { times: 1, last: now } });
});

test('old ones go, and no more than 3,000 stay, the latest', () => {
  expect(Object.keys(afterSending(after('a'), [key('b')], now + forgetAfterMs))).toEqual([String(key('b'))]);
  let records: AcquaintanceRecords = {};
  for (let index = 0; index < 80; index++)
    records = afterSending(
      records,
      Array.from({ length: 60 }, (_, one) => key(`${index} ${one}`)),
      now + index,
    );
  expect(Object.keys(records)).toHaveLength(3000);
  expect(records[key('79 0')]?.last).toBe(now + 79);
  expect(records[key('0 0')]).toBeUndefined();
});

test('no address can be read from what is stored', () => {
  expect(JSON.stringify(after('eve@firm.example'))).not.toMatch(/eve|firm/);
});
