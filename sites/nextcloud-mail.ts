import { composeSurface } from '../page/compose';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { first } from '../page/tree';

/**
 * Nextcloud Mail 5–6 on any host: `NewMessageModal.vue`, `RecipientListItem.vue` (nextcloud/mail, read 2026-11; `research/webmail-dom.md` §7).
 * A folded field keeps only its first recipient in the page, beside "+N".
 */
export default defineSite({
  id: 'nextcloud-mail',
  name: 'Nextcloud Mail',
  matches: [],
  hints: ['.message-composer', '.floating-composer', '.mail-message-body'],
  recognises: (page) => first(page, '.message-composer,.floating-composer,.mail-message-body') !== null,
  surfaces: {
    compose: composeSurface({
      editors: '.message-composer .ck-editor__editable[contenteditable="true"],.floating-composer .ck-editor__editable[contenteditable="true"]',
      recipients: { chip: '.ncselect__tag--recipient' },
      attachments: { chip: 'li.composer-attachment' },
    }),
    message: messageSurface({}),
  },
});
