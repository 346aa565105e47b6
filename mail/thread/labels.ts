/**
 * Words that mail programs print above an earlier message, in the languages of their users.
 * Sources: research file chain.md §C3; crisp-oss/email-forward-parser fixtures (2025-02); thunderbird-android `message_compose_quote_header_*`,
 * Roundcube `localization/<language>/labels.inc` and SOGo templates (read 2026-11; the Welsh words come from these three).
 */

export type LabelRole = 'from' | 'date' | 'to' | 'cc' | 'bcc' | 'subject' | 'files' | 'other';

const words: Readonly<Record<LabelRole, string>> = {
  from: `from|von|de|da|van|afzender|od|nadawca|fra|från|lähettäjä|feladó|от|от кого|отправитель|від|від кого|kimden|gönderen|šalje|pošiljatelj|de la|expeditorul|expeditor|expéditeur
|saatja|mittente|remitente|remetente|absender|oddi wrth|anfonwr|ó|o|odesílatel|odesilatel|odosielateľ|avsändare|avsender|afsender|από|מאת|من|từ|nuo|送信元|差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람|author`,
  date: `sent|date|posted at|sent on|date sent|sent at|datum|data|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|enviado em|enviada em|enviada|fecha|inviato|inviato il|verzonden|sendt|dato|skickat|skickades|lähetetty|päivämäärä|päiväys
|elküldve|dátum|küldve|odesláno|odosláno|odoslané|wysłano|wysłane|trimis|trimis la|dată|отправлено|дата|відправлено|надіслано|gönderilen|gönderildi|gönderme tarihi|tarih|poslano|kuupäev|saadetud
|anfonwyd|dyddiad|seolta|dáta|air a chur|日付|送信日時|日時|发送时间|发送日期|发件时间|日期|時間|时间|寄件日期|보낸 날짜|날짜|ngày|đã gửi|ημερομηνία|תאריך|التاريخ`,
  to: `to|posted to|an|per|à|pour|a|para|destinatario|destinatário|aan|ontvanger|til|modtager|till|mottagare|vastaanottaja|címzett|komu|pre|prima|do|adresat|către|destinatarul|destinatar|кому|получатель|kime|alıcı
|kellele|saaja|at|i|derbyniwr|chuig|gu|送信先|宛先|收件人|받는 사람|받는사람|naar|mottaker|đến|empfänger|destinataire|destinataires|προς|אל|إلى|la`,
  cc: `cc|c.c.|copy|kopie|kopie (cc)|cc (kopie)|copie à|copie|copia|cópia|kopi|kopia|kopio|másolat|másolatot kap|kópia|копия|копія|dw|do wiadomości|bilgi|copi|抄送|副本|参照|참조|koopia|ff`,
  bcc: 'bcc|cci|cco|udw|blindkopie|blind copy|skrytá kopie|dold kopia|blindkopi|titkos másolat|密送|скрытая копия',
  subject: `subject|subj|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|tárgy|předmět|predmet|temat|subiect|subiectul|тема|konu|naslov|pwnc|testun|ábhar|cuspair|teema|件名|主题|主題|主旨|제목|chủ đề|θέμα|נושא|الموضوع`,
  files:
    'attachments|attachment|attached|anlagen|anlage|pièces jointes|pièce jointe|datos adjuntos|adjuntos|anexos|allegati|allegato|bijlagen|bijlage|załączniki|vedhæftede filer|vedlegg|bifogade filer|bilagor|liitteet|вложения|atodiadau|ymlyniadau',
  other: `reply-to|reply to|réponse à|répondre à|antwort an|responder a|responder para|rispondi a|risposta|odpověď komu|odpowiedz do|svar til|svara till|importance|importancia|importância|wichtigkeit|prioriteit|priorité|priorität|priority|sensitivity|categories|organization|organisation
|organisatie|message-id|in-reply-to|references|newsgroups|resent-from|resent-to|resent-date|sent by|sender|envoyé par|gesendet von|delivered-to|list-id|mailing-list|user-agent|x-mailer|mime-version|content-type
|content-transfer-encoding|return-path|received|please respond to|expires|followup-to|ymateb i|pwysigrwydd|security|flag status|follow up flag|return receipt requested|conversation|when|where|phone|fax`,
};

const roles = new Map<string, LabelRole>();
for (const role of ['other', 'files', 'bcc', 'subject', 'cc', 'to', 'date', 'from'] as const) {
  for (const word of words[role].split('|')) roles.set(word.trim(), role);
}

/** Longest label, in characters; nothing longer is looked up. */
const longest = 26;

/** Role of a label as printed (without its colon), or `null`. `De`, `A` and the like are labels only inside a block: the caller decides. */
export function roleOf(label: string): LabelRole | null {
  if (label.length > longest) return null;
  return roles.get(label.toLowerCase().normalize('NFC')) ?? null;
}

/** A line that begins with a label. */
export interface Labelled {
  readonly role: LabelRole;
  /** Where the value begins, in the line. */
  readonly value: number;
}

const decoration = /^[\s*_|\u2022]+|[\s*_]+$/g;

/** Reads `Label: value`, `*Label:* value`, `Label : value` or `Label：value` at the beginning of a line. */
export function labelled(line: string): Labelled | null {
  const head = line.slice(0, longest + 8);
  const ascii = head.indexOf(':');
  const wide = head.indexOf('：');
  const colon = ascii < 0 ? wide : wide < 0 ? ascii : Math.min(ascii, wide);
  if (colon < 1) return null;
  const role = roleOf(head.slice(0, colon).replace(decoration, ''));
  if (!role) return null;
  let value = colon + 1;
  while (value < line.length && /[\s*_]/.test(line.charAt(value))) value++;
  return { role, value };
}

/**
 * Labels that stand inside one line, as Yahoo's text view prints them: `From: a <b>To: cSent: d`.
 * Each role counts once; a label may be glued to the word before it, and Yahoo's Polish and Portuguese leave out a colon.
 */
export function inlineLabels(line: string): { role: LabelRole; start: number; value: number }[] {
  const found: { role: LabelRole; start: number; value: number }[] = [];
  const seen = new Set<LabelRole>();
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    const colon = char === ':' || char === '：';
    if (seen.size > 5 || (!colon && !(char === ' ' && seen.size > 1 && line.charAt(at + 1) !== ':'))) continue;
    for (let length = Math.min(longest, at - from); length > 0; length--) {
      const start = at - length;
      const first = line.charAt(start);
      if (first === first.toLowerCase()) continue;
      const word = line.slice(start, at);

      const glued = start > from && /[\p{L}\p{N}>"]/u.test(line.charAt(start - 1));
      if (!colon && !(glued && length > 1)) continue;
      const role = roleOf(word.trimEnd());
      if (!role || role === 'other' || seen.has(role)) continue;
      seen.add(role);
      found.push({ role, start, value: at + 1 });
      from = at + 1;
      break;
    }
  }
  return found;
}
