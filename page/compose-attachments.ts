/**
 * Reads which files a compose carries: the chips that the page shows, joined with the files that events have told about.
 * Received attachments stand outside the compose and are never counted (`research/webmail-dom.md` §1.5, §2.5).
 */

import type { Attachment, Reading } from '../core/observation';
import { pageTextOf } from '../core/text';
import { visibleText } from '../mail/addresses';
import type { Parts } from './compose-parts';
import { labelsOf } from './compose-parts';
import { kindsOfLabel } from './labels';
import type { NoticedFile } from './site';
import { all, attribute, childNodesOf, childrenOf, closest, contains, documentOf, first, isShown, matches, parentOf, rawTextOf } from './tree';

export interface AttachmentsProfile {
  /** Selector of one shown file. */
  readonly chip?: string;
  /** File name of a chip; `null` leaves it to the generic reading. */
  nameOf?(chip: HTMLElement): string | null;
  /** Where the site keeps its files, when that is outside the compose's root. */
  readonly outside?: string;
}

/** A file as the page shows it. */
export interface ShownFile {
  readonly name: string;
  readonly element: HTMLElement;
  readonly cloud: boolean;
}

const endings =
  'pdf doc docx docm dot dotx odt rtf txt md csv tsv xls xlsx xlsm xlsb ods ppt pptx pptm pps ppsx odp odg key pages numbers msg eml ics vcf htm html mht mhtml xml json yml yaml log zip 7z rar gz tgz tar bz2 png jpg jpeg jpe jfif gif bmp tif tiff webp heic heif svg ico psd ai eps mp3 m4a wav ogg flac aac mp4 m4v mov avi mkv webm mpg mpeg wmv vsd vsdx pub one mpp dwg dxf accdb mdb sql ps1 bat sh js ts py r sav dta kml gpx epub mobi ttf otf woff exe msi iso bin dat bak p7m p7s asc gpg pgp sig cer crt pem pfx'.split(
    ' ',
  );
const fileName = new RegExp(`^[^\\n/\\\\<>|]{1,200}\\.(?:${endings.join('|')})$`, 'i');
const size = /[\s(–—~-]*\(?~?\d[\d.,\s\u00a0]*\s?(?:[kmgt]i?b|b|bytes?|octets?|[kmgt]o|кб|мб|байт|kt|mt)\)?\s*$/i;

/** A file name at the start of a label, without size and other words after it. `null` where there is none. */
export function fileNameIn(text: string): string | null {
  const plain = visibleText(text.slice(0, 400));
  for (const candidate of [plain, plain.replace(size, ''), plain.replace(/^[\p{L}\s]{2,30}:\s+/u, '')]) {
    const trimmed = candidate.trim();
    if (fileName.test(trimmed)) return trimmed;
  }
  const inside = new RegExp(`^(?:[\\p{L}\\s]{2,30}[:：]\\s+)?(.{1,200}?\\.(?:${endings.join('|')}))(?=[\\s.,;:(]|$)`, 'iu').exec(plain);
  return inside?.[1]?.trim() ?? null;
}

const chipAttributes = ['download', 'data-filename', 'data-file-name', 'data-name', 'title', 'aria-label'] as const;
const removeControl = '[class*="remove" i],[class*="delete" i],[aria-label],button,[role=button],[title]';

/** The files that the page shows at this compose, in order of appearance. */
export function shownFiles(parts: Parts, profile: AttachmentsProfile): ShownFile[] {
  const files: ShownFile[] = [];
  const names = new Set<string>();
  const note = (name: string | null | undefined, element: HTMLElement, cloud = false): void => {
    if (!name || names.has(name.toLowerCase())) return;
    // "Remove Report.pdf" on a button names the file beside it, not another one.
    if (isRemove(element) && [...names].some((known) => name.toLowerCase().endsWith(` ${known}`))) return;
    names.add(name.toLowerCase());
    files.push({ name, element, cloud });
  };
  const scopes = [parts.root, ...outsideScopes(parts, profile)];
  if (profile.chip) {
    for (const scope of scopes)
      for (const chip of all(scope, profile.chip)) {
        if (!isListed(chip) || contains(parts.editor.host, chip)) continue;
        note(profile.nameOf?.(chip) ?? nameOfChip(chip), chip, isCloud(chip));
      }
  }
  for (const scope of scopes) {
    for (const element of all(scope, '[download],[data-filename],[data-file-name],[title],[aria-label],span,a,div,li,td,p,b,strong,em,button')) {
      if (contains(parts.editor.host, element) || parts.fields.some((field) => contains(field.element, element)) || parts.send.includes(element)) continue;
      const name = nameOfElement(element);
      if (name && isListed(element) && looksAttached(element, scope)) note(name, element, isCloud(element));
    }
    for (const { name, element } of sizedEntries(scope, parts))
      if (!files.some((file) => contains(element, file.element) || contains(file.element, element))) note(name, element);
  }
  return files.filter(
    ({ name, element }) => !(matches(element, 'button,[role=button],a') && files.some((other) => other.element !== element && isLonger(name, other.name))),
  );
}

/** "Remove Report.pdf", in whatever language, names the file beside it. */
const isLonger = (name: string, other: string): boolean => name.length > other.length && name.toLowerCase().includes(other.toLowerCase());

/** Drawn, or an entry of a list for attachments that a narrow window keeps on another sheet (Roundcube on a phone, seen running 2026-11). */
function isListed(element: HTMLElement): boolean {
  if (isShown(element)) return true;
  const list = closest(element, 'ul[id*="attach" i],ol[id*="attach" i],ul[class*="attach" i],ol[class*="attach" i]');
  const entry = closest(element, 'li');
  return list !== null && entry !== null && contains(list, entry) && [list, entry, element].every((part) => getComputedStyle(part).display !== 'none');
}

const onlySize = /^[([]?~?\d[\d.,\s\u00a0]*\s?(?:[kmgt]i?b|b|bytes?|octets?|[kmgt]o|кб|мб|байт|kt|mt)[)\]]?$/i;

/**
 * Files without an ending: a name beside a size, in a box for attachments. Whole messages that a forward carries are named by their subject
 * (Horde, SOGo; seen running 2026-11), and people attach `README` too.
 */
function sizedEntries(scope: HTMLElement, parts: Parts): { name: string; element: HTMLElement }[] {
  const found: { name: string; element: HTMLElement }[] = [];
  for (const element of all(scope, 'span,div,td,small,em,i,p,li,a')) {
    if (childrenOf(element).length > 0 || contains(parts.editor.host, element) || found.length >= 200) continue;
    const text = visibleText(rawTextOf(element).slice(0, 60));
    if (!onlySize.test(text) || !isShown(element)) continue;
    const entry = parentOf(element);
    if (!entry || closest(entry, '[id*="attach" i],[class*="attach" i],[data-testid*="attach" i]') === null || entry === scope) continue;
    const name = visibleText(rawTextOf(entry).slice(0, 400)).replace(text, '').trim();
    if (name.length < 1 || name.length > 200 || /[:：]$/.test(name) || onlySize.test(name) || kindsOfLabel(name).length > 0) continue;
    found.push({ name, element: entry });
  }
  return found;
}

/** Boxes called after attachments around anything that could be a way to attach. Asking a browser for parts of ids and classes of a whole mailbox takes ten times as long. */
function boxesForAttachments(page: Document): HTMLElement[] {
  // Inner ones first, as one comes upon them from a control. Asked of the browser at once: going up from every control of an inbox takes long.
  return all(page, '[id*="attach" i],[class*="attach" i]').reverse();
}

/** Attachment panes beside the compose: they hold a way to attach, which received attachments never do. */
function outsideScopes(parts: Parts, profile: AttachmentsProfile): HTMLElement[] {
  const page = documentOf(parts.root);
  const panes = profile.outside
    ? all(page, profile.outside)
    : boxesForAttachments(page).filter((pane) => holdsAttachControl(pane) && !first(pane, '[role=document],iframe,[contenteditable]'));
  return panes.filter((pane) => !contains(parts.root, pane) && !contains(pane, parts.root)).slice(0, 3);
}

const holdsAttachControl = (pane: HTMLElement): boolean =>
  first(pane, 'input[type=file]') !== null ||
  all(pane, 'button,[role=button],a,label').some((control) =>
    [rawTextOf(control).slice(0, 60), ...labelsOf(control)].some((label) => kindsOfLabel(label).includes('attach')),
  );

function nameOfChip(chip: HTMLElement): string | null {
  for (const element of [chip, ...all(chip, '*').slice(0, 40)]) {
    const name = nameOfElement(element);
    if (name) return name;
  }
  const label = attribute(chip, 'title') ?? attribute(chip, 'aria-label');
  return label ? visibleText(label) : null;
}

function nameOfElement(element: HTMLElement): string | null {
  for (const name of chipAttributes) {
    const value = attribute(element, name);
    const found = value && value.length < 300 ? fileNameIn(value) : null;
    if (found) return found;
  }
  const text = childrenOf(element).length === 0 ? rawTextOf(element) : ownText(element);
  return text.length > 3 && text.length < 260 ? fileNameIn(text) : null;
}

/** Text that stands directly in an element, beside other elements. */
const ownText = (element: HTMLElement): string => {
  const nodes = childNodesOf(element);
  return nodes.length > 20 ? '' : visibleText(nodes.map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ' ')).join(''));
};

/** Not every text with a dot is a file: one that is attached has a size, a way to remove it, or stands where files are kept. */
function looksAttached(element: HTMLElement, scope: HTMLElement): boolean {
  let at: HTMLElement | null = element;
  for (let level = 0; at && at !== scope && level < 5; level++, at = parentOf(at)) {
    if (
      matches(at, '[class*="attach" i],[id*="attach" i],[data-testid*="attach" i],[data-test-id*="attach" i],[download],[class*="upload" i],[class*="file" i]')
    )
      return true;
    const text = rawTextOf(at);
    if (text.length < 400 && /\d\s?(?:[kmg]i?b|bytes?|[kmg]o|кб|мб)\b/i.test(text)) return true;
    if (level > 0 && all(at, removeControl).some((control) => control !== element && isRemove(control))) return true;
  }
  return closest(element, '[class*="attach" i],[id*="attach" i]') !== null && contains(scope, element);
}

const isRemove = (control: HTMLElement): boolean =>
  nameSaysRemove(attribute(control, 'class') ?? '') ||
  labelsOf(control).some((label) =>
    /\b(?:remove|delete|löschen|entfernen|supprimer|retirer|eliminar|quitar|rimuovi|elimina|remover|verwijder|fjern|ta bort|usuń|odebrat|удалить)/i.test(label),
  );
const nameSaysRemove = (name: string): boolean => /(?:^|[^a-z])(?:remove|delete)/i.test(name);

const isCloud = (element: HTMLElement): boolean =>
  closest(
    element,
    '[class*="cloud" i],[href^="https://drive.google.com"],[href^="https://docs.google.com"],[href^="https://1drv.ms"],[href*=".sharepoint.com/"]',
  ) !== null;

/** Cloud files that stand in the message as a block: Gmail's Drive chip, Outlook's reference attachments (`research/webmail-dom.md` §1.5, §2.5). */
export function cloudFilesIn(editable: HTMLElement): string[] {
  const names: string[] = [];
  for (const link of all(editable, '.gmail_drive_chip a,[id^="OwaReferenceAttachmentFileName"] a')) {
    if (closest(link, 'blockquote,.gmail_quote')) continue;
    const name = visibleText(attribute(link, 'aria-label') ?? rawTextOf(link));
    if (name) names.push(name);
  }
  return names;
}

/** Joins what the page shows with what events told: a file is listed once, with the origin that is known best. */
export function readAttachments(shown: readonly ShownFile[], cloud: readonly string[], noticed: readonly NoticedFile[]): Reading<Attachment> {
  const items: Attachment[] = [];
  const left = [...noticed];
  for (const file of shown) {
    const at = left.findIndex((other) => sameFile(file.name, other.name));
    const [known] = at >= 0 ? left.splice(at, 1) : [];
    items.push({ name: pageTextOf(known?.name ?? file.name), origin: known?.origin ?? (file.cloud ? 'cloud' : 'shown') });
  }
  for (const file of left) if (!file.shown) items.push({ name: pageTextOf(file.name), origin: file.origin });
  for (const name of cloud) items.push({ name: pageTextOf(name), origin: 'cloud' });
  return { items, completeness: 'complete' };
}

/** Whether a label on the page stands for this file; long names are cut in the middle or at the end on many pages. */
export function sameFile(label: string, name: string): boolean {
  const shown = visibleText(label).toLowerCase();
  const full = visibleText(name).toLowerCase();
  if (shown === full) return true;
  const [head, tail] = shown.split(/…|\.\.\./);
  return head !== undefined && tail !== undefined && head.length >= 3 && full.startsWith(head.trim()) && full.endsWith(tail.trim());
}
