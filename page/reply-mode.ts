/**
 * Tells new, reply, reply-all and forward apart: the control that was pressed, then a sign that the site keeps, then the subject's prefix together with the body.
 * Prefixes: union of public tables (`research/webmail-dom.md` §14). "Forward" is said only when prefix or separator and body agree.
 */
import type { ReplyMode } from '../core/observation';
import { visibleText } from '../mail/addresses';
import { documentOf, fieldValue, first, tagOf } from './tree';

const forwardPrefixes: ReadonlySet<string> = new Set(
  'fw|fwd|wg|tr|trs|rv|enc|vb|vl|pd|doorst|redir|videresend|ilt|i̇lt|yml|fs|továbbítás|πρθ|הועבר|הע|إعادة توجيه|轉寄|转发|轉發|転送|전달|chuyển tiếp|ymlaen'.split(
    '|',
  ),
);
const replyPrefixes: ReadonlySet<string> = new Set(
  're|aw|antw|sv|vá|rif|ref|res|odp|ynt|yan|atb|bls|απ|σχετ|השב|תגובה|رد|回复|回覆|答复|返信|답장|회신|trả lời|ateb'.split('|'),
);
/** Forward in one language and reply in another, or one letter long. */
const unclearPrefixes: ReadonlySet<string> = new Set(['vs', 'i', 'r']);

type Prefix = 'forward' | 'reply' | 'unclear' | null;

/** What the first prefix of a subject says. */
export function prefixOf(subject: string): Prefix {
  const plain = visibleText(subject.slice(0, 200)).toLowerCase();
  const match = /^(?:\[[^\]]{1,40}\]\s*)?([^\s:：[\](){}]{1,12}(?:\s[^\s:：[\](){}]{1,8})?)\s?(?:[[(]\d{1,3}[\])])?\.?\s?[:：]/.exec(plain);
  const word = match?.[1]?.replace(/\.$/, '').replace(/[[(]?\d+[\])]?$/, '');
  if (!word) return null;
  if (forwardPrefixes.has(word)) return 'forward';
  if (replyPrefixes.has(word)) return 'reply';
  return unclearPrefixes.has(word) ? 'unclear' : null;
}

/** What stands in the body below what the person writes. */
export type Carried = 'forwarded' | 'headers' | 'quote' | 'nothing';

const forwardSeparator =
  /(?:^|\n)\s*(?:-{2,}\s*(?:forwarded message|original message forwarded|weitergeleitete nachricht|weitergeleitete e-mail|message transféré|message transmis|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem (?:re)?encaminhada|przekazana wiadomość|wiadomość przekazana|пересылаемое сообщение|пересланное сообщение|vidarebefordrat meddelande|videresendt (?:meddelelse|melding|besked)|välitetty viesti|továbbított üzenet|přeposlaná zpráva|preposlaná správa|i̇letilmiş (?:mesaj|ileti)|mesaj redirecționat|neges wedi'i hanfon ymlaen|neges a anfonwyd ymlaen|転送メッセージ|転送されたメッセージ|转发邮件|转发的邮件|轉寄郵件|전달된 메시지)[^\n]{0,20}-{2,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message (?:transféré|réexpédié)\s?:|inicio del mensaje reenviado:|inizio messaggio inoltrato:|begin doorgestuurd bericht:)/i;
const originalSeparator = /(?:^|\n)\s*(?:-{3,}\s*[^\n]{3,40}\s*-{3,}|_{20,})\s*(?:\n|$)/;
const quoteLine = /(?:^|\n)>[ >]?/;

/** Looks only as far as the first sign of a quote, so that a forward inside a reply does not count. */
export function carriedIn(editable: HTMLElement): Carried {
  const text = (tagOf(editable) === 'textarea' ? fieldValue(editable) : textOfLines(editable, true)).slice(0, 20_000);
  const forward = forwardSeparator.exec(text);
  const quoted = quoteLine.exec(text);
  if (forward && (!quoted || forward.index < quoted.index)) return 'forwarded';
  if (tagOf(editable) === 'textarea')
    return quoted && !hasHeaderBlock(text.slice(0, quoted.index)) ? 'quote' : originalSeparator.test(text) || hasHeaderBlock(text) ? 'headers' : 'nothing';
  if (first(editable, '.moz-forward-container')) return 'forwarded';
  if (
    first(
      editable,
      '#divRplyFwdMsg,[id$="divRplyFwdMsg"],#appendonsend,#OLK_SRC_BODY_SECTION,[id^="mail-editor-reference-message-container"],[style*="border-top:solid #E1E1E1" i],[style*="border-top:solid #B5C4DF" i]',
    )
  )
    return 'headers';
  if (hasHeaderBlock(textOfLines(editable, false))) return 'headers';
  if (
    first(editable, 'blockquote,.gmail_quote,.gmail_attr,.moz-cite-prefix,.yahoo_quoted,.protonmail_quote,.tutanota_quote,.zmail_extra,div.quote,#reply-intro')
  )
    return 'quote';
  return originalSeparator.test(text) ? 'headers' : quoted ? 'quote' : 'nothing';
}

const headerLine =
  /^[>\s*]*(from|von|de|da|van|od|fra|från|lähettäjä|feladó|kimden|от|від|差出人|发件人|寄件者|보낸 사람|to|an|à|para|a|aan|do|til|till|vastaanottaja|címzett|kime|кому|宛先|收件人|받는 사람|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|emne|ämne|aihe|tárgy|konu|тема|件名|主题|主旨|제목|oddi wrth|at|pwnc)\s?[*]?\s?[:：]/i;

/** Whether three different header labels ("From:", "To:", "Subject:") stand in lines close together. */
function hasHeaderBlock(text: string): boolean {
  const lines = text.split('\n', 400).filter((line) => line.trim() !== '');
  for (let start = 0; start < lines.length; start++) {
    const seen = new Set<string>();
    for (let at = start; at < Math.min(lines.length, start + 8); at++) {
      const label = headerLine.exec(lines[at] ?? '')?.[1];
      if (!label) {
        if (at === start) break;
        continue;
      }
      seen.add(label.toLowerCase());
    }
    if (seen.size >= 3) return true;
  }
  return false;
}

/** The first text with line ends between blocks, if wished only up to the first block quote. */
function textOfLines(editable: HTMLElement, untilQuote: boolean): string {
  const lines: string[] = [];
  const walker = documentOf(editable).createTreeWalker(editable, 5);
  let length = 0;
  for (let node = walker.nextNode(); node && length < 20_000; node = walker.nextNode()) {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      lines.push(text);
      length += text.length;
      continue;
    }
    const tag = tagOf(node as Element);
    if (tag === 'blockquote' && untilQuote) break;
    if (!inline.has(tag)) lines.push('\n');
  }
  return lines.join('').replace(/\u00a0/g, ' ');
}

const inline: ReadonlySet<string> = new Set(['span', 'b', 'a', 'font', 'strong', 'em', 'i', 'u', 'td', 'th', 'img', 'small']);

export interface ReplySigns {
  /** Mode of the control or key that opened the compose. */
  readonly pressed: ReplyMode | null;
  /** What the site itself keeps about it (hidden field, address, script), where it says so for sure. */
  readonly site: ReplyMode | null;
  readonly subject: string;
  readonly carried: Carried;
  /** A whole message is attached. */
  readonly messageAttached: boolean;
}

/** Puts the signs together, the surest first. */
export function replyModeOf({ pressed, site, subject, carried, messageAttached }: ReplySigns): ReplyMode {
  const prefix = prefixOf(subject);
  // The page may have reused an open compose for another answer; then prefix and body agree against the press.
  const other =
    prefix === 'forward' && (carried === 'forwarded' || carried === 'headers') ? 'forward' : prefix === 'reply' && carried === 'quote' ? 'reply' : null;
  if (pressed === 'reply' || pressed === 'reply-all') return other === 'forward' ? 'forward' : pressed;
  if (pressed === 'forward') return other ?? 'forward';
  if (site && site !== 'unknown' && site !== 'reply-or-forward') return site;
  if (carried === 'forwarded') return prefix === 'reply' ? 'reply-or-forward' : 'forward';
  if (carried === 'headers') return prefix === 'forward' ? 'forward' : prefix === 'reply' ? 'reply' : 'reply-or-forward';
  if (carried === 'quote') return prefix === 'reply' ? 'reply' : 'reply-or-forward';
  if (site === 'reply-or-forward') return prefix === 'reply' ? 'reply' : prefix === 'forward' && messageAttached ? 'forward' : 'reply-or-forward';
  if (prefix === 'reply') return 'reply';
  if (prefix === 'forward') return messageAttached ? 'forward' : 'reply-or-forward';
  return 'new';
}
