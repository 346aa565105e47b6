/** What events tell about the composes of a document: files that came in, and the control that opened each. */
import { type AttachmentLedger, watchAttachments } from './attachment-ledger';
import { type PressedControls, watchPressedControls } from './pressed-control';

/** @param onFile called after files were noticed */
export const watchComposeEvents = (page: Document, onFile: () => void, signal: AbortSignal): AttachmentLedger & PressedControls => ({
  ...watchAttachments(page, onFile, signal),
  ...watchPressedControls(page, signal),
});
