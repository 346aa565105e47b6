/**
 * Pages on which nobody writes a mail, written down before the reading was run on them (2026-11): what asks for people, for a text, or for both,
 * and the other pages of a webmail. Hand-made; in the languages of `unseen-webmail.ts`, with random classes and mostly without names that programs gave.
 */
import { noise } from '../support/compose-page';
import type { Words } from './unseen-webmail';

const rich = (label = ''): string =>
  `<div class="${noise()}"><div contenteditable="true" role="textbox" aria-multiline="true" aria-label="${label}" style="min-height:160px;width:600px">Hello</div></div>`;
const area = (attributes = ''): string => `<textarea ${attributes} style="width:600px;height:160px">Hello</textarea>`;
const field = (label: string, attributes = ''): string => `<div class="${noise()}"><label>${label} <input ${attributes}></label></div>`;
const button = (text: string, type = 'button'): string => `<button type="${type}" class="${noise()}">${text}</button>`;
const chip = (name: string, address: string): string =>
  `<span class="${noise()}" title="${address}">${name}<button aria-label="Remove"><svg></svg></button></span>`;
const folders = '<nav><a href="#">Inbox (3)</a><a href="#">Sent</a><a href="#">Drafts</a><a href="#">Trash</a></nav>';
const rows = ['ann', 'kim', 'lou'].map((name) => `<div role="row"><span title="${name}@x.example">${name}</span><span>Plan</span></div>`).join('');

export const silent: readonly { readonly name: string; readonly html: (words: Words) => string }[] = [
  { name: 'inbox', html: (words) => `${folders}${button(words.body)}<div role="grid">${rows}</div><input type="search" placeholder="${words.search}">` },
  {
    name: 'inbox with a bar to search by field',
    html: (words) =>
      `${folders}<div class="${noise()}">${field(words.search)}<div>${field(words.from)}${field(words.to)}${field(words.subject)}${area(`aria-label="${words.body}"`)}${button(words.search)}</div></div><div role="grid">${rows}</div>`,
  },
  {
    name: 'open message',
    html: (words) =>
      `${folders}<main><h2>Plan</h2><div><span title="ann@outside.example">Ann Other</span> <time>10:15</time></div><div><span>${words.to}:</span> <span title="jane@x.example">Jane</span></div><div><span>${words.cc}:</span> <span title="tom@x.example">Tom</span></div><iframe style="width:600px;height:300px"></iframe>${button('Reply')}${button('Forward')}</main>`,
  },
  {
    name: 'open message with a note beside it',
    html: (words) =>
      `${folders}<main><h2>Plan</h2><div><span>${words.from}:</span> <span title="ann@outside.example">Ann Other</span></div><div><span>${words.to}:</span> <span title="jane@x.example">Jane</span></div><p>Hello</p></main><aside>${area('placeholder="Private note"')}${button(words.save)}</aside>`,
  },
  {
    name: 'message trace of an administrator',
    html: (words) =>
      `<h1>Mail log</h1>${field(words.from)}${field(words.to)}${field(words.subject)}${area('placeholder="Message-Id, one a line"')}${button(words.search)}<table><tr><td>ann@outside.example</td><td>jane@x.example</td><td>Plan</td></tr></table>`,
  },
  {
    name: 'signature',
    html: (words) =>
      `<h2>${words.save}</h2>${field(words.from, 'value="Jane Smith"')}<h3>Signature</h3>${rich('Signature')}${button(words.save)}${button(words.discard)}`,
  },
  {
    name: 'identity',
    html: (words) =>
      `<form>${field('Name')}${field('Email', 'type="email" value="jane@x.example"')}${field('Reply-To')}${field(words.bcc)}${rich('Signature')}${button(words.save, 'submit')}</form>`,
  },
  {
    name: 'filter',
    html: (words) =>
      `<form><h2>Filter</h2>${field(words.from)}${field(words.to)}${field(words.cc)}${field(words.subject)}${area('aria-label="Words"')}<label><input type="checkbox"> Forward</label>${button(words.save, 'submit')}${button(words.discard)}</form>`,
  },
  {
    name: 'filter that answers',
    html: (words) =>
      `<form><h2>Rule</h2><select><option>${words.from}</option></select>${field(words.to)}<fieldset><legend>Answer</legend>${field(words.subject)}${rich(words.body)}</fieldset>${button(words.save, 'submit')}</form>`,
  },
  {
    name: 'vacation with dates as text',
    html: (words) =>
      `<form><h2>Out of office</h2>${field(words.from, 'placeholder="dd/mm/yyyy" class="datepicker"')}${field(words.to, 'placeholder="dd/mm/yyyy" class="datepicker"')}${field(words.subject)}${rich(words.body)}${button(words.save, 'submit')}</form>`,
  },
  {
    name: 'template',
    html: (words) =>
      `<form><h2>Template</h2>${field('Name', 'value="Welcome"')}${field(words.to, 'value="{{email}}"')}${field(words.cc)}${field(words.subject, 'value="Welcome"')}${rich(words.body)}${button(words.save, 'submit')}</form>`,
  },
  {
    name: 'campaign',
    html: (words) =>
      `<form><h2>Newsletter</h2><label>${words.to} <select><option>All subscribers (1204)</option></select></label>${field(words.from, 'value="News"')}${field(words.subject)}${field('Preview text')}${rich()}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'invitation to a meeting',
    html: (words) =>
      `<div role="dialog">${field('Title')}<div><label>Guests</label>${chip('Ann', 'ann@outside.example')}<input role="combobox"></div>${field('Location')}<input type="datetime-local"><input type="datetime-local">${rich('Description')}${button(words.send)}</div>`,
  },
  {
    name: 'invitation with To and a subject',
    html: (words) =>
      `<div role="dialog"><div><label>${words.to}</label>${chip('Ann', 'ann@outside.example')}<input></div>${field(words.subject)}${field('Location')}<div><input value="03/11/2026" aria-label="Start date"><input value="10:00" aria-label="Start time"><input value="03/11/2026" aria-label="End date"><input value="11:00" aria-label="End time"></div>${rich(words.body)}${button(words.send)}</div>`,
  },
  {
    name: 'calendar of a webmail, optional guests',
    html: (words) =>
      `<form><input placeholder="Add title"><input type="date"><input type="time"><label>All day <input type="checkbox"></label>${field(words.to)}${field(`${words.cc}`)}${area()}${button(words.save)}${button(words.send)}</form>`,
  },
  {
    name: 'new chat',
    html: (words) =>
      `<div><span>${words.to}:</span><input placeholder="Name"></div><div class="${noise()}"><div contenteditable="true" role="textbox" aria-label="${words.body}" style="min-height:40px;width:600px"></div>${button('', 'submit')}<button aria-label="${words.send}"><svg></svg></button></div>`,
  },
  {
    name: 'chat beside a mailbox',
    html: (words) =>
      `${folders}<div role="grid">${rows}</div><aside><div>Ann Other</div><div contenteditable="true" role="textbox" aria-label="${words.body}" style="min-height:60px"></div><button aria-label="${words.send}"><svg></svg></button></aside>`,
  },
  { name: 'channel post with a subject', html: (words) => `<div>${field(words.subject)}${rich('Type a message')}${button(words.send)}</div>` },
  { name: 'assistant', html: (words) => `<main>${area('placeholder="Ask anything"')}<button aria-label="${words.send}"><svg></svg></button></main>` },
  {
    name: 'comment with people named in it',
    html: (words) =>
      `<article>Text</article><div>${rich('Comment')}<div role="listbox" style="position:absolute"><div role="option">Ann Other ann@outside.example</div></div>${button(words.send)}</div>`,
  },
  {
    name: 'share a document',
    html: (words) =>
      `<div role="dialog" aria-label="Share"><div><label>Add people and groups</label>${chip('Ann', 'ann@outside.example')}<input role="combobox" aria-label="Add people and groups"></div><label><input type="checkbox" checked> Notify people</label>${area(`placeholder="${words.body}"`)}${button(words.send)}</div>`,
  },
  {
    name: 'invite to a workspace',
    html: (words) =>
      `<div role="dialog"><h2>Invite</h2>${field(words.to, 'placeholder="name@company.example"')}${area('placeholder="Add a note"')}${button(words.send)}</div>`,
  },
  {
    name: 'review of code',
    html: (words) =>
      `<div role="dialog"><div><label>Reviewers</label>${chip('Ann', 'ann@outside.example')}<input></div><div><label>CC</label><input aria-label="CC"></div>${area('placeholder="Say something nice…"')}${button('Cancel')}${button(words.send)}</div>`,
  },
  {
    name: 'issue with people to copy',
    html: (words) => `<form>${field('Summary')}${field('Assignee')}${field('CC')}${area(`aria-label="Description"`)}${button(words.save, 'submit')}</form>`,
  },
  {
    name: 'request to a help centre',
    html: (words) =>
      `<form>${field('Your email address', 'type="email"')}${field('CC')}${field(words.subject)}${area('aria-label="Description"')}<label>${words.attach} <input type="file"></label><input type="submit" value="Submit"></form>`,
  },
  {
    name: 'contact form',
    html: (words) =>
      `<form>${field('Name')}${field('Email', 'type="email"')}${field(words.subject)}${area(`aria-label="${words.body}"`)}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'contact form with a copy for oneself',
    html: (words) =>
      `<form>${field('Name')}${field('Email', 'type="email"')}${field(words.subject)}${area()}<label><input type="checkbox" name="cc"> ${words.cc}</label>${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'contact form with a department',
    html: (words) =>
      `<form><label>${words.to} <select><option>Sales</option><option>Support</option></select></label>${field(words.from, 'type="email"')}${field(words.subject)}${area()}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'sign up',
    html: (words) =>
      `<form>${field('Name')}${field('Email', 'type="email"')}<input type="password">${area('aria-label="About you"')}${button(words.send, 'submit')}</form>`,
  },
  { name: 'sign in', html: (words) => `<form>${field('Email', 'type="email"')}<input type="password">${button(words.send, 'submit')}</form>` },
  {
    name: 'gift card',
    html: (words) =>
      `<form>${field('Amount')}${field(words.to, 'type="email"')}${field(words.from)}${area(`aria-label="${words.body}"`)}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'leave request',
    html: (words) =>
      `<form><h2>Leave</h2>${field(words.from, 'value="03/11/2026"')}${field(words.to, 'value="05/11/2026"')}${field(words.subject, 'value="Annual leave"')}${area('aria-label="Reason"')}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'journey',
    html: (words) =>
      `<form>${field(words.from, 'value="Leeds"')}${field(words.to, 'value="York"')}${area('aria-label="Wishes"')}${button(words.search, 'submit')}</form>`,
  },
  {
    name: 'text message',
    html: (words) => `<form>${field(words.to, 'type="tel" value="07700 900123"')}${area(`aria-label="${words.body}"`)}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'article in a content system',
    html: (words) =>
      `<form>${field('Title')}${field(words.from, 'value="Jane Smith"')}${rich('Content')}${field('Excerpt')}${button(words.save)}${button('Publish', 'submit')}</form>`,
  },
  { name: 'wiki page', html: (words) => `<form>${area('name="wpTextbox1"')}${field(words.subject, 'name="wpSummary"')}${button(words.save, 'submit')}</form>` },
  {
    name: 'payment',
    html: (words) =>
      `<form>${field(words.from, 'value="Current account"')}${field(words.to, 'value="Brown Ltd"')}${field('Amount')}${area(`aria-label="${words.body}"`)}${button(words.send, 'submit')}</form>`,
  },
  {
    name: 'contact in an address book',
    html: (words) =>
      `<form>${field('Name')}${field('Email', 'value="ann@outside.example"')}${area('aria-label="Notes"')}${button(words.save, 'submit')}${button(words.body)}</form>`,
  },
  {
    name: 'translation',
    html: (words) =>
      `<div><label>${words.from} <input value="English"></label><label>${words.to} <input value="Cymraeg"></label>${area()}${area('readonly')}${button('Go')}</div>`,
  },
];
