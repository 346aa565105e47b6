/**
 * Describes how a page is built, for someone who repairs a reading, without a word of what it says: every text, every attribute value,
 * every name that a page could choose freely is left out. What stays are element names, roles and attribute names of public vocabularies,
 * nesting, repetition, sizes, and what the reading made of it.
 */
import { editorsIn, fieldsIn, findParts, sendControlsIn } from './compose-parts';
import type { DomSite } from './site';
import { attribute, attributesOf, bodyOf, boxOf, childrenOf, commonAncestor, frameDocumentOf, isShown, parentOf, tagOf } from './tree';

/** Lines are cut here; the parts around editors come first. */
const longest = 400;
const deepest = 40;

/** HTML elements whose names may appear; every other element is called `custom`. */
const tags: ReadonlySet<string> = new Set(
  'a abbr address article aside b blockquote body br button canvas caption center code col colgroup dd details dialog div dl dt em fieldset figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hr i iframe img input label legend li main map menu nav object ol optgroup option output p picture pre progress search section select small span strong sub summary sup svg table tbody td textarea tfoot th thead tr u ul video'.split(
    ' ',
  ),
);
/** WAI-ARIA 1.2 roles that matter for a compose. */
const roles: ReadonlySet<string> = new Set(
  'alert alertdialog application article banner button cell checkbox combobox complementary dialog document feed form grid gridcell group heading img link list listbox listitem log main menu menubar menuitem navigation none note option presentation radio region row rowgroup search searchbox separator status switch tab table tablist tabpanel textbox toolbar tooltip tree treeitem'.split(
    ' ',
  ),
);
/** Attributes whose names may appear; their values never do. */
const named: ReadonlySet<string> = new Set(
  'id class name role title alt for type value href src action placeholder tabindex contenteditable draggable hidden disabled readonly required multiple aria-label aria-labelledby aria-describedby aria-controls aria-owns aria-haspopup aria-expanded aria-hidden aria-multiline aria-autocomplete aria-selected aria-modal aria-live data-testid data-test-id data-hovercard-id data-name data-email data-tooltip data-icon-name data-app-section email'.split(
    ' ',
  ),
);

const nameOf = (element: Element): string => (tags.has(tagOf(element)) ? tagOf(element) : 'custom');

function describe(element: HTMLElement): string {
  const role = attribute(element, 'role') ?? '';
  const names = [...attributesOf(element)].map(({ name }) => (named.has(name) ? name : name.startsWith('data-') ? 'data-*' : '')).filter(Boolean);
  const inside = tagOf(element) === 'iframe' ? (frameDocumentOf(element) ? ' same-origin' : ' other-origin') : '';
  const size = isShown(element) ? sizeOf(element) : 'hidden';
  return `${nameOf(element)}${roles.has(role) ? `:${role}` : ''} [${[...new Set(names)].sort().join(' ')}] ${size}${inside}`;
}

/** Size in steps of 20 px: enough to tell a row from a window. */
function sizeOf(element: HTMLElement): string {
  const { width, height } = boxOf(element);
  const step = (length: number): number => Math.round(length / 20) * 20;
  return `${step(width)}×${step(height)}`;
}

/** The structure below an element, alike neighbours as one line. */
function outline(root: HTMLElement, lines: string[]): void {
  const visit = (element: HTMLElement, depth: number): void => {
    let last = '';
    let times = 0;
    const flush = (): void => {
      const line = lines.at(-1);
      if (times > 1 && line !== undefined) lines[lines.length - 1] = `${line} ×${times}`;
      times = 0;
    };
    for (const child of childrenOf(element)) {
      if (lines.length >= longest || depth > deepest) return;
      if (['script', 'style', 'link', 'meta', 'template', 'noscript'].includes(tagOf(child))) continue;
      const text = describe(child);
      if (text === last && childrenOf(child).length === 0) {
        times++;
        continue;
      }
      flush();
      lines.push(`${' '.repeat(depth)}${text}`);
      last = text;
      times = 1;
      visit(child, depth + 1);
    }
    flush();
  };
  lines.push(describe(root));
  visit(root, 1);
}

/** A text for *Copy a report*. */
export function structureReport(page: Document, site: DomSite | null): string {
  const editors = editorsIn(page, {});
  const fields = fieldsIn(page, {});
  const generic = findParts(page, {});
  const own = site?.surfaces.compose?.find(page).length ?? 0;
  const body = bodyOf(page);
  const kinds = [...new Set(fields.map(({ kind }) => kind))];
  const lines = [
    `site: ${site?.id ?? 'none'}`,
    `composes: ${own} by the site, ${generic.length} generically`,
    `editors: ${editors.map(({ host }) => nameOf(host)).join(' ') || 'none'}`,
    `fields: ${
      kinds
        .map(
          (kind) =>
            `${kind} ${fields
              .filter((field) => field.kind === kind)
              .map(({ shown }) => (shown ? 'shown' : 'hidden'))
              .join('/')}`,
        )
        .join(', ') || 'none'
    }`,
    `send controls: ${body ? sendControlsIn(body, body, {}).length || (generic[0]?.send.length ?? 0) : 0}`,
    '',
  ];
  const around = generic[0]?.root ?? aroundEditor(editors[0]?.host ?? null, fields[0]?.element ?? null) ?? body;
  if (around) outline(around, lines);
  return lines.join('\n');
}

/** What holds the first editor and the first field, or a few levels above what there is of them. */
function aroundEditor(editor: HTMLElement | null, field: HTMLElement | null): HTMLElement | null {
  if (editor && field) return commonAncestor(editor, field);
  let at = editor ?? field;
  for (let level = 0; at && level < 6 && tagOf(at) !== 'body'; level++) at = parentOf(at) ?? at;
  return at;
}
