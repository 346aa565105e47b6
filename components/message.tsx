import type { Catalog, Message } from '../core/message';
import { messageParts } from '../core/message';

export interface MessageTextProps {
  readonly catalog: Catalog;
  readonly message: Message;
}

/** A message with each of its values isolated, so that a right-to-left name cannot turn the sentence around. */
export function MessageText({ catalog, message }: MessageTextProps) {
  return <>{messageParts(catalog, message).map((part) => ('text' in part ? part.text : <bdi>{part.value}</bdi>))}</>;
}
