import type { ReplyMode } from '../core/observation';
import { accountFrom } from '../page/account';
import { composeSurface } from '../page/compose';
import type { Parts } from '../page/compose-parts';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { all, attribute, closest, documentOf, fieldValue, first, isShown, rawTextOf, titleOf } from '../page/tree';
import { addressesIn } from '../page/typed-people';

/**
 * Gmail: editor, subject, recipients and Send are read generically; here is only what Gmail alone has.
 * Signals: real compose window of 2020-10 (evan-brass/js-min), InboxSDK and FlowCrypt (2026), `research/webmail-dom.md` §1.
 */

/** Hidden field of the compose's form; kept since 2014, language-free. */
const hidden = (parts: Parts, name: string): HTMLElement | null => first(parts.root, `input[type="hidden"][name="${name}"]`);

/** `rm` is empty for a new message, else the id of the message answered or forwarded (InboxSDK `getTargetMessageID`). */
function replySign(parts: Parts): ReplyMode | null {
  const target = hidden(parts, 'rm');
  if (!target) return null;
  const value = fieldValue(target);
  if (value === '' || value === 'undefined') return 'new';
  return typeIcon(parts.root) ?? 'reply-or-forward';
}

/** Icon of the reply-type menu: `mK` reply to all, `mI` forward, `mL` reply (FlowCrypt `parseReplyOption`, InboxSDK; unchanged for years). */
function typeIcon(root: HTMLElement): ReplyMode | null {
  const icons = all(root, '[class*="J-JN-M-I-Jm"] img.mK,[class*="J-JN-M-I-Jm"] img.mI,[class*="J-JN-M-I-Jm"] img.mL');
  const [icon, more] = icons;
  if (!icon || more) return null;
  return icon.classList.contains('mI') ? 'forward' : icon.classList.contains('mK') ? 'reply-all' : 'reply';
}

/** A quote behind "…": the editor does not hold it, the hidden field `uet` does (gmail.js `quoted_reply`). */
function quote(parts: Parts) {
  const inEditor = first(parts.editor.editable, '.gmail_quote') !== null;
  const kept = hidden(parts, 'uet');
  const html = kept && !inEditor ? fieldValue(kept) : '';
  const trimmed = all(parts.root, '[role="button"].ajR').some(isShown);
  return { hiddenHtml: html || null, collapsed: trimmed && !inEditor && !html };
}

/** Own address: the From field when another identity is chosen, else the title "Inbox - user@example.com - Gmail" and the account button. */
function account(parts: Parts) {
  const from = hidden(parts, 'from');
  const chosen = from && accountFrom(fieldValue(from));
  return chosen ?? mailbox(documentOf(parts.root));
}

function mailbox(page: Document) {
  const titled = addressesIn(titleOf(page)).at(-1);
  if (titled) return { address: titled, name: null };
  const button = first(page, 'header [aria-label*="@"],[role="banner"] [aria-label*="@"]');
  return button ? accountFrom(attribute(button, 'aria-label') ?? '') : null;
}

export default defineSite({
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  hints: ['input[name="composeid"]', 'input[name="subjectbox"]', '[g_editable="true"]', '[data-legacy-message-id]'],
  // "Print all" of a thread and "Print" of a message's menu open a window at `view=pt` (`research/webmail-dom.md` §1.8; `view=lg` before).
  prints: { windows: [{ address: '^https://mail\\.google\\.com/mail/.*[?&]view=(?:pt|lg)(?:&|$)', what: 'unknown' }] },
  surfaces: {
    compose: composeSurface({
      marks: ['input[name="composeid"]', 'input[name="draft"]'],
      send: '[role="button"].T-I-atl:not(.hG):not(.Uo):not([aria-haspopup="true"])',
      notSend: '.hG,.Uo,[selector="scheduledSend"]',
      // Send and archive (InboxSDK, fixed 2024-10; `research/webmail-dom.md` §1.6).
      alsoSends: '[role="button"].Uo',
      recipients: { ignore: '.az7,.aoD.hl' },
      attachments: {
        chip: '.dL',
        nameOf: (chip) =>
          rawTextOf(first(chip, '.vI') ?? chip)
            .replace(/\s*\([^()]*\)\s*$/, '')
            .trim() || null,
      },
      account,
      replySign,
      quote,
    }),
    // One `data-message-id` per message; only expanded ones hold a text (`.a3s`); the sender is `span.gD[email]`: unchanged since 2014 (`research/webmail-dom.md` §1.8).
    message: messageSurface({
      body: '[data-message-id] .a3s,[data-legacy-message-id] .a3s',
      root: (body) => closest(body, '[data-message-id],[data-legacy-message-id]'),
      sender: 'span.gD[email]',
      people: { to: '.hb' },
      account: mailbox,
      warned: ({ root }) => /^#spam\b/.test(documentOf(root).location?.hash ?? ''),
    }),
  },
});
