import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import { countPersonalData, shapesIn } from '../../mail/personal-data';
import { finish } from './support';

const count = (text: string, within = [{ start: 0, end: text.length }]) =>
  Object.fromEntries(finish(countPersonalData(text, within)).map(({ kind, count }) => [kind, count]));

test.each<[string, Record<string, number>]>([
  ['Her National Insurance number is AB 12 34 56 C.', { 'national-insurance': 1 }],
  ['QQ 12 34 56 C is the example on the form', {}],
  ['AB123456C and ab 12 34 56 c again', { 'national-insurance': 1 }],
  ['NHS no. 943 476 5919', { nhs: 1 }],
  ['Ring 943 476 5919', {}],
  ['Order 9434765919', {}],
  ['GIG: 943-476-5919', { nhs: 1 }],
  ['He lives at 12 High Street, Leeds LS1 4AP.', { postcode: 1 }],
  ['LS1 4AP, LS1 4AP and M1 1AE', { postcode: 2 }],
  ['Room B12 3CD', {}],
  ['Her address: SW1A1AA', { postcode: 1 }],
  ['part MS70PQ', {}],
  ['d.o.b. 03/02/1984', { 'date-of-birth': 1 }],
  ['Date of birth: 3 February 1984', { 'date-of-birth': 1 }],
  ['Dyddiad geni: 3 Chwefror 1984', { 'date-of-birth': 1 }],
  ['DOB\u00a0–\u00a01984-02-03', { 'date-of-birth': 1 }],
  ['The meeting is on 03/02/1984', {}],
  ['Prisoner A1234BC was moved', { prison: 1 }],
  ['prison number a1234bc', { prison: 1 }],
  ['model a1234bc', {}],
  ['PNC 2002/0073319Z', { pnc: 1 }],
  ['2002/0073318Z', {}],
  ['CRO SF05/482703J', { cro: 1 }],
  ['CRN X123456', { crn: 1 }],
  ['Invoice X123456', {}],
  ['licence MORGA657054SM9IJ', { 'driving-licence': 1 }],
  ['passport 123456789', { passport: 1 }],
  ['reference 123456789', {}],
  ['Card 4111 1111 1111 1111', { card: 1 }],
  ['4111 1111 1111 1112', {}],
  ['order 4111111111111111', {}],
  ['IBAN GB29 NWBK 6016 1331 9268 19', { iban: 1 }],
  ['GB29 NWBK 6016 1331 9268 18', {}],
  ['Sort code 12-34-56', { 'bank-account': 1 }],
  ['12-34-56', {}],
  ['Account number: 12345678', { 'bank-account': 1 }],
  ['sort code 12-34-56 account 12345678', { 'bank-account': 1 }],
  ['Sort code: 12-34-56\nAccount number: 12345678\nName: Ann', { 'bank-account': 1 }],
  ['Account 12345678, sort code 12-34-56', { 'bank-account': 1 }],
  ['BACS: 12-34-56 12345678', { 'bank-account': 1 }],
  ['sort code 12-34-56 account 12345678 and sort code 65-43-21 account 87654321', { 'bank-account': 2 }],
  ['Meeting 12-11-26, reference 12345678', {}],
  ['Order 12345678 came on 12-11-26', {}],
  ['Call her on 07700 900123', { phone: 1 }],
  ['The order is 07700900123', {}],
  ['My mobile: 07700900123', { phone: 1 }],
  ['+44 7700 900123', { phone: 1 }],
  ['https://x.example/LS1%204AP?nino=AB123456C and <AB123456C@mail.example>', {}],
  ['[image: AB123456C.png]', {}],
  ['Number １２３４５６７８９ on the passport', { passport: 1 }],
  ['Text.\n\nKind regards,\nAnn Smith\nHM Office, 102 Street, London SW1H 9AJ\nM: 07700 900123', {}],
  ['We are at SW1H 9AJ. The file is at LS1 4AP.\n\nRegards\nAnn\nSW1H 9AJ', { postcode: 1 }],
  ['Ann Smith\nTel: 020 7946 0000\nLondon SW1H 9AJ\nwww.office.example', {}],
  ['Thanks\n\nAnn\n\nFrom: Bob\nSent: today\n\nHer NI number: AB123456C, LS1 4AP', { 'national-insurance': 1, postcode: 1 }],
  ['Ann Smith\nPolicy lead | Justice\n102 Petty France, London SW1H 9AJ | 020 7946 0000', {}],
  ['Policy lead | Justice | 102 Petty France, London SW1H 9AJ | 020 7946 0000', {}],
  ['Moved to 4 Mill Lane, Leeds LS1 4AP, and her number is 020 7946 0000', { postcode: 1 }],
  ['Ann | 07700 900123 | LS1 4AP\nBob | 07700 900456 | LS2 4AP\nCat | 07700 900789 | LS3 4AP', { phone: 3, postcode: 3 }],
  ['sort code 12-34-56 account 12345678; again: sort code 12-34-56, a/c 12345678', { 'bank-account': 1 }],
  ['UPRN 10012345678', { uprn: 1 }],
  ['Vehicle registration AB51 ABC', { vehicle: 1 }],
  ['AB51 ABC', {}],
])('%j', (text, expected) => expect(count(text)).toEqual(expected));

test.each([
  ['national-insurance', 'tw987654a', 1],
  ['national-insurance', 'AA 12 34 56 H', 0],
  ['nhs', '4010232137', 1],
  ['pnc', '033Y', 1],
  ['pnc', '2001/0171310S', 0],
  ['cro', '65656/91H', 1],
  ['postcode', 'M1 1CA', 0],
  ['no such kind', 'M1 1AE', 0],
])('shape and check of %s alone: %s', (kind, text, expected) => expect(shapesIn(text, kind)).toHaveLength(expected));

it('looks only where it is told', () => expect(count('AB123456C\nAB123457D', [{ start: 10, end: 19 }])).toEqual({ 'national-insurance': 1 }));

it('gives every place, and never a value', () => {
  const text = 'a AB123456C b AB123456C';
  const [kind] = finish(countPersonalData(text, [{ start: 0, end: text.length }]));
  expect(kind?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['AB123456C', 'AB123456C']);
  expect(Object.keys(kind ?? {})).toEqual(['kind', 'count', 'places']);
});

describe('for any text', () => {
  const value = fc.constantFrom(
    'AB 12 34 56 C',
    '943 476 5919',
    'LS1 4AP',
    'dob 1/2/1984',
    '4111 1111 1111 1111',
    '\n',
    ' ',
    '-- \n',
    'Regards\n',
    '07700 900123',
    '12-34-56',
    '@',
    'http://',
  );
  const texts = fc.array(fc.oneof(value, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 60 }).map((parts) => parts.join(''));
  it('places lie inside, and kinds have a name', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { kind, count: number, places } of finish(countPersonalData(text, [{ start: 0, end: text.length }]))) {
          expect(english).toHaveProperty([`personal-data.${kind}`]);
          expect(number).toBeGreaterThan(0);
          for (const { start, end } of places) expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
