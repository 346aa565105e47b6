import { accountFrom } from '../page/account';
import { composeSurface } from '../page/compose';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { attribute, closest, first, rawTextOf } from '../page/tree';

/** OX App Suite (mailbox.org and many providers) on any host: `ui/apps/io.ox/mail/compose`, `io.ox/core/tk/tokenfield.js` (open-xchange/appsuite-frontend; `research/webmail-dom.md` §11). */
export default defineSite({
  id: 'open-xchange',
  name: 'OX App Suite',
  matches: [],
  hints: ['.io-ox-mail-compose-window', '.mail-detail'],
  recognises: (page) => first(page, '.io-ox-mail-compose-window,.mail-detail') !== null,
  surfaces: {
    compose: composeSurface({
      root: (editor) => closest(editor, '.io-ox-mail-compose-window'),
      send: 'button[data-action="send"]',
      recipients: { chip: '.token', ignore: '.tt-hint,.tt-dropdown-menu' },
      attachments: { chip: '.attachment-list > .attachment' },
      account(parts) {
        const link = first(parts.root, '[data-dropdown="from"] a[href^="mailto:"]');
        return link ? (accountFrom(rawTextOf(link)) ?? accountFrom(attribute(link, 'href') ?? '')) : null;
      },
    }),
    message: messageSurface({}),
  },
});
