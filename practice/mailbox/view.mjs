/** The practice mailbox: folders, list and reading pane, drawn into an element. Writing is in compose.mjs. */
import { element, finder, icon, iconButton, nodesOf } from '../element.mjs';
import { account, htmlOf, letters, longDate, mailbox, mailboxes, timeOf } from '../letters.mjs';
import { openCompose, sizeText } from './compose.mjs';

/**
 * A message as the mailbox keeps it, received or sent here.
 * @typedef {object} Message
 * @property {string} id
 * @property {'inbox' | 'sent' | 'drafts' | 'bin'} folder
 * @property {import('../letters.mjs').Person} from
 * @property {readonly import('../letters.mjs').Person[]} to
 * @property {readonly import('../letters.mjs').Person[]} cc
 * @property {number} time
 * @property {string} subject
 * @property {Node[]} body
 * @property {readonly { name: string, size: number }[]} files
 * @property {boolean} unread
 * @property {boolean} starred
 */

/** @param {string} name */
const initials = (name) =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('');

/**
 * @typedef {object} MailScene a moment to begin with: a letter that is open, perhaps being answered, or a new message
 * @property {string} [letter]
 * @property {'reply' | 'reply-all' | 'forward'} [answer]
 * @property {import('../letters.mjs').Person} [from] the account that a new message is written from
 * @property {readonly import('../letters.mjs').Person[]} [to]
 * @property {string} [subject]
 * @property {readonly string[]} [lines]
 * @property {readonly { name: string, size: number }[]} [files]
 */

/** @param {string | null} home address of the page around, `null` where there is none */
const frameOf = (home) => [
  element(
    'header',
    { class: 'top' },
    home === null ? element('span', { class: 'name' }, 'Practice Mail') : element('a', { class: 'name', href: home }, 'Practice Mail'),
    element(
      'form',
      { class: 'search', role: 'search' },
      element('label', { class: 'hidden', for: 'search' }, 'Search mail'),
      element('input', { id: 'search', type: 'search', name: 'q', placeholder: 'Search mail', autocomplete: 'off' }),
    ),
    element(
      'button',
      { type: 'button', class: 'account', 'aria-haspopup': 'true', 'aria-label': `Account: ${account.name} (${account.address})` },
      element('span', { class: 'portrait', 'aria-hidden': 'true' }, initials(account.name)),
      element('span', { class: 'account-name' }, account.name, element('br'), element('span', { class: 'quiet' }, account.address)),
    ),
  ),
  element(
    'nav',
    { class: 'folders', 'aria-label': 'Folders' },
    element('button', { type: 'button', class: 'new-message' }, 'New message'),
    element('ul', { id: 'folders' }),
  ),
  element(
    'main',
    {},
    element('section', { class: 'list', 'aria-label': 'Messages' }, element('h1', { id: 'folder-name' }, 'Inbox'), element('ul', { id: 'messages' })),
    element('section', { class: 'reading', id: 'reading', 'aria-label': 'Reading pane' }),
  ),
  element('div', { class: 'composes', id: 'composes' }),
  element('div', { class: 'toasts', id: 'toasts', role: 'status' }),
];

/**
 * Draws the mailbox.
 * @param {HTMLElement} root emptied first
 * @param {object} [options]
 * @param {number} [options.now] milliseconds since 1970
 * @param {string | null} [options.home]
 * @param {() => void} [options.onMeeting] a link to the practice meeting was pressed; otherwise the link leads to it
 * @param {MailScene | null} [options.scene]
 */
export function openMailbox(root, { now = Date.now(), home = null, onMeeting, scene = null } = {}) {
  const find = finder(root);
  root.className = 'practice-mailbox';
  root.lang = 'en';
  root.replaceChildren(...frameOf(home));

  /** @type {Message[]} */
  const messages = letters.map((letter) => ({
    ...letter,
    starred: letter.starred ?? false,
    time: timeOf(letter, now),
    body: nodesOf(htmlOf(letter, now)),
  }));

  const folderNames = { inbox: 'Inbox', sent: 'Sent', drafts: 'Drafts', bin: 'Deleted' };
  /** @type {keyof typeof folderNames} */
  let folder = 'inbox';
  /** @type {Message | null} */
  let shown = null;
  let search = '';

  /** @param {string} text */
  function toast(text) {
    const line = element('div', { class: 'toast' }, text);
    find('#toasts').replaceChildren(line);
    line.addEventListener('animationend', () => line.remove());
  }

  /** @param {number} time */
  const shortDate = (time) =>
    new Intl.DateTimeFormat(
      'en-GB',
      now - time < 12 * 3_600_000
        ? { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }
        : { timeZone: 'Europe/London', day: 'numeric', month: 'short' },
    ).format(time);

  function renderFolders() {
    find('#folders').replaceChildren(
      ...Object.entries(folderNames).map(([id, name]) => {
        const unread = messages.filter((message) => message.folder === id && message.unread).length;
        return element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              'aria-current': id === folder ? 'page' : null,
              onclick: () => openFolder(/** @type {keyof typeof folderNames} */ (id)),
            },
            icon(id === 'bin' ? 'bin' : /** @type {'inbox'} */ (id)),
            element('span', {}, name),
            unread > 0 ? element('span', { class: 'count', 'aria-label': `${unread} unread` }, String(unread)) : null,
          ),
        );
      }),
    );
  }

  /** @param {keyof typeof folderNames} id */
  function openFolder(id) {
    folder = id;
    shown = null;
    render();
  }

  function renderList() {
    find('#folder-name').textContent = folderNames[folder];
    document.title = `${shown?.subject ?? folderNames[folder]} – Practice Mail`;
    const visible = messages
      .filter((message) => message.folder === folder && `${message.subject} ${message.from.name}`.toLowerCase().includes(search))
      .sort((a, b) => b.time - a.time);
    find('#messages').replaceChildren(
      ...visible.map((message) => {
        const people = folder === 'inbox' ? message.from.name : `To: ${message.to.map(({ name, address }) => name || address).join(', ')}`;
        const preview = message.body
          .map((node) => node.textContent ?? '')
          .join(' ')
          .replace(/\s+/g, ' ')
          .slice(0, 120);
        return element(
          'li',
          { class: message.unread ? 'unread' : '' },
          element(
            'button',
            { type: 'button', 'aria-current': message === shown ? 'true' : null, onclick: () => show(message) },
            element('span', { class: 'portrait', 'aria-hidden': 'true' }, initials(folder === 'inbox' ? message.from.name : (message.to[0]?.name ?? '?'))),
            element('span', { class: 'people' }, message.unread ? element('span', { class: 'hidden' }, 'Unread. ') : null, people),
            element('time', { datetime: new Date(message.time).toISOString() }, shortDate(message.time)),
            element(
              'span',
              { class: 'subject' },
              message.subject || '(no subject)',
              message.files.length > 0 ? element('span', { class: 'has-file', title: `${message.files.length} attached` }, icon('clip')) : null,
            ),
            element('span', { class: 'preview' }, preview),
          ),
        );
      }),
      ...(visible.length === 0 ? [element('li', { class: 'empty' }, 'Nothing here.')] : []),
    );
  }

  /** @param {Message} message */
  function show(message) {
    message.unread = false;
    if (message.folder === 'drafts') {
      messages.splice(messages.indexOf(message), 1);
      compose({ mode: 'new', to: message.to, cc: message.cc, subject: message.subject, body: message.body, files: message.files }, null);
      render();
      return;
    }
    shown = message;
    render();
  }

  function renderReading() {
    const pane = find('#reading');
    const message = shown;
    pane.closest('main')?.classList.toggle('open', message !== null);
    if (!message) {
      pane.replaceChildren(element('p', { class: 'empty' }, 'Choose a message to read it here.'));
      return;
    }
    const actions = (/** @type {string} */ place) =>
      element(
        'div',
        { class: `actions ${place}`, role: 'toolbar', 'aria-label': 'Message' },
        element('button', { type: 'button', onclick: () => answer(message, 'reply') }, icon('reply'), 'Reply'),
        element('button', { type: 'button', onclick: () => answer(message, 'reply-all') }, icon('reply-all'), 'Reply all'),
        element('button', { type: 'button', onclick: () => answer(message, 'forward') }, icon('forward'), 'Forward'),
      );
    const bin = iconButton('bin', 'Delete', () => {
      message.folder = 'bin';
      shown = null;
      render();
      toast('Message deleted');
    });
    const top = actions('at-top');
    top.append(bin);
    pane.replaceChildren(
      iconButton('back', 'Back to the list', () => openFolder(folder), { class: 'icon-button back' }),
      element('h2', {}, message.subject),
      element(
        'article',
        { 'aria-label': `Message from ${message.from.name}` },
        element(
          'header',
          {},
          element('span', { class: 'portrait', 'aria-hidden': 'true' }, initials(message.from.name)),
          element(
            'div',
            { class: 'who' },
            element('div', {}, element('strong', {}, message.from.name), ' ', element('span', { class: 'quiet' }, `<${message.from.address}>`)),
            element('div', { class: 'quiet' }, `To: ${mailboxes(message.to, ', ')}`),
            message.cc.length > 0 ? element('div', { class: 'quiet' }, `Cc: ${mailboxes(message.cc, ', ')}`) : null,
            element('time', { class: 'quiet', datetime: new Date(message.time).toISOString() }, longDate(message.time)),
          ),
          top,
        ),
        message.files.length > 0
          ? element(
              'ul',
              { class: 'files', 'aria-label': 'Attachments' },
              ...message.files.map((file) =>
                element('li', {}, icon('file'), element('span', { class: 'file-name' }, file.name), element('span', { class: 'quiet' }, sizeText(file.size))),
              ),
            )
          : null,
        element('div', { class: 'body' }, ...message.body.map((node) => node.cloneNode(true))),
      ),
      actions('at-bottom'),
      element('div', { class: 'inline-place' }),
    );
    pane.scrollTop = 0;
  }

  /** @param {string} subject @param {'RE' | 'FW'} prefix */
  const prefixed = (subject, prefix) => `${prefix}: ${subject.replace(/^((re|fw|fwd):\s*)+/i, '')}`;

  /**
   * Opens an answer with the message quoted below: replies under "On … wrote:", forwards under a block of header lines, as webmail does.
   * @param {Message} message
   * @param {'reply' | 'reply-all' | 'forward'} mode
   * @param {readonly import('../letters.mjs').Person[]} [more] further recipients
   */
  function answer(message, mode, more = []) {
    const original = () => message.body.map((node) => node.cloneNode(true));
    const blank = () => element('div', {}, element('br'));
    const mine = (/** @type {import('../letters.mjs').Person} */ person) => person.address === account.address;
    if (mode === 'forward') {
      const lines = [
        `From: ${mailbox(message.from)}`,
        `Date: ${longDate(message.time)}`,
        `Subject: ${message.subject}`,
        `To: ${mailboxes(message.to, ', ')}`,
        ...(message.cc.length > 0 ? [`Cc: ${mailboxes(message.cc, ', ')}`] : []),
      ];
      const header = element('div', {}, '---------- Forwarded message ----------', ...lines.flatMap((line) => [element('br'), line]));
      compose(
        {
          mode,
          to: more,
          cc: [],
          subject: prefixed(message.subject, 'FW'),
          body: [blank(), blank(), header, blank(), element('div', {}, ...original())],
          files: message.files,
        },
        null,
      );
      return;
    }
    const sender = mine(message.from) ? message.to : [message.from];
    const others = mode === 'reply-all' ? message.to.filter((person) => !mine(person) && !sender.includes(person)) : [];
    const cc = mode === 'reply-all' ? message.cc.filter((person) => !mine(person)) : [];
    const quote = [element('div', {}, `On ${longDate(message.time)}, ${mailbox(message.from)} wrote:`), element('blockquote', { type: 'cite' }, ...original())];
    const place = root.querySelector('.inline-place');
    compose(
      { mode, to: [...sender, ...others, ...more], cc, subject: prefixed(message.subject, 'RE'), body: [blank(), blank(), ...quote], files: [] },
      place instanceof HTMLElement ? place : null,
    );
  }

  /** @param {import('./compose.mjs').Beginning} beginning @param {HTMLElement | null} place where to write inline; a docked window otherwise */
  function compose(beginning, place) {
    openCompose(beginning, {
      place,
      dock: find('#composes'),
      onSend(sent) {
        messages.push({ ...sent, id: crypto.randomUUID(), folder: 'sent', from: account, time: now, unread: false, starred: false });
        toast('Message sent');
        renderFolders();
        if (folder === 'sent') renderList();
      },
      onDiscard: () => toast('Message discarded'),
    });
  }

  /** Brings about the moment just before something goes wrong. @param {MailScene} scene */
  function play(scene) {
    const letter = messages.find(({ id }) => id === scene.letter);
    if (letter) show(letter);
    if (letter && scene.answer) answer(letter, scene.answer, scene.to);
    else if (!letter)
      compose(
        {
          mode: 'new',
          from: scene.from,
          to: scene.to ?? [],
          cc: [],
          subject: scene.subject ?? '',
          body: [...(scene.lines ?? []).map((line) => element('div', {}, line)), element('div', {}, element('br'))],
          files: scene.files ?? [],
        },
        null,
      );
  }

  function render() {
    renderFolders();
    renderList();
    renderReading();
  }

  find('.new-message').addEventListener('click', () =>
    compose({ mode: 'new', to: [], cc: [], subject: '', body: [element('div', {}, element('br'))], files: [] }, null),
  );
  find('#search').addEventListener('input', (event) => {
    search = event.target instanceof HTMLInputElement ? event.target.value.toLowerCase() : '';
    renderList();
  });
  find('.search').addEventListener('submit', (event) => event.preventDefault());
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href="/meeting/"]') : null;
    if (!link || !onMeeting) return;
    event.preventDefault();
    onMeeting();
  });
  render();
  if (scene) play(scene);
}
