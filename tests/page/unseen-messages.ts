/**
 * Open messages of products that the reading was not tuned on, and pages that look as if they showed one, written down before the reading was run on them
 * (2026-11). Hand-made after what is publicly known of each product's structure; see `unseen-webmail.ts`, whose languages they use.
 */
import { noise } from '../support/compose-page';
import type { Words } from './unseen-webmail';

interface MessageWords {
  readonly reply: string;
  readonly forward: string;
  readonly date: string;
}
const more: Readonly<Record<string, MessageWords>> = {
  English: { reply: 'Reply', forward: 'Forward', date: 'Date' },
  German: { reply: 'Antworten', forward: 'Weiterleiten', date: 'Datum' },
  Portuguese: { reply: 'Responder', forward: 'Encaminhar', date: 'Data' },
  Welsh: { reply: 'Ateb', forward: 'Anfon ymlaen', date: 'Dyddiad' },
};
const of = (words: Words): Words & MessageWords => ({ ...words, ...(more[words.language] ?? { reply: 'Reply', forward: 'Forward', date: 'Date' }) });

const words = '<p>Dear Jane,</p><p>the plan is ready. Look at <a href="https://files.outside.example/plan">the plan</a> before noon.</p><p>Regards, Ann</p>';
const quoted = `${words}<blockquote><div>From: Zoe &lt;zoe@x.example&gt;</div><div>To: Kim &lt;kim@x.example&gt;</div><p>Earlier words.</p></blockquote>`;
const list =
  '<nav><a href="#">Inbox</a><a href="#">Sent</a></nav><div role="listbox"><div role="option"><span title="zoe@x.example">Zoe</span> <span>Plan</span> <time>9:05</time></div><div role="option"><span title="kim@x.example">Kim</span> <span>Lunch</span></div></div>';
const page = (inner: string): string =>
  `<!doctype html><title>Mail</title><body><header><button aria-label="jane.smith@justice.example">JS</button></header>${list}${inner}</body>`;

export interface UnseenMessage {
  readonly name: string;
  readonly html: (words: Words) => string;
  /** Written into the frames of the page. */
  readonly frame?: string;
  readonly from: string;
  readonly to: readonly string[];
}

const ann = 'ann@outside.example';
const jane = 'jane.smith@justice.example';

export const unseenMessages: readonly UnseenMessage[] = [
  {
    name: 'Fastmail',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<main class="v-Thread"><h1>Plan</h1><div class="v-Message"><div class="v-Message-header"><div class="v-Avatar" aria-hidden="true">AO</div><div class="${noise()}"><button class="v-Message-from" title="${ann}"><span>Ann Other</span> <span>&lt;${ann}&gt;</span></button><time class="v-Message-time">10:15</time></div><div class="v-Message-recipients"><span>${to}</span> <button title="${jane}">Jane Smith</button></div></div><div class="v-Message-body">${quoted}</div><div><button>${reply}</button><button>${forward}</button></div></div></main>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'Zoho Mail',
    html: (given) => {
      const { from, to, reply, forward } = of(given);
      return page(
        `<div class="zmPCnt ${noise()}"><div class="${noise()}"><b>Plan</b></div><div class="zmMHdr"><div><span>${from}:</span> <span data-email="${ann}">Ann Other</span></div><div><span>${to}:</span> <span data-email="${jane}">Jane Smith</span></div><div>03 Nov 2026 10:15</div></div><div class="zmMailContent" id="zmail-body">${words}</div><div><span role="button" tabindex="0">${reply}</span><span role="button" tabindex="0">${forward}</span></div></div>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'GMX family',
    html: (given) => {
      const { from, to, reply, forward, date } = of(given);
      return page(
        `<div class="mail-detail"><div class="toolbar"><button>${reply}</button><button>${forward}</button></div><div class="mail-header"><dl><dt>${from}:</dt><dd><span title="${ann}">"Ann Other" &lt;${ann}&gt;</span></dd><dt>${to}:</dt><dd><span>${jane}</span></dd><dt>${date}:</dt><dd>03.11.2026 10:15</dd></dl></div><iframe id="mail-detail" style="width:640px;height:300px"></iframe></div>`,
      );
    },
    frame: words,
    from: ann,
    to: [jane],
  },
  {
    name: 'mail.ru',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<div class="letter"><div class="letter__header"><h2 class="thread-subject">Plan</h2><div class="letter__author"><span class="letter-contact" title="${ann}">Ann Other</span><div class="letter__date">10:15</div></div><div class="letter__recipients"><span>${to}:</span> <span class="letter-contact" title="${jane}">Jane Smith</span></div></div><div class="letter-body"><div class="letter-body__body">${words}</div></div><div><span class="button2" role="button" title="${reply}"></span><span class="button2" role="button" title="${forward}"></span></div></div>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'SOGo',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<md-card class="sg-message"><div layout="row"><md-button aria-label="${reply}"><md-icon>reply</md-icon></md-button><button aria-label="${reply}"></button><button aria-label="${forward}"></button></div><h5 class="sg-md-title">Plan</h5><div class="sg-tile-content"><div><a class="sg-sender" href="mailto:${ann}">Ann Other</a><span>10:15</span></div><div><span>${to}</span> <md-chips><md-chip><a href="mailto:${jane}">Jane Smith</a></md-chip></md-chips></div></div><md-card-content class="msg-body"><div class="mailer_htmlcontent">${words}</div></md-card-content></md-card>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'SnappyMail',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<div id="rl-sub-right"><div class="messageView"><div class="top-toolbar"><a class="btn" data-tooltip="${reply}" title="${reply}"><i class="fontastic">←</i></a><a class="btn" title="${forward}"><i class="fontastic">→</i></a></div><div class="messageItemHeader"><div class="subjectParent"><span class="subject">Plan</span></div><div class="informationShort"><span class="from" title="Ann Other &lt;${ann}&gt;">Ann Other</span><time class="date">10:15</time></div><div class="informationFull"><span>${to}:</span> <span title="${jane}">Jane Smith &lt;${jane}&gt;</span></div></div><div class="bodyText html">${words}</div></div></div>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'Kopano WebApp',
    html: (given) => {
      const { from, to, reply, forward } = of(given);
      return page(
        `<div class="x-panel previewpanel"><div class="x-toolbar"><button type="button">${reply}</button><button type="button">${forward}</button></div><div class="preview-header"><div class="preview-title">Plan</div><div class="preview-from"><span class="preview-header-label">${from}:</span><span class="zarafa-presence">Ann Other &lt;${ann}&gt;</span></div><div class="preview-sentdate">3/11/2026 10:15</div><div class="preview-to"><span>${to}:</span><span>Jane Smith &lt;${jane}&gt;</span></div></div><iframe class="preview-iframe" style="width:640px;height:300px"></iframe></div>`,
      );
    },
    frame: words,
    from: ann,
    to: [jane],
  },
  {
    name: 'Cypht',
    html: (given) => {
      const { from, to, reply, forward, date, subject } = of(given);
      return page(
        `<div class="msg_text"><div><a class="reply_link hlink" href="#">${reply}</a> | <a class="forward_link hlink" href="#">${forward}</a></div><table class="msg_headers"><tr class="header_subject"><th colspan="2">${subject}: Plan</th></tr><tr class="header_date"><th>${date}</th><td>3 Nov 2026 10:15</td></tr><tr class="header_from"><th>${from}</th><td>Ann Other &lt;${ann}&gt;</td></tr><tr class="header_to"><th>${to}</th><td>Jane Smith &lt;${jane}&gt;</td></tr></table><div class="msg_text_inner">${words}</div></div>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'Hey',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<article class="entry" id="entry_1"><header class="entry__header"><h2><a href="#" title="${ann}">Ann Other</a> <span class="entry__email">${ann}</span></h2><time datetime="2026-11-03T10:15">10:15</time><details><summary>${to} Jane</summary><a title="${jane}">${jane}</a></details></header><div class="entry__content"><message-content><template shadowrootmode="open"><div class="trix-content">${words}</div></template></message-content></div><footer><a role="button" href="#">${reply}</a><a role="button" href="#">${forward}</a></footer></article>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'Zimbra modern',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<div class="zimbra-client_viewer_${noise()}"><div class="zimbra-client_header_${noise()}"><div class="zimbra-client_from_${noise()}"><a href="mailto:${ann}">Ann Other</a></div><time>10:15</time><div class="zimbra-client_to_${noise()}"><span>${to}:</span> <a href="mailto:${jane}">Jane Smith</a></div></div><div class="zimbra-client_mail-body_${noise()}"><iframe style="width:640px;height:300px"></iframe></div><div><button>${reply}</button><button>${forward}</button></div></div>`,
      );
    },
    frame: words,
    from: ann,
    to: [jane],
  },
  {
    name: 'Outlook Web App 2016',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<div role="main" aria-label="Reading pane"><div class="_rp_${noise()}"><div role="heading">Plan</div><div class="_rp_${noise()}"><span role="button" aria-label="Ann Other &lt;${ann}&gt;">Ann Other &lt;${ann}&gt;</span><span class="_${noise()}">Tue 03/11/2026 10:15</span></div><div><span>${to}:</span> <span role="button" title="${jane}">Jane Smith &lt;${jane}&gt;</span></div><div role="toolbar"><button aria-label="${reply}"></button><button aria-label="${forward}"></button></div></div><div role="document" class="_rp_${noise()}"><div id="Item.MessageUniqueBody">${words}</div></div></div>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'Yandex Mail',
    html: (given) => {
      const { to, reply, forward } = of(given);
      return page(
        `<div class="qa-MessageViewer-Root ${noise()}"><div class="MessageViewerHeader"><h1>Plan</h1><div class="qa-MessageViewer-SenderName" title="${ann}">Ann Other</div><div class="qa-MessageViewer-SenderEmail">${ann}</div><div class="qa-MessageViewer-Recipients"><span>${to}:</span><span title="${jane}">Jane Smith</span></div><div class="MessageViewerDate">10:15</div></div><div class="MessageBody_body_${noise()} js-message-body-content mail-Message-Body-Content">${words}</div><div><button>${reply}</button><button>${forward}</button></div></div>`,
      );
    },
    from: ann,
    to: [jane],
  },
  {
    name: 'mox',
    html: (given) => {
      const { from, to, reply, forward, date, subject } = of(given);
      return page(
        `<div class="${noise()}"><div><button>${reply}</button> <button>${forward}</button></div><table><tr><td>${from}:</td><td><span>Ann Other</span> &lt;<span>${ann}</span>&gt;</td></tr><tr><td>${date}:</td><td>10:15</td></tr><tr><td>${to}:</td><td>Jane Smith &lt;${jane}&gt;</td></tr><tr><td>${subject}:</td><td>Plan</td></tr></table><div class="${noise()}"><iframe title="HTML version" style="width:640px;height:300px"></iframe></div></div>`,
      );
    },
    frame: words,
    from: ann,
    to: [jane],
  },
];

const entry = (name: string, text = 'Some words about the plan, and what to do next about it.'): string =>
  `<div class="${noise()}"><span title="${name}@x.example">${name}</span> <time>10:15</time><p>${text}</p></div>`;

/** Pages that show people, times and texts, and no mail that is open. */
export const noMessages: readonly { readonly name: string; readonly html: (words: Words) => string }[] = [
  { name: 'list with previews', html: () => page('') },
  { name: 'list of threads as articles', html: () => `<main>${['ann', 'kim', 'lou'].map((name) => `<article>${entry(name)}</article>`).join('')}</main>` },
  {
    name: 'forum thread',
    html: (given) =>
      `<main><h1>Plan</h1>${['ann', 'kim'].map((name) => `<article>${entry(name)}<button>${of(given).reply}</button></article>`).join('')}</main>`,
  },
  {
    name: 'news article',
    html: () =>
      `<article><header><h1>Plan</h1><address>By <a rel="author" href="/ann">Ann Other</a></address><time>10:15</time></header><div class="article-body">${words}</div><a href="mailto:ann@outside.example">Write to us</a></article>`,
  },
  {
    name: 'comments below a picture',
    html: (given) =>
      `<main><img alt="A hill" width="600" height="300">${['ann', 'kim'].map((name) => `<div>${entry(name)}<a href="#">${of(given).reply}</a></div>`).join('')}</main>`,
  },
  {
    name: 'chat',
    html: (given) =>
      `<main><div role="log">${['ann', 'kim'].map((name) => `<div role="listitem">${entry(name)}<button aria-label="${of(given).reply}"></button><button aria-label="${of(given).forward}"></button></div>`).join('')}</div></main>`,
  },
  {
    name: 'contact card',
    html: (given) =>
      `<section><h2>Ann Other</h2><dl><dt>Email</dt><dd><a href="mailto:${ann}">${ann}</a></dd><dt>Phone</dt><dd>020 7946 0000</dd></dl><button>${given.send}</button></section>`,
  },
  {
    name: 'calendar entry',
    html: (given) =>
      `<section role="dialog"><h2>Team meeting</h2><div>3 Nov 2026 10:15 – 11:00</div><div>Organiser: <span title="${ann}">Ann Other</span></div><div>Guests: <span title="${jane}">Jane</span></div><p>Agenda and more words about it.</p><button>${of(given).reply}</button></section>`,
  },
  {
    name: 'print of a message',
    html: (given) =>
      `<body><h1>Plan</h1><table><tr><th>${given.from}:</th><td>Ann Other &lt;${ann}&gt;</td></tr><tr><th>${given.to}:</th><td>${jane}</td></tr></table><div>${words}</div>`,
  },
  {
    name: 'compose with a quoted message in it',
    html: (given) =>
      `<form><label>${given.to} <input name="to"></label><label>${given.cc} <input name="cc"></label><label>${given.subject} <input name="subject"></label><div contenteditable="true" style="min-height:200px">${quoted}</div><button>${given.send}</button></form>`,
  },
  {
    name: 'help about mail headers',
    html: () =>
      `<article><h1>How to read a header</h1><p>A header looks like this:</p><pre>From: Ann Other &lt;${ann}&gt;\nTo: ${jane}\nSubject: Plan</pre><p>Press Reply to answer.</p><a href="#">Next</a></article>`,
  },
];
