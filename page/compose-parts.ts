/**
 * Finds the parts of a compose by what they are: one large editable, recipient fields, a subject and a send control under one ancestor.
 * Works on pages it has never seen; a site's profile only sharpens it. Names that programmers gave come before labels, labels before structure
 * (`research/webmail-dom.md` §0: these survive redesigns, class names do not).
 */
import { kindOfName, kindsOfLabel, type LabelKind, nameTokens, plainLabel, recipientKindOfLabel, saysOnlyRecipient } from './labels';
import { lookAgain, lookForOpenRoots } from './open-roots';
import {
  all,
  attribute,
  bodyOf,
  boxOf,
  byId,
  childNodesOf,
  childrenOf,
  closest,
  commonAncestor,
  contains,
  documentOf,
  fieldValue,
  first,
  frameDocumentOf,
  isDesigned,
  isShown,
  matches,
  outermost,
  parentOf,
  previousOf,
  startOfText,
  tagOf,
} from './tree';

export type FieldKind = 'to' | 'cc' | 'bcc' | 'reply-to' | 'subject' | 'from';

export interface Field {
  readonly kind: FieldKind;
  readonly element: HTMLElement;
  readonly shown: boolean;
}

/** Where the message is written. */
export interface Editor {
  /** The element in this document: the editable itself, or the frame that holds it. */
  readonly host: HTMLElement;
  /** The editable element, perhaps in a frame. */
  readonly editable: HTMLElement;
  readonly score: number;
}

/** What a site knows about its own compose; everything is optional. */
export interface PartsProfile {
  /** Selectors of fields by kind; they go before names and labels. */
  readonly fields?: Partial<Readonly<Record<FieldKind, string>>>;
  /** Selector of the editables that write a message. Where one is present, no other editable counts. */
  readonly editors?: string;
  /** Selector of send controls, and of those that only look like one. */
  readonly send?: string;
  readonly notSend?: string;
  /** The editor's compose, where the site marks it for sure; it needs no further proof. Must hold the fields. */
  root?(editor: HTMLElement): HTMLElement | null;
  /** On this site an editor with a send control is a compose even where no recipient field can be seen. */
  bareReplies?(page: Document): boolean;
}

export interface Parts {
  readonly root: HTMLElement;
  readonly editor: Editor;
  readonly fields: readonly Field[];
  readonly send: readonly HTMLElement[];
  /** Where there is no field for recipients: the line that names them ("To Ann Other, Tom"); `null` where none is seen. */
  readonly folded: HTMLElement | null;
}

const textInput =
  'input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]):not([type=password]):not([type=date]):not([type=number]):not([type=range]):not([type=color])';
const fieldSelector = `${textInput},textarea,select,[ng-model],[contenteditable],[role=combobox],[role=textbox],[role=group],[role=listbox][aria-label],div[name]`;
const testNames = ['data-testid', 'data-test-id', 'data-extension-id', 'data-name', 'data-field', 'data-qa'] as const;
/** Elements that may be fields, those in question by their test names included: asking the browser for parts of values costs twenty times as much. */
const mayBeFieldSelector = `${fieldSelector},${testNames.map((name) => `[${name}]`).join(',')}`;
const mayBeField = (element: HTMLElement): boolean => {
  const values = testNames.flatMap((name) => attribute(element, name) ?? []);
  return values.length === 0 || values.some((value) => /to$|cc|recipient|subject/i.test(value)) || matches(element, fieldSelector);
};
/** Attributes in which programs name a field; the last ones are what frameworks bind it to. */
const nameAttributes = [
  'name',
  'id',
  'data-testid',
  'data-test-id',
  'data-extension-id',
  'data-name',
  'data-field',
  'data-qa',
  'ng-model',
  'formcontrolname',
  'data-bind',
] as const;

/** The fields below `root`, in document order. Hidden ones are listed as such. */
export function fieldsIn(root: Document | Element, profile: PartsProfile): Field[] {
  typables = null;
  const fields: Field[] = [];
  const taken = new Set<Element>();
  for (const kind of Object.keys(profile.fields ?? {}) as FieldKind[]) {
    for (const element of all(root, profile.fields?.[kind] ?? '')) {
      taken.add(element);
      fields.push({ kind, element, shown: isShown(element) });
    }
  }
  for (const element of all(root, mayBeFieldSelector)) {
    if (taken.has(element) || !mayBeField(element)) continue;
    const kind = kindOfField(element);
    if (kind) fields.push({ kind, element, shown: isShown(element) });
  }
  return fields;
}

function kindOfField(element: HTMLElement): FieldKind | null {
  const tag = tagOf(element);
  const hidden = tag === 'input' && attribute(element, 'type') === 'hidden';
  let kind = kindOfNames(element);
  if (hidden) return kind === 'subject' ? null : kind;
  if (kind === null || kind === 'to') {
    const labelled = kindOfLabels(element);
    if (labelled === 'reply-to' || kind === null) kind = labelled;
    if (kind === 'to' && kindOfNames(element) === null && labelsOf(element).some(saysOnlyRecipient)) kind = kindOfSurroundings(element) ?? kind;
  }
  if (kind === null && matches(element, typableSelector) && !isLarge(element) && !first(element, typableSelector)) kind = kindOfSurroundings(element);
  if (kind === null || (kind !== 'subject' && holdsDate(element))) return null;
  if (tag === 'select' && kind !== 'from' && !(isRecipient(kind) && matches(element, '[multiple]'))) return null;
  if (kind === 'subject' && tag !== 'input' && tag !== 'textarea' && !isEditableText(element)) return null;
  if (closest(element, '[role=search],search,form[action*=search i]')) return null;
  return kind;
}

/** "From … To …" of a period, in a field of its own kind or as text with its pattern in it. */
const holdsDate = (element: HTMLElement): boolean =>
  matches(element, 'input[type^="date"],input[type=time],input[type=month],input[type=week]') ||
  [fieldValue(element), attribute(element, 'placeholder') ?? ''].some((text) => dateOrTime.test(text));
const dateOrTime =
  /^\s*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|[dmyjatg]{1,4}[./-][dmyjatg]{1,4}[./-][dmyjatg]{1,4}|h{1,2}:mm)\s*$/i;

/** Wider and many times faster; for large boxes. */
const mayBeTypable = 'input,textarea,select,[role=combobox],[contenteditable]';
const typableSelector = `${textInput}:not([type=hidden]),textarea,select,[role=combobox],[contenteditable]:not([contenteditable="false" i])`;

function kindOfNames(element: Element): FieldKind | null {
  for (const name of nameAttributes) {
    const value = attribute(element, name);
    const kind = value ? kindOfName(value.split(/[,;{]/)[0] ?? '') : null;
    if (kind) return kind;
  }
  return null;
}

/** Made for more than one line: the message itself, not a field of it. */
const isLarge = (element: HTMLElement): boolean =>
  matches(element, '[aria-multiline="true"],textarea:not([rows="1"]):not([rows="2"])') || (!matches(element, 'input,select') && boxOf(element).height > 90);

/** A field without name and label: what the boxes around it are called, and what stands before it. Each box may hold only this field. */
function kindOfSurroundings(element: HTMLElement): FieldKind | null {
  let at = element;
  for (let level = 0; level < 6; level++) {
    for (let before = previousOf(at), count = 0; before && count < 40; before = previousOf(before), count++) {
      if (holdsOtherField(before, element)) return null;
      const kind = kindOfText(startOfText(before, 41));
      if (kind) return kind;
    }
    const parent = parentOf(at);
    if (!parent || matches(parent, 'form,fieldset,[role=dialog],body,main')) return null;
    for (const node of childNodesOf(parent)) {
      if (node === at) break;
      const kind = node.nodeType === 3 ? kindOfText((node.nodeValue ?? '').slice(0, 41)) : null;
      if (kind) return kind;
    }
    if (holdsOtherField(parent, element)) return null;
    const kind = kindOfNames(parent) ?? kindOfClasses(parent);
    // "recipient-input" is what To, Cc and Bcc boxes are called alike.
    if (kind && !(kind === 'to' && namesOnlyRecipient(parent))) return kind;
    at = parent;
  }
  return null;
}

const namesOnlyRecipient = (element: Element): boolean =>
  [...nameAttributes, 'class'].every((name) => !nameTokens(attribute(element, name) ?? '').some((token) => token === 'to' || token.endsWith('to')));

/** All that can be typed into in one document, while it is searched: a page cannot change it meanwhile, and large boxes are asked about many times. */
const largeBox = 500;
let typables: { readonly page: Document; readonly elements: readonly HTMLElement[] } | null = null;
const typablesOf = (page: Document): readonly HTMLElement[] => {
  if (typables?.page !== page) typables = { page, elements: all(page, mayBeTypable) };
  return typables.elements;
};

const holdsOtherField = (box: HTMLElement, element: HTMLElement): boolean =>
  (Element.prototype.getElementsByTagName.call(box, '*').length > largeBox
    ? typablesOf(documentOf(box)).filter((other) => contains(box, other))
    : [...(matches(box, mayBeTypable) ? [box] : []), ...all(box, mayBeTypable)]
  ).some(
    (other) =>
      other !== element &&
      matches(other, typableSelector) &&
      !contains(element, other) &&
      !contains(other, element) &&
      !matches(other, '[readonly],[aria-hidden="true"]') &&
      !listsPeople(other, element) &&
      isShown(other),
  );

/** A list to choose several from, and the box to type in beside it, are one field; so are inputs of one make in a row, one for each person (mox). */
const listsPeople = (other: HTMLElement, element: HTMLElement): boolean =>
  matches(other, 'select[multiple]') || matches(element, 'select[multiple]') || isTwin(other, element);

/** Two inputs alike, in boxes alike side by side, and without a word about either. */
function isTwin(other: HTMLElement, element: HTMLElement): boolean {
  if (tagOf(other) !== 'input' || tagOf(element) !== 'input' || attribute(other, 'type') !== attribute(element, 'type')) return false;
  const [ownBox, otherBox] = [parentOf(element), parentOf(other)];
  const around = ownBox && parentOf(ownBox);
  if (!ownBox || !otherBox || !around || (ownBox !== otherBox && parentOf(otherBox) !== around)) return false;
  const box = ownBox === otherBox ? ownBox : around;
  if (attribute(ownBox, 'class') !== attribute(otherBox, 'class') || attribute(element, 'class') !== attribute(other, 'class')) return false;
  return !/[\p{L}\p{N}]/u.test(startOfText(box, 200)) && labelsOf(element).length === 0 && labelsOf(other).length === 0;
}

/** What a short text says as the label of the field after it. */
function kindOfText(text: string): FieldKind | null {
  const plain = text.trim();
  if (!plain || plain.length > 40 || plain.includes('@')) return null;
  const recipient = recipientKindOfLabel(plain);
  if (recipient) return recipient;
  const kinds = kindsOfLabel(plain);
  return kinds.includes('subject') ? 'subject' : kinds.includes('from') ? 'from' : null;
}

const kindOfClasses = (element: Element): FieldKind | null => {
  for (const name of (attribute(element, 'class') ?? '').split(/\s+/).slice(0, 12)) {
    const kind = kindOfName(name);
    if (kind) return kind;
  }
  return null;
};

const isEditableText = (element: HTMLElement): boolean => matches(element, '[contenteditable]:not([contenteditable="false" i]),[role=textbox]');

function kindOfLabels(element: HTMLElement): FieldKind | null {
  for (const label of labelsOf(element)) {
    const recipient = recipientKindOfLabel(label);
    if (recipient) return recipient;
    const kinds = kindsOfLabel(label);
    if (kinds.includes('subject')) return 'subject';
    if (kinds.includes('from')) return 'from';
  }
  return null;
}

/** What names an element for assistive technology or by a hint in it. */
export function labelsOf(element: HTMLElement): string[] {
  const labels: string[] = [];
  for (const name of ['aria-label', 'placeholder', 'title', 'data-placeholder', 'aria-placeholder', 'data-tooltip', 'data-original-title']) {
    const value = attribute(element, name);
    if (value) labels.push(value);
  }
  const ids = attribute(element, 'aria-labelledby');
  if (ids) {
    const words = ids
      .split(/\s+/)
      .slice(0, 4)
      .map((id) => {
        const target = byId(element, id);
        return target ? startOfText(target, 100) : '';
      });
    labels.push(words.join(' '), ...words);
  }
  const tag = tagOf(element);
  if (tag === 'input' || tag === 'textarea' || tag === 'select') {
    for (const label of (element as HTMLInputElement).labels ?? []) labels.push(startOfText(label, 100));
  }
  return labels;
}

const editableSelector = '[contenteditable]:not([contenteditable="false" i]),textarea,iframe';

/** A page with more is a table or a form of another kind. */
const mostEditables = 300;
const mostEditors = 40;

/** Editables a person can see that could be the place where a message is written. */
export function editorsIn(root: Document | Element, profile: PartsProfile): Editor[] {
  typables = null;
  const named = profile.editors ? all(root, profile.editors).filter(isShown) : [];
  const found: Editor[] = [];
  for (const host of named.length > 0 ? named : all(root, editableSelector).slice(0, mostEditables)) {
    if (found.length >= mostEditors) break;
    const editor = editorOf(host, named.length > 0);
    if (editor && !found.some((other) => other.host !== host && contains(other.host, host))) found.push(editor);
  }
  return found;
}

function editorOf(host: HTMLElement, named: boolean): Editor | null {
  const tag = tagOf(host);
  if (!isShown(host)) return null;
  let editable = host;
  if (tag === 'iframe') {
    const inner = frameEditable(host);
    if (!inner) return null;
    editable = inner;
  } else if (!named) {
    if (tag === 'textarea' ? (host as HTMLTextAreaElement).readOnly || (host as HTMLTextAreaElement).disabled : parentEditable(host)) return null;
    if (matches(host, '[role=combobox],[role=searchbox],[aria-multiline="false"],[aria-autocomplete=list],[aria-autocomplete=both]')) return null;
    if (kindOfField(host) || insideField(host)) return null;
  }
  return { host, editable, score: named ? 100 : editorScore(host, tag) };
}

/** The editable of a same-origin frame: its body, or the one large editable in it. */
function frameEditable(frame: HTMLElement, depth = 0): HTMLElement | null {
  const inner = frameDocumentOf(frame);
  const body = inner && bodyOf(inner);
  if (!inner || !body) return null;
  if (body.isContentEditable || isDesigned(inner)) return body;
  const editables = all(inner, '[contenteditable]:not([contenteditable="false" i])');
  // A page that is nothing but a frame around the editor's (iNotes, Dynamics 365).
  const [deeper, more] = editables.length === 0 && depth < 2 ? all(inner, 'iframe').filter(isShown) : [];
  if (deeper && !more) return frameEditable(deeper, depth + 1);
  return editables.length === 1 || editables.every((other) => editables[0] && contains(editables[0], other)) ? (editables[0] ?? null) : null;
}

const parentEditable = (element: HTMLElement): boolean => {
  const parent = parentOf(element);
  return parent !== null && closest(parent, '[contenteditable]:not([contenteditable="false" i])') !== null;
};

/** Whether an editable stands in a recipient or subject field (Outlook's wells are editables in a named group). */
function insideField(element: HTMLElement): boolean {
  let at = parentOf(element);
  for (let level = 0; at && level < 4; level++, at = parentOf(at)) {
    if (matches(at, '[role=group],[role=listbox],[role=combobox],div[name]') && kindOfField(at)) return true;
    if (all(at, editableSelector).length > 1) return false;
  }
  return false;
}

function editorScore(host: HTMLElement, tag: string): number {
  const labels = labelsOf(host);
  const tokens = ['name', 'id', 'data-testid', 'class'].flatMap((name) => nameTokens(attribute(host, name) ?? ''));
  const box = boxOf(host);
  let score = Math.min(3, (box.width * box.height) / 60_000);
  if (labels.some((label) => kindsOfLabel(label).includes('body'))) score += 4;
  if (matches(host, '[aria-multiline="true"],[role=textbox]')) score += 2;
  if (tag === 'iframe') score += 3;
  if (tag !== 'textarea') score += 1;
  if (tokens.some((token) => ['body', 'message', 'editor', 'composebody', 'compose', 'content', 'msg'].includes(token))) score += 2;
  if (tokens.some((token) => ['signature', 'note', 'chat', 'comment', 'search', 'feedback'].includes(token))) score -= 6;
  return score;
}

/** Whether a person can use it: drawn, with a size, and not squeezed to nothing by what is around it. */
export function isUsable(element: HTMLElement): boolean {
  if (!isShown(element)) return false;
  const box = boxOf(element);
  if (box.width < 2 || box.height < 2) return false;
  let at = parentOf(element);
  for (let level = 0; at && level < 30; level++, at = parentOf(at)) {
    const outer = boxOf(at);
    if ((outer.height < 2 || outer.width < 2) && getComputedStyle(at).overflow !== 'visible') return false;
  }
  return true;
}

/** Composes of the page that a person can use. Cheap where there is no editable at all. */
export function findParts(page: Document, profile: PartsProfile): Parts[] {
  lookForOpenRoots(page);
  const editors = editorsIn(page, profile);
  if (editors.length === 0) return [];
  const fields = fieldsIn(page, profile);
  const bareReplies = profile.bareReplies?.(page) ?? false;

  const seeds = new Map<HTMLElement, Editor[]>();
  const marked = new Set<HTMLElement>();
  const bare: Editor[] = [];
  for (const editor of editors) {
    const known = profile.root?.(editor.host) ?? null;
    if (known) marked.add(known);
    const seed = known ?? seedOf(editor, fields);
    if (seed) seeds.set(seed, [...(seeds.get(seed) ?? []), editor]);
    else bare.push(editor);
  }
  // An editor whose nearest fields belong to another editor's compose is something else on the page, such as a chat box.
  const roots = [...seeds.keys()];
  for (const root of roots) if (roots.some((other) => other !== root && contains(root, other))) seeds.delete(root);

  const parts: Parts[] = [];
  for (const [seed, own] of seeds) {
    const others = [...seeds.keys()].filter((other) => other !== seed);
    const grown = grow(seed, own, editors, fields, others, profile);
    if (grown && (marked.has(seed) || isCompose(grown)) && isUsable(grown.editor.host)) parts.push(grown);
  }
  if (bareReplies) {
    for (const editor of bare) {
      const grown = grow(editor.host, [editor], editors, [], [...seeds.keys()], profile);
      if (grown && grown.send.length > 0 && isUsable(editor.host) && !parts.some((part) => contains(part.root, editor.host))) parts.push(grown);
    }
  }
  for (const editor of bare) {
    if (parts.some((part) => contains(part.root, editor.host))) continue;
    const folded = foldedAt(editor, editors, fields, [...seeds.keys()], profile);
    if (folded && isUsable(editor.host)) parts.push(folded);
  }
  return parts;
}

/** A page around an editor that is larger than this, in elements, or further up, is no compose any more. */
const mostFolded = 1500;
const highestFolded = 10;
/** In characters: more of them before the editor are somebody's message, and what names people there is no line of this compose. */
const longestHead = 600;

/** A compose without any field for recipients, because they are folded into a line: told by all the rest that a mail has and a chat has not. */
function foldedAt(editor: Editor, editors: readonly Editor[], fields: readonly Field[], others: readonly HTMLElement[], profile: PartsProfile): Parts | null {
  let root: HTMLElement | null = null;
  let send: HTMLElement[] = [];
  let searched: HTMLElement | null = null;
  for (let at = parentOf(editor.host), level = 0; at && level < highestFolded && send.length === 0; at = parentOf(at), level++) {
    const around = at;
    if (matches(around, 'body,html') || Element.prototype.getElementsByTagName.call(around, '*').length > mostFolded) return null;
    if (others.some((other) => contains(around, other)) || editors.some((other) => other !== editor && contains(around, other.host))) return null;
    send = sendControlsIn(around, editor.host, profile, searched);
    searched = around;
    root = around;
  }
  if (!root || send.length === 0) return null;
  const compose = root;
  const own = fields.filter((field) => contains(compose, field.element) && !contains(editor.host, field.element));
  const known = new Set<Element>(own.filter(({ kind }) => kind === 'subject' || kind === 'from').map(({ element }) => element));
  // Who has to be written in is not folded: contact forms, chats, shares.
  if (all(compose, typableSelector).some((element) => !known.has(element) && !contains(editor.host, element) && isShown(element))) return null;
  const folded = foldedLine(compose, editor.host);
  const controls = all(compose, 'button,[role=button],a,label').flatMap((element) =>
    contains(editor.host, element) ? [] : [startOfText(element, 60), ...labelsOf(element)].flatMap((label) => kindsOfLabel(label)),
  );
  const has = (kind: LabelKind): boolean => controls.includes(kind);
  const subject = own.some(({ kind, shown }) => kind === 'subject' && shown);
  const from = own.some(({ kind }) => kind === 'from') || saysFrom(compose, editor.host);
  const discards = has('discard');
  const attaches = has('attach') || first(compose, 'input[type=file]') !== null;
  const looksLikeMail = folded ? subject || has('cc') || has('bcc') || (discards && attaches) : subject && discards && (from || attaches);
  return looksLikeMail ? { root: compose, editor, fields: own, send, folded } : null;
}

/** Whether a short text before the editor is the label "From". */
const saysFrom = (root: HTMLElement, editor: HTMLElement): boolean =>
  all(root, 'label,span,div,td,th,dt').some(
    (element) => childrenOf(element).length === 0 && !contains(editor, element) && kindsOfLabel(startOfText(element, 40)).includes('from'),
  );

/** The line above an editor that says "To" and somebody. */
function foldedLine(root: HTMLElement, editor: HTMLElement): HTMLElement | null {
  const before = all(root, 'span,div,button,label,td,p,li,b,strong,dt,a').filter(
    (element) => !contains(element, editor) && !contains(editor, element) && (element.compareDocumentPosition(editor) & 4) !== 0 && isShown(element),
  );
  if (before.filter((element) => childrenOf(element).length === 0).reduce((sum, element) => sum + startOfText(element, longestHead).length, 0) > longestHead)
    return null;
  for (const element of before) {
    const text = startOfText(element, 300).trim();
    const head = /^([^:：]{1,30})[:：]\s*\S/.exec(text)?.[1];
    if (head && text.length < 300 && recipientKindOfLabel(head) === 'to' && childrenOf(element).length === 0) return element;
    if (text.length > 30 || !kindsOfLabel(text).includes('to')) continue;
    const line = parentOf(element);
    if (line && line !== root && !contains(line, editor) && startOfText(line, 300).trim().length > text.length + 1) return line;
  }
  return null;
}

/** The parts of a compose that was found before. `null` when it is none any more. */
export function partsOf(root: HTMLElement, profile: PartsProfile): Parts | null {
  lookAgain(documentOf(root));
  const editor = best(editorsIn(root, profile));
  if (!editor) return null;
  const fields = fieldsIn(root, profile).filter((field) => !contains(editor.host, field.element));
  const send = sendControlsIn(root, editor.host, profile);
  return {
    root,
    editor,
    fields,
    send: send.length > 0 ? send : unnamedSendsIn(root, editor.host, profile),
    folded: fields.some(({ kind }) => isRecipient(kind)) ? null : foldedLine(root, editor.host),
  };
}

const isRecipient = (kind: FieldKind): kind is 'to' | 'cc' | 'bcc' => kind === 'to' || kind === 'cc' || kind === 'bcc';

const best = (editors: readonly Editor[]): Editor | null =>
  editors.reduce<Editor | null>((leader, editor) => (!leader || editor.score > leader.score ? editor : leader), null);

/** The lowest ancestor of the editor that holds a recipient field: a shown one where there is any, else a hidden one near by. */
function seedOf(editor: Editor, fields: readonly Field[]): HTMLElement | null {
  for (const shown of [true, false]) {
    let lowest: HTMLElement | null = null;
    for (const field of fields) {
      if (!isRecipient(field.kind) || field.shown !== shown || contains(editor.host, field.element)) continue;
      const ancestor = commonAncestor(editor.host, field.element);
      if (ancestor && (!lowest || contains(lowest, ancestor))) lowest = ancestor;
    }
    if (lowest && (shown || matches(lowest, 'form,[role=dialog],dialog') || closest(lowest, 'form,[role=dialog],dialog'))) return lowest;
  }
  return null;
}

/** Widens the ancestor of editor and recipients until it holds subject and send control too, and never over another compose. */
function grow(
  seed: HTMLElement,
  own: readonly Editor[],
  editors: readonly Editor[],
  fields: readonly Field[],
  others: readonly HTMLElement[],
  profile: PartsProfile,
): Parts | null {
  const editor = best(own);
  if (!editor) return null;
  const strangers = editors.filter((other) => !own.includes(other) && !contains(seed, other.host)).map((other) => other.host);
  const foreign = (ancestor: HTMLElement): boolean => [...others, ...strangers].some((element) => contains(ancestor, element));
  const hasSubject = (ancestor: HTMLElement): boolean => fields.some((field) => field.kind === 'subject' && contains(ancestor, field.element));
  let root = seed;
  let send = sendControlsIn(root, editor.host, profile);
  let subject = hasSubject(root);
  let searched = seed;
  for (let at = parentOf(seed), level = 0; at && level < 25 && tagOf(at) !== 'html' && (send.length === 0 || !subject); at = parentOf(at), level++) {
    if (foreign(at)) break;
    const gained = send.length === 0 ? sendControlsIn(at, editor.host, profile, searched) : send;
    searched = at;
    const gainedSubject = !subject && hasSubject(at);
    if (gained.length > send.length || gainedSubject) {
      root = at;
      send = gained;
      subject ||= gainedSubject;
    }
  }
  const frame = closest(root, '[role=dialog],dialog,form');
  if (frame && !foreign(frame)) root = frame;
  if (send.length === 0) send = unnamedSendsIn(root, editor.host, profile);
  return { root, editor, fields: fieldsIn(root, profile).filter((field) => !contains(editor.host, field.element)), send, folded: null };
}

/** Whether the parts make a compose, and not a contact form, a chat, a filter or a template. */
function isCompose(parts: Parts): boolean {
  const { fields, send, root } = parts;
  const kinds = new Set(fields.map((field) => field.kind));
  if (!(kinds.has('to') || kinds.has('cc') || kinds.has('bcc')) || isMeeting(parts, kinds)) return false;
  const copies = kinds.has('cc') || kinds.has('bcc') || hasCopyToggle(root);
  // Reviews of code and issues copy people in and are addressed to nobody.
  if (send.length > 0) return kinds.has('subject') || (kinds.has('to') && copies);
  return kinds.has('to') && kinds.has('subject') && copies && writesMail(parts);
}

/**
 * A message asks for no dates. One to be sent later asks for a day and a time; an invitation asks for when it begins and when it ends.
 * What is sent with an invitation are a place and a time, and nothing that was written before (decision 11).
 */
function isMeeting({ root, editor }: Parts, kinds: ReadonlySet<FieldKind>): boolean {
  const dates = all(root, 'input').filter((input) => !contains(editor.host, input) && holdsDate(input) && isShown(input));
  return dates.length > (kinds.has('subject') ? 2 : 0);
}

/**
 * Without a control that sends: a text that is called the body of a message, fields that programs name as mail does, or a way to attach.
 * Editors of rules have To, Cc and Subject by label too, in a language that is known, and Save.
 */
function writesMail({ root, fields, editor }: Parts): boolean {
  // What is sent by a button that says so in words that are known not to be Send is something else.
  const saves = first(root, 'button[type=submit],input[type=submit]') !== null;
  if (!saves && labelsOf(editor.host).some((label) => kindsOfLabel(label).includes('body'))) return true;
  if (fields.some(({ kind, element }) => isRecipient(kind) && kindOfNames(element) === kind)) return true;
  if (first(root, 'input[type=file]')) return true;
  return all(root, 'button,[role=button],a,label,input[type=button]').some((element) =>
    [startOfText(element, 60), ...labelsOf(element)].some((label) => kindsOfLabel(label).includes('attach')),
  );
}

/** "Cc" and "Bcc" as controls that open a row. */
function hasCopyToggle(root: HTMLElement): boolean {
  return all(root, 'button,a,[role=button],[role=link],[role=menuitem],span[tabindex]').some((element) => {
    const kinds = [startOfText(element, 40), ...labelsOf(element)].flatMap((label) => kindsOfLabel(label));
    return kinds.includes('cc') || kinds.includes('bcc');
  });
}

const sendSelector =
  'button,[role=button],input[type=submit],input[type=button],input[type=image],a[href],a[id],a[class],a[role],[id*="send" i],[data-testid*="send" i],[data-test-id*="send" i],[data-action="send" i],[data-title-shortcut],[aria-keyshortcuts],[role=menuitem],span[tabindex],div[tabindex],td[tabindex]';

/**
 * The controls that send, best first; empty where none is recognised. Hidden twins are left out.
 * @param searched a part of `root` that is known to have none
 */
export function sendControlsIn(root: HTMLElement, editorHost: HTMLElement, profile: PartsProfile, searched: HTMLElement | null = null): HTMLElement[] {
  const known = profile.send
    ? all(root, profile.send).filter((element) => isSendShown(element) && !(profile.notSend && matches(element, profile.notSend)))
    : [];
  if (known.length > 0) return known;
  const scored: { element: HTMLElement; score: number }[] = [];
  for (const element of all(root, sendSelector)) {
    if (contains(editorHost, element) || (searched && contains(searched, element)) || (profile.notSend && matches(element, profile.notSend))) continue;
    const score = sendScore(element);
    if (score >= 3 && isSendShown(element)) scored.push({ element, score });
  }
  const top = Math.max(0, ...scored.map((entry) => entry.score));
  const winners = scored.filter((entry) => entry.score >= top - 1 && entry.score >= 3).sort((a, b) => b.score - a.score);
  return outermost(winners.map((entry) => entry.element));
}

/** Icons of Send: `paper-plane` (Font Awesome), `send` (Material Icons, Feather, Bootstrap Icons, Tabler; names read 2026-11). */
const icons = 'svg,i,use,img,mat-icon,md-icon,[class*="icon" i],[data-icon]';
const pictureNames = ['class', 'data-icon', 'data-lucide', 'name', 'href', 'xlink:href', 'src', 'icon'] as const;

/** Where no control says by name or label that it sends: buttons that have nothing but a picture of sending. */
function unnamedSendsIn(root: HTMLElement, editorHost: HTMLElement, profile: PartsProfile): HTMLElement[] {
  const pictured = all(root, 'button,[role=button],a,input[type=submit],input[type=image]').filter((element) => {
    if (contains(editorHost, element) || !isSendShown(element) || (profile.notSend && matches(element, profile.notSend))) return false;
    if (matches(element, '[aria-haspopup]:not([aria-haspopup="false"]),[aria-expanded]')) return false;
    if (labelsOf(element).some((label) => label.trim() !== '') || startOfText(element, 60).trim() !== '') return false;
    const tokens = [element, ...all(element, icons).slice(0, 6)].flatMap((part) =>
      pictureNames.flatMap((name) => nameTokens((attribute(part, name) ?? '').slice(-100))),
    );
    return (
      !tokens.some((token) => notSending.has(token)) &&
      tokens.some((token, at) => sending.has(token) || token === 'paperplane' || (token === 'paper' && tokens[at + 1] === 'plane'))
    );
  });
  return outermost(pictured);
}

const isSendShown = (element: HTMLElement): boolean => isShown(element);

const notSending: ReadonlySet<string> = new Set(
  'schedule scheduled later options option more menu dropdown toggle receipt copy feedback invite invitation resend sender sendto test report wrapper container group list draft archive caret arrow settings sent sending'.split(
    ' ',
  ),
);

function sendScore(element: HTMLElement): number {
  if (matches(element, '[aria-haspopup]:not([aria-haspopup="false"]),[aria-expanded]') && !matches(element, '[type=submit]')) return 0;
  const labels = labelsOf(element);
  const text = startOfText(element, 60);
  if (text.length < 60) labels.push(text);
  if (matches(element, 'input')) labels.push((element as HTMLInputElement).value, attribute(element, 'alt') ?? '');
  const control = matches(element, 'button,[role=button],input,a,[onclick],[tabindex]');
  let score = 0;
  if (labels.some((label) => kindsOfLabel(label).includes('send'))) score += 3;
  if (labels.some((label) => sendShortcut.test(label.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')) && plainLabel(label).length < 30)) score += 2;
  for (const name of ['id', 'name', 'data-testid', 'data-test-id', 'data-action', 'data-command', 'command', 'value', 'href', 'ng-click', 'onclick']) {
    const text = attribute(element, name) ?? '';
    // Code and addresses hold many words; only short ones say what the control is.
    const tokens = text.length < 80 && !text.startsWith('http') && saysSend.test(text) ? nameTokens(text) : [];
    if (tokens.some((token) => sending.has(token)) && !tokens.some((token) => notSending.has(token))) {
      score += 3;
      break;
    }
  }
  if (/(?:ctrl|control|meta|cmd)\+enter/i.test(attribute(element, 'data-title-shortcut') ?? attribute(element, 'aria-keyshortcuts') ?? '')) score += 3;
  const className = attribute(element, 'class') ?? '';
  const classes = saysSend.test(className) ? nameTokens(className) : [];
  if (classes.some((token) => sending.has(token))) score += classes.some((token) => notSending.has(token)) ? 0 : 1;
  if (score > 0 && matches(element, '[type=submit]')) score += 1;
  return control || childrenOf(element).length === 0 ? score : Math.min(score, 3);
}

/** What every word of `sending` holds; most controls are told by it at once. */
const saysSend = /send/i;
const sending: ReadonlySet<string> = new Set(['send', 'sendbutton', 'sendbtn', 'btnsend', 'sendmail', 'sendmessage', 'composesend', 'sendmsg']);
/** "(Ctrl-Enter)" in the label, also "Strg+Eingabe", "Ctrl+Entrée", "⌘Enter". */
const sendShortcut = /(?:ctrl|strg|control|cmd|⌘|контрол).{0,4}(?:enter|eingabe|entrée|entrar|intro|invio|return|↵|⏎)/i;

/** Whether the element is a quick way to another field, for callers that need only one of a kind. */
export const fieldOf = (parts: Parts, kind: FieldKind): HTMLElement | null => {
  const own = parts.fields.filter((field) => field.kind === kind);
  return (own.find((field) => field.shown) ?? own[0])?.element ?? null;
};
