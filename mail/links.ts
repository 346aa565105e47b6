/**
 * Where a link says that it goes, and where it goes: hosts in its words, and the address behind the wrappers that mail gateways put around it.
 * Pure. Wrapper forms: Microsoft Safe Links, Proofpoint URL Defense v1–v3, Mimecast, Barracuda, Cisco Secure Web, Trend Micro, Trellix,
 * Trustwave, Symantec, Check Point, Google, Facebook and LinkedIn redirects, from the products' own documentation (November 2026).
 */
import type { MessageLink } from '../core/observation';
import { wordsOf } from '../core/text';
import { asciiDomain, isWithin, visibleText } from './addresses';
import { organisationOf } from './domains';

/** A host that a person reads in the words of a link. */
export interface ShownHost {
  readonly host: string;
  /** It is written as a web address (`https://…`, `www.…`), not as a bare name. */
  readonly explicit: boolean;
}

/** Endings of bare names that are web addresses in daily writing; `report.md` and `plan.zip` are files. */
const bareEndings = new Set(
  'com org net edu gov mil int info biz eu uk ie de fr es it nl be lu at ch dk se no fi pt cz hu gr ro bg hr us ca au nz jp in wales cymru scot london'.split(
    ' ',
  ),
);

/**
 * The host that the words of a link name, when they are one web address as a whole, or hold exactly one that is written with `https://` or `www.`.
 * `null` for words, file names, mail addresses, and for several addresses at once.
 */
export function hostShownIn(words: string): ShownHost | null {
  const text = visibleText(words).replace(/^[<([“"']+|[>)\]”"'.,;:!?]+$/g, '');
  if (text === '' || text.length > 300 || text.includes('@')) return null;
  const whole = /^(?:(https?):\/\/)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+)(?::\d{1,5})?([/?#]\S*)?$/iu.exec(text);
  if (whole) {
    const host = asciiDomain(whole[2] ?? '');
    if (host === null) return null;
    const explicit = whole[1] !== undefined || host.startsWith('www.');
    const known = bareEndings.has(host.slice(host.lastIndexOf('.') + 1));
    return explicit || known ? { host, explicit: explicit || whole[3] !== undefined } : null;
  }
  const hosts = new Set(
    [...text.matchAll(/(?:https?:\/\/|(?<![\p{L}\p{N}.-])www\.)([^\s/?#<>"“”]+)/giu)].map(([match, rest = '']) =>
      asciiDomain(/^https?:/i.test(match) ? rest : `www.${rest}`),
    ),
  );
  const [only, more] = hosts;
  return only && more === undefined ? { host: only, explicit: true } : null;
}

interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

function addressIn(url: string): Address | null {
  const [, host = '', path = '', query = ''] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:@]+)(?::\d{1,5})?(\/[^?#]*)?(?:\?([^#]*))?/i.exec(url.trim()) ?? [];
  const ascii = asciiDomain(host);
  return ascii === null ? null : { host: ascii, path, query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const parameter = (query: string, names: readonly string[]): string | null => {
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    if (at > 0 && names.includes(pair.slice(0, at).toLowerCase())) return decoded(pair.slice(at + 1));
  }
  return null;
};

/** Gateways that keep the real address in a parameter. */
const byParameter: readonly (readonly [hosts: readonly string[], names: readonly string[]])[] = [
  [['safelinks.protection.outlook.com', 'safelinks.protection.office365.us', 'statics.teams.cdn.office.net'], ['url']],
  [['linkprotect.cudasvc.com'], ['a']],
  [['clicktime.symantec.com', 'scanmail.trustwave.com', 'protect2.fireeye.com', 'protect-us.fireeye.com', 'l.facebook.com', 'lm.facebook.com'], ['u']],
  [['trendmicro.com'], ['url']],
  [
    ['google.com', 'google.co.uk'],
    ['q', 'url'],
  ],
  [['linkedin.com'], ['url']],
  [['mimecastprotect.com', 'mimecast.com'], ['domain']],
];

/** Gateways that hide the real address from everyone: nothing can be said about such a link. */
const opaque = [
  'mimecast.com',
  'mimecastprotect.com',
  'protection.sophos.com',
  'atpscan.global.hornetsecurity.com',
  'link.edgepilot.com',
  'urlsand.esvalabs.com',
  'mailanyone.net',
  'fusemail.com',
  'messagelabs.com',
  'iphmx.com',
  'cloudflare-email.net',
  'emailprotection.link',
  'egress.com',
  'zixcentral.com',
  'cas.ms',
  'mcas.ms',
  'menlosecurity.com',
  'zscaler.com',
];

/** The address behind one wrapper; `null` where this is none, `hidden` where it keeps the address to itself. */
function unwrappedOnce(url: string, { host, path, query }: Address): string | 'hidden' | null {
  for (const [hosts, names] of byParameter) {
    if (!isWithin(host, hosts)) continue;
    const inner = parameter(query, names);
    if (inner && /^https?:\/\//i.test(inner)) return inner;
    if (inner && names.includes('domain') && asciiDomain(inner)) return `https://${inner}/`;
  }
  if (isWithin(host, ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'])) {
    const third = /\/v3\/__(https?:\/{1,2}.+?)__;/i.exec(url)?.[1];
    if (third) return third.replace(/^(https?:)\/(?!\/)/i, '$1//');
    const older = parameter(query, ['u']);
    // Version 2 writes `-` for `%` and `_` for `/`.
    return older ? (older.startsWith('http:') || older.startsWith('https:') ? older : decoded(older.replaceAll('-', '%').replaceAll('_', '/'))) : 'hidden';
  }
  if (isWithin(host, ['secure-web.cisco.com'])) return /\/(https?%3A.+)$/i.exec(path)?.[1]?.replace(/^.*$/, decoded) ?? 'hidden';
  if (isWithin(host, ['url.avanan.click', 'checkpoint.com'])) return /\/v\d\/_{2,3}(https?:\/\/.+?)_{2,3}\./i.exec(url)?.[1] ?? 'hidden';
  return isWithin(host, opaque) ? 'hidden' : null;
}

/** The host to which a link goes in the end; `null` where a gateway hides it, and for addresses in numbers. */
export function destinationOf({ host, target }: MessageLink): string | null {
  let url = wordsOf(target);
  let at = host;
  for (let layer = 0; layer < 5 && at !== null; layer++) {
    const address = addressIn(url);
    const inner = address && unwrappedOnce(url, address);
    if (inner === 'hidden') return null;
    if (!inner) return at;
    url = inner;
    at = addressIn(inner)?.host ?? null;
  }
  return at;
}

/** Services that count clicks for newsletters, surveys and tickets; and short addresses, which hide where they go by design. */
const trackers = (
  'lnks.gd govdelivery.com list-manage.com mailchi.mp mcusercontent.com sendgrid.net rs6.net constantcontact.com cmail19.com cmail20.com createsend.com createsend1.com mandrillapp.com hubspotlinks.com hubspotemail.net hs-sites.com pardot.com exacttarget.com exct.net sfmc-content.com salesforce.com mkt.com mktoweb.com marketo.com mlsend.com mailerlite.com klclick.com klclick1.com mjt.lu mailjet.com sendibm1.com sendibm3.com sendinblue.com brevo.com awstrack.me dotdigital-pages.com dmtrk.com dotmailer.com emltrk.com eventbrite.com eventbrite.co.uk surveymonkey.com zendesk.com freshdesk.com intercom.io intercom-mail.com customeriomail.com postmarkapp.com sparkpostmail.com mailgun.org mailgun.net campaign-archive.com campaign-monitor.com emarsys.net responsys.net bmsend.com acemlnb.com activehosted.com beehiiv.com substack.com convertkit-mail.com convertkit-mail2.com getresponse.com aweber.com benchmarkemail.com icptrack.com poppulo.com newsweaver.com adestra.com msgfocus.com ' +
  'bit.ly t.co goo.gl tinyurl.com ow.ly buff.ly is.gd aka.ms lnkd.in fb.me youtu.be amzn.to amzn.eu ift.tt rebrand.ly t.ly cutt.ly trib.al dlvr.it'
).split(' ');

/** Whether a host only counts clicks or shortens addresses. */
export const isTracker = (host: string): boolean => isWithin(host, trackers);

/** Whether a host is called as those are that count clicks for their own customers. Anyone can call a host so. */
export const isCalledTracker = (host: string): boolean =>
  /^(?:click|clicks|link|links|lnk|trk|track|tracking|email|mail|e|em|go|r|t|url|ct|newsletter|news)\d{0,4}\./.test(host);

/** Names under which one owner offers the same pages. */
const sameOwner: readonly (readonly string[])[] = [
  ['youtube.com', 'youtu.be', 'google.com', 'goo.gl', 'g.co'],
  [
    'microsoft.com',
    'office.com',
    'live.com',
    'outlook.com',
    'sharepoint.com',
    'office365.com',
    'microsoftonline.com',
    'onedrive.com',
    '1drv.ms',
    'aka.ms',
    'cloud.microsoft',
    'msn.com',
  ],
  ['twitter.com', 'x.com', 't.co'],
  ['facebook.com', 'fb.com', 'fb.me', 'instagram.com'],
  ['bbc.co.uk', 'bbc.com', 'bbc.in'],
  ['amazon.com', 'amazon.co.uk', 'amzn.to', 'amzn.eu', 'a.co'],
  ['linkedin.com', 'lnkd.in'],
];

/** Whether two hosts are one organisation's, as far as names tell: the same registered domain, the same name under another ending, or a known family. */
export function sameOrganisation(a: string, b: string): boolean {
  const [mine, theirs] = [organisationOf(a), organisationOf(b)];
  if (mine === theirs) return true;
  const name = (organisation: string): string => organisation.slice(0, organisation.indexOf('.'));
  if (name(mine).length > 3 && name(mine) === name(theirs)) return true;
  return sameOwner.some((family) => isWithin(a, family) && isWithin(b, family));
}

/** Whether an address names another one in its own text, as every redirect does. */
export const carries = (target: string, host: string): boolean => {
  const organisation = organisationOf(host);
  const text = decoded(decoded(target)).toLowerCase();
  return new RegExp(`https?:/{1,2}(?:[a-z0-9-]+\\.)*${organisation.replaceAll('.', '\\.')}(?=[/:?#&]|$)`).test(text.slice(8));
};
