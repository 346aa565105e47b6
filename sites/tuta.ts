import { composeSurface } from '../page/compose';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { closest, first } from '../page/tree';

/** Tuta: `src/mail-app/mail/editor/MailEditor.ts`, `MailRecipientsTextField.ts` (tutao/tutanota, read 2026-11; `research/webmail-dom.md` §12). A long quote is kept out of the page until it is opened. */
export default defineSite({
  id: 'tuta',
  name: 'Tuta',
  matches: ['https://app.tuta.com/*', 'https://mail.tutanota.com/*'],
  hints: ['#mail-editor', '#mail-body'],
  recognises: (page) => first(page, '#mail-editor .text_editor,.mail-viewer #mail-body') !== null,
  surfaces: {
    compose: composeSurface({
      root: (editor) => (closest(editor, '#mail-editor') ? (closest(editor, '[role="dialog"]') ?? closest(editor, '#mail-editor')) : null),
      recipients: { chip: '.bubble' },
      quote: (parts) => ({ collapsed: first(parts.editor.editable, '[tuta-collapsed-quote="true"]') !== null }),
    }),
    // The text stands in an open shadow root of `#mail-body`; "Name <address>" of the sender in the line that opens the details
    // (`MailViewer.ts`, `MailViewerHeader.ts`, read 2026-11).
    message: messageSurface({
      body: '.mail-viewer #mail-body',
      root: (body) => closest(body, '.mail-viewer'),
      sender: '.header [role="button"][aria-pressed] .text-break',
    }),
  },
});
