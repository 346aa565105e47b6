/** What events tell about the composes of a document: files that came in, the control that opened each, and who was picked. */
import { type AttachmentLedger, watchAttachments } from './attachment-ledger';
import { createKnownPeople, type KnownPeople, watchPickedPeople } from './known-people';
import { type PressedControls, watchPressedControls } from './pressed-control';

/** @param onFile called after files were noticed */
export function watchComposeEvents(
  page: Document,
  onFile: () => void,
  signal: AbortSignal,
): AttachmentLedger & PressedControls & { readonly people: KnownPeople } {
  const people = createKnownPeople();
  watchPickedPeople(page, people, signal);
  return { ...watchAttachments(page, onFile, signal), ...watchPressedControls(page, signal), people };
}
