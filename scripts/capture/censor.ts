/**
 * Turns a page of a running site into a test page without a word of what it says: structure, visibility and states stay, everything else is replaced by
 * letters of a fixed text, in the same shape. Runs in the page, for `npm run capture`.
 *
 * What stays as it is: words that this project's own source already knows (roles, ids and class names in `sites/` and `page/`, the labels that mail clients
 * give their controls), and what the contributor confirmed by hand.
 */
import { kindsOfLabel, plainLabel } from '../../page/labels';
import { joinStrength, leaves, sharing } from '../../page/meeting-words';

/** A value that was replaced and may belong to the product's own interface. */
export interface Doubt {
  readonly what: 'label' | 'name';
  readonly value: string;
}

export interface Censored {
  readonly html: string;
  /** Labels of controls, ids and class names that were replaced; a person can tell which of them are the product's own. */
  readonly doubts: readonly Doubt[];
}

export interface CensorOptions {
  /** Words that programs use (`wordsOfSource`). */
  readonly vocabulary: ReadonlySet<string>;
  /** Values that the contributor confirmed: they stay as they are. */
  readonly keep: ReadonlySet<string>;
}

const lorem = 'loremipsumdolorsitametconsecteturadipiscingelitseddoeiusmodtemporincididuntutlaboreetdoloremagnaaliqua';
const address = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;

/** The words of source code: what stands in selectors, names and docstrings that everyone can read already. */
export const wordsOfSource = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(sources.flatMap((text) => text.match(/[A-Za-z][A-Za-z]*/g) ?? []).map((word) => word.toLowerCase()));

const dropped: ReadonlySet<string> = new Set('script style link meta base noscript template object embed source track param'.split(' '));
const emptied: ReadonlySet<string> = new Set('svg canvas picture video audio img map'.split(' '));
/** Values of these attributes are references or names that programs gave. */
const names: ReadonlySet<string> = new Set(
  'id class name role type for form list headers aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant aria-haspopup aria-autocomplete aria-live aria-sort aria-current autocomplete inputmode command g_editable contenteditable enterkeyhint method enctype target rel scope is slot part itemprop jsname jsaction'.split(
    ' ',
  ),
);
/** What is read out or shown. */
const texts: ReadonlySet<string> = new Set(
  'aria-label aria-placeholder aria-roledescription aria-valuetext title placeholder alt value label summary content'.split(' '),
);
/** Addresses and code: nothing of them stays but that they were there. */
const addresses: ReadonlySet<string> = new Set('href action formaction src srcset data poster cite background ping manifest'.split(' '));
const states = /^(?:|true|false|mixed|undefined|auto|on|off|yes|no|none|ltr|rtl|-?\d{1,3})$/i;
/** `Re:`, `Fwd:`, `AW:` before a subject tell a reply from a forward (`research/chain.md`). */
const subjectPrefix = /^(?:\s*(?:re|fw|fwd|aw|wg|sv|vs|vb|tr|rv|enc|odp|pd|ynt|ilt|antw|doorst|atb|yml)\s*:\s*)+/i;

/** "Remove plan.pdf": the button that takes a file or a person away. */
const removing = /^(?:remove|delete|discard|close|entfernen|löschen|supprimer|retirer|eliminar|quitar|elimina|verwijderen|usuń|tynnu|dileu)(?=\s|$)/i;

/** Facts in a page's own script that site files read (`sites/roundcube.ts`). Nothing else of a script stays. */
const scriptFacts: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/rcmail\.set_env\([\s\S]*?"compose_mode":"(reply|forward|draft|edit|new)?"/, (found) => `rcmail.set_env({"compose_mode":"${found[1] ?? ''}"})`],
];

/** Endings of file names, and units behind a number. */
const ofFiles =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|txt|csv|rtf|zip|png|jpe?g|gif|eml|msg|ics|html?)(?![\p{L}\p{N}])|(?<=\d\s?)(?:bytes|[kmg]i?b|b|кб|мб|ko|mo|ki)(?![\p{L}\p{N}])/giu;
const shortText = 80;
/** Signs that interfaces draw on their controls. */
const signs: ReadonlySet<string> = new Set('×✕✖✗✘+<>=|^~`$…');

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function censor(page: Document, { vocabulary, keep }: CensorOptions): Censored {
  const people = new Map<string, string>();
  const tokens = new Map<string, string>();
  const taken = new Set<string>();
  const doubts = new Map<string, Doubt>();
  let at = 0;

  /** Letters and digits of the fixed text in the shape of this one. Position decides, not the word: the same word becomes another one each time. */
  const anew = (text: string): string =>
    text.replace(/\p{M}/gu, '').replace(/\p{L}|\p{N}|[^\s\p{P}\p{L}\p{N}]/gu, (sign) => {
      at += 1;
      if (/\p{N}/u.test(sign)) return String(1 + (at % 9));
      if (!/\p{L}/u.test(sign)) return signs.has(sign) ? sign : '*';
      const letter = lorem[at % lorem.length] ?? 'l';
      return sign !== sign.toLowerCase() ? letter.toUpperCase() : letter;
    });

  const words = new Map<string, string>();
  /** In short texts (a name, a file, the button that removes it) the same word becomes the same one, as a reading compares them. */
  const letters = (text: string, short: boolean): string =>
    short
      ? text
          .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
            const made = words.get(word) ?? anew(word);
            words.set(word, made);
            return made;
          })
          .replace(/[^\s\p{P}\p{L}\p{M}\p{N}]/gu, (sign) => (signs.has(sign) ? sign : '*'))
      : anew(text);

  /** As `letters`, but a file keeps its ending and its unit of size: that is what a file is known by. */
  const shape = (text: string): string => {
    const short = text.length <= shortText;
    let result = '';
    let from = 0;
    for (const match of text.matchAll(ofFiles)) {
      result += letters(text.slice(from, match.index), short) + match[0];
      from = match.index + match[0].length;
    }
    return result + letters(text.slice(from), short);
  };

  const person = (written: string): string => {
    const key = written.toLowerCase();
    const known = people.get(key) ?? `person${people.size + 1}@example.org`;
    people.set(key, known);
    return known;
  };

  /** Text with its addresses mapped to people at example.org, one person for each address. */
  const textOf = (text: string): string => {
    let result = '';
    let from = 0;
    for (const match of text.matchAll(address)) {
      result += shape(text.slice(from, match.index)) + person(match[0]);
      from = match.index + match[0].length;
    }
    return result + shape(text.slice(from));
  };

  const isKnownLabel = (text: string): boolean => {
    const plain = plainLabel(text);
    if (plain === '' || plain.length > 40 || /@/.test(text)) return false;
    if (keep.has(text.trim()) || keep.has(plain)) return true;
    if (kindsOfLabel(plain).length > 0) return true;
    return (
      plain.split(' ').length <= 3 &&
      (joinStrength(plain) !== null || leaves(plain) || sharing(plain) !== null) &&
      plain.split(/[^\p{L}]+/u).every((word) => vocabulary.has(word))
    );
  };

  /** A label that mail clients are known to use stays, with its ornaments; what stands behind it is replaced. */
  const labelOf = (text: string): string => {
    if (keep.has(text.trim())) return text;
    if (!isKnownLabel(text)) {
      const verb = removing.exec(text)?.[0] ?? '';
      return verb + textOf(text.slice(verb.length));
    }
    const plain = plainLabel(text);
    const found = text.toLowerCase().indexOf(plain);
    return found < 0 ? plain : textOf(text.slice(0, found)) + text.slice(found, found + plain.length) + textOf(text.slice(found + plain.length));
  };

  /** A line like "From: Ann" in a quoted message keeps the label before its colon. */
  const runOf = (text: string): string => {
    if (isKnownLabel(text)) return labelOf(text);
    return text
      .split(/(\n)/)
      .map((line) => {
        const head = /^(\s*[\p{L} -]{1,24}:)(.*)$/u.exec(line);
        return head && kindsOfLabel(head[1] ?? '').length > 0 ? (head[1] ?? '') + textOf(head[2] ?? '') : textOf(line);
      })
      .join('');
  };

  const tokenOf = (token: string): string => {
    if (token === '' || vocabulary.has(token.toLowerCase()) || keep.has(token)) return token;
    const known = tokens.get(token);
    if (known !== undefined) return known;
    let made = anew(token);
    for (let more = 'x'; taken.has(made); more += 'x') made = anew(token + more);
    taken.add(made);
    tokens.set(token, made);
    return made;
  };

  /** Names keep the parts that source code knows: `MSG_15127c_TO`, `compose-content`, `composerToField`. */
  const nameOf = (value: string): string => {
    if (keep.has(value)) return value;
    const made = value
      .split(/(\s+)/)
      .map((word) => {
        if (keep.has(word)) return word;
        if (/@/.test(word)) return textOf(word);
        return word
          .split(/([^\p{L}\p{N}]+)/u)
          .map((part) =>
            vocabulary.has(part.toLowerCase())
              ? part
              : part
                  .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
                  .map(tokenOf)
                  .join(''),
          )
          .join('');
      })
      .join('');
    return made;
  };

  const doubt = (what: Doubt['what'], value: string, made: string): void => {
    const plain = value.trim();
    if (made !== value && plain.length > 1 && plain.length <= 60 && !/[@\d]/.test(plain)) doubts.set(`${what} ${plain}`, { what, value: plain });
  };

  const attributeOf = (element: Element, name: string, value: string): string | null => {
    const lower = name.toLowerCase();
    if (lower === 'style' || lower.startsWith('on') || lower === 'srcdoc' || lower === 'nonce' || lower === 'integrity') return null;
    if (addresses.has(lower)) return /^mailto:/i.test(value) ? `mailto:${textOf(value.slice(7).replace(/\?.*$/s, ''))}` : lower === 'href' ? '#' : '';
    if (!/^(?:aria-|data-)?[a-z]/.test(lower)) return null;
    if (states.test(value)) return value;
    if (texts.has(lower) || (!names.has(lower) && /tooltip|label|title|text|content|placeholder|subject|name$/.test(lower))) {
      const made = lower === 'value' ? fieldText(element, value) : labelOf(value);
      if (lower !== 'value' && isControl(element) && saysLittle(element)) doubt('label', value, made);
      return made;
    }
    const made = nameOf(value);
    if (names.has(lower) || lower.startsWith('data-')) for (const word of value.split(/\s+/)) doubt('name', word, nameOf(word));
    return made;
  };

  const fieldText = (element: Element, value: string): string => {
    const type = element.getAttribute('type') ?? '';
    if (/^(?:submit|button|reset)$/i.test(type)) return labelOf(value);
    const prefix = subjectPrefix.exec(value)?.[0] ?? '';
    return prefix + textOf(value.slice(prefix.length));
  };

  const isControl = (element: Element): boolean =>
    element.matches('button,a,input,select,label,[role=button],[role=menuitem],[role=tab],[role=combobox],[role=textbox],[aria-label]');

  /** A control that says more than its own name is a message of a list, or an account: nothing in it is the same for everyone. */
  const saysLittle = (element: Element): boolean => {
    const text = element.textContent?.trim() ?? '';
    return text.length <= 40 && !/[@\d]/.test(text);
  };

  /** Attribute and element names that a page made up may hold words too. */
  const safeName = (name: string): string | null => {
    const parts = name.toLowerCase().split(/[-_:.]/);
    return parts.every((part) => part === '' || vocabulary.has(part) || keep.has(part) || texts.has(name) || names.has(name)) ? name.toLowerCase() : null;
  };
  const standard = new Set(
    'accept align border cellpadding cellspacing checked cols colspan contenteditable dir disabled draggable hidden inert lang maxlength max min multiple open readonly required rows rowspan selected size spellcheck start step tabindex translate valign width height wrap popover'.split(
      ' ',
    ),
  );

  /** How an element is drawn, as far as a reading asks: a test page has no style sheets. */
  const drawn = (element: Element): string => {
    const view = element.ownerDocument.defaultView;
    if (!view) return '';
    const style = view.getComputedStyle(element);
    if (style.display === 'none') return 'display:none';
    const box = element.getBoundingClientRect();
    const parts: string[] = [];
    if (!/^(?:block|inline|inline-block|table.*|list-item|contents)$/.test(style.display))
      parts.push(`display:${style.display.includes('inline') ? 'inline-block' : 'block'}`);
    else if (style.display === 'block' && /^(?:span|a|label|button|input|textarea|select|iframe|b|i|em|strong)$/.test(element.localName))
      parts.push('display:block');
    if (style.visibility !== 'visible') parts.push(`visibility:${style.visibility}`);
    if (style.position === 'absolute' || style.position === 'fixed') parts.push('position:absolute');
    const squeezed = (box.width < 2 || box.height < 2) && style.overflow !== 'visible';
    if (squeezed) parts.push(`overflow:hidden;width:${Math.round(box.width)}px;height:${Math.round(box.height)}px`);
    else if (element.matches('iframe,textarea,[contenteditable]:not([contenteditable="false" i])'))
      parts.push(`width:${Math.round(box.width)}px;min-height:${Math.round(box.height)}px`);
    if (element.localName === 'iframe' && !squeezed) parts.push(`height:${Math.round(box.height)}px`);
    return parts.join(';');
  };

  const write = (element: Element): string => {
    const tag = element.localName;
    if (tag === 'script') return scriptOf(element);
    if (dropped.has(tag)) return '';
    const name = tag.includes('-') ? (safeName(tag) ?? `x-${tokenOf(tag.replace(/[^a-z]/g, ''))}`) : tag;
    const attributes: string[] = [];
    for (const attribute of [...element.attributes]) {
      const lower = attribute.name.toLowerCase();
      const safe = standard.has(lower) || addresses.has(lower) ? lower : safeName(lower);
      if (safe === null || lower === 'value') continue;
      const value = attributeOf(element, lower, attribute.value);
      if (value !== null) attributes.push(`${safe}="${escaped(value)}"`);
    }
    const style = drawn(element);
    if (style) attributes.push(`style="${style}"`);
    const field = element as HTMLInputElement;
    if (tag === 'input') {
      const value = field.type === 'password' || field.type === 'file' ? '' : (attributeOf(element, 'value', field.value) ?? '');
      attributes.push(`value="${escaped(value)}"`);
      if (field.checked) attributes.push('checked=""');
    }
    const open = `<${name}${attributes.length > 0 ? ` ${attributes.join(' ')}` : ''}>`;
    if (/^(?:input|br|hr|wbr|img|area|col)$/.test(tag)) return open;
    if (emptied.has(tag)) return `${open}</${name}>`;
    if (tag === 'textarea') {
      const prefix = subjectPrefix.exec(field.value)?.[0] ?? '';
      return `${open}${escaped(prefix + runOf(field.value.slice(prefix.length)))}</textarea>`;
    }
    if (tag === 'iframe' || tag === 'frame') return frameOf(element as HTMLIFrameElement, open);
    return `${open}${shadowOf(element)}${inner(element)}</${name}>`;
  };

  const scriptOf = (element: Element): string => {
    const text = element.textContent ?? '';
    for (const [pattern, made] of scriptFacts) {
      const found = pattern.exec(text);
      if (found) return `<script type="text/plain">${made(found)}</script>`;
    }
    return '';
  };

  const frameOf = (frame: HTMLIFrameElement, open: string): string => {
    let inside: Document | null = null;
    try {
      inside = frame.contentDocument;
    } catch {
      inside = null;
    }
    if (!inside?.documentElement) return `${open}</iframe>`;
    return `${open.replace(/>$/, ` srcdoc="${escaped(whole(inside))}">`)}</iframe>`;
  };

  const shadowOf = (element: Element): string =>
    element.shadowRoot ? `<template shadowrootmode="open">${[...element.shadowRoot.childNodes].map(nodeOf).join('')}</template>` : '';

  const inner = (element: Element): string => [...element.childNodes].map(nodeOf).join('');

  const nodeOf = (node: Node): string => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      if (text.trim() === '') return text === '' ? '' : text.includes('\n') ? '\n' : ' ';
      const made = runOf(text);
      const parent = node.parentElement;
      const control = parent?.closest('button,label,[role=button],[role=menuitem],[role=tab],th,legend,summary');
      if (control && saysLittle(control)) doubt('label', text, made);
      return escaped(made);
    }
    return node.nodeType === 1 ? write(node as Element) : '';
  };

  const whole = (document_: Document): string => {
    const body = document_.body as HTMLElement | null;
    const design = document_.designMode === 'on' ? ' contenteditable="true"' : '';
    const title = textOf(document_.title);
    const written = body ? write(body) : '<body></body>';
    return `<!doctype html><html dir="${document_.dir === 'rtl' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>${
      design && !/^<body[^>]*contenteditable/.test(written) ? written.replace(/^<body/, `<body${design}`) : written
    }</html>`;
  };

  const html = whole(page);
  return { html, doubts: [...doubts.values()] };
}
