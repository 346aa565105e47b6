import type { ReplyMode } from '../core/observation';
import { composeSurface } from '../page/compose';
import type { Parts } from '../page/compose-parts';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { documentOf, first, isShown } from '../page/tree';

/** Horde IMP 6 on any host: ids of `templates/dynamic/compose.html.php` and `templates/basic/compose/compose.html.php` (6.2.27, Debian 2023); `research/webmail-dom.md` §8. */
export default defineSite({
  id: 'horde',
  name: 'Horde',
  matches: [],
  hints: ['textarea#composeMessage', '#imp-compose-form', '#messageBody', '#msgData', 'form#redirect'],
  recognises: (page) =>
    first(
      page,
      'form#compose textarea#composeMessage,#imp-compose-form,#msgData #messageBody,form#redirect [name^="redirect_to"],form#redirect [name="to"]',
    ) !== null,
  surfaces: {
    compose: composeSurface({
      send: '#send_button,[name="btn_send_message"],a[href="#compose-submit"]',
      attachments: { chip: '#attach_list > li' },
      replySign,
      // `templates/{dynamic,basic/compose,minimal}/redirect.html.php` (6.2.27); seen running 2026-11.
      redirect: {
        form: 'form#redirect',
        fields: { to: '[name="redirect_to"],[name="to"]' },
        send: '#send_button_redirect,[name="btn_redirect"],[type="submit"]',
      },
    }),
    message: messageSurface({}),
  },
});

/** Notices that Horde shows to the person say what kind of answer this is. */
function replySign(parts: Parts): ReplyMode | null {
  const says = (selector: string): boolean => {
    const notice = first(documentOf(parts.root), selector);
    return notice !== null && isShown(notice);
  };
  if (says('#fwdattachnotice') || says('#fwdbodynotice')) return 'forward';
  return says('#replyallnotice') || says('#replylistnotice') ? 'reply-all' : null;
}
