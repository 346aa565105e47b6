import { composeSurface } from '../page/compose';
import { findParts } from '../page/compose-parts';
import { messageSurface } from '../page/message';
import { findMessages } from '../page/message-parts';
import { defineSite } from '../page/site';

/** The last resort: any page with a compose or an open message that the generic reading recognises. */
export default defineSite({
  id: 'any-webmail',
  name: 'Webmail',
  matches: [],
  hints: [
    '[contenteditable="true"]',
    'textarea',
    '[role="document"]',
    '[id*="messagebody" i]',
    '[class*="message-body" i]',
    '[class*="mail-body" i]',
    'article',
    'a[href^="mailto:"]',
    // The editor of some is an element inside a frame, which only the page around it knows for a compose.
    '[name*="subject" i]',
    '[id*="subject" i]',
  ],
  recognises: (page) => findParts(page, {}).length > 0 || findMessages(page, {}).length > 0,
  surfaces: { compose: composeSurface({}), message: messageSurface({}) },
});
