import { accountFrom } from '../page/account';
import { composeSurface } from '../page/compose';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { all, attribute, closest, documentOf, first, rawTextOf } from '../page/tree';

/**
 * Zimbra's classic client on any host: ids of `mail/view/ZmComposeView.js` and `share/view/ZmAddressInputField.js` (Zimbra/zm-web-client; `research/webmail-dom.md` §9).
 * Each compose is a tab; the others stay in the page, hidden.
 */
export default defineSite({
  id: 'zimbra',
  name: 'Zimbra',
  matches: [],
  hints: ['[id^="zv__COMPOSE"]', '[id^="zv__"] iframe[id$="__iframe"]'],
  recognises: (page) => first(page, '[id^="zv__"]') !== null,
  surfaces: {
    compose: composeSurface({
      marks: ['[id^="zv__COMPOSE"]'],
      fields: {
        to: '[id^="zv__COMPOSE"][id$="_to_control"]',
        cc: '[id^="zv__COMPOSE"][id$="_cc_control"]',
        bcc: '[id^="zv__COMPOSE"][id$="_bcc_control"]',
        subject: '[id^="zv__COMPOSE"][id$="_subject_control"]',
      },
      send: '[id^="zb__COMPOSE"][id$="__SEND"]',
      recipients: { chip: 'span.addrBubble' },
      attachments: { chip: '.attachmentBubble', nameOf: (chip) => rawTextOf(first(chip, 'a') ?? chip).trim() || null },
      account(parts) {
        const named = all(documentOf(parts.root), '#skin_container_username,#skin_outer [title*="@"]').find((element) => !closest(element, '[id^="zv__"]'));
        return named ? accountFrom(`${rawTextOf(named).slice(0, 200)} ${attribute(named, 'title') ?? ''}`) : null;
      },
    }),
    message: messageSurface({}),
  },
});
