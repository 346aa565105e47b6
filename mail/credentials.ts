/**
 * Finds where a text hands over a password, a PIN or a code. English and Welsh. Gives places, never values.
 *
 * A word like "password" is in a hundred harmless sentences (resets, policies, "password protected", "the password follows by phone"), so a finding needs
 * all three: the word, a handing-over (`is`, `:`, `=`), and something after it that reads as a secret and not as a sentence.
 * Linear: one pass over the lines, patterns without nested repetition, long lines cut.
 */
import type { Span } from '../core/thread';

export type CredentialKind = 'password' | 'pin' | 'code';

export interface Credential extends Span {
  readonly kind: CredentialKind;
  /** Line of the text in which it stands, from 1; empty lines do not count. */
  readonly line: number;
}

const longestLine = 2000;
const mostLines = 5000;

const passwordWord = 'pass ?words?|pass ?phrases?|passwd|pwd|p/w|pword|passcodes?|cyfrineiriau|cyfrinair|gyfrinair|chyfrinair';
const pinWord = 'pins?|pin(?: |-)?(?:code|number|no\\.?)|rhif pin|cod pin';
const codeWord =
  '(?:one[- ]time|verification|authentication|recovery|security|2fa|mfa|sms|log ?-?in|sign ?-?in) (?:pass)?codes?|otp|memorable (?:word|information)|security answer|(?:api|secret|access|private) (?:key|token)|c[oô]d (?:dilysu|mynediad)|gair cofiadwy';
/** What a password can be for, between the word and the handing-over: "password for the zip file is". */
const purpose = "(?: (?:for|to|on|of|ar gyfer|i|i agor)(?: [\\p{L}\\p{N}'’&/.-]{1,24}){1,12}?)?";
const handing =
  "(?:\\s*(?::|=|->|→|–|—)\\s*|\\s+[-–—]\\s+(?:it(?:'s|’s| is)\\s+)?|(?:'s|’s)\\s+|\\s+(?:is|was|will be|has been (?:set|changed|reset) to|set to|changed to|is now|is still|are|yw|ydy|fydd|oedd)\\s*:?\\s+(?:now |still |just |simply |currently |temporarily )?)";

const spoken = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${word})(?![\\p{L}\\p{N}_])(?! ?-? ?protect)${purpose}${handing}["'“‘«\`*]?(?<secret>[^\\s"”’»\`]{1,120})`, 'giu');
const spokenPassword = spoken(passwordWord);
const spokenPin = spoken(pinWord);
const spokenCode = spoken(codeWord);
const direct =
  /(?<![\p{L}\p{N}_-])(?:(?:use|enter|type|with|using) (?:the |this |my |our )?(?:pass ?word|passcode|passphrase|pwd)|(?:pass ?word|pwd|pw))[ (]+["'“‘«`]?(?<secret>[^\s"”’»`,;)]{5,60})/giu;
const reversed =
  /(?<secret>[^\s"“”'‘’`:]{5,60})["”'’`]? (?:is|yw'r|ydy'r) (?:the|your|our|my|a|new)?\s?(?:new |temporary )?(?:pass ?word|passcode|passphrase|cyfrinair)(?![\p{L}])/giu;
/** A phrase in quotes may have spaces. */
const quoted = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${passwordWord})${purpose}${handing}["“‘«](?<secret>[^"”’»\\n]{4,60})["”’»]`, 'giu');
const afterLine = new RegExp(`^\\W{0,3}(?:(?:new|temporary|your|the|my|our) )?(?:${passwordWord}|${pinWord})\\s*[:=]?\\s*$`, 'iu');
/** A sentence that ends with the word: only an unmistakable secret in the next line belongs to it. */
const endsWithWord = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${passwordWord})\\s*[:=]?\\s*$`, 'iu');
const short = /(?<![\p{L}\p{N}_.@-])(?:pw|pass)\s*[:=]\s*(?<secret>\S{4,60})/giu;
/** A "pass" is a badge as well, so that only what mixes small letters and figures counts. */
const casual = /(?<![\p{L}\p{N}_.@-])(?:pw|pass) is\s+["'“‘]?(?<secret>[^\s"”’]{6,60})/giu;
/** A name and a secret side by side: "Login details: jane / Harbour!4711". */
const pair =
  /(?<![\p{L}\p{N}_-])(?:log ?-?[io]n|user(?: ?name)?|credentials)(?: details| info)?\s?[:=]\s?[^\s,;|/]{2,40}\s?[,;|/]\s?(?<secret>[^\s,;|/]{8,60})/giu;
const isUnmistakable = (secret: string): boolean => isStrong(secret) && /\p{L}/u.test(secret) && /\d/.test(secret) && /[!£$%^&*@~]/.test(secret);

/** Words that follow "password is" in sentences that hand nothing over. */
const states = new Set(
  (
    'a an the to too not no now never also only always still just about above below as at by for from in into of on or out over per than that this these those then there here their your our my his her its it you we they he she i ' +
    'and but if when where which who whose why how what because so same different unique similar ' +
    'required needed necessary mandatory optional recommended advised expired expiring expires due valid invalid correct incorrect wrong right weak strong stronger long short longer shorter complex simple easy hard ' +
    'secure insecure safe unsafe secret private public personal confidential shared sent emailed texted given provided supplied shown displayed visible hidden stored saved kept held written printed found known unknown ' +
    'lost forgotten compromised leaked stolen breached exposed guessed cracked blank empty missing gone old new temporary permanent random generated created chosen made set reset changed updated renewed replaced locked unlocked blocked disabled enabled active inactive ' +
    'case case-sensitive sensitive encrypted hashed salted protected ready available pending separate separately enclosed attached included following follow follows to-follow tbc tba tbd n/a na none null redacted removed withheld xxxx xxxxx xxxxxx yes ok okay fine good bad better best working broken different important essential critical crucial vital something anything nothing everything ' +
    'please see ask call phone ring contact email text speak check click visit use go try refer get let will would should must can could may might has have had does do did been being be is are was were ' +
    'coming arriving being getting going asking causing stopping preventing working managed handled automatically normally usually sometimes often probably maybe perhaps almost already soon later today tomorrow yesterday monday tuesday wednesday thursday friday ' +
    'ar yn wedi ddim nid heb cael ei eich fy ein eu hwn hon hynny newydd angen yr y i o am gan ' +
    'policy policies manager reset resets change changes protection guidance rules requirements'
  ).split(' '),
);

const stateEndings = /(?:ed|ing|able|ible|ful|less|ly|ment|tion|ness)$/;
const masked = /^[*x•●.…_#-]+$/i;
const placeholder = /^(?:<|\[|\{|%|\$\{?[A-Z])/;
const address = /^(?:https?:|www\.|mailto:|[\p{L}\p{N}._-]+@)|\.(?:com|uk|org|net|gov|pdf|docx?|xlsx?|html?|aspx?)(?:[/?#.]|$)/iu;

/** A secret without the punctuation of the sentence around it. */
const bare = (text: string): string => text.replace(/^[("'“‘*_<]+/, '').replace(/[)"'”’.,;:?*_>]+$/, '');

function isStrong(secret: string): boolean {
  if (secret.length < 5 || secret.length > 64 || masked.test(secret) || placeholder.test(secret) || address.test(secret)) return false;
  const letters = /\p{L}/u.test(secret);
  const digits = /\d/.test(secret);
  const signs = /[!£$%^&*+=@#~?_]/.test(secret) || /\p{L}[-–]\p{L}.*[-–]/u.test(secret);
  const mixed = /\p{Ll}\p{Lu}/u.test(secret);
  // Dates, times, versions and references in a sentence are none: 12/10/2026, v2.1, Q3-2026.
  if (/^[\d/.:-]+$/.test(secret) || /^v?\d+(?:\.\d+)+$/i.test(secret) || /^\d+(?:st|nd|rd|th|am|pm|h|min|days?|chars?|characters?)$/i.test(secret))
    return false;
  return (letters && digits) || (letters && signs) || mixed;
}

/** What stands before may take the secret's meaning away: advice, examples, questions. */
const example =
  /\b(?:never|don['’]?t|do not|avoid|not|such as|like|e\.?g\.?|for example|for instance|example|instead of|weak|bad|common|ask(?:s|ing)? (?:you )?for|peidiwch|er enghraifft)\b[^.:]{0,60}$/i;
const meeting =
  /\b(?:meeting (?:id|number|link)|join (?:the|on|zoom|microsoft|teams|meeting|by|from)|conference id|dial[ -]?in|dial by phone|webinar|phone conference|zoom\.us|teams\.(?:microsoft|live)\.com|webex\.com|meet\.google\.com|access code)\b/i;
const guest = /\b(?:guest|visitor|public|conference|venue|hotel) (?:wi-?fi|wlan|network)\b/i;

/** The credentials that a text hands over, in order. */
export function credentialsIn(text: string): Credential[] {
  const found: Credential[] = [];
  const lines = text.split('\n', mostLines);
  const near = (index: number): string =>
    lines
      .slice(Math.max(0, index - 5), index + 5)
      .join('\n')
      .slice(0, 4000);
  let start = 0;
  let written = 0;
  lines.forEach((whole, index) => {
    const line = whole.slice(0, longestLine);
    if (line.trim() !== '') written++;
    const at = Math.max(written, 1);
    const keep = (kind: CredentialKind, match: RegExpMatchArray, fits: (secret: string, rest: string) => boolean): void => {
      const secret = match.groups?.['secret'] ?? '';
      const from = match.index ?? 0;
      const end = from + match[0].length;
      const span = { start: start + from, end: start + end };
      if (!fits(secret, line.slice(end)) || example.test(line.slice(0, from)) || /\?\s*$/.test(secret)) return;
      if (guest.test(line) || meeting.test(near(index))) return;
      if (found.some((one) => one.start < span.end && span.start < one.end)) return;
      found.push({ kind, line: at, ...span });
    };
    if (/code|c[oô]d|otp|memorable|cofiadwy|answer|key|token/i.test(line)) {
      for (const match of line.matchAll(spokenCode))
        keep(
          'code',
          match,
          (secret, rest) =>
            /^\d{4,8}$/.test(bare(secret)) || isStrong(bare(secret)) || (/word|gair|answer|information/i.test(match[0]) && isSaid(secret, match[0], rest)),
        );
    }
    if (/pass|pwd|pw|p\/w|yfrin/i.test(line)) {
      for (const match of line.matchAll(spokenPassword)) keep('password', match, (secret, rest) => isSaid(secret, match[0], rest));
      for (const match of line.matchAll(quoted))
        keep('password', match, (secret) => !masked.test(secret) && !placeholder.test(secret) && !address.test(secret) && !states.has(secret.toLowerCase()));
      for (const match of line.matchAll(direct)) keep('password', match, (secret) => isStrong(bare(secret)));
      for (const match of line.matchAll(reversed)) keep('password', match, (secret) => isStrong(bare(secret)));
      for (const match of line.matchAll(casual)) keep('password', match, (secret) => isStrong(bare(secret)) && /\p{Ll}/u.test(secret) && /\d/.test(secret));
      for (const match of line.matchAll(short)) keep('password', match, (secret, rest) => isSaid(secret, ':', rest));
    }
    if (/log|user|credentials/i.test(line)) {
      for (const match of line.matchAll(pair)) keep('password', match, (secret) => isUnmistakable(bare(secret)));
    }
    if (/pin/i.test(line)) {
      for (const match of line.matchAll(spokenPin))
        keep('pin', match, (secret, rest) => /^\d{4,8}$/.test(bare(secret)) || /^\d{2,4} \d{2,4}\b(?! ?\d)/.test(secret + rest));
    }
    const next = lines[index + 1];
    const alone = afterLine.test(line);
    if (next !== undefined && !/\s/.test(next.trim()) && (alone || (endsWithWord.test(line) && /\d/.test(next) && !example.test(line)))) {
      const secret = bare(next.trim());
      const pin = /pin\W*$/i.test(line.trim());
      const span = { start, end: start + whole.length + 1 + next.length };
      if ((pin ? /^\d{4,8}$/.test(secret) : isStrong(secret)) && !meeting.test(near(index)))
        found.push({ kind: pin ? 'pin' : 'password', line: at + 1, ...span });
    }
    start += whole.length + 1;
  });
  return found;
}

/** Whether what follows the handing-over is a secret: strong by itself, quoted, or one unusual word that ends the sentence. */
function isSaid(text: string, before: string, rest: string): boolean {
  const secret = bare(text);
  if (secret.length < 4 || masked.test(secret) || placeholder.test(text) || address.test(text)) return false;
  if (isStrong(secret)) return true;
  if (states.has(secret.toLowerCase())) return false;
  if (/^\d{4,12}$/.test(secret)) return !/^(?:19|20)\d\d$/.test(secret) || /[:=]\s*["'“]?\d+$/.test(before);
  if (/["“‘«`]\S*$/.test(before) && !/^\s*\p{L}/u.test(rest.replace(/^["”’»`]/, ''))) return true;
  const ends = /^\s*(?:[.,;!)"”’]\s*)*$/.test(rest) || /[.;!]$/.test(text);
  return ends && secret.length >= 5 && !stateEndings.test(secret.toLowerCase()) && /^[\p{L}\d'-]+$/u.test(secret);
}
