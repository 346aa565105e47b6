/**
 * The words that mail clients write on their compose controls, in many languages.
 * Collected from the interface languages of Gmail, Outlook, Roundcube, SOGo, Horde, Thunderbird and Nextcloud (2026); short words count
 * only as a whole label, because "a", "an" and "do" mean other things inside a sentence.
 * A language that is missing costs nothing where names and structure tell the same.
 */
import { visibleText } from '../mail/addresses';

export type LabelKind =
  | 'to'
  | 'cc'
  | 'bcc'
  | 'reply-to'
  | 'subject'
  | 'from'
  | 'send'
  | 'body'
  | 'attach'
  | 'discard'
  | 'search'
  | 'reply'
  | 'reply-all'
  | 'forward'
  | 'print';

const table: Readonly<Record<LabelKind, string>> = {
  to: 'to|to recipients|recipients|recipient|add recipients|add recipient|send to|mail to|an|empfänger|à|destinataires|destinataire|para|destinatarios|destinatario|destinatários|destinatário|a|destinatari|aan|naar|ontvangers|til|modtagere|mottakere|till|mottagare|vastaanottaja|vastaanottajat|do|komu|adresat|adresaci|odbiorcy|odbiorca|příjemce|příjemci|príjemca|címzett|címzettek|kime|alıcı|alıcılar|către|la|destinatar|prejemnik|prejemniki|za|primatelj|primatelji|кому|получатели|получатель|одержувачі|одержувач|до|получател|προς|παραλήπτες|παραλήπτης|אל|נמענים|إلى|المستلمون|المستلمين|به|گیرندگان|प्रति|宛先|收件人|收件者|받는 사람|받는사람|ถึง|tới|đến|người nhận|kepada|penerima|at|derbynwyr|derbynnydd|i|chuig|dên|do adresatów|kam|kellele|saajad|adresāts|kam:|gavėjas|gavėjai|nori|hartzaileak|a:|per a|destinatarios:|til modtagere|til mottakere|المستقبل|pa|kimə|каму|adresát|saaja|ստացող|примач|për|за|受信者|ผู้รับ|oan|प्रती|पाने वाला|প্রাপক|pre|кімге|viðtakandi',
  cc: 'cc|cc recipients|carbon copy|copy|copy to|kopie|kopie an|cc-empfänger|copie|copie à|copia|con copia|cópia|com cópia|kopia|kopi|kopija|dw|do wiadomości|kopio|másolat|másolatot kap|bilgi|копия|копія|κοιν.|κοινοποίηση|עותק|נسخة|نسخة|نسخة إلى|抄送|副本|参照|참조|สำเนา|salinan|tembusan|copïo|copi|copi i|cóip|ĉc|kc|c.c.|cc:|kópia|másolat:|koopia|kopija:|نسخة إلي|نسخة الى|nüsxə|копие|копие до|رونوشت|לידיעה|העתק|העתק למכותב|lampiran|afrit|写し|kopi til|kopia till|kp|цц|คัดลอก|kopya|karbon kopya|đồng kính gửi|көшірме|cópia para|copia a|kopie aan',
  bcc: 'bcc|bcc recipients|blind copy|blind carbon copy|blindkopie|bcc-empfänger|cci|copie cachée|copie carbone invisible|cco|copia oculta|con copia oculta|ccn|copia nascosta|cópia oculta|com cópia oculta|blinde kopie|skjult kopi|blindkopia|hemlig kopia|dold kopia|udw|ukryte do wiadomości|ukryta kopia|piilokopio|skrytá kopie|skrytá kópia|titkos másolat|rejtett másolat|gizli|gizli bilgi|скрытая копия|прихована копія|скрито копие|κρυφή κοινοποίηση|ιδιαίτερη κοινοποίηση|κρυφή κοιν.|עותק נסתר|עותק מוסתר|نسخة مخفية|نسخة مخفية الوجهة|密送|密件抄送|密件副本|숨은참조|숨은 참조|สำเนาลับ|copïo dall|copi cudd|dcopi|cóip dhall|c.c.i.|c.c.o.|bcc:|схаваная копія|скрито копие до|blind-kopie|blindkopi|blindkopi til|pimekoopia|رونوشت مخفی|מכותב מוסתר|העתק חסוי|lampiran tersembunyi|falið afrit|隠した写し|slaptoji kopija|nematoma kopija|скрытая|прихована|skp|бцц|แอบสำเนาถึง|gizli kopya|gizli karbon kopya|نسخة مخفية إلى|نسخة مخفية الى|copie cachée à|copie oarbă|izkutuko kopia|diskrētā kopija|blindkopio|жасырын көшірме|cópia oculta para|skjult kopi til|dold kopia till',
  'reply-to':
    'reply-to|reply to|antwort an|antworten an|répondre à|responder a|responder para|rispondi a|antwoorden aan|antwoordadres|svar til|svara till|svar til:|odpowiedz do|odpověď na|vastausosoite|followup-to|mail-followup-to|ответить на|回复至|返信先|ateb i|الرد إلى|contestar a|отговор до|respon a|ateb-i|απάντηση στο|svara-til|כתובת למענה|odgovori na|válaszcím|balas kepada|회신 주소|antwoord-aan|odpowiedź do|răspunde la|odpovedať na|odgovor na|svar till|yanıt adresi|зворотня адреса|trả lời cho|回覆至',
  subject:
    'subject|add a subject|add subject|subject line|enter subject|email subject|message subject|betreff|betreff hinzufügen|objet|sujet|ajouter un objet|asunto|agregar un asunto|agregar asunto|añadir un asunto|oggetto|aggiungi un oggetto|assunto|adicionar um assunto|adicione um assunto|onderwerp|onderwerp toevoegen|emne|tilføj et emne|ämne|lägg till ett ämne|aihe|temat|dodaj temat|předmět|přidat předmět|predmet|tárgy|tárgy hozzáadása|konu|subiect|zadeva|naslov|тема|тема письма|добавьте тему|добавить тему|заголовок|θέμα|נושא|הוסף נושא|الموضوع|موضوع|إضافة موضوع|विषय|件名|件名を追加|主题|主旨|添加主题|제목|หัวเรื่อง|เรื่อง|chủ đề|tiêu đề|subjek|perihal|pwnc|testun|ábhar|assumpte|gaia|pealkiri|teema|tēmats|temats|dalykas|tema|mövzu|заглавие|тэма|judul|titill|viðfangsefni|наслов|หัวจดหมาย|asuntu|subjekt|тақырып|مضمون|sujed|ûnderwerp|বিষয়|विशय',
  from: 'from|sender|send from|send as|von|absender|de|expéditeur|remitente|da|mittente|remetente|van|afzender|fra|avsender|afsender|från|avsändare|lähettäjä|od|nadawca|odesílatel|odosielateľ|feladó|kimden|gönderen|de la|expeditor|pošiljatelj|от|от кого|отправитель|від|відправник|από|αποστολέας|מאת|من|المرسل|از|差出人|送信元|发件人|寄件者|보낸 사람|보내는 사람|จาก|từ|dari|pengirim|oddi wrth|gan|ó|identity|account|kimdən|ад|remitent|saatja|nork|frá|発信者|送信者|寄件人|siuntėjas|nuo|од|nga|ผู้ส่ง|gönderici|від кого|gửi từ|daripada|প্রেরক|प्रेषक|кімнен',
  send: 'send|send now|send message|send email|send e-mail|send mail|senden|absenden|nachricht senden|jetzt senden|versenden|envoyer|envoyer le message|enviar|enviar mensaje|enviar ahora|enviar mensagem|enviar agora|invia|invia messaggio|invia ora|verzenden|verstuur|versturen|verzend|nu verzenden|send nå|send nu|skicka|skicka nu|lähetä|wyślij|wyślij wiadomość|odeslat|poslat|odoslať|küldés|elküldés|üzenet küldése|gönder|trimite|trimitere|pošalji|pošlji|отправить|отправить сообщение|отправить письмо|надіслати|відправити|изпрати|изпращане|αποστολή|שלח|שליחה|إرسال|أرسل|ارسال|भेजें|送信|送信する|发送|發送|傳送|送出|寄送|보내기|전송|ส่ง|gửi|kirim|hantar|anfon|seol|envia|bidali|saada|sūtīt|siųsti|senda|dërgo|hanfon|send besked|send melding|ارسل|إرسال الرسالة الآن|göndər|адправіць|изпрати писмото|pošalji poruku|envia el missatge|odeslat zprávu|odeslat zprávu nyní|anfon nawr|nachricht jetzt senden|e-mail senden|mail senden|αποστολή μηνύματος|enviar el mensaje|enviar ahora el mensaje|enviar correo|enviar e-mail|saada kiri|saada kiri kohe|bidali mezua|ارسال پیغام|lähetä viesti|envoyer un courriel|envoyer maintenant|envoyer le mail|enviar a mensaxe|משלוח|משלוח מיידי|मेल भेजें|kirim pesan|senda skilaboðin|メッセージを送信|メールを送信|메일 보내기|발송|išsiųsti|išsiųsti laišką|sūtīt vēstuli|испрати|прати|hantar mesej|send e-posten|bericht verzenden|verstuur bericht|verzend bericht|send meldinga|wyślij teraz|trimite mesaj|trimite mesajul|отправить сейчас|послать|надіслати зараз|надіслати повідомлення|відіслати|odoslať správu|poslať|pošlji sporočilo|dërgoje|dërgoje mesazhin|пошаљи|пошаљи поруку|poslati|skicka meddelande|skicka meddelandet|ส่งจดหมาย|iletiyi gönder|i̇letiyi gönder|gửi thư|立即发送|立即傳送|寄出|立即寄出|寄信|发送邮件|发信|жіберу|inviar|unviar|invia il messaggio|invia adesso',
  body: 'message body|message body, press alt+f10 to exit|email body|e-mail body|mail body|body|message text|email text|text of the message|compose message|compose email|message content|email content|nachrichtentext|nachrichteninhalt|textkörper|corps du message|contenu du message|texte du message|cuerpo del mensaje|cuerpo|contenido del mensaje|corpo del messaggio|corpo da mensagem|corpo do email|texto da mensagem|berichttekst|berichtinhoud|brødtekst|meddelelsestekst|meldingstekst|meddelandetext|meddelandetexten|brödtext|viestin teksti|viestin leipäteksti|treść wiadomości|tělo zprávy|text zprávy|telo správy|üzenet szövege|üzenet törzse|ileti gövdesi|mesaj gövdesi|ileti metni|corpul mesajului|текст письма|тело письма|текст сообщения|тело сообщения|текст повідомлення|σώμα μηνύματος|κείμενο μηνύματος|גוף ההודעה|نص الرسالة|محتوى الرسالة|メッセージ本文|本文|邮件正文|正文|郵件內文|訊息內文|메시지 본문|본문|메일 본문|nội dung thư|nội dung|isi pesan|corff y neges|tekst poruke|besedilo sporočila',
  attach:
    'attach|attach file|attach files|attach a file|attachment|attachments|add attachment|add attachments|add a file|add files|upload attachment|anhang|anhänge|anhängen|datei anhängen|dateien anhängen|anhang hinzufügen|anlage|anlagen|pièce jointe|pièces jointes|joindre|joindre un fichier|joindre des fichiers|ajouter une pièce jointe|adjuntar|adjuntar archivo|adjuntar archivos|adjunto|adjuntos|archivos adjuntos|allega|allega file|allegati|allegato|aggiungi allegato|anexar|anexar arquivo|anexar arquivos|anexar ficheiros|anexos|anexo|bijlage|bijlagen|bijlage toevoegen|bestand toevoegen|bestanden toevoegen|vedhæft|vedhæft fil|vedhæft filer|vedhæftede filer|vedlegg|legg ved|legg ved fil|bifoga|bifoga fil|bifoga filer|bilagor|bilaga|liite|liitteet|liitä tiedosto|załącznik|załączniki|załącz|załącz pliki|dołącz plik|dodaj załącznik|příloha|přílohy|přidat přílohu|priložiť|csatolás|csatolmány|mellékletek|fájl csatolása|ekle|dosya ekle|ekler|atașare|atașamente|atașați|вложение|вложения|прикрепить|прикрепить файл|прикрепить файлы|вкладення|прикріпити|επισύναψη|συνημμένα|צרף|צירוף קבצים|קבצים מצורפים|إرفاق|إرفاق ملف|مرفقات|المرفقات|添付|添付ファイル|ファイルを添付|附件|添加附件|上传附件|附加檔案|첨부|파일 첨부|첨부파일|แนบไฟล์|đính kèm|đính kèm tệp|lampiran|lampirkan|atodi|atodiadau|atodi ffeil',
  discard:
    'discard|discard draft|delete draft|discard message|verwerfen|entwurf verwerfen|entwurf löschen|supprimer le brouillon|ignorer|abandonner|descartar|descartar borrador|eliminar borrador|descartar rascunho|elimina bozza|ignora|verwijderen|concept verwijderen|negeren|kassér|kassér kladde|forkast|forkast utkast|ta bort utkast|ignorera|hylkää|odrzuć|odrzuć wersję roboczą|zahodit|zahodit koncept|zahodiť|elvetés|piszkozat elvetése|at|taslağı sil|renunțare|удалить черновик|отменить|відхилити|απόρριψη|בטל טיוטה|تجاهل المسودة|下書きを破棄|破棄|舍弃|放弃|放棄|捨棄|삭제|hủy bỏ thư nháp|buang draf|gwaredu|gwaredu drafft',
  search:
    'search|search mail|find|suche|suchen|rechercher|recherche|buscar|búsqueda|cerca|ricerca|pesquisar|procurar|zoeken|søg|søk|sök|haku|hae|szukaj|hledat|hľadať|keresés|ara|căutare|найти|поиск|пошук|αναζήτηση|חפש|חיפוש|بحث|検索|搜索|搜尋|검색|ค้นหา|tìm kiếm|cari|chwilio',
  reply:
    "reply|answer|antworten|répondre|responder|rispondi|beantwoorden|antwoorden|svar|svara|vastaa|odpowiedz|odpovědět|odpovedať|válasz|yanıtla|cevapla|răspunde|răspundeți|odgovori|ответить|відповісти|отговор|απάντηση|השב|תשובה|رد|返信|回复|回覆|답장|회신|ตอบกลับ|trả lời|balas|ateb|freagair|respon|الرد على المرسل|reply to sender|reply to sender only|antwort verfassen|odpovědět odesílateli|ymateb|svar til afsender|απάντηση στον αποστολέα|responder al remitente|répondre à l’expéditeur|répondre à l'expéditeur|תגובה|מענה לשולח|rispondi al mittente|送信者に返信|보낸 사람에게 회신|atsakyti|atbildēt|одговори|svar på|beantwoorden aan afzender|svar til avsendar|odpowiedz nadawcy|responder para o remetente|svara avsändaren|göndericiye yanıtla|відповісти відправнику|回复发件人|erantzun|respondre|vasta|përgjigju|پاسخ|besvar|răspuns|odgovoriti|respondi|cavabla|адказаць|ответить отправителю",
  'reply-all':
    'reply all|reply to all|allen antworten|antwort an alle|alle antworten|répondre à tous|responder a todos|responder a todas|responder todos|rispondi a tutti|allen beantwoorden|allen antwoorden|beantwoord allen|svar alle|svar til alle|svara alla|svara till alla|vastaa kaikille|odpowiedz wszystkim|odpowiedz na wszystkie|odpovědět všem|odpovedať všetkým|válasz mindenkinek|tümünü yanıtla|herkese cevap ver|răspunde la toate|răspunde tuturor|odgovori svima|odgovori vsem|ответить всем|відповісти всім|отговор на всички|απάντηση σε όλους|השב לכולם|הגב לכולם|رد على الكل|الرد على الكل|全員に返信|全部回复|回复全部|答复全部|全部回覆|전체 답장|전체답장|모두에게 회신|ตอบกลับทั้งหมด|trả lời tất cả|balas semua|ateb pawb|ateb i bawb|reply list|reply to list|الرد على الجميع|رد للكل|адказаць усім|respon a tots|respondre a tots|ymateb i bawb|απάντηση όλων|vasta kõigile|erantzun denei|guztiei erantzun|پاسخ به همه|מענה לכולם|balas ke semua|svara öllum|전체 회신|atsakyti visiems|atbildēt visiem|одговори на сите|одговори свима|svar til alle mottakere|beantwoord iedereen|відповісти усім|回复所有|回复所有人|回覆所有人|herkesi yanıtla|toplu yanıtla|odgovoriti svima|răspuns către toți|răspunde la toţi|отговор до всички|отговори на всички|besvar alle|rép. à tous|odp. všem|përgjigju të gjithëve|antwort an absender und alle empfänger verfassen|rispondi al mittente e ai destinatari|svara avsändaren och alla mottagare|reply to all recipients|reply to list or to sender and all recipients|allen empfängern antworten|antwurdzje alle|hamıya cavabla',
  forward:
    'forward|forward message|forward inline|forward as attachment|weiterleiten|transférer|faire suivre|reenviar|inoltra|encaminhar|reencaminhar|doorsturen|videresend|vidarebefordra|välitä|lähetä edelleen|przekaż|prześlij dalej|přeposlat|preposlať|továbbítás|yönlendir|ilet|redirecționare|redirecționați|proslijedi|posreduj|переслать|переслати|препращане|προώθηση|העבר|העברה|إعادة توجيه|تحويل|转发|轉寄|轉發|転送|전달|ส่งต่อ|chuyển tiếp|teruskan|anfon ymlaen|ymlaen|blaenyrru|cuir ar aghaidh|reenvia|تمرير الرسالة|препрати|препрати писмото|proslijedi poruku|reenvia el missatge|předat zprávu|danfon y neges ymlaen|videresend beskeden|nachricht weiterleiten|προώθηση μηνύματος|forward the message|reenviar el mensaje|reenviar mensaje|edasta|birbidali|ارجاع|välitä eteenpäin|välitä viesti|transférer le courriel|העבר הודעה|teruskan pesan|áframsenda|áfram|inoltra il messaggio|inoltra messaggio|メッセージを転送|메시지 전달|persiųsti|pārsūtīt|majukan|videresend denne e-posten|bericht doorsturen|vidaresend|encaminhar a mensagem|encaminhar mensagem|înaintează|trimite mesajul mai departe|poslať ďalej|përcille|проследи|vidarebefordra meddelandet|ส่งต่อจดหมาย|i̇let|переслати повідомлення|переслать сообщение|chuyển tiếp thư|转发邮件|轉寄郵件|proslijediti|retrimitere|prosledi|пераслаць|send vidare',
  print:
    'print|print all|print message|print this message|print email|print e-mail|print conversation|print thread|print preview|print view|print page|print this page|print selected|printable version|printer friendly|drucken|alle drucken|alles drucken|nachricht drucken|ausdrucken|druckansicht|druckvorschau|imprimer|tout imprimer|imprimer tout|imprimer le message|imprimer la conversation|imprimir|imprimir todo|imprimir mensaje|imprimir tudo|imprimir mensagem|imprimir conversa|stampa|stampa tutto|stampa messaggio|stampa tutti|afdrukken|alles afdrukken|bericht afdrukken|printen|udskriv|udskriv alle|udskriv besked|skriv ut|skriv ut alla|skriv ut alle|skriv ut meddelande|skriv ut melding|tulosta|tulosta kaikki|tulosta viesti|drukuj|wydrukuj|drukuj wszystko|drukuj wiadomość|wydrukuj wszystko|tisk|vytisknout|vytisknout vše|tisknout|tlačiť|vytlačiť|vytlačiť všetko|nyomtatás|összes nyomtatása|üzenet nyomtatása|yazdır|tümünü yazdır|iletiyi yazdır|imprimare|imprimați|tipărire|tipărește|ispis|ispiši|ispiši sve|štampaj|odštampaj|natisni|natisni vse|печать|печатать|распечатать|распечатать все|распечатать всё|напечатать|друк|друкувати|роздрукувати|надрукувати|роздрукувати все|печат|отпечатване|отпечатай|отпечатване на всички|εκτύπωση|εκτύπωση όλων|הדפסה|הדפס|הדפס הכל|הדפסת הכול|طباعة|طباعة الكل|اطبع|چاپ|प्रिंट करें|印刷|すべて印刷|打印|全部打印|打印全部|列印|全部列印|인쇄|모두 인쇄|전체 인쇄|พิมพ์|พิมพ์ทั้งหมด|in|in tất cả|in thư|cetak|cetak semua|argraffu|argraffu popeth|argraffu neges|priontáil|priontáil uile|imprimeix|imprimeix-ho tot|inprimatu|prindi|prindi kõik|drukāt|drukāt visu|spausdinti|spausdinti viską|prenta',
};

interface Words {
  readonly whole: ReadonlyMap<string, readonly LabelKind[]>;
}

/** Builds the lookup. Done once by the caller that keeps it: module level stays free of work. */
function wordsOfTable(): Words {
  const whole = new Map<string, LabelKind[]>();
  for (const kind of Object.keys(table) as LabelKind[]) {
    for (const word of table[kind].split('|')) {
      const key = plainLabel(word);
      const kinds = whole.get(key) ?? [];
      if (!kinds.includes(kind)) whole.set(key, [...kinds, kind]);
    }
  }
  return { whole };
}

let words: Words | null = null;

/** A label without its ornaments: invisible marks, shortcut in parentheses, colon, star, letter case. */
export function plainLabel(text: string): string {
  return visibleText(text.slice(0, 300))
    .toLowerCase()
    .replace(/[([（].*?[)\]）]/g, ' ')
    .replace(/[\s:：*…."'“”«»>+]+$/u, '')
    .replace(/^[\s+*"'“”«»<]+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a label says, when it is one of the known words as a whole. A word can mean several things ("at"). */
export function kindsOfLabel(text: string): readonly LabelKind[] {
  if (!text || text.length > 300) return [];
  words ??= wordsOfTable();
  const plain = plainLabel(text);
  return words.whole.get(plain) ?? [];
}

export const isLabel = (text: string, kind: LabelKind): boolean => kindsOfLabel(text).includes(kind);

/**
 * Longer labels of recipient fields: "To - Select contacts", "Cc recipients, 3 selected", "Enter recipients", "An (Empfänger)".
 * The first part decides; the word for "recipient" decides where the first part says nothing.
 */
export function recipientKindOfLabel(text: string): 'to' | 'cc' | 'bcc' | 'reply-to' | null {
  const whole = kindsOfLabel(text);
  for (const kind of ['reply-to', 'bcc', 'cc', 'to'] as const) if (whole.includes(kind)) return kind;
  const plain = visibleText(text.slice(0, 300)).toLowerCase();
  const head = plain.split(/\s[-–—|]\s|[,;:(.（：]/)[0] ?? '';
  if (head !== plain) {
    const kinds = kindsOfLabel(head);
    for (const kind of ['reply-to', 'bcc', 'cc', 'to'] as const) if (kinds.includes(kind)) return kind;
  }
  if (/^(?:bcc|cci|cco|ccn|udw)\b/.test(plain)) return 'bcc';
  if (/^cc\b/.test(plain)) return 'cc';
  if (/^to\s(?:recipients?|field|address(?:es)?|line)\b/.test(plain)) return 'to';
  if (plain.length < 60 && wordForRecipient.test(plain)) {
    if (/\bbcc\b|blind/.test(plain)) return 'bcc';
    if (/\bcc\b/.test(plain)) return 'cc';
    return 'to';
  }
  return null;
}

const wordForRecipient =
  /recipient|empfänger|destinatai?r|ontvanger|mottagar|modtager|mottaker|vastaanottaj|odbiorc|adresat|příjemc|címzett|alıcı|получател|одержувач|παραλήπτ|נמענים|المستلم|宛先|收件|받는|derbyn/u;

/** "Add a recipient" stands in To, Cc and Bcc alike on some sites: what the field's box is called says more. */
export function saysOnlyRecipient(text: string): boolean {
  const plain = visibleText(text.slice(0, 100)).toLowerCase();
  return wordForRecipient.test(plain) && !/^(?:to|an|à|para|a|cc|bcc)\b|\bcc\b|\bbcc\b|blind/.test(plain);
}

/** The parts of a name that programmers gave: `composer:to-bcc` → `composer to bcc`, `toField2` → `to field`, `MSG_1a2b_TO` → `msg 1a2b to`. */
export function nameTokens(name: string): readonly string[] {
  return name
    .slice(0, 120)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((token) => token.replace(/^\d+|\d+$/g, ''))
    .filter(Boolean);
}

/** Which compose field programmers' names mean (`name`, `id`, `data-testid` …), or `null`. */
export function kindOfName(name: string): 'to' | 'cc' | 'bcc' | 'reply-to' | 'subject' | 'from' | null {
  const tokens = nameTokens(name).map(
    (token) => /^(?:header|hdr|mail|msg|txt|field|compose|input|edit|frm|form)(to|cc|bcc|subject)$/.exec(token)?.[1] ?? token,
  );
  const has = (...wanted: string[]) => tokens.some((token) => wanted.includes(token));
  if (tokens.length === 0 || tokens.length > 9) return null;
  if (has('replyto', 'followupto', 'followup') || (has('reply') && has('to'))) return 'reply-to';
  if (has('search', 'filter', 'query', 'date', 'toggle', 'count')) return null;
  // `copyto` and `blindcopyto` are the fields of Notes and iNotes.
  if (has('bcc', 'cci', 'cco', 'ccn', 'blindcopyto')) return 'bcc';
  if (has('cc', 'copyto')) return 'cc';
  if (
    has(
      'subject',
      'subj',
      'subjectbox',
      'betreff',
      'objet',
      'asunto',
      'oggetto',
      'mailsubject',
      'msgsubject',
      'composesubject',
      'subjectfield',
      'subjectinput',
      'subjectline',
    )
  )
    return 'subject';
  if (
    has(
      'recipient',
      'recipients',
      'torecipients',
      'torecipient',
      'sendto',
      'mailto',
      'msgto',
      'tofield',
      'toinput',
      'toaddress',
      'toaddresses',
      'toaddr',
      'composeto',
      'addressees',
      'destinataire',
      'destinatario',
      'empfaenger',
    )
  )
    return 'to';
  const at = tokens.indexOf('to');
  if (at >= 0 && (at === tokens.length - 1 || at === 0 || tokens.slice(at + 1).every((token) => benign.has(token) || token.length > 12))) {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const other = before !== undefined && stray.has(before);
    if (!other && (after === undefined || benign.has(after) || /\d/.test(after) || after.length > 12)) return 'to';
  }
  if (has('from', 'sender', 'identity', 'fromaddress', 'mailfrom', 'fromfield', 'composefrom')) return 'from';
  return null;
}

const benign: ReadonlySet<string> = new Set(
  'field input box control row well text txt area textarea line address addresses addr list container wrapper recipient recipients editor picker chips tokens header value wrap id idcmp cmp compose composer mail email message msg combobox tagify select'.split(
    ' ',
  ),
);
const stray: ReadonlySet<string> = new Set(
  'reply followup go back jump skip scroll add move copy save switch return how up link similar next due date valid range price time until forward redirect bounce convert belongs'.split(
    ' ',
  ),
);
