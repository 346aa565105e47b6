/**
 * Notices that open messages no longer look as a site's file says, as `compose-drift.ts` does for composes: the strict reading asks for the site's own
 * signals, the loose one for a message of any make. Where they disagree about whether there is one, or about who sent it, something was changed.
 */
import { findLooseMessages, looseHeader, type MessageParts } from './message-parts';
import type { Drift } from './site';
import { closest, first, matches } from './tree';

/**
 * @param own what the site's reading found
 * @param marks selectors, at least one of which every message of the site holds or stands in; empty for products without such
 */
export function messageDrift(page: Document, own: readonly MessageParts[], marks: readonly string[]): Drift {
  if (own.length === 0) return findLooseMessages(page).length > 0 ? 'missed' : 'none';
  if (own.some(otherSender)) return 'disagreed';
  const isMarked = ({ root }: MessageParts): boolean => marks.some((mark) => matches(root, mark) || closest(root, mark) !== null || first(root, mark) !== null);
  return marks.length === 0 || own.every(isMarked) ? 'none' : 'unmarked';
}

/** Only two addresses can disagree: a reading that knows less is no reading of somebody else. */
function otherSender(parts: MessageParts): boolean {
  const strict = parts.header.sender?.address ?? null;
  const loose = looseHeader(parts)?.sender?.address ?? null;
  return strict !== null && loose !== null && strict !== loose;
}
