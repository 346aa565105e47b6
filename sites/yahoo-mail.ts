import { composeSurface } from '../page/compose';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';

/** Yahoo Mail and AOL Mail, one engine. Test ids of the classic layout (mailvelope `providerSpecific.js`), ids and labels of the new one (greasyfork 526042); `research/webmail-dom.md` §10. */
export default defineSite({
  id: 'yahoo-mail',
  name: 'Yahoo and AOL Mail',
  matches: ['https://mail.yahoo.com/*', 'https://mail.aol.com/*'],
  hints: ['[data-test-id="compose-subject"]', '[role="combobox"][id*="to-field"]', '[data-test-id="message-view"]'],
  surfaces: {
    compose: composeSurface({
      marks: ['[data-test-id="compose-subject"]', '[data-test-id="compose-send-button"]', '[id*="to-field"]'],
      send: '[data-test-id="compose-send-button"]',
      recipients: { chip: '[data-test-id="pill"]' },
      attachments: { chip: '[data-test-id="attachment-card"]' },
    }),
    message: messageSurface({ marks: ['[data-test-id^="message-view"]'] }),
  },
});
