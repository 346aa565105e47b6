/** Lines that mail programs draw above an earlier message. */

/**
 * Words between the dashes of a separator, in any of the languages of the label table; compared in lower case.
 * Sources as in `labels.ts`.
 */
const phrases =
  /(?:forwarded (?:message|by|mail|email)|original (?:message|e-?mail|nachricht|appointment|meeting request)|reply message|reply separator|forward header|message (?:transf[ée]r[ée]|transmis|d['’]origine|original|r[ée]exp[ée]di[ée])|courriel original|weitergeleitete (?:nachricht|mail|e-mail)|ursprüngliche (?:nachricht|mail)|originalnachricht|antwort nachricht|original-nachricht|mensaje (?:reenviado|original)|mensagem (?:reencaminhada|encaminhada|original)|messaggio (?:inoltrato|originale)|doorgestuurd bericht|oorspronkelijke? bericht|przekazana wiadomość|przekazanej wiadomości|wiadomość (?:przesłana dalej|oryginalna)|oryginalna wiadomość|videresendt (?:melding|meddelelse|besked)|oprindelig (?:meddelelse|besked)|opprinnelig melding|vidarebefordrat (?:meddelande|mejl)|ursprungligt meddelande|ursprungsmeddelande|originalmeddelande|edelleenlähetetty viesti|välitetty viesti|alkuperäinen viesti|továbbított üzenet|eredeti üzenet|přeposlaná zpráva|původní zpráva|preposlaná správa|pôvodná správa|proslijeđena poruka|izvorna poruka|mesaj (?:redirecționat|original)|пересылаемое сообщение|перенаправленное сообщение|исходное сообщение|пересланное сообщение|перенаправлене повідомлення|переслане повідомлення|вихідне повідомлення|[iİ]letilen [iİ]leti|[iİ]letilmiş mesaj|özgün [iİ]leti|orijinal (?:ileti|mesaj)|メッセージを転送|転送メッセージ|元のメッセージ|原始邮件|原邮件|转发邮件|回复的原邮件|轉寄郵件|原始郵件|전달된 메[시세]지|원본 메[시세]지|neges wreiddiol|neges a anfonwyd ymlaen|neges wedi['’]i hanfon ymlaen|bunteachtaireacht|teachtaireacht a cuireadh ar aghaidh|an teachdaireachd thùsail|thư gốc|algne (?:kiri|sõnum)|edastatud (?:kiri|sõnum))/i;

/** Openings that stand without dashes, with a colon (Apple Mail, MailMate). */
const openings =
  /^(?:begin forwarded message|forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du (?:message|courriel) (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:reencaminhada|encaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht|początek przekazywanej wiadomości|start på videresendt (?:besked|melding)|videresendt melding|vidarebefordrat mejl|välitetty viesti alkaa|továbbított levél kezdete|začátek přeposílané zprávy|začiatok preposlanej správy|započni proslijeđenu poruku|începe mesajul redirecționat|начало переадресованного сообщения|початок листа, що пересилається|i̇leti başlangıcı|ileti başlangıcı|dechrau neges a anfonwyd ymlaen|dechrau'r neges a anfonwyd ymlaen)\s?[:：]$/i;

/** Words of a line that closes an earlier message, before what it is called or after it (Horde IMP 6.2.27 in its languages). */
const endsBefore =
  /^\s*(?:end|ende|fine?|final|finalizar|terminar|fim|einde|koniec|konec|slut|slutt|slutning|vége|конец|к[iі]нець|diwedd|结束|結束)(?=[\s\u4e00-\u9fff])/i;
const endsAfter = /^\s*(?:sonu|päättyy|は以上です)/i;

const dashes = /^[-–—‐‑_=*>#\s]*$/;

export type SeparatorKind =
  /** Names an earlier message by itself. */
  | 'named'
  /** A line that may be one: counts only with a header below. */
  | 'rule';

export interface Separator {
  readonly kind: SeparatorKind;
  /** Says that the earlier message was forwarded, not answered. */
  readonly forward: boolean;
  /** Lotus Notes: who forwarded and when stands in the line itself. */
  readonly forwardedBy: boolean;
  /** Where words after the closing dashes begin, in the line (Yahoo's text view runs the header on); -1 for none. */
  readonly rest: number;
}

const forwardWords =
  /forward|transf|reexp|réexp|transmis|weitergeleitet|reenviad|encaminhad|inoltrat|doorgestuurd|przekaz|przesłan|videresend|vidarebefordr|edelleen|välitetty|továbbít|přepos|prepos|proslije|redirec|пересыл|пересл|перенаправ|переадрес|ilet|転送|转发|轉寄|전달|ymlaen|İlet|edastatud|ar aghaidh/i;

/** Reads a separator line; `next` is the line after it, for one that the program wrapped (Notes). `null`: it is none. */
export function separatorOf(line: string, next: string): Separator | null {
  if (line.length < 3) return null;
  const opened = openings.test(line.length < 90 ? line : '');
  if (opened) return { kind: 'named', forward: true, forwardedBy: false, rest: -1 };
  const lead = /^[-–—‐‑_=*#]{2,}/.exec(line) ?? /^[^-]{1,80}-{4,}\s?(?=Original Message\s?-{4,}|Forwarded by )/i.exec(line);
  if (!lead) return null;
  if (dashes.test(line)) return line.length >= 5 || /^-{3,}$/.test(line) ? { kind: 'rule', forward: false, forwardedBy: false, rest: -1 } : null;
  const head = line.slice(lead[0].length, lead[0].length + 120);
  const phrase = phrases.exec(head.slice(0, 80));
  if (!phrase || phrase.index > 24) return null;
  if (endsBefore.test(head.slice(0, phrase.index)) || endsAfter.test(head.slice(phrase.index + phrase[0].length))) return null;
  const forwardedBy = /^\s?forwarded by/i.test(head);
  const close = /[-–—‐‑_=*#]{2,}\s*/.exec(head.slice(phrase.index + phrase[0].length));
  const closes = close ? lead[0].length + phrase.index + phrase[0].length + close.index + close[0].length : -1;
  if (closes < 0 && !forwardedBy && head.length > phrase.index + phrase[0].length + 30) return null;
  if (forwardedBy && closes < 0 && !/[-–—‐‑]{3,}$/.test(next)) {
    // Cut or wrapped oddly; the words are clear enough.
    if (!/\d/.test(head + next)) return null;
  }
  // "--- správa --- Forwarded Message ---": a second phrase is no rest.
  const rest = closes > 0 && closes < line.length && !phrases.test(line.slice(closes, closes + 80)) ? closes : -1;
  return { kind: 'named', forward: forwardWords.test(phrase[0]), forwardedBy, rest };
}
