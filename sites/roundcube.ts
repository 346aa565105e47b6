import type { ReplyMode } from '../core/observation';
import { composeSurface } from '../page/compose';
import type { Parts } from '../page/compose-parts';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { all, bodyOf, closest, commonAncestor, documentOf, first, rawTextOf } from '../page/tree';

/**
 * Roundcube 1.4–1.6 on any host. Its text areas `_to`, `_cc`, `_bcc` are moved out of sight and kept in step with the chips
 * (program/js/app.js, skins/elastic/ui.js and templates/compose.html of 1.6.5; seen running 2026-11).
 */
const addressField = 'textarea[name="_to"],input[name="_to"]';

const resendFrame = 'iframe[src*="_action=bounce"]';
const sender = '.header.from .rcmContactAddress,.header-summary .rcmContactAddress,.from .rcmContactAddress';

/** Attachments stand in a side bar beside the form, so the compose is what holds both. */
function root(editor: HTMLElement): HTMLElement | null {
  const page = documentOf(editor);
  const to = first(page, addressField);
  if (!to || !first(page, '[name="_message"]')) return null;
  const files = first(page, '#attachment-list,#attachmentslist,#compose-attachments');
  const form = commonAncestor(editor, to);
  return form && files ? (commonAncestor(form, files) ?? bodyOf(page)) : (closest(editor, '#compose-content') ?? form);
}

/** The page's own script states the mode; it does not tell reply from reply to all. */
function replySign(parts: Parts): ReplyMode | null {
  for (const script of all(documentOf(parts.root), 'script:not([src])')) {
    const text = rawTextOf(script);
    if (!text.includes('rcmail.set_env(')) continue;
    const mode = /"compose_mode":"(\w*)"/.exec(text)?.[1];
    if (mode === 'forward' || mode === 'reply') return mode;
    return mode === undefined || mode === '' ? 'new' : null;
  }
  return null;
}

export default defineSite({
  id: 'roundcube',
  name: 'Roundcube',
  matches: [],
  hints: ['textarea[name="_message"]', '#messagebody', resendFrame],
  recognises: (page) =>
    (first(page, addressField) !== null && first(page, 'textarea[name="_message"]') !== null) ||
    (first(page, '#messagebody') !== null && first(page, '.rcmContactAddress') !== null) ||
    first(page, resendFrame) !== null,
  // A window of its own (program/js/app.js, 1.6.5). Any host can be Roundcube, so the address says no host.
  prints: { windows: [{ address: '[?&]_action=print(?:&|$)', what: 'message' }] },
  surfaces: {
    compose: composeSurface({
      marks: ['[name="_to"]'],
      root,
      editors: 'iframe#composebody_ifr,textarea[name="_message"]',
      send: '.formbuttons .send,#messagetoolbar .send,a.button.send,button.send',
      recipients: { chip: 'li.recipient' },
      attachments: { chip: '#attachment-list > li,#attachmentslist > li', outside: '#compose-attachments' },
      anchor: (parts) => closest(parts.editor.host, '#compose-content'),
      replySign,
      // No key sends by default.
      sendsByKey: () => false,
      // A dialog around a frame (program/js/app.js, skins/elastic/templates/bounce.html of 1.6.5; seen running 2026-11).
      redirect: {
        form: '#bounceheaders',
        framed: { frame: resendFrame, box: '.ui-dialog,[role="dialog"]' },
        fields: { to: '[name="_to"]', cc: '[name="_cc"]', bcc: '[name="_bcc"]', from: '[name="_from"]' },
        send: '.ui-dialog-buttonset .bounce,.ui-dialog-buttonset .mainaction',
        message: { body: '#messagebody', sender },
      },
    }),
    // `program/actions/mail/show.php` and `skins/elastic/templates/message.html` of 1.6.5; seen running 2026-11.
    message: messageSurface({
      body: '#messagebody',
      sender,
      people: { to: '.header.to', cc: '.header.cc', bcc: '.header.bcc', 'reply-to': '.header.replyto' },
    }),
  },
});
