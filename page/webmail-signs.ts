/**
 * Whether a page is a webmail although no message is being written: by its folders, or by a message with its answers.
 * It decides only about an offer in the popup, on one page, when a person pressed the toolbar button; nothing of the page is kept.
 */
import { labelsOf } from './compose-parts';
import { plainLabel } from './labels';
import { modeOfControl } from './pressed-control';
import { all, attribute, bodyOf, first, isShown, rawTextOf } from './tree';

type Folder = 'inbox' | 'sent' | 'drafts' | 'trash' | 'junk' | 'archive';

/** What mail clients call their folders, as a whole label. Collected from the interface languages of Gmail, Outlook, Roundcube, Thunderbird and Nextcloud (2026). */
const table: Readonly<Record<Folder, string>> = {
  inbox:
    'inbox|posteingang|eingang|boîte de réception|courrier entrant|réception|bandeja de entrada|recibidos|entrada|posta in arrivo|in arrivo|caixa de entrada|a receber|postvak in|inkorgen|inkorg|indbakke|innboks|saapuneet|skrzynka odbiorcza|odebrane|doručená pošta|přijatá pošta|doručené|beérkezett üzenetek|beérkező levelek|gelen kutusu|mesaje primite|primite|prejeto|primljeno|входящие|вхідні|входяща поща|εισερχόμενα|דואר נכנס|البريد الوارد|صندوق الوارد|صندوق ورودی|受信トレイ|受信箱|收件箱|收件匣|받은 편지함|받은편지함|กล่องจดหมาย|hộp thư đến|kotak masuk|mewnflwch|bosca isteach|safata d’entrada',
  sent: 'sent|sent items|sent mail|sent messages|gesendet|gesendete objekte|gesendete elemente|gesendete|gesendete nachrichten|envoyés|éléments envoyés|messages envoyés|courrier envoyé|enviados|elementos enviados|mensajes enviados|enviadas|itens enviados|posta inviata|inviati|inviata|verzonden|verzonden items|verzonden berichten|skickat|skickade|sendt|sendt post|sendte|sendte elementer|sendt e-mail|lähetetyt|wysłane|elementy wysłane|odeslaná pošta|odeslané|odoslaná pošta|odoslané|elküldött üzenetek|elküldött levelek|elküldött elemek|elküldött|gönderilmiş öğeler|gönderilmiş|gönderilenler|trimise|mesaje trimise|poslano|отправленные|надіслані|изпратена поща|απεσταλμένα|נשלח|דואר שנשלח|البريد المرسل|المرسل|العناصر المرسلة|ارسال‌شده|送信済み|送信済みアイテム|送信済みトレイ|已发送|已发送邮件|寄件備份|已傳送|보낸 편지함|보낸편지함|ส่งแล้ว|đã gửi|terkirim|anfonwyd|eitemau a anfonwyd|seolta|enviats',
  drafts:
    'drafts|draft|entwürfe|brouillons|borradores|bozze|rascunhos|concepten|utkast|kladder|kladde|luonnokset|wersje robocze|robocze|koncepty|rozepsané|rozpísané|piszkozatok|taslaklar|ciorne|osnutki|skice|черновики|чернетки|чернови|πρόχειρα|טיוטות|المسودات|پیش‌نویس‌ها|下書き|草稿|草稿箱|임시 보관함|임시보관함|แบบร่าง|thư nháp|nháp|draf|drafftiau|dréachtaí|esborranys',
  trash:
    'trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöscht|gelöschte elemente|gelöschte objekte|corbeille|éléments supprimés|papelera|elementos eliminados|eliminados|cestino|posta eliminata|lixo|lixeira|itens eliminados|itens excluídos|prullenbak|prullenmand|verwijderde items|papperskorg|papperskorgen|borttaget|slettet post|slettede elementer|papirkurv|roskakori|poistetut|kosz|elementy usunięte|koš|odstraněná pošta|odstránená pošta|kôš|törölt elemek|kuka|lomtár|çöp kutusu|silinmiş öğeler|coș de gunoi|elemente șterse|koš za smeti|smeće|корзина|удаленные|кошик|видалені|кошче|κάδος απορριμμάτων|διαγραμμένα|אשפה|פריטים שנמחקו|المهملات|العناصر المحذوفة|ゴミ箱|削除済みアイテム|已删除|已删除邮件|垃圾桶|刪除的郵件|휴지통|지운 편지함|ถังขยะ|thùng rác|sampah|bin sbwriel|sbwriel|bruscar|paperera',
  junk: 'junk|spam|junk email|junk e-mail|junk-e-mail|bulk mail|spamverdacht|indésirables|courrier indésirable|pourriel|correo no deseado|no deseado|posta indesiderata|indesiderata|lixo eletrônico|lixo eletrónico|ongewenste e-mail|ongewenst|skräppost|uønsket e-mail|uønsket|søppelpost|roskaposti|wiadomości-śmieci|nevyžádaná pošta|nevyžiadaná pošta|levélszemét|gereksiz|gereksiz e-posta|istenmeyen|спам|нежелательная почта|небажана пошта|ανεπιθύμητα|דואר זבל|ספאם|البريد العشوائي|مزعج|迷惑メール|垃圾邮件|垃圾郵件|스팸|스팸 메일|정크 메일|อีเมลขยะ|thư rác|sothach|e-bost sothach|turscar|correu brossa',
  archive:
    'archive|archives|archiv|archivo|archivio|arquivo|archief|arkiv|arkisto|archiwum|archív|arşiv|arhivă|архив|архів|αρχειοθήκη|ארכיון|الأرشيف|アーカイブ|归档|存档|封存|보관함|archif',
};

const folderNames = (): ReadonlyMap<string, Folder> =>
  new Map((Object.keys(table) as Folder[]).flatMap((folder) => table[folder].split('|').map((name) => [name, folder] as const)));

const folderElements =
  'a,button,li,[role=treeitem],[role=link],[role=menuitem],[role=option],[role=tab],[role=button],[role=row],[data-folder-name],[data-folder],[data-mailbox]';
const mostElements = 1500;

/** The label of a folder without the number of its messages: "Inbox (3)", "Inbox 3 unread", "3 Inbox". */
const withoutCount = (label: string): string =>
  plainLabel(label)
    .replace(/^\d+\s+/, '')
    .replace(/[\s,·•-]*\d[\d.,\s+]*(?:\p{L}+(?:\s\p{L}+)?)?$/u, '')
    .trim();

function foldersOf(page: Document): ReadonlySet<Folder> {
  const found = new Set<Folder>();
  const names = folderNames();
  for (const element of all(page, folderElements).slice(0, mostElements)) {
    const text = rawTextOf(element);
    const labels = [attribute(element, 'data-folder-name') ?? '', ...labelsOf(element), text.length < 60 ? text : ''];
    for (const label of labels) {
      const folder = label && names.get(withoutCount(label.slice(0, 100)));
      if (folder && isShown(element)) found.add(folder);
    }
  }
  return found;
}

/** An open message: it can be answered and forwarded, and addresses are on the page. */
function showsMessage(page: Document): boolean {
  const modes = new Set<string>();
  for (const control of all(page, 'button,a,[role=button],[role=menuitem]').slice(0, mostElements)) {
    const mode = modeOfControl(control);
    if (mode && isShown(control)) modes.add(mode);
  }
  if (!modes.has('forward') || !(modes.has('reply') || modes.has('reply-all'))) return false;
  return first(page, 'a[href^="mailto:" i],[title*="@"],[data-email],[email],[aria-label*="@"]') !== null;
}

/** Whether this page is a webmail, as far as its structure and its labels tell. */
export function looksLikeWebmail(page: Document): boolean {
  if (!bodyOf(page)) return false;
  const folders = foldersOf(page);
  // A to-do list has an inbox, a blog has drafts and a bin, a forum has an inbox and what was sent.
  if (folders.has('inbox') && folders.has('sent') && folders.size >= 3) return true;
  return showsMessage(page);
}
