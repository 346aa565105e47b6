/** The one look at a page that is not allowed yet: what is offered, and above all what is not. */
import { afterEach, describe, expect, test } from 'vitest';
import { kindOfPage } from '../../engine/look';
import { families } from '../page/compose-families';
import { closePages, openPage, sharedPages } from '../support/compose-page';
import { openProduct } from '../support/describe-site';

afterEach(closePages);

const looks = (html: string) => kindOfPage(openPage(html, '/page/'));
const folders = (...names: readonly string[]): string => `<nav><ul>${names.map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul></nav>`;

describe('webmail', () => {
  test.each(families.map((family) => [family.name, family] as const))('a compose of %s', (_name, family) => {
    expect(kindOfPage(openProduct(family))).toBe('webmail');
  });

  test.each([
    ['English', ['Inbox (3)', 'Drafts', 'Sent', 'Junk', 'Bin']],
    ['counts before and after', ['3 Inbox', 'Sent items 2 unread', 'Deleted items 1,204']],
    ['Welsh', ['Mewnflwch', 'Drafftiau', 'Eitemau a anfonwyd']],
    ['German', ['Posteingang 12', 'Gesendet', 'Entwürfe', 'Papierkorb']],
    ['French', ['Boîte de réception', 'Brouillons', 'Envoyés', 'Corbeille']],
    ['Polish', ['Skrzynka odbiorcza', 'Wersje robocze', 'Wysłane', 'Kosz']],
    ['Greek', ['Εισερχόμενα', 'Πρόχειρα', 'Απεσταλμένα']],
    ['Arabic', ['البريد الوارد', 'المسودات', 'البريد المرسل']],
    ['Japanese', ['受信トレイ', '下書き', '送信済み']],
  ] as const)('an inbox in %s', (_language, names) => {
    expect(looks(`${folders(...names)}<main><table><tr><td>Ann</td><td>Plan</td></tr></table></main>`)).toBe('webmail');
  });

  test('folders as a tree without links', () => {
    const tree = ['Inbox', 'Sent', 'Trash'].map((name) => `<div role="treeitem" aria-label="${name}">${name}</div>`).join('');
    expect(looks(`<div role="tree">${tree}</div>`)).toBe('webmail');
  });

  test('an open message', () => {
    expect(
      looks(
        '<main><h1>Plan</h1><span title="ann@outside.example">Ann</span><p>Hello</p><button>Reply</button><button>Reply all</button><button>Forward</button></main>',
      ),
    ).toBe('webmail');
  });
});

describe('meetings', () => {
  test('a door with camera and microphone', () => {
    expect(
      looks(
        '<h1>Case conference</h1><video autoplay muted></video><button aria-label="Turn off camera"></button><button aria-label="Turn off microphone"></button><button>Join now</button>',
      ),
    ).toBe('meeting');
  });
});

describe('nothing is offered on', () => {
  const list = (count: number) => Array.from({ length: count }, (_, at) => `<li><a href="/n${at}">Item ${at}</a></li>`).join('');
  test.each([
    ['an empty page', ''],
    ['news', `<header><nav><a href="/">Home</a><a href="/sport">Sport</a></nav></header><article><h1>Headline</h1><p>Text</p></article><ul>${list(30)}</ul>`],
    [
      'news with comments',
      '<article><h1>Headline</h1><p>Text</p></article><form><label>Your comment <textarea name="comment" rows="6"></textarea></label><button>Post</button></form><a>Reply</a><a>Share</a>',
    ],
    [
      'a shop',
      '<main><h1>Chair</h1><form><label>Quantity <input type="number"></label><button>Add to basket</button></form><a href="/archive">Archive</a></main>',
    ],
    [
      'a sign-in page',
      '<form><label>Email <input type="email" name="email"></label><label>Password <input type="password"></label><button>Sign in</button></form>',
    ],
    [
      'the sign-in page of Roundcube',
      '<form id="login-form" name="login-form" method="post"><input name="_user" id="rcmloginuser"><input name="_pass" type="password" id="rcmloginpwd"><button id="rcmloginsubmit">Login</button></form>',
    ],
    ['a search', '<form role="search"><input name="q" type="search"><button>Search</button></form><ol><li><a>First</a></li></ol>'],
    [
      'a contact form',
      '<h1>Contact us</h1><form><label>Your name <input name="name"></label><label>Your email <input name="email" type="email"></label><label>Subject <input name="subject"></label><label>Message <textarea name="message" rows="10"></textarea></label><button>Send message</button></form>',
    ],
    [
      'a feedback form with a copy for oneself',
      '<form><label>Email <input name="email"></label><label>Subject <input name="subject"></label><textarea name="feedback" rows="8"></textarea><label><input type="checkbox"> Send me a copy</label><button>Send feedback</button></form>',
    ],
    [
      'an editor of documents',
      '<div role="toolbar"><button>Bold</button><button>Share</button></div><div contenteditable="true" role="textbox" aria-multiline="true" style="height:600px">Minutes</div>',
    ],
    ['a chat', '<ul role="list"><li>Ann: hi</li></ul><div contenteditable="true" role="textbox" aria-label="Message to Ann"></div><button>Send</button>'],
    ['a to-do list', folders('Inbox', 'Today', 'Upcoming', 'Archive')],
    ['a blog’s back room', folders('All', 'Published', 'Drafts', 'Spam', 'Trash')],
    ['notifications of a code host', `${folders('Inbox', 'Saved', 'Done')}<button>Reply</button>`],
    ['a chat program with drafts', folders('Threads', 'Drafts & sent', 'Later')],
    ['a page that writes about mail', '<article><p>Move it from the Inbox to Sent or to Drafts, or put it into the Trash.</p></article>'],
    ['a forum thread', '<article><p>post</p><button>Reply</button><button>Quote</button><button>Report</button></article>'],
    [
      'a share box',
      '<form><label>Send to a friend <input name="friend" type="email"></label><label>Message <textarea rows="4"></textarea></label><button>Send</button></form>',
    ],
    ['a newsletter form', '<form><input type="email" placeholder="Your email"><button>Subscribe</button></form>'],
    [
      'an invitation of a booking site',
      '<form><label>To <input type="date" name="to"></label><label>From <input type="date" name="from"></label><button>Search flights</button></form>',
    ],
    [
      'a money transfer',
      '<form><label>From <select><option>Current</option></select></label><label>To <input name="to"></label><label>Reference <input name="ref"></label><button>Send money</button></form>',
    ],
    ['a video page', '<video src="x.webm" controls></video><button>Play</button><button>Mute</button><h1>Film</h1>'],
    ['a passport photo', '<h1>Take your photo</h1><video autoplay muted></video><button>Take photo</button>'],
    ['a club', '<h1>Chess club</h1><p>We meet on Mondays.</p><button>Join</button>'],
    ['a page of addresses', '<ul><li><a href="mailto:ann@outside.example">Ann</a></li><li><a href="mailto:bob@outside.example">Bob</a></li></ul>'],
    [
      'a tracker’s issue',
      '<h1>Bug</h1><a href="mailto:x@y.example">x</a><button>Reply</button><textarea name="comment" rows="8"></textarea><button>Comment</button><button>Close issue</button>',
    ],
    ['a media player with forward', '<button>Back</button><button>Forward</button><button>Play</button>'],
  ])('%s', (_what, html) => expect(looks(html)).toBeNull());
});

test('an error inside gives nothing', () => {
  const page = openPage('<p>x</p>');
  Object.defineProperty(page, 'title', {
    get: () => {
      throw new Error('page');
    },
  });
  expect(kindOfPage(page)).toBeNull();
});

const shared = Object.keys(sharedPages).filter((name) => /inbox|reading|thread/i.test(name) && !name.startsWith('templates/'));
describe.skipIf(shared.length === 0)('real pages beside the repository', () => {
  test.each(shared)('%s is looked at without an error', async (name) => {
    expect(['webmail', null]).toContain(kindOfPage(openPage((await sharedPages[name]?.()) ?? '', '/mail/')));
  });
});
