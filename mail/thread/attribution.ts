/** Lines like "On 1 March 2021, Ann Smith wrote:", in many languages and orders. */
import { addressesIn } from '../addresses';
import { monthOf } from './dates';

/** Who and when, as an attribution prints it. */
export interface Attribution {
  /** Address and name as one text for the people reader; empty where nobody is named. */
  readonly who: string;
  readonly date: string;
}

const edge = '(?<![\\p{L}\\p{N}])';
const stop = '(?![\\p{L}\\p{N}])';

/** Verbs after which only a date or a closing word may follow. */
const closingVerbs =
  'wrote|writes|says|said|sent|a écrit|escribió|escribio|escreveu|ha scritto|scrisse|het volgende geschreven|volgende geschreven|geschreven|napisał\\(a\\)|napisała|napisał|pisze|napsal\\(a\\)|napsala|napsal|napísal\\(a\\)|napísala|napísal|följande|følgende|skrev følgende|kirjoitti|ezt írta|írta|написал\\(а\\)|написала|написал|писал\\(а\\)|пишет|пише|написав\\(ла\\)|написав|написала|şunu yazdı|yazdı|a scris|je napisao\\/la|je napisao\\/napisala|je napisala|je napisao|napisao je|napisala je|kirjutas|ysgrifennodd|έγραψε|写道|寫道|のメッセージ|님이 작성|đã viết|ha escrit|va escriure|schrieb|schreef|skrev';
/** Verbs that may stand before the name. */
const openVerbs = 'schrieb|schrieben|skrev|schreef|ysgrifennodd|scríobh|sgrìobh|kirjoitti|написал|escribió|heeft';

const closing = new RegExp(`${edge}(?:${closingVerbs})${stop}`, 'iu');
const open = new RegExp(`${edge}(?:${openVerbs})${stop}`, 'iu');
/** Characters-only scripts have no word edges. */
const scripts = /(?:写道|寫道|のメッセージ|님이 작성|写：)/;

/** First words of an attribution; without one of them, a date or an address must come first, or the quote must follow at once. */
const starts =
  /^(?:\p{P}{0,3}\s?)?(?:on|at|le|am|el|em|a|il(?: giorno)?|op|w dniu|dnia|den|d\.|dne|dňa|ar|în data(?: de)?|în|pe|på|vào|ngày|quoting|zitat von|quoting from|citando|in|in a message dated|em|no dia|dana|u|kuupäeval|le jeu|il)[\s,]/iu;

const clock = /(?<!\d)\d{1,2}[:.h]\d\d(?!\d)/;
const yearOrDate = /(?<!\d)(?:(?:19|20)\d\d|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})(?!\d)|(?:年|月)/;

const ends = /[:：]\s*$/;

/** "On …, Ann wrote: > text": a quote whose line breaks were lost. */
const runOn = /^[^>]{8,200}:\s>+\s/;

/** The attribution of such a line alone, or the line as it is. */
export const withoutRunOn = (line: string): string => (ends.test(line) ? line : (/^[^>]{8,200}?:(?=\s>+\s)/.exec(line)?.[0] ?? line));

/** Outlook Express in news groups and their mail gates: `"Ann" <a@b> wrote in message news:id@host...`. */
const news = /(?:in (?:message|news|der nachricht)\s?<?(?:news:)?\S{3,200}|^<?news:\S{3,200})$/i;

/** Cheap question before the expensive one: may an attribution end in this line? */
export function mayEndAttribution(line: string): boolean {
  if (line.length > 320) return runOn.test(line);
  if (ends.test(line) || runOn.test(line) || news.test(line)) return true;
  // Without a colon it must end with its verb, or be a date.
  return line.length < 200 && /(?:wrote|writes|écrit|schrieb|geschreven|skrev|[+-]\d{4}|\d\d:\d\d)$/i.test(line);
}

/**
 * Reads an attribution.
 * @param text one to four lines, joined by spaces
 * @param followed whether a deeper quoted line follows at once: then less is asked of the words
 */
export function attributionOf(text: string, followed: boolean): Attribution | null {
  if (text.length > 400 || text.length < 6) return null;
  const colon = ends.test(text);
  const posted =
    /^(.{2,160}?)\s(?:wrote|writes|schrieb|escribió|a écrit)\s(?:in|dans|en) (?:message|news|der nachricht|le message|el mensaje)\s?<?(?:news:)?\S{3,200}$/i.exec(
      text,
    );
  if (posted) return { who: posted[1] ?? '', date: '' };
  if (!colon && !followed) return null;
  const body = text.replace(ends, '').trim();
  const dated = yearOrDate.test(body) || clock.test(body);
  const addresses = addressesIn(body);
  const special = specialOf(body, addresses.length > 0, followed);
  if (special) return special;
  // ISO date, name and address without a verb: Gmail in some languages ("2016-10-24 15:03 GMT+02:00 Ann <a@b>:").
  if (/^\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}/.test(body) && addresses.length > 0 && /[>)」]$/.test(body)) return split(body);
  // A date, a person and nothing else: "30.09.2017, 18.30, "Ann" <a@b>:", "Ann <a@b> @ 2015-01-15 17:54 SAST:".
  if (colon && addresses.length > 0 && body.length < 200 && clock.test(body) && yearOrDate.test(body) && !closing.test(body)) {
    const parts = split(body);
    const plainWords = parts.who.replace(/<[^<>]*>|\S*@\S*/g, ' ').match(/(?<!\S)\p{Ll}+(?!\S)/gu)?.length ?? 0;
    if (plainWords <= (followed ? 3 : 1) && new Set(addresses.map((one) => one.address)).size === 1) return parts;
  }
  // "On Tue, 15 Mar 2016 12:30:19 +0000" right above a quote: the line with the name was cut.
  if (followed && started(body) && clock.test(body) && body.length < 60 && split(body).who === '') return { who: '', date: split(body).date };
  const verb = closing.exec(body) ?? (scripts.test(body) ? scripts.exec(body) : null);
  const begun = started(body);
  if (verb) {
    const tail = body.slice(verb.index + verb[0].length);
    const tailFits = tail.length === 0 || tailIsDate(tail) || tailIsAddress(tail);
    if (tailFits) {
      // "Ann wrote:" alone is an attribution only right above a quote; otherwise it is prose.
      if (addresses.length > 0 || (dated && (begun || /^\W*\p{L}{0,12}\W*\d/u.test(body) || followed || dateFirst(body) || tailIsDate(tail)))) {
        if (!plausible(body, verb.index, addresses.length > 0, dated || begun)) return null;
        if (addresses.length === 0 && !followed && nobody.test(body.slice(0, verb.index))) return null;
        return split(`${body.slice(0, verb.index)} \u0001 ${tail}`);
      }
      if (followed && isName(body.slice(0, verb.index).trim(), /^(?:says|said|sent)$/i.test(verb[0])))
        return split(`${body.slice(0, verb.index)} \u0001 ${tail}`);
    }
  }
  const early = open.exec(body);
  if (early && (dated || addresses.length > 0) && (begun || dateFirst(body) || addresses.length > 0)) {
    const after = body.slice(early.index + early[0].length);
    if (after.length < 160 && !/[.!?]\s\p{Lu}\p{L}+\s\p{L}+\s\p{L}+/u.test(after)) return split(`${body.slice(0, early.index)} \u0001 ${after}`);
  }
  return null;
}

const started = (body: string): boolean => starts.test(body);

const dateFirst = (body: string): boolean => {
  const head = body.slice(0, 48);
  return clock.test(head) || yearOrDate.test(head);
};

/** A name alone before the verb: a few words; with a verb of speech, which manuals and logs also have, all of them capitalised. */
function isName(text: string, strict: boolean): boolean {
  if (text.length < 2 || text.length > 70 || /[!?]|[.:;]\s\p{Ll}/u.test(text)) return false;
  const words = text
    .replace(/["'“”()*,<>[\]]+/g, ' ')
    .trim()
    .split(/\s+/);
  if (words.length > 7) return false;
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (strict) return capital === words.length && words.length > 1;
  return words.length <= 2 || capital >= words.length / 2;
}

/** After the verb: "on 04/05/2006 10:20:11 AM", "um 12:52 Uhr", "28/10/2021 12.46", "(on 3/4/2002)". */
function tailIsDate(tail: string): boolean {
  if (tail.length > 70 || !/\d/.test(tail)) return false;
  const words = tail.match(/\p{L}+/gu) ?? [];
  return words.every((word) => dateWord.test(word) || monthOf(word) !== null);
}

const tailIsAddress = (tail: string): boolean => /^\s*[<([]?[^\s]{3,100}[>)\]]?$/.test(tail) && tail.includes('@');

const dateWord =
  /^(?:on|at|am|pm|the|following|um|uhr|den|d|kl|klo|le|à|el|a|las|às|il|alle|ore|o|godz|h|hrs|the|of|de|del|dated|message|standard|daylight|central|eastern|pacific|mountain|g|г|р|в|о|st|nd|rd|th|gmt|utc|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|mez|mesz|eet|eest|ist|jst|z|om|van|time|mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday|dienstag|montag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ma|wo|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|pon|wt|śr|czw|pt|sob|nd|gio|sab|mån|tis|ons|tors|fre|lör|sön|man|tir|lør|søn|seg|ter|qua|qui|sex|sáb|dom|llun|mawrth|mercher|iau|gwener|sadwrn|sul|пн|вт|ср|чт|пт|сб|вс|нд|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pt|czwartek|środa|wtorek|poniedziałek|piątek|sobota|niedziela|giorno|dniu|dnia|dne|dňa|időpontban|tarihinde|sze|sz|cs|p|v|h|k|szo|okt|по|нач|nachm|vorm|abends|uur|kell|at|er|om)$/iu;

/** Forms without a writing verb, and forms of single programs. */
function specialOf(body: string, hasAddress: boolean, followed: boolean): Attribution | null {
  // Horde, SquirrelMail: "Quoting Ann <a@b>:".
  const quoting = /^(?:quoting|zitat von|citando|mensaje citado por|citando a|quoted from)\s+(.{3,200})$/i.exec(body);
  if (quoting && (hasAddress || followed)) return { who: quoting[1] ?? '', date: '' };
  // mutt: "* Ann <a@b> [2002-01-01 10:00 +0100]:".
  const star = /^\*\s(.{3,120}?)\s\[(.{6,60})\]$/.exec(body);
  if (star) return { who: star[1] ?? '', date: star[2] ?? '' };
  // Gnus supercite: `"AB" == Ann Bell <a@b> writes:`.
  const cited = /^"[^"]{1,12}"\s?==\s?(.{3,160}?)\s(?:writes|wrote|said)$/i.exec(body);
  if (cited) return { who: cited[1] ?? '', date: '' };
  // News readers: "In article <id>, Ann <a@b> writes:", "In message <id>, …".
  const article = /^in (?:article|message|<?news:)\s?<?[^\s>]{3,120}>?,?\s(.{2,160}?)\s(?:writes|wrote|said)$/i.exec(body);
  if (article) return { who: (article[1] ?? '').replace(/^on .{6,60}\d,? /i, ''), date: '' };
  const spake = /^(?:thus spake|so sprach|according to|and lo,? )\s?(.{3,160})$/i.exec(body);
  if (spake && followed) return { who: (spake[1] ?? '').replace(/\son\s.*$/i, ''), date: '' };
  return null;
}

/** Reads what a mail program has marked as an attribution, whatever its language. */
export const looseAttribution = (text: string): Attribution => attributionOf(text, true) ?? split(text.replace(ends, '').trim());

/** Keeps prose out: "On Tuesday 14 March I met Ann and Bob, who told me what he wrote". */
function plausible(body: string, verbAt: number, hasAddress: boolean, marked: boolean): boolean {
  if (!marked && !hasAddress) return false;
  const before = body.slice(0, verbAt);
  if (hasAddress) return before.length < 320;
  return (
    before.length < 170 &&
    !/[!?]|\s(?:that|which|because|what|who|and then|as i|as we|i)\s/i.test(before) &&
    (before.match(/\.\s\p{Lu}\p{Ll}+\s\p{Ll}/gu)?.length ?? 0) === 0
  );
}

/** "On Tue, 3 Mar 2026 the committee wrote:" tells a story; mail programs name a person. */
const nobody =
  /\s(?:the|an?|our|my|his|her|their|your|this|that|some)\s(?:[\p{L}'’-]+\s){0,4}\p{Ll}+\s*$|\s(?:he|she|they|we|it|someone|everyone|somebody)\s*$/u;

const leadWords =
  /^(?:\p{P}{0,3}\s?)?(?:in a message dated|on|at|le|am|el|em|a|il giorno|il|op|w dniu|dnia|den|d\.|dne|dňa|ar|în data de|în data|în|pe|på|vào|ngày|u|dana|no dia)\s(?:the\s)?/iu;

/**
 * Takes a date and a person apart. Whatever is not of a date is of the person; the verb stands as U+0001.
 * Month words count once, next to a number, so that May, Jan and April can also be people.
 */
function split(body: string): Attribution {
  const text = body.replace(leadWords, '');
  const addresses = addressesIn(text);
  const tokens: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\S+/g)) tokens.push({ start: match.index, end: match.index + match[0].length });
  const words = tokens.map((token) => text.slice(token.start, token.end));
  const isDate: boolean[] = [];
  let month = false;
  let digits = 0;
  words.forEach((word, index) => {
    const token = tokens[index];
    const inAddress = token && addresses.some((one) => token.start < one.end && token.end > one.start);
    const bare = word.replace(/^[^\p{L}\p{N}+-]+|[^\p{L}\p{N}]+$/gu, '');
    let date = false;
    if (inAddress || word === '\u0001') date = false;
    else if (/^[+-]?\d/.test(bare) || /^(?:GMT|UTC)[+-]/.test(bare)) {
      date = true;
      digits++;
    } else if (
      !month &&
      monthOf(bare) !== null &&
      (/\d/.test(words[index + 1] ?? '') || /^\W*\d{1,2}(?:st|nd|rd|th)?\W*$/.test(words[index - 1] ?? '') || /^(?:de|of|del)$/i.test(words[index - 1] ?? ''))
    ) {
      date = true;
      month = true;
    } else if ((dateWord.test(bare) || bare === '') && !(digits > 0 && /^\p{Lu}\.?,?$/u.test(word)))
      date = /\d/.test(words[index + 1] ?? '') || /\d|^(?:de|of|del)$/i.test(words[index - 1] ?? '') || (isDate[index - 1] ?? false) || index === 0;
    else if (index === 0 && /[,.]$/.test(word) && /\d/.test(`${words[1] ?? ''}${words[2] ?? ''}`)) date = true;
    else if (digits === 0 && index < 2 && /\d/.test(words[index + 1] ?? '') && /,$/.test(word)) date = true;
    isDate.push(date);
  });
  const person: string[] = [];
  const date: string[] = [];
  words.forEach((word, index) => {
    if (word === '\u0001') return;
    (isDate[index] ? date : person).push(word);
  });
  const who = person
    .join(' ')
    .replace(/^[\s,;.\-–—]+|[\s,;\-–—]+$/g, '')
    .replace(
      /(?:^|\s)(?:from|von|the following|heeft|użytkownik|uživatel|používateľ|пользователь|користувач|wrote|skrev|schrieb|het|volgende|je|ha)(?=\s|$)/giu,
      ' ',
    )
    .trim();
  return { who, date: date.join(' ').replace(/[\s,;]+$/, '') };
}
