import { accountFrom } from '../page/account';
import { composeSurface } from '../page/compose';
import type { Parts } from '../page/compose-parts';
import { messageSurface } from '../page/message';
import { isControlEnter } from '../page/sending';
import { defineSite } from '../page/site';
import { all, attribute, closest, contains, documentOf, first, isShown } from '../page/tree';

/**
 * Outlook on the web. The ids ending in `_TO`, `_CC`, `_BCC`, `_SUBJECT`, `editorParent_…`, the entity class and `ComposeSendButton`
 * did not change through the redesigns of 2023–2026; labels and roles did (`research/webmail-dom.md` §2, sources there).
 * A chip often shows only a name, with the person's presence glued to its label ("offlineDirectory Two"); then there is no address anywhere.
 */
const compose = '[id^="docking_InitVisiblePart_"],[data-app-section="ComposeForm"],[data-app-section="MailCompose"]';

/** The folder pane names the mailbox (mailvelope, 2025-11); the app menu carries the address in its links. */
function mailboxOf(page: Document) {
  for (const mailbox of all(page, '[id^="primaryMailboxRoot_"]')) {
    const known = accountFrom(attribute(mailbox, 'data-folder-name') ?? '') ?? accountFrom(attribute(mailbox, 'title') ?? '');
    if (known) return known;
  }
  for (const link of all(page, 'a[href*="login_hint="],a[href*="username="]')) {
    const hint = /[?&](?:login_hint|username)=([^&#]+)/.exec(attribute(link, 'href') ?? '')?.[1];
    const known = hint ? accountFrom(decoded(hint)) : null;
    if (known) return known;
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The quoted mail stands beside the editor until "…" is pressed. */
function quote(parts: Parts) {
  const reference = first(parts.root, '#mail-editor-reference-message-container');
  return { besideEditor: reference && !contains(parts.editor.editable, reference) ? reference : null };
}

/** Inline replies show their recipients as one line of hover cards until it is clicked; each card's label names a person. */
function summary(parts: Parts): HTMLElement[] {
  const area = closest(parts.editor.host, compose);
  if (!area) return [];
  return all(area, '.lpcWrapper[aria-label],[data-lpc-hover-target-id][aria-label]').filter(
    (card) =>
      isShown(card) &&
      !contains(parts.editor.host, card) &&
      !closest(card, '[role="document"],[id^="UniqueMessageBody_"],[id$="_TO"],[id$="_CC"],[id$="_BCC"]'),
  );
}

export default defineSite({
  id: 'outlook-web',
  name: 'Outlook on the web',
  matches: ['https://outlook.office.com/*', 'https://outlook.office365.com/*', 'https://outlook.live.com/*', 'https://outlook.cloud.microsoft/*'],
  hints: [
    '[id^="editorParent_"]',
    '[data-testid="ComposeSendButton"]',
    '[contenteditable="true"][role="textbox"]',
    '[data-icon-name="ArrowReplyRegular"]',
    '[id^="UniqueMessageBody_"]',
  ],
  // Sovereign clouds and servers of one's own that someone added: the same client at other addresses.
  recognises: (page) =>
    first(page, '[id^="editorParent_"] [contenteditable="true"],[data-testid="ComposeSendButton"],[id^="UniqueMessageBody_"],[id^="primaryMailboxRoot_"]') !==
    null,
  surfaces: {
    compose: composeSurface({
      marks: ['[id^="editorParent_"]', '[data-testid="ComposeSendButton"]', '[id^="MSG_"][id$="_SUBJECT"]'],
      fields: {
        to: '[id^="MSG_"][id$="_TO"]',
        cc: '[id^="MSG_"][id$="_CC"]',
        bcc: '[id^="MSG_"][id$="_BCC"]',
        subject: 'input[id^="MSG_"][id$="_SUBJECT"]',
      },
      send: '[data-testid="ComposeSendButton"] button:not([aria-haspopup="true"])',
      notSend: '[aria-haspopup="true"],[data-automation-type]',
      bareReplies: (page) => !/^\/(?:calendar|people|options|tasks)\b/.test(page.location?.pathname ?? ''),
      recipients: { chip: '[class*="_EType_RECIPIENT_ENTITY"]', summary },
      attachments: { chip: '[data-testid="AttachmentCard"],[id$="_ATTACHMENTS"] [role="option"]' },
      account: (parts) => mailboxOf(documentOf(parts.root)),
      // Alt+S (OutlookSendingSafety).
      sendsByKey: (key) => isControlEnter(key) || (key.altKey && !key.ctrlKey && key.code === 'KeyS'),
      quote,
    }),
    // The text keeps its id, the sender its label "From: …" in the language of the page (mailvelope, captured 2025-11; `research/webmail-dom.md` §2.1).
    message: messageSurface({
      body: '[id^="UniqueMessageBody_"]',
      people: { to: '[data-testid="RecipientWell"]' },
      account: mailboxOf,
      warned: ({ root }) => /\/junkemail\b/.test(documentOf(root).location?.pathname ?? ''),
    }),
  },
});
