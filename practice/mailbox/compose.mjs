/** Writing in the practice mailbox: docked windows, full screen, inline answers; recipients, files, Send and Discard. */
import { element, icon, iconButton } from '../element.mjs';
import { account, addressBook, mailbox } from '../letters.mjs';

/** @typedef {import('../letters.mjs').Person} Person */
/** @typedef {{ name: string, size: number }} AttachedFile */
/**
 * @typedef {object} Beginning
 * @property {'new' | 'reply' | 'reply-all' | 'forward'} mode
 * @property {Person} [from] another account than the mailbox's
 * @property {readonly Person[]} to
 * @property {readonly Person[]} cc
 * @property {string} subject
 * @property {readonly Node[]} body
 * @property {readonly AttachedFile[]} files
 */
/** @typedef {{ to: Person[], cc: Person[], subject: string, body: Node[], files: AttachedFile[] }} Sent */

const titles = { new: 'New message', reply: 'Reply', 'reply-all': 'Reply all', forward: 'Forward' };
let counter = 0;

/** @param {string} text @returns {Person} */
function personOf(text) {
  const named = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text);
  return named ? { name: named[1] ?? '', address: (named[2] ?? '').trim() } : { name: '', address: text.trim() };
}

/**
 * A line of recipients: picked ones as chips, one being typed with suggestions from the address book.
 * @param {string} label
 * @param {'to' | 'cc' | 'bcc'} name
 * @param {string} prefix makes ids differ between composes
 */
function recipientLine(label, name, prefix) {
  /** @type {Person[]} */
  const people = [];
  const chips = element('ul', { class: 'chips', 'aria-label': `${label} recipients` });
  const suggestions = element('ul', { class: 'suggestions', role: 'listbox', id: `${prefix}-${name}-suggestions`, 'aria-label': 'Suggestions', hidden: true });
  const input = element('input', {
    id: `${prefix}-${name}`,
    name,
    type: 'text',
    inputmode: 'email',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': suggestions.id,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const line = element(
    'div',
    { class: `line ${name}`, role: 'group', 'aria-label': label },
    element('label', { for: input.id }, label),
    chips,
    input,
    suggestions,
  );
  let active = -1;

  function renderChips() {
    chips.replaceChildren(
      ...people.map((person) =>
        element(
          'li',
          { class: 'chip', title: person.address },
          element('span', {}, person.name || person.address),
          iconButton('close', `Remove ${person.name || person.address}`, () => {
            people.splice(people.indexOf(person), 1);
            renderChips();
            input.focus();
          }),
        ),
      ),
    );
  }
  /** @param {...Person} added */
  function add(...added) {
    const known = new Set(people.map(({ address }) => address));
    for (const person of added) {
      if (person.address && !known.has(person.address)) people.push(person);
      known.add(person.address);
    }
    renderChips();
  }
  function take() {
    add(
      ...input.value
        .split(/[,;\n]/)
        .filter((part) => part.trim())
        .map(personOf),
    );
    input.value = '';
    suggest();
  }
  function matching() {
    const typed = input.value.trim().toLowerCase();
    if (typed === '') return [];
    return addressBook
      .filter((entry) => `${entry.name} ${entry.address}`.toLowerCase().includes(typed) && !people.some(({ address }) => address === entry.address))
      .slice(0, 6);
  }
  function suggest() {
    const found = matching();
    active = found.length > 0 ? Math.min(Math.max(active, 0), found.length - 1) : -1;
    suggestions.replaceChildren(
      ...found.map((entry, index) =>
        element(
          'li',
          {
            role: 'option',
            id: `${suggestions.id}-${index}`,
            'aria-selected': String(index === active),
            onmousedown: (/** @type {MouseEvent} */ event) => {
              event.preventDefault();
              choose(entry);
            },
          },
          element('span', { class: 'name' }, entry.name),
          element('span', { class: 'quiet' }, entry.kind === 'group' ? `Group of ${entry.members} · ${entry.address}` : entry.address),
        ),
      ),
    );
    suggestions.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (active >= 0) input.setAttribute('aria-activedescendant', `${suggestions.id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  }
  /** @param {Person} person */
  function choose(person) {
    input.value = '';
    add({ name: person.name, address: person.address });
    suggest();
  }
  input.addEventListener('input', () => {
    active = 0;
    if (/[,;]/.test(input.value)) take();
    else suggest();
  });
  input.addEventListener('keydown', (event) => {
    const found = matching();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active = found.length > 0 ? (active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length : -1;
      suggest();
      event.preventDefault();
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || (event.key === 'Tab' && input.value.trim() !== '')) {
      const entry = found[active];
      if (entry) choose(entry);
      else take();
      event.preventDefault();
    } else if (event.key === 'Escape' && !suggestions.hidden) {
      suggestions.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      event.stopPropagation();
    } else if (event.key === 'Backspace' && input.value === '') {
      people.pop();
      renderChips();
    }
  });
  input.addEventListener('blur', () => {
    suggestions.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  });
  line.addEventListener('click', (event) => {
    if (event.target === line || event.target === chips) input.focus();
  });
  return {
    line,
    input,
    add,
    /** Picked people and, as on most webmail, what is still being typed. */
    people: () => {
      take();
      return people;
    },
  };
}

/** @param {number} bytes */
export const sizeText = (bytes) =>
  bytes < 1024 ? `${bytes} bytes` : bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/**
 * Opens a compose.
 * @param {Beginning} beginning
 * @param {{ place: HTMLElement | null, dock: HTMLElement, onSend: (sent: Sent) => void, onDiscard: () => void }} options
 */
export function openCompose(beginning, { place, dock, onSend, onDiscard }) {
  const prefix = `compose-${++counter}`;
  const sender = beginning.from ?? account;
  const to = recipientLine('To', 'to', prefix);
  const cc = recipientLine('Cc', 'cc', prefix);
  const bcc = recipientLine('Bcc', 'bcc', prefix);
  const subject = element('input', { id: `${prefix}-subject`, name: 'subject', type: 'text', autocomplete: 'off' });
  subject.value = beginning.subject;
  const body = element('div', { class: 'editor', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Message', tabindex: '0' });
  body.append(...beginning.body);
  /** @type {AttachedFile[]} */
  const files = [...beginning.files];
  const fileList = element('ul', { class: 'files', 'aria-label': 'Attachments' });
  const picker = element('input', {
    type: 'file',
    id: `${prefix}-files`,
    name: 'files',
    multiple: true,
    class: 'hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });

  function renderFiles() {
    fileList.hidden = files.length === 0;
    fileList.replaceChildren(
      ...files.map((file) =>
        element(
          'li',
          {},
          icon('file'),
          element('span', { class: 'file-name' }, file.name),
          element('span', { class: 'quiet' }, sizeText(file.size)),
          iconButton('close', `Remove ${file.name}`, () => {
            files.splice(files.indexOf(file), 1);
            renderFiles();
          }),
        ),
      ),
    );
  }
  /** @param {FileList | null | undefined} list */
  function attach(list) {
    for (const { name, size } of list ?? []) files.push({ name, size });
    renderFiles();
  }
  picker.addEventListener('change', () => {
    attach(picker.files);
    picker.value = '';
  });

  const more = element(
    'span',
    { class: 'more' },
    element('button', { type: 'button', 'aria-label': 'Add Cc recipients', onclick: () => open(cc) }, 'Cc'),
    element('button', { type: 'button', 'aria-label': 'Add Bcc recipients', onclick: () => open(bcc) }, 'Bcc'),
  );
  /** @param {typeof cc} which */
  function open(which) {
    which.line.hidden = false;
    const label = which === cc ? 'Add Cc recipients' : 'Add Bcc recipients';
    const button = more.querySelector(`[aria-label="${label}"]`);
    if (button instanceof HTMLElement) button.hidden = true;
    which.input.focus();
  }
  to.line.append(more);
  cc.line.hidden = beginning.cc.length === 0;
  bcc.line.hidden = true;
  if (!cc.line.hidden) more.querySelector('[aria-label="Add Cc recipients"]')?.setAttribute('hidden', '');

  const form = element(
    'form',
    { novalidate: true, autocomplete: 'off' },
    element(
      'div',
      { class: 'line from' },
      element('label', { for: `${prefix}-from` }, 'From'),
      element('select', { id: `${prefix}-from`, name: 'from' }, element('option', { value: sender.address }, mailbox(sender))),
    ),
    to.line,
    cc.line,
    bcc.line,
    element('div', { class: 'line' }, element('label', { for: subject.id }, 'Subject'), subject),
    body,
    fileList,
    picker,
    element(
      'div',
      { class: 'bar', role: 'toolbar', 'aria-label': 'Message tools' },
      element('button', { type: 'submit', class: 'send', title: 'Send (Ctrl+Enter)' }, 'Send'),
      iconButton('clip', 'Attach files', () => picker.click()),
      iconButton('bin', 'Discard message', () => {
        leave();
        onDiscard();
      }),
    ),
  );
  const title = element('h2', { id: `${prefix}-title` }, titles[beginning.mode]);
  const minimise = iconButton('minimise', 'Minimise', () => setShape(shape === 'minimised' ? 'docked' : 'minimised'), { 'aria-expanded': 'true' });
  const enlarge = iconButton('expand', 'Full screen', () => setShape(shape === 'docked' ? 'full' : 'docked'));
  const close = iconButton('close', 'Close', () => leave());
  const frame = element(
    'section',
    { class: 'compose', role: 'dialog', 'aria-labelledby': title.id },
    element('header', {}, title, minimise, enlarge, close),
    form,
  );

  /** @type {'inline' | 'docked' | 'full' | 'minimised'} */
  let shape = place ? 'inline' : 'docked';
  /** @param {typeof shape} next */
  function setShape(next) {
    shape = next;
    frame.dataset['shape'] = next;
    form.hidden = next === 'minimised';
    minimise.hidden = next === 'inline';
    minimise.setAttribute('aria-expanded', String(next !== 'minimised'));
    const label = next === 'inline' ? 'Open in a window' : next === 'full' ? 'Leave full screen' : 'Full screen';
    enlarge.setAttribute('aria-label', label);
    enlarge.title = label;
    if (next !== 'inline' && frame.parentElement !== dock) dock.append(frame);
  }
  function leave() {
    frame.remove();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const sent = {
      to: [...to.people()],
      cc: [...cc.people(), ...bcc.people()],
      subject: subject.value,
      body: [...body.childNodes].map((node) => node.cloneNode(true)),
      files: [...files],
    };
    if (sent.to.length + sent.cc.length === 0) {
      to.input.setCustomValidity('Add at least one recipient');
      to.input.reportValidity();
      to.input.addEventListener('input', () => to.input.setCustomValidity(''), { once: true });
      return;
    }
    leave();
    onSend(sent);
  });
  subject.addEventListener('input', () => {
    title.textContent = subject.value || titles[beginning.mode];
  });
  if (beginning.subject) title.textContent = beginning.subject;
  frame.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape' && shape === 'full') setShape('docked');
  });
  for (const kind of ['dragover', 'drop'])
    frame.addEventListener(kind, (event) => {
      if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      frame.classList.toggle('dropping', kind === 'dragover');
      if (kind === 'drop') attach(event.dataTransfer.files);
    });
  frame.addEventListener('dragleave', () => frame.classList.remove('dropping'));
  body.addEventListener('paste', (event) => {
    if ((event.clipboardData?.files.length ?? 0) === 0) return;
    event.preventDefault();
    attach(event.clipboardData?.files);
  });

  to.add(...beginning.to);
  cc.add(...beginning.cc);
  renderFiles();
  (place ?? dock).append(frame);
  setShape(shape);
  if (place) frame.scrollIntoView({ block: 'nearest' });
  if (beginning.to.length === 0) to.input.focus();
  else {
    body.focus();
    getSelection()?.collapse(body, 0);
  }
}
