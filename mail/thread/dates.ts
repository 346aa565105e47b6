/**
 * Dates as mail programs print them, in the reader's language and mostly without a time zone.
 * Calendar arithmetic is done here because pure code has no clock and no `Date`.
 */

const monthWords: readonly string[] = [
  'jan|ionawr|ion|janv|ene|gen|gennaio|sty|stycznia|led|ledna|siječ|ledna|янв|января|січ|січня|oca|ocak|ian|tammi|jaan',
  'feb|chwefror|chwe|févr|fév|fev|lut|lutego|úno|února|velj|фев|февр|февраля|лют|лютого|şub|şubat|helmi|veebr|veb',
  'mar|mawrth|mars|mär|märz|mrz|maa|maart|mrt|bře|března|ožu|мар|марта|бер|березня|márc|maaliskuu|maalis|märts',
  'apr|ebrill|ebr|avr|avril|abr|abril|kwi|kwietnia|dub|dubna|tra|апр|апреля|кві|квіт|квітня|nis|nisan|ápr|huhti',
  'may|mai|mei|maj|maja|mag|maggio|mayo|maio|kvě|května|svi|мая|май|тра|трав|травня|máj|május|touko',
  'jun|june|mehefin|meh|juin|giu|giugno|cze|czerwca|čvn|června|lip|июн|июня|чер|черв|червня|haz|haziran|jún|kesä|iun|juuni',
  'jul|july|gorffennaf|gorff|juil|juillet|lug|luglio|lipca|čvc|července|srp|июл|июля|лип|липня|tem|temmuz|júl|heinä|iul|juuli',
  'aug|awst|août|aoû|ago|agosto|sie|sierpnia|srpna|kol|авг|августа|сер|серп|серпня|ağu|ağustos|elo|elokuu|aout',
  'sep|sept|medi|set|settembre|wrz|września|zář|září|ruj|сен|сент|сентября|вер|вересня|eyl|eylül|szept|syys',
  'oct|hydref|hyd|okt|ott|ottobre|out|outubro|paź|października|říj|října|lis|окт|октября|жов|жовт|жовтня|eki|ekim|loka',
  'nov|tachwedd|tach|listopada|listopadu|listop|stu|ноя|нояб|ноября|лис|листопада|kas|kasım|noi|marras',
  'dec|rhagfyr|rhag|déc|dez|dic|diciembre|dicembre|gru|grudnia|pro|prosince|pros|дек|декабря|гру|груд|грудня|ara|aralık|joulu|dets',
];

const months = new Map<string, number>();
monthWords.forEach((list, index) => {
  for (const word of list.split('|')) if (!months.has(word)) months.set(word, index + 1);
});
// The same short word in two languages: Polish "lip" (July), Croatian "lip" (June); Polish "lis" (November), Croatian "lis" (October). Left out: no guess.
for (const word of ['lip', 'lis', 'tra']) months.delete(word);

/** Month 1–12 of a printed word ("Oct", "octobre", "Hydref", "10月" is not a word), or `null`. */
export function monthOf(word: string): number | null {
  const plain = word.toLowerCase().normalize('NFC').replace(/\.$/, '');
  if (plain.length < 3 || plain.length > 14) return null;
  const exact = months.get(plain);
  if (exact) return exact;
  // Inflected and long forms share their first four or three letters with the short one ("octubre", "listopada" is listed, "syyskuuta").
  for (const length of [6, 5, 4, 3]) {
    const found = plain.length > length ? months.get(plain.slice(0, length)) : undefined;
    if (found && (length > 3 || germanic.test(plain))) return found;
  }
  return null;
}

const germanic =
  /^(?:jan(?:uar|uary|uari|uarie|eiro|vier)|feb(?:ruar|ruary|ruari|rero|braio|ruarie)|mar(?:ch|zo|ço|s|tie|ca|zec)|apr(?:il|ile|ilie|illie)|jun(?:i|io|ho)|jul(?:i|io|ho)|iun(?:ie)|iul(?:ie)|aug(?:ust|usti|ustus)|sep(?:tember|tembre|tiembre|tembrie|tembra)|set(?:embro|iembre)|oct(?:ober|obre|ubre|ombrie)|okt(?:ober|obar|óber|oober|óbra|óbr)|nov(?:ember|embre|iembre|embro|embra|embr)|noi(?:embrie)|dec(?:ember|embre|embrie|embra)|dez(?:ember|embro)|dic(?:iembre|embre)|maj(?:u))/;

/** Days since 1970-01-01 in the Gregorian calendar (the well-known civil-date algorithm). */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Which number of `3/4/2021` is the day. */
export type SlashOrder = 'day-first' | 'month-first' | 'unknown';

/** Hours east of UTC of abbreviations that mail programs print. Ambiguous ones (CST, IST) are left out. */
const zones: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  z: 0,
  bst: 1,
  wet: 0,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  est: -5,
  edt: -4,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const slashed = /(?<!\d)(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;

/** What `3/4/2021`-like dates of one thread say about their own order; a thread is printed by one program for most of its length. */
export function slashOrderOf(dates: readonly string[]): SlashOrder {
  let order: SlashOrder = 'unknown';
  for (const date of dates) {
    const match = slashed.exec(date.slice(0, 200));
    if (match?.[2] !== '/') continue;
    const first = Number(match[1]);
    const second = Number(match[3]);
    const says: SlashOrder = first > 12 && second <= 12 ? 'day-first' : second > 12 && first <= 12 ? 'month-first' : 'unknown';
    if (says === 'unknown') continue;
    if (order !== 'unknown' && order !== says) return 'unknown';
    order = says;
  }
  return order;
}

/**
 * Milliseconds since 1970 of a printed date, or `null` where it cannot be understood or could mean two days.
 * Without a time zone, UTC is taken: good for spans of days, not for minutes.
 */
export function timeOf(printed: string, order: SlashOrder = 'unknown'): number | null {
  const text = printed.slice(0, 200).replace(/[\u00a0\u202f]/g, ' ');
  const day = dayOf(text, order);
  if (day === null) return null;
  return day * 86_400_000 + clockOf(text);
}

function dayOf(text: string, order: SlashOrder): number | null {
  const iso = /(?<!\d)((?:19|20)\d\d)\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})(?!\d)/.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const worded = wordedDay(text);
  if (worded !== null) return worded;
  const numeric = slashed.exec(text);
  if (numeric) {
    const first = Number(numeric[1]);
    const second = Number(numeric[3]);
    const year = fullYear(numeric[4] ?? '');
    if (numeric[2] === '.') return validDay(year, second, first);
    if (first > 12) return validDay(year, second, first);
    if (second > 12 || first === second) return validDay(year, first, second);
    if (order === 'unknown') return null;
    return order === 'day-first' ? validDay(year, second, first) : validDay(year, first, second);
  }
  return null;
}

/** "27 October 2021", "Oct 27, 2021", "2021. október 26.". */
function wordedDay(text: string): number | null {
  let month: number | null = null;
  let year: number | null = null;
  let day: number | null = null;
  for (const [token] of text.matchAll(/[\p{L}]+|\d+(?:[:.]\d\d)+|\d+/gu)) {
    if (/^\d+[:.]/.test(token)) continue;
    if (/^\d/.test(token)) {
      if (/^(?:19|20)\d\d$/.test(token)) year ??= Number(token);
      else if (token.length <= 2 && day === null && Number(token) >= 1 && Number(token) <= 31) day = Number(token);
      else if (token.length === 2 && month !== null && day !== null) year ??= fullYear(token);
    } else month ??= monthOf(token);
  }
  return year === null || month === null || day === null ? null : validDay(year, month, day);
}

const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) >= 70 ? 1900 : 2000));

function validDay(year: number, month: number, day: number): number | null {
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return daysOf(year, month, day);
}

function clockOf(text: string): number {
  const match = /(?<!\d)(\d{1,2})[:.h](\d\d)(?::(\d\d)|\.(\d\d)(?!\d))?\s?([ap])?\.?\s?(?:m\b|nachm|vorm)?/i.exec(text.replace(slashed, ' '));
  if (!match) return 0;
  let hours = Number(match[1]);
  if (hours > 23 || Number(match[2]) > 59) return 0;
  const half = match[5]?.toLowerCase();
  if (half === 'p' && hours < 12) hours += 12;
  if (half === 'a' && hours === 12) hours = 0;
  const offset = /(?:^|\s|GMT|UTC)([+\-\u2212])(\d{1,2}):?(\d\d)?(?!\d)/.exec(text.slice(match.index));
  const named = /\b([A-Z]{3,4}|Z)\b(?![+-])/.exec(text.slice(match.index));
  let east = 0;
  if (offset) east = (offset[1] === '+' ? 1 : -1) * (Number(offset[2]) + Number(offset[3] ?? 0) / 60);
  else if (named) east = zones[(named[1] ?? '').toLowerCase()] ?? 0;
  return (hours - east) * 3_600_000 + Number(match[2]) * 60_000 + Number(match[3] ?? match[4] ?? 0) * 1000;
}
