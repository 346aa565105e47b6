import { afterEach, expect, it } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import { closePages, openPage } from '../support/compose-page';

afterEach(closePages);

it.each([
  [
    'contact form',
    '<form><label>Your name <input name="name"></label><label>Email <input type="email" name="email"></label><label>Subject <input name="subject"></label><textarea name="message" style="height:200px"></textarea><button>Send</button></form>',
  ],
  [
    'chat',
    '<div><label>To <input aria-label="To"></label><div contenteditable="true" role="textbox" aria-label="Type a message" style="height:60px"></div><button>Send</button></div>',
  ],
  [
    'signature editor',
    '<form><label>Identity <input name="from"></label><textarea name="signature" style="height:200px"></textarea><button>Save</button></form>',
  ],
  [
    'advanced search beside an answer box',
    '<form role="search"><input aria-label="From"><input aria-label="To"><input aria-label="Subject"><button>Search</button></form><textarea style="height:90px" placeholder="Write a comment"></textarea><button>Send</button>',
  ],
  ['login', '<form><input name="user"><input type="password"><button>Log in</button></form>'],
])('sees no compose in a %s', (_name, html) => {
  const page = openPage(`<!doctype html><body>${html}`);
  expect(anyWebmail.recognises?.(page)).toBe(false);
});

/** Pages that ask for people and for text, and send no mail. */
const rich = (label: string) =>
  `<div contenteditable="true" role="textbox" aria-multiline="true" aria-label="${label}" style="min-height:180px;width:600px">Text</div>`;
it.each([
  [
    'calendar invitation',
    `<div role="dialog" aria-label="New event"><input aria-label="Add a title" value="Team meeting"><div><label>Invite attendees <input role="combobox"></label><label>Optional attendees <input role="combobox"></label></div><input aria-label="Location"><input type="date"><input type="date">${rich('Description')}<button>Send</button></div>`,
  ],
  [
    'calendar invitation in which the fields are called To and Subject',
    `<form><label>To <input name="attendees"></label><label>Subject <input name="title"></label><label>Location <input name="location"></label><label>Start <input type="datetime-local" name="start"></label><label>End <input type="datetime-local" name="end"></label><label>All day <input type="checkbox"></label>${rich('Notes')}<button>Send invitation</button></form>`,
  ],
  [
    'rule editor',
    '<form><h2>New filter</h2><label>Filter name <input name="filter_name"></label><label>From <input name="filter_from"></label><label>To <input name="filter_to"></label><label>Subject <input name="filter_subject"></label><label>Has the words <textarea name="words" style="height:120px"></textarea></label><button>Create filter</button></form>',
  ],
  [
    'rule editor without names',
    '<form><h2>Regel bearbeiten</h2><label>Von <input></label><label>An <input></label><label>Cc <input></label><label>Betreff <input></label><label>Text <textarea style="height:120px"></textarea></label><button>Speichern</button></form>',
  ],
  [
    'search by field',
    '<div role="search"><label>From <input></label><label>To <input></label><label>Cc <input></label><label>Subject <input></label><label>Has the words <textarea rows="4"></textarea></label><button>Search</button></div>',
  ],
  [
    'search by field without the role',
    '<form><label>From <input></label><label>To <input></label><label>Subject <input></label><label>Body <textarea rows="4"></textarea></label><button type="submit">Search</button></form>',
  ],
  [
    'vacation reply',
    `<form><h2>Out of office</h2><label>From <input type="date"></label><label>To <input type="date"></label><label>Subject <input name="vacation_subject"></label>${rich('Message')}<label><input type="checkbox"> Send to contacts only</label><button>Save changes</button></form>`,
  ],
  [
    'identity and signature',
    `<form><label>Display name <input name="name"></label><label>Email <input name="email"></label><label>Reply-To <input name="reply-to"></label><label>Bcc <input name="bcc"></label>${rich('Signature')}<button>Save</button></form>`,
  ],
  [
    'issue tracker',
    '<form><label>Summary <input name="short_desc"></label><label>Assignee <input name="assigned_to"></label><label>CC <input name="cc"></label><textarea name="comment" style="height:200px"></textarea><button>Submit bug</button></form>',
  ],
  [
    'comment on an issue',
    `<div><aside><label>Assign to <input name="assignee"></label><label>Labels <input></label></aside>${rich('Add a comment')}<button>Comment</button></div>`,
  ],
  [
    'contact editor',
    '<form><label>First name <input></label><label>Last name <input></label><label>Email <input name="email"></label><label>Phone <input></label><label>Notes <textarea style="height:160px"></textarea></label><button>Save</button></form>',
  ],
  [
    'contact form that asks for a copy',
    '<form><label>Your name <input name="name"></label><label>Your email <input name="email"></label><label>Subject <input name="subject"></label><textarea name="message" style="height:200px"></textarea><label><input type="checkbox" name="copy"> Send me a copy</label><button>Send</button></form>',
  ],
  [
    'contact form for a department',
    '<form><label>To <select name="department"><option>Enquiries</option><option>Complaints</option></select></label><label>From <input type="email" name="from"></label><label>Subject <input name="subject"></label><textarea name="message" style="height:200px"></textarea><button>Send</button></form>',
  ],
  [
    'list subscription',
    '<form><label>Email <input name="email"></label><label>Name <input></label><textarea name="reason" rows="6"></textarea><button>Subscribe</button></form>',
  ],
  [
    'forwarding setting',
    '<form><label>Forward to <input name="forward_to"></label><label><input type="checkbox"> Keep a copy</label><textarea name="script" rows="12"></textarea><button>Save</button></form>',
  ],
  [
    'bank transfer',
    '<form><label>From <select><option>Current account</option></select></label><label>To <input name="payee"></label><label>Amount <input type="number"></label><label>Reference <input></label><textarea rows="4" aria-label="Message"></textarea><button>Send</button></form>',
  ],
  [
    'translation',
    '<div><label>From <select><option>English</option></select></label><label>To <input value="Welsh"></label><textarea style="height:200px"></textarea><textarea style="height:200px" readonly></textarea><button>Translate</button></div>',
  ],
  [
    'chat with a new person',
    `<div><div><span>To:</span><input placeholder="Enter name, email, group or tag"></div>${rich('Type a message')}<button aria-label="Send">S</button></div>`,
  ],
  [
    'message being read, with a quick search above',
    `<header><form role="search"><input aria-label="Search mail"></form></header><article><h2>Subject line</h2><div>From: <span title="ann@outside.example">Ann</span></div><div>To: <span title="jane@x.example">Jane</span></div><div>Cc: <span title="tom@x.example">Tom</span></div><iframe style="width:600px;height:300px"></iframe></article><div><textarea placeholder="Add a private note" style="height:100px"></textarea><button>Save note</button></div>`,
  ],
])('sees no compose in: %s', (_name, html) => {
  const page = openPage(`<!doctype html><body>${html}`);
  expect(anyWebmail.surfaces.compose?.find(page)).toEqual([]);
});
