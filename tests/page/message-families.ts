/**
 * Open messages as the documented signals of each product describe them (`research/webmail-dom.md`; names from the products' own sources where they are public).
 * Hand-made: proves that the signals are read, not that the products still have them. Class names that rotate are made anew on every call.
 */
import type { DomSite } from '../../page/site';
import gmail from '../../sites/gmail';
import horde from '../../sites/horde';
import nextcloud from '../../sites/nextcloud-mail';
import ox from '../../sites/open-xchange';
import outlook from '../../sites/outlook-web';
import proton from '../../sites/proton-mail';
import roundcube from '../../sites/roundcube';
import tuta from '../../sites/tuta';
import yahoo from '../../sites/yahoo-mail';
import zimbra from '../../sites/zimbra';
import { noise } from '../support/compose-page';

export interface MessageFamily {
  readonly name: string;
  readonly site: DomSite;
  readonly html: () => string;
  /** Written into the frames of the page. */
  readonly frame?: string;
  readonly to: readonly string[];
}

export const text = '<p>Dear Jane, look at <a href="https://files.evil.example/x">https://www.justice.example/login</a>.</p>';
const list = `<div role="main"><table role="grid">${['zoe', 'kim', 'lou', 'max', 'sue'].map((name) => `<tr role="row"><td role="gridcell"><span email="${name}@x.example" title="${name}@x.example">${name}</span></td><td>Plan for the day</td><td title="3 Nov 2026 10:15">10:15</td></tr>`).join('')}</table></div>`;

export const messageFamilies: readonly MessageFamily[] = [
  {
    name: 'gmail',
    site: gmail,
    to: ['me <jane.smith@justice.example>'],
    html: () =>
      `<title>Plan - jane.smith@justice.example - Gmail</title><header role="banner"><a aria-label="Google Account: Jane (jane.smith@justice.example)"></a></header>${list}<div role="main"><h2 class="hP">Plan</h2><div role="list"><div role="listitem"><div class="adn ads" data-message-id="#msg-f:1" data-legacy-message-id="18a"><div class="${noise()}"><h3 class="iw"><span class="qu" role="gridcell"><span email="ann@outside.example" name="Ann Other" class="gD"><span>Ann Other</span></span> <span class="go">&lt;ann@outside.example&gt;</span></span></h3><span class="g3" title="3 Nov 2026, 10:15">10:15</span><div role="button" data-tooltip="Reply" aria-label="Reply" class="${noise()}"></div><div class="${noise()}"><span class="hb">to <span email="jane.smith@justice.example" name="me" class="g2">me</span></span></div></div><div class="ii gt"><div class="a3s aiL ">${text}</div></div></div></div></div><span class="ams" role="link">Forward</span></div>`,
  },
  {
    name: 'outlook-web',
    site: outlook,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div id="primaryMailboxRoot_1" role="treeitem" data-folder-name="jane.smith@justice.example" title="jane.smith@justice.example">Jane</div><div id="MailList"><div role="listbox"><div role="option"><span title="zoe@x.example">Zoe</span> 10:15</div></div></div><div role="main" data-app-section="MailReadCompose"><div class="${noise()}"><div class="wide-content-host"><div class="${noise()}"><span role="region"><span aria-label="Von: Ann Other&lt;ann@outside.example&gt;" tabindex="0"><span>Ann Other&lt;ann@outside.example&gt;</span></span></span><div role="toolbar" aria-label="Nachrichtenaktionen"><button role="menuitem" aria-label="Antworten"><i data-icon-name="ArrowReplyRegular"></i></button><button role="menuitem" aria-label="Weiterleiten"><i data-icon-name="ArrowForwardRegular"></i></button></div></div><div class="${noise()}"><div data-testid="RecipientWell"><span>An: jane.smith@justice.example</span></div></div><div role="document"><div id="UniqueMessageBody_2" aria-label="Nachrichtentext"><div>${text}</div></div></div></div></div></div>`,
  },
  {
    name: 'roundcube',
    site: roundcube,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div id="toolbar"><a class="reply" role="button" href="#">Reply</a><a class="forward" role="button" href="#">Forward</a></div><div id="messageheader"><h2 class="subject">Plan</h2><table class="headers-table"><tr><td class="header-title">From</td><td class="header from"><span class="adr"><a href="mailto:ann@outside.example" class="rcmContactAddress" title="ann@outside.example">Ann Other</a></span></td></tr><tr><td class="header-title">To</td><td class="header to"><span class="adr"><a href="mailto:jane.smith@justice.example" class="rcmContactAddress" title="jane.smith@justice.example">jane.smith@justice.example</a></span></td></tr><tr><td class="header-title">Date</td><td class="header date">2026-11-03 10:15</td></tr></table></div><div id="messagebody"><div id="message-htmlpart1" class="message-htmlpart"><div class="rcmBody">${text}</div></div></div>`,
  },
  {
    name: 'proton-mail',
    site: proton,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<button data-testid="heading:userdropdown" title="Jane <jane.smith@justice.example>"></button><article data-testid="message-view-0"><div class="${noise()}"><div data-testid="recipients:sender"><span role="button" data-testid="recipient:details-dropdown-ann@outside.example"><span>Ann Other</span></span></div><div data-testid="message-header:to"><span>To: </span><span role="button" data-testid="recipient:details-dropdown-jane.smith@justice.example">jane.smith@justice.example</span></div><time datetime="2026-11-03T10:15">10:15</time><button data-testid="message-view:reply" aria-label="Reply"></button></div><div class="message-content"><iframe data-testid="content-iframe" width="600" height="200"></iframe></div></article>`,
    frame: `<div id="proton-root">${text}</div>`,
  },
  {
    name: 'nextcloud-mail',
    site: nextcloud,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div class="app-content-details"><div class="envelope"><div class="envelope__header"><div class="envelope__header__left__sender-subject-tags"><a class="sender" title="ann@outside.example">Ann Other</a></div><span title="3 Nov 2026 10:15">Tue</span><div class="recipient-to"><span>To:</span> <span title="jane.smith@justice.example">jane.smith@justice.example</span></div><button aria-label="Reply"></button></div><div class="mail-message-body"><iframe class="message-frame" width="600" height="200"></iframe></div></div></div>`,
    frame: text,
  },
  {
    name: 'open-xchange',
    site: ox,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div class="mail-detail-pane"><article class="mail-item mail-detail expanded"><section class="detail-view-header"><div class="from"><a role="button" class="halo-link person-link person-from" title="ann@outside.example"><span>Ann Other</span></a></div><time class="date">10:15</time><div class="recipients"><span class="io-ox-label">To:</span> <a class="person-link" title="jane.smith@justice.example">jane.smith@justice.example</a></div><button data-action="io.ox/mail/actions/reply" aria-label="Reply"></button></section><section class="body"><iframe class="mail-detail-frame" width="600" height="200"></iframe></section></article></div>`,
    frame: `<body class="mail-detail-content">${text}</body>`,
  },
  {
    name: 'horde',
    site: horde,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div id="msgData"><div class="dimpActions"><a id="reply_link">Reply</a><a id="forward_link">Forward</a></div><div class="msgHeaders"><div id="msgHeadersColl"><table><tr><td class="label">From:</td><td id="msgHeaderFrom"><a title="ann@outside.example">Ann Other</a></td></tr><tr><td class="label">To:</td><td><a title="jane.smith@justice.example">jane.smith@justice.example</a></td></tr><tr><td class="label">Date:</td><td>10:15</td></tr></table></div></div><div id="messageBody" class="messageBody">${text}</div></div>`,
  },
  {
    name: 'zimbra',
    site: zimbra,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div id="zv__TV-main__MSG"><div id="ztb__REPLY"><div role="button" title="Reply" class="ZToolbarButton">Reply</div></div><div class="MsgHeader"><table><tr><td class="LabelColName">From:</td><td class="LabelColValue"><span class="addrBubble" title="ann@outside.example">Ann Other</span></td><td>10:15</td></tr><tr><td class="LabelColName">To:</td><td class="LabelColValue"><span class="addrBubble">jane.smith@justice.example</span></td></tr></table></div><div class="MsgBody"><iframe id="zv__TV-main__MSG__body__iframe" width="600" height="200"></iframe></div></div>`,
    frame: text,
  },
  {
    name: 'yahoo-mail',
    site: yahoo,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div role="main"><div data-test-id="message-view"><header><span data-test-id="message-from"><span data-test-id="email-pill" title="ann@outside.example">Ann Other</span></span><span data-test-id="message-to">To: <span title="jane.smith@justice.example">jane.smith@justice.example</span></span><time>10:15</time></header><div data-test-id="message-view-body"><div data-test-id="message-view-body-content">${text}</div></div><button data-test-id="toolbar-reply" aria-label="Reply"></button></div></div>`,
  },
  {
    name: 'tuta',
    site: tuta,
    to: ['jane.smith@justice.example'],
    html: () =>
      `<div class="mail-viewer overflow-x-hidden"><div class="header selectable"><div class="flex click"><div class="flex flex-grow" role="button" mail-expander="true" aria-expanded="true"><span class="text-break">Ann Other</span></div><div class="flex-end"><button title="Reply" aria-label="Reply"></button><button title="Forward" aria-label="Forward"></button></div></div><div class="flex mt-xs click col" role="button" aria-pressed="true" aria-expanded="true"><div class="small flex flex-wrap items-start"><span class="text-break">Ann Other &lt;ann@outside.example&gt;</span></div><div class="flex"><div class="small noprint">Tue, 3 Nov 2026 • 10:15</div></div></div><div class="${noise()}"><div class="small b">To</div><button class="${noise()}">jane.smith@justice.example</button></div></div><h4 class="selectable">Plan</h4><div class="flex-grow scroll-x"><div id="mail-body"><template shadowrootmode="open"><div class="drag selectable">${text}</div></template></div></div></div>`,
  },
];
