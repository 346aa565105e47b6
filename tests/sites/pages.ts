/**
 * Test pages of webmail with what is on them, for the accuracy table: every documented layout in its languages, and pages without a compose.
 * Saved pages (`<site>/<date>-<name>.html`) carry their truth in themselves; real pages beside the repository have theirs in `sharedTruth`.
 */
import { families } from '../page/compose-families';
import { closed, composeForm, docked, around as gmailAround, languages as gmailLanguages, inline, minimised, popOut } from './gmail/hand-made';
import { chip, compose, around as outlookAround, languages as outlookLanguages } from './outlook-web/hand-made';
import { composePage } from './roundcube/hand-made';

/** What one compose holds: lower-case addresses, or names where the page shows no address; with `null` where the page hides them. */
export type ComposeTruth = readonly string[] | null;

export interface TestPage {
  readonly site: string;
  readonly name: string;
  readonly html: string;
  /** Written into the frames of the page, as an editor does it late and by script. */
  readonly frame?: string;
  /** One entry for each compose that a person can use. */
  readonly composes: readonly ComposeTruth[];
}

const people = ['ann@outside.example', 'carol@x.example', 'typed@y.example'] as const;
const [ann, carol, typed] = people;

const gmail = (): TestPage[] => {
  const pages = gmailLanguages.flatMap((words): TestPage[] => {
    const form = () => composeForm({ words, to: [{ id: ann, name: 'Ann Other' }], cc: [{ id: carol }], typed });
    const page = (name: string, html: string, composes: readonly ComposeTruth[] = [people]) => ({
      site: 'gmail',
      name: `${name} (${words.language})`,
      html,
      composes,
    });
    return [
      page('docked window', gmailAround(docked(form()))),
      page('inline reply', gmailAround(inline(form()))),
      page('pop-out', popOut(form())),
      page('two windows', gmailAround(docked(form()) + docked(form())), [people, people]),
      page('plain text', gmailAround(docked(composeForm({ words, to: [{ id: ann }], plain: true }))), [[ann]]),
      page('minimised', gmailAround(minimised(form())), []),
    ];
  });
  return [
    ...pages,
    { site: 'gmail', name: 'inbox', html: gmailAround(''), composes: [] },
    { site: 'gmail', name: 'closed window', html: gmailAround(closed), composes: [] },
  ];
};

const outlook = (): TestPage[] => [
  ...outlookLanguages.flatMap((words): TestPage[] => {
    const page = (name: string, inner: string, composes: readonly ComposeTruth[]) => ({
      site: 'outlook-web',
      name: `${name} (${words.language})`,
      html: outlookAround(inner),
      composes,
    });
    const both = { words, to: chip(`Ann Other <${ann}>`), cc: chip(carol) };
    return [
      page('docked', compose(both), [[ann, carol]]),
      page('names without addresses', compose({ words, to: chip('Directory Two') }), [['directory two']]),
      page('hidden by a tab', compose({ ...both, hidden: true }), []),
      page('folded wells', compose({ words, wells: false, summary: 'Ann Other; Carol' }), [null]),
    ];
  }),
  { site: 'outlook-web', name: 'inbox and a message', html: outlookAround(''), composes: [] },
];

const roundcube = (): TestPage[] => [
  {
    site: 'roundcube',
    name: 'plain text',
    html: composePage({ to: `Ann Other <${ann}>`, chips: [{ name: 'Ann Other', title: `Ann Other <${ann}>` }], cc: carol, typing: typed }),
    composes: [people],
  },
  {
    site: 'roundcube',
    name: 'HTML',
    html: composePage({ to: ann, chips: [{ name: ann, title: ann }], html: true }),
    frame: '<body contenteditable="true">Hello</body>',
    composes: [[ann]],
  },
  {
    site: 'roundcube',
    name: 'German',
    html: composePage({ to: ann, chips: [{ name: ann, title: ann }], labels: ['An', 'Betreff', 'Senden'] }),
    composes: [[ann]],
  },
  { site: 'roundcube', name: 'empty', html: composePage(), composes: [[]] },
];

/** Which product each family of `compose-families.ts` is, by the id of its site. */
export const products: Readonly<Record<string, string>> = {
  proton: 'proton-mail',
  nextcloud: 'nextcloud-mail',
  'horde dynamic': 'horde',
  'Horde smartphone': 'horde',
  'zimbra classic': 'zimbra',
  yahoo: 'yahoo-mail',
  'open-xchange': 'open-xchange',
  tuta: 'tuta',
};

const ofFamilies = (): TestPage[] =>
  families.map(({ name, html, frame }) => ({
    site: products[name] ?? 'any-webmail',
    name,
    html,
    ...(frame === undefined ? {} : { frame }),
    composes: [people],
  }));

/** Pages on which nobody writes a mail, for generic reading. */
const silent: readonly (readonly [name: string, html: string])[] = [
  ['inbox', '<nav><a>Inbox</a><a>Sent</a><a>Drafts</a></nav><table><tr><td>Ann</td><td>Plan</td></tr></table><button>Compose</button>'],
  ['message', '<h1>Plan</h1><span title="ann@outside.example">Ann</span><p>To: me</p><button>Reply</button><button>Forward</button>'],
  [
    'search',
    '<form><label>From <input name="from"></label><label>To <input name="to"></label><label>Subject <input name="subject"></label><button>Search</button></form>',
  ],
  [
    'settings with a signature',
    '<form><label>Name <input name="name"></label><label>Signature <textarea name="signature" rows="8"></textarea></label><button>Save</button></form>',
  ],
  ['sign-in', '<form><input name="user"><input type="password"><button>Sign in</button></form>'],
  [
    'contact form',
    '<form><label>Your email <input name="email"></label><label>Subject <input name="subject"></label><textarea name="message" rows="9"></textarea><button>Send</button></form>',
  ],
  ['chat', '<div contenteditable="true" role="textbox" aria-label="Message" style="height:60px"></div><button>Send</button>'],
  [
    'filter',
    '<form><label>To <input name="to"></label><label>Subject <input name="subject"></label><select><option>Move</option></select><button>Save filter</button></form>',
  ],
  ['comment', '<article>Text</article><form><textarea name="comment" rows="6"></textarea><button>Post</button></form>'],
];

/** All hand-made pages. */
export const handMadePages = (): readonly TestPage[] => [
  ...gmail(),
  ...outlook(),
  ...roundcube(),
  ...ofFamilies(),
  ...silent.map(([name, html]) => ({ site: 'any-webmail', name, html, composes: [] })),
];

/** Real pages beside the repository (`shared/pages/webmail/INDEX.md`); those that are not named have no compose. */
export const sharedTruth: Readonly<Record<string, { readonly site: string; readonly composes: readonly ComposeTruth[] }>> = {
  'gmail/gmail-2020-10-compose-mole-new-message.html': { site: 'gmail', composes: [[]] },
  'hand-made/alias-for-gmail-compose.html': {
    site: 'gmail',
    composes: [['alice@example.com', 'bob@example.net', 'carol@example.org', 'audit@example.com']],
  },
  'hand-made/outlook-recipient-well.html': {
    site: 'outlook-web',
    composes: [['one@example.test', 'directory two', 'existing@example.test', 'copy@example.test', 'loose@example.test', 'hidden@example.test']],
  },
  'hand-made/draftpilot-outlook-reply.html': { site: 'outlook-web', composes: [null] },
  'hand-made/semai-outlook-compose.html': { site: 'outlook-web', composes: [null] },
};

/** What a saved page says of itself, in a `<meta name="second-glance-truth">`. */
export interface SavedTruth {
  readonly site: string;
  readonly composes: readonly { readonly recipients: readonly string[] | null; readonly mode: string; readonly complete: string }[];
}

export function truthOf(html: string): SavedTruth {
  const written = new DOMParser().parseFromString(html, 'text/html').querySelector('meta[name="second-glance-truth"]')?.getAttribute('content');
  if (!written) throw new Error('A saved page without its truth.');
  return JSON.parse(written) as SavedTruth;
}
