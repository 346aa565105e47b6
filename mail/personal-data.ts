/**
 * Counts personal data in a quoted text: kind, count and place, never the value.
 * Shapes, checks, keywords and their measured false alarms: research file chain.md §C5. Precision comes first: a number that could be
 * anything counts only with its keyword, its checksum or its own strict shape.
 */
import type { PersonalDataCount, Span } from '../core/thread';

/** One kind of personal data. */
interface Kind {
  readonly kind: string;
  /** The value alone; bounded, so that it is linear. Global. */
  readonly shape: RegExp;
  /** The check behind the shape. */
  readonly valid: (value: string) => boolean;
  /** What must stand around a value in running text; without it, the shape is enough. */
  readonly needs?: (around: Around) => boolean;
}

interface Around {
  readonly value: string;
  /** 40 characters before and after, lower case. */
  readonly before: string;
  readonly after: string;
}

const letters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

/** Postcode areas in use, with BX and the Crown dependencies (BS 7666; Royal Mail's list of areas, 2026-11). */
const areas = new Set(
  'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
);

const luhn = (numbers: readonly number[]): boolean => {
  let sum = 0;
  [...numbers].reverse().forEach((digit, index) => {
    const double = digit * 2;
    sum += index % 2 === 0 ? digit : double > 9 ? double - 9 : double;
  });
  return sum % 10 === 0;
};

const brand = /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d\d)\d{12})$/;

/** Check letters of Police National Computer and criminal record numbers: the remainder by 23 (hmpps-person-record PNCIdentifier.kt, 2026-08). */
const checkLetters = 'ZABCDEFGHJKLMNPQRTUVWXY';

function pnc(value: string): boolean {
  const match = /^(?:(?:19|20)?(\d\d))\/?(\d{1,7})([A-Z])$/.exec(value.trim().toUpperCase());
  if (!match) return false;
  // "20020073319Z" is 2002 and a serial, not 20 and a longer one: the serial is at most seven digits.
  const year = match[1] ?? '';
  const serial = (match[2] ?? '').padStart(7, '0');
  return checkLetters.charAt(Number(year + serial) % 23) === match[3];
}

function cro(value: string): boolean {
  const text = value.trim().toUpperCase();
  const file = /^SF(\d\d)\/(\d{1,6})([A-Z])$/.exec(text);
  if (file) return checkLetters.charAt(Number(`${file[1] ?? ''}${file[2] ?? ''}`) % 23) === file[3];
  const plain = /^(\d{1,6})\/(\d\d)([A-Z])$/.exec(text);
  return plain !== null && checkLetters.charAt(Number((plain[2] ?? '') + (plain[1] ?? '').padStart(6, '0')) % 23) === plain[3];
}

function nhs(value: string): boolean {
  const numbers = digitsOf(value);
  if (numbers.length !== 10 || numbers.every((digit) => digit === numbers[0])) return false;
  const sum = numbers.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === numbers[9];
}

function iban(value: string): boolean {
  const plain = letters(value);
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const char of plain.slice(4) + plain.slice(0, 4)) {
    const code = char.charCodeAt(0);
    rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97;
  }
  return rest === 1;
}

const near = (words: RegExp, reach: number) => {
  return ({ before, after }: Around): boolean => words.test(before.slice(-reach)) || words.test(after.slice(0, reach));
};
const upper = ({ value }: Around): boolean => value === value.toUpperCase();

const bankWords = /sort ?codes?|cod didoli|\baccount|\ba\/c\b|\bacc\b|\bbank|\bbacs\b|cyfrif/;

/** Every kind that is known, in the order in which a card names them: the most telling first. */
const kinds: readonly Kind[] = [
  {
    kind: 'national-insurance',
    // HMRC NIM39110: prefixes that are never used. QQ, the example prefix, falls out by its first letter.
    shape: /(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?![A-Za-z0-9])/gi,
    valid: (value) => !/^[a-z]{2}000000/i.test(value.replace(/[ -]/g, '')),
  },
  {
    kind: 'nhs',
    shape: /(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])/g,
    valid: nhs,
    needs: (around) => {
      if (near(/\bnhs\b|\bchi\b|h&c|\bgig\b/, 30)(around)) return true;
      const start = Number(around.value.slice(0, 3));
      return (
        /^\d{3} \d{3} \d{4}$/.test(around.value) &&
        ((start >= 400 && start <= 499) || (start >= 600 && start <= 799)) &&
        !/tel|phone|fax|call|ffôn/.test(around.before)
      );
    },
  },
  {
    kind: 'prison',
    shape: /(?<![A-Za-z0-9/-])[A-Z]\d{4}[A-Z]{2}(?![A-Za-z0-9-])/gi,
    valid: () => true,
    needs: (around) => upper(around) || near(/prison|nomis|offender|noms|carchar/, 30)(around),
  },
  {
    kind: 'pnc',
    shape: /(?<![A-Za-z0-9/])(?:(?:19|20)?\d\d\/\d{1,7}|\d{3,11})[A-Z](?![A-Za-z0-9/])/gi,
    valid: pnc,
    needs: (around) => (around.value.includes('/') ? upper(around) : near(/\bpnc\b|police national/, 40)(around)),
  },
  { kind: 'cro', shape: /(?<![A-Za-z0-9/])(?:SF\d\d\/\d{1,6}|\d{1,6}\/\d\d)[A-Z](?![A-Za-z0-9/])/gi, valid: cro, needs: upper },
  { kind: 'crn', shape: /(?<![A-Za-z0-9])[A-Z]{1,2}\d{6}(?![A-Za-z0-9])/gi, valid: () => true, needs: near(/\bcrn\b|probation|delius|prawf/, 40) },
  {
    kind: 'driving-licence',
    shape: /(?<![A-Za-z0-9])[A-Z][A-Z9]{4}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9][A-Z]{2}(?![A-Za-z0-9])/gi,
    valid: (value) => /^[A-Z]+9*$/i.test(value.slice(0, 5)),
    needs: (around) => upper(around) || near(/licen[cs]e|driving|trwydded/, 40)(around),
  },
  { kind: 'passport', shape: /(?<![A-Za-z0-9])(?:[A-Z]{2}\d{7}|\d{9})(?![A-Za-z0-9])/gi, valid: () => true, needs: near(/passport|pasbort/, 40) },
  {
    kind: 'date-of-birth',
    shape:
      /(?<![\p{L}\d])(?:d\.?\s?o\.?\s?b\.?|date of birth|dyddiad geni|born(?: on)?|birth ?date|geni ar)(?!\p{L})[^\d\n]{0,20}(?:\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:\d{4}|\d\d)|\d{1,2}(?:st|nd|rd|th|fed|ain|eg|ydd)?[ -](?:of )?\p{L}{3,10},?[ -]\d{4}|\p{L}{3,9} \d{1,2},? \d{4}|(?:19|20)\d\d-\d\d-\d\d)(?!\d)/giu,
    valid: (value) => {
      const year = /(?:18|19|20)\d\d/.exec(value);
      return year === null ? /\d\d$/.test(value) : Number(year[0]) >= 1900;
    },
  },
  {
    kind: 'card',
    shape: /(?<![\d-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -])\d{6}\2\d{5}|\d{13,16})(?![\d-])/g,
    valid: (value) => brand.test(value.replace(/\D/g, '')) && luhn(digitsOf(value)),
    needs: (around) => /[ -]/.test(around.value) || near(/card|visa|master|amex|cerdyn|debit|credit/, 40)(around),
  },
  {
    kind: 'iban',
    shape: /(?<![A-Za-z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
    valid: iban,
  },
  {
    kind: 'bank-account',
    // A sort code and its number, in either order, are one account; either alone needs its own word.
    shape:
      /(?<![\d-])\d\d-\d\d-\d\d(?![\d-])(?:[^\d@]{1,40}?(?<!\d)\d{8}(?![\d-]))?|(?<![\d-])\d{8}(?!\d)[^\d@]{1,40}?(?<!-)\d\d-\d\d-\d\d(?![\d-])|(?<=(?:account|a\/c|acc|cyfrif)(?: ?(?:no\.?|number|num|rhif))?[:. ]{0,3})\d{8}(?!\d)/gi,
    valid: () => true,
    needs: ({ value, before, after }) => {
      if (!value.includes('-')) return true;
      const paired = /(?<!\d)\d{8}(?!\d)/.test(value);
      if (paired) return bankWords.test(`${before} ${value.toLowerCase()} ${after}`);
      return /sort ?code|cod didoli/.test(before) || /sort ?code/.test(after);
    },
  },
  {
    kind: 'phone',
    shape:
      /(?<![\d+])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|0)7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)|(?<![\d+])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|0)7\d[ -]\d{4}[ -]\d{4}(?!\d)/g,
    valid: () => true,
    needs: (around) => /[ -]|^\+/.test(around.value) || near(/mob|cell|phone|tel|call|text|ring|number|whatsapp|ffôn|ffon|symudol/, 30)(around),
  },
  {
    kind: 'postcode',
    shape: /(?<![A-Za-z0-9/_.#-])(?:GIR ?0AA|BFPO ?\d{1,4}|[A-PR-UWYZ](?:[A-HK-Y]?\d[\dA-HJKMNP-Y]?) ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9_/-])/g,
    valid: () => true,
    needs: ({ value, before, after }) => {
      const area = /^[A-Z]{1,2}/.exec(value)?.[0] ?? '';
      if (value.startsWith('BFPO') || value.startsWith('GIR')) return true;
      if (!areas.has(area) || /(?:room|ref|no\.?|flight|part|order|model|code)\s?:?\s?$/.test(before)) return false;
      return value.includes(' ') || /post ?code|address|cod post|cyfeiriad|,\s?$/.test(before) || /^\s*(?:\n|,|$)/.test(after);
    },
  },
  { kind: 'uprn', shape: /(?<!\d)\d{6,12}(?!\d)/g, valid: () => true, needs: ({ before }) => /\buprn\b\W{0,4}(?:\p{L}{2,6}\W{1,3})?$/u.test(before) },
  {
    kind: 'vehicle',
    // DVLA INF104: current, prefix and suffix styles.
    shape:
      /(?<![A-Za-z0-9])(?:[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-2]\d|3[0-4]|5[1-9]|6\d|7[0-9])[ -]?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3}[ -]?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}[ -]?\d{1,3}[A-HJ-NPR-TV-Y])(?![A-Za-z0-9])/gi,
    valid: () => true,
    needs: (around) => upper(around) && near(/\breg(?:istration)?\b|number ?plate|\bvrn\b|\bvrm\b|vehicle|\bcar\b|cerbyd/, 30)(around),
  },
];

/** Longest piece that is searched in one step, in UTF-16 units; cut at a line. */
const piece = 4_000;

/** One value in a text. */
export interface Occurrence extends Span {
  readonly kind: string;
}

/**
 * Counts each kind in the given parts of a text. A value that is printed twice counts once; its places are all given.
 * Postcodes and phone numbers of signatures are left out, and a postcode of a signature everywhere: it is an office.
 * Yields between pieces, so that the caller can pause.
 */
export function* countPersonalData(text: string, within: readonly Span[]): Generator<void, PersonalDataCount[]> {
  const found = new Map<string, { values: Set<string>; places: Span[] }>();
  const offices = new Set<string>();
  const postcodes: { value: string; place: Span }[] = [];
  const note = (kind: string, value: string, place: Span): void => {
    const entry = found.get(kind) ?? { values: new Set(), places: [] };
    entry.values.add(value);
    entry.places.push(place);
    found.set(kind, entry);
  };
  for (const span of within) {
    const signature = signatures();
    let start = span.start;
    while (start < span.end) {
      let end = Math.min(span.end, start + piece);
      let raw = text.slice(start, end);
      const line = end < span.end ? raw.lastIndexOf('\n') : -1;
      if (line > 0) {
        end = start + line;
        raw = raw.slice(0, line);
      }
      const part = masked(raw);
      const signed = signature(raw);
      if (/\d/.test(part)) {
        const taken: Span[] = [];
        for (const kind of kinds) {
          for (const one of inPart(part, kind, true)) {
            if (taken.some((other) => other.start < one.end && other.end > one.start)) continue;
            taken.push(one);
            const printed = part.slice(one.start, one.end);
            const value = kind.kind === 'bank-account' ? printed.replace(/\D/g, '') : letters(printed);
            const place = { start: start + one.start, end: start + one.end };
            const inSignature = signed.some((other) => other.start <= one.start && other.end >= one.end);
            if (kind.kind === 'postcode') {
              if (inSignature) offices.add(value);
              else postcodes.push({ value, place });
            } else if (kind.kind !== 'phone' || !inSignature) note(kind.kind, value, place);
          }
        }
      }
      yield;
      start = end === start ? end + 1 : end;
      while (start < span.end && text.charCodeAt(start) === 10) start++;
    }
  }
  for (const { value, place } of postcodes) if (!offices.has(value)) note('postcode', value, place);
  return kinds.flatMap(({ kind }) => {
    const entry = found.get(kind);
    return entry ? [{ kind, count: entry.values.size, places: entry.places }] : [];
  });
}

/** Values of one kind by shape and check alone, without the words around them: for a text that is known to hold such a value. */
export function shapesIn(text: string, kind: string): Occurrence[] {
  const known = kinds.find((one) => one.kind === kind);
  return known ? inPart(normalised(text), known, false) : [];
}

function inPart(part: string, kind: Kind, strict: boolean): Occurrence[] {
  const found: Occurrence[] = [];
  for (const match of part.matchAll(kind.shape)) {
    const [value] = match;
    if (!kind.valid(value)) continue;
    const start = match.index;
    const end = start + value.length;
    if (strict && kind.needs) {
      const around = { value, before: part.slice(Math.max(0, start - 40), start).toLowerCase(), after: part.slice(end, end + 40).toLowerCase() };
      if (!kind.needs(around)) continue;
    }
    found.push({ kind: kind.kind, start, end });
  }
  return found;
}

/** Digits, spaces and dashes of any script or width as ASCII, one for one, so that places stay. */
const normalised = (text: string): string =>
  /[^\x00-\x7f]/.test(text)
    ? text
        .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        .replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x630))
        .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
        .replace(/[\u2010-\u2015\u2212]/g, '-')
    : text;

const blank = (text: string): string => ' '.repeat(text.length);

/** The text without what only looks like values: addresses of pages and mail, embedded pictures, encoded data. */
const masked = (text: string): string =>
  normalised(text)
    .replace(/\b(?:https?:\/\/|ftp:\/\/|www\.|cid:|data:|mailto:)[^\s<>"]*/gi, blank)
    .replace(/[^\s<>"()[\],;]{0,64}@[^\s<>"()[\],;]{1,255}/g, blank)
    .replace(/\[(?:image|cid):[^\]\n]{0,300}\]/gi, blank)
    .replace(/[^\s]{80,}/g, blank);

const closing =
  /^\W{0,3}(?:(?:kind|best|warm|many|with(?: kind| best)?)\s+)?(?:regards|wishes|thanks|thank you|sincerely|yours (?:sincerely|faithfully|truly)|faithfully|cheers|cofion(?: gorau| cynnes)?|gyda diolch|diolch|yn gywir|rgds|br|kr|mit freundlichen grüßen|cordialement|sent from my .{1,40})\W{0,3}$/i;
const contact =
  /^\W{0,3}(?:t|m|e|f|w|tel|telephone|phone|mob|mobile|fax|email|e-mail|web|direct|dd|ffôn|ffon|symudol)\b\s?[.:|)]|\bwww\.|(?:^|\s)\+?44\s?\(0\)|switchboard/i;
/** A signature in one line: parts between bars, one of them a number to ring or an address of a page or mailbox. */
const barred = /^(?=[^\n]{0,300}(?:\+?\d[\d ()-]{8,}\d|@|www\.))[^|\n]{2,120}\s[|•·]\s/;
const longestSignature = 18;

/** Finds signatures: from a closing or "--" on, short lines; and lines right around a contact line. Keeps its state over pieces. */
function signatures(): (part: string) => Span[] {
  let left = 0;
  return (part) => {
    const spans: Span[] = [];
    const lines: { start: number; end: number; words: string }[] = [];
    let at = 0;
    for (const line of part.split('\n')) {
      lines.push({ start: at, end: at + line.length, words: line.length > 400 ? line.slice(0, 400) : line.replace(/^[\s>*]+|[\s*]+$/g, '') });
      at += line.length + 1;
    }
    lines.forEach((line, index) => {
      if (/^--\s?$/.test(line.words) || closing.test(line.words)) left = longestSignature;
      else if (left > 0) {
        if (line.words.length > 110 || /^-{4,}|^_{10,}|wrote:$|^(?:from|oddi wrth|von|de)\s?:/i.test(line.words)) left = 0;
        else {
          left--;
          spans.push(line);
        }
      }
      // Three such lines in a row are a table of people.
      const inRow = [-2, -1, 1, 2].filter((step) => barred.test(lines[index + step]?.words ?? '')).length;
      if (inRow < 2 && barred.test(line.words)) spans.push(line);
      if (contact.test(line.words)) {
        for (let near = Math.max(0, index - 4); near <= Math.min(lines.length - 1, index + 3); near++) {
          const other = lines[near];
          if (other && other.words.length < 110) spans.push(other);
        }
      }
    });
    return spans;
  };
}
