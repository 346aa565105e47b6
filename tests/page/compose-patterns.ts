/**
 * Composes by the ways that front-ends have of building one, instead of by product: every way of showing recipients, writing, sending and framing,
 * in many languages, without names that programmers gave and with random classes. Hand-made; every page holds the same message as `compose-families.ts`.
 */
import { noise } from '../support/compose-page';
import type { Family } from './compose-families';

interface Words {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly send: string;
  readonly remove: string;
  readonly body: string;
  readonly rtl?: true;
}

const english: Words = { to: 'To', cc: 'Cc', bcc: 'Bcc', subject: 'Subject', send: 'Send', remove: 'Remove', body: 'Message body' };
const german: Words = { to: 'An', cc: 'Kopie', bcc: 'Blindkopie', subject: 'Betreff', send: 'Senden', remove: 'Entfernen', body: 'Nachrichtentext' };
const french: Words = { to: 'À', cc: 'Cc', bcc: 'Cci', subject: 'Objet', send: 'Envoyer', remove: 'Supprimer', body: 'Corps du message' };
const polish: Words = { to: 'Do', cc: 'DW', bcc: 'UDW', subject: 'Temat', send: 'Wyślij', remove: 'Usuń', body: 'Treść wiadomości' };
const czech: Words = { to: 'Komu', cc: 'Kopie', bcc: 'Skrytá kopie', subject: 'Předmět', send: 'Odeslat', remove: 'Odebrat', body: 'Text zprávy' };
const turkish: Words = { to: 'Kime', cc: 'Bilgi', bcc: 'Gizli', subject: 'Konu', send: 'Gönder', remove: 'Kaldır', body: 'İleti metni' };
const greek: Words = { to: 'Προς', cc: 'Κοιν.', bcc: 'Κρυφή κοινοποίηση', subject: 'Θέμα', send: 'Αποστολή', remove: 'Κατάργηση', body: 'Κείμενο μηνύματος' };
const russian: Words = { to: 'Кому', cc: 'Копия', bcc: 'Скрытая копия', subject: 'Тема', send: 'Отправить', remove: 'Удалить', body: 'Текст письма' };
const arabic: Words = { to: 'إلى', cc: 'نسخة', bcc: 'نسخة مخفية', subject: 'الموضوع', send: 'إرسال', remove: 'إزالة', body: 'نص الرسالة', rtl: true };
const hebrew: Words = { to: 'אל', cc: 'עותק', bcc: 'עותק מוסתר', subject: 'נושא', send: 'שליחה', remove: 'הסר', body: 'גוף ההודעה', rtl: true };
const japanese: Words = { to: '宛先', cc: 'Cc', bcc: 'Bcc', subject: '件名', send: '送信', remove: '削除', body: '本文' };
const chinese: Words = { to: '收件人', cc: '抄送', bcc: '密送', subject: '主题', send: '发送', remove: '删除', body: '正文' };
const korean: Words = { to: '받는사람', cc: '참조', bcc: '숨은참조', subject: '제목', send: '보내기', remove: '삭제', body: '본문' };
const welsh: Words = { to: 'At', cc: 'Copi', bcc: 'Copi cudd', subject: 'Pwnc', send: 'Anfon', remove: 'Dileu', body: 'Corff y neges' };

const icon = '<svg width="20" height="20"><path d="M2 2h16"/></svg>';
const inbox =
  '<nav><a href="#">Inbox</a></nav><div role="grid"><div role="row"><span title="listed@elsewhere.example">Listed</span><button title="Reply">R</button></div></div><aside><ul><li title="contact@elsewhere.example">Contact</li></ul></aside>';
const page = (words: Words, inner: string): string =>
  `<!doctype html><html${words.rtl ? ' dir="rtl"' : ''}><title>Mail</title><body><header><span>jane.smith@justice.example</span></header>${inbox}${inner}</body></html>`;
const file = (words: Words): string =>
  `<ul class="${noise()}"><li><span>plan.pdf</span> <small>12 KB</small><button aria-label="${words.remove} plan.pdf">${icon}</button></li></ul>`;
const person = (words: Words, name: string, address: string): string =>
  `<div class="${noise()}"><span>${name}</span><button type="button" aria-label="${words.remove} ${address}">${icon}</button></div>`;
const rich = (words: Words, attributes = ''): string =>
  `<div class="${noise()}"><div contenteditable="true" aria-label="${words.body}" ${attributes} style="min-height:160px;width:600px">Hello</div></div>`;

/** A web component with an open shadow root. Written as a declarative template, which `openPage` makes a root of. */
const component = (name: string, inner: string, light = '', attributes = ''): string =>
  `<${name} ${attributes}><template shadowrootmode="open"><style>:host { display: block }</style>${inner}</template>${light}</${name}>`;

/** A label before a box with chips and an input. */
const chipRows = (words: Words, label = (text: string): string => `<span>${text}</span>`): string =>
  `<div class="${noise()}">${label(words.to)}<div>${person(words, 'Ann Other', 'ann@outside.example')}<input type="text" value="typed@y.example"></div></div>
<div class="${noise()}">${label(words.cc)}<div>${person(words, 'carol@x.example', 'carol@x.example')}<input type="text"></div></div>
<div class="${noise()}">${label(words.bcc)}<div><input type="text"></div></div>`;

const boxes: readonly {
  readonly name: string;
  readonly words: Words;
  readonly html: (words: Words) => string;
  readonly frame?: string;
  readonly to?: readonly string[];
}[] = [
  {
    name: 'native dialog, Quill, Send as an icon with a name',
    words: german,
    html: (words) =>
      `<dialog open>${chipRows(words)}<input placeholder="${words.subject}" value="Plan"><div class="ql-container"><div class="ql-editor" contenteditable="true" style="min-height:160px"><p>Hello</p></div></div>${file(words)}<button type="button" title="${words.send}">${icon}</button></dialog>`,
  },
  {
    name: 'one editable line per field with chips in it',
    words: french,
    html: (words) => {
      const chip = (name: string, address: string) => `<span contenteditable="false" class="${noise()}" title="${address}">${name}</span>`;
      return `<div class="${noise()}"><div><span>${words.to} :</span><div contenteditable="true" role="textbox" aria-label="${words.to}">${chip('Ann Other', 'ann@outside.example')}&nbsp;typed@y.example</div></div>
<div><span>${words.cc} :</span><div contenteditable="true" role="textbox" aria-label="${words.cc}">${chip('carol@x.example', 'carol@x.example')}&nbsp;</div></div>
<div><input aria-label="${words.subject}" value="Plan"></div>${rich(words, 'role="textbox" aria-multiline="true"')}${file(words)}<div role="button" tabindex="0">${words.send}</div></div>`;
    },
  },
  {
    name: 'selects of several, plain text area, Send as a picture',
    words: polish,
    html: (words) =>
      `<form><table><tr><td>${words.to}:</td><td><select multiple><option selected value="ann@outside.example">Ann Other</option><option value="contact@elsewhere.example">Contact</option></select><input type="text" value="typed@y.example"></td></tr>
<tr><td>${words.cc}:</td><td><select multiple><option selected value="carol@x.example">carol@x.example</option></select></td></tr><tr><td>${words.bcc}:</td><td><input type="text"></td></tr>
<tr><td>${words.subject}:</td><td><input type="text" value="Plan"></td></tr></table><textarea rows="14" cols="80">Hello</textarea>${file(words)}<input type="image" alt="${words.send}" src="data:,"></form>`,
  },
  {
    name: 'a toolbar far from the fields, Send as a link',
    words: czech,
    html: (words) =>
      `<div class="${noise()}"><ul><li><a href="#" class="${noise()}"><i></i><span>${words.send}</span></a></li><li><a href="#">Uložit</a></li></ul></div><main><section><div>${chipRows(words, (text) => `<label>${text}</label>`)}<div><label>${words.subject}</label><input value="Plan"></div></div><section>${file(words)}<iframe style="width:600px;height:200px" title="${words.body}"></iframe></section></section></main>`,
    frame: '<body id="tinymce" class="mce-content-body" contenteditable="true"><p>Hello</p>',
  },
  {
    name: 'combobox with its list elsewhere, Lexical',
    words: turkish,
    html: (words) =>
      `<div role="dialog" aria-label="Yeni ileti"><div class="${noise()}"><div id="l1">${words.to}</div><div>${person(words, 'Ann Other', 'ann@outside.example')}<input role="combobox" aria-labelledby="l1" aria-owns="list1" aria-expanded="true" value="typed@y.example"></div></div>
<div class="${noise()}"><div id="l2">${words.cc}</div><div>${person(words, 'carol@x.example', 'carol@x.example')}<input role="combobox" aria-labelledby="l2" aria-expanded="false"></div></div>
<input placeholder="${words.subject}" value="Plan"><div class="${noise()}"><div contenteditable="true" role="textbox" spellcheck="true" data-lexical-editor="true" style="min-height:160px"><p dir="auto"><span data-lexical-text="true">Hello</span></p></div></div>${file(words)}<button>${words.send}</button></div>
<div role="listbox" id="list1" style="position:absolute"><div role="option">Suggested &lt;suggested@elsewhere.example&gt;</div></div>`,
  },
  {
    name: 'ProseMirror, table rows, submit button',
    words: greek,
    html: (words) =>
      `<form><table><tr><th>${words.to}</th><td>${person(words, 'Ann Other', 'ann@outside.example')}<input value="typed@y.example"></td></tr><tr><th>${words.cc}</th><td>${person(words, 'carol@x.example', 'carol@x.example')}<input></td></tr><tr><th>${words.subject}</th><td><input value="Plan"></td></tr></table><div class="ProseMirror" contenteditable="true" translate="no" style="min-height:150px"><p>Hello</p></div>${file(words)}<input type="submit" value="${words.send}"></form>`,
  },
  {
    name: 'Squire, names before the boxes as buttons',
    words: russian,
    html: (words) =>
      `<div class="${noise()}">${chipRows(words, (text) => `<button type="button">${text}</button>`)}<div><span>${words.subject}</span><input value="Plan"></div><div contenteditable="true" style="min-height:200px;width:700px"><div>Hello<br></div></div>${file(words)}<button type="button"><span>${words.send}</span></button></div>`,
  },
  {
    name: 'right to left, Froala',
    words: arabic,
    html: (words) =>
      `<section>${chipRows(words, (text) => `<label>${text}</label>`)}<input placeholder="${words.subject}" value="Plan"><div class="fr-box"><div class="fr-wrapper"><div class="fr-element fr-view" contenteditable="true" style="min-height:160px"><p>Hello</p></div></div></div>${file(words)}<button>${words.send}</button></section>`,
  },
  {
    name: 'right to left, CKEditor 4 in a frame',
    words: hebrew,
    html: (words) =>
      `<form>${chipRows(words, (text) => `<label>${text}:</label>`)}<div><label>${words.subject}:</label><input value="Plan"></div><div class="cke"><iframe class="cke_wysiwyg_frame" style="width:600px;height:200px"></iframe></div>${file(words)}<button type="submit">${words.send}</button></form>`,
    frame: '<body class="cke_editable" contenteditable="true"><p>Hello</p>',
  },
  {
    name: 'definition list, CKEditor 5',
    words: japanese,
    html: (words) =>
      `<div class="${noise()}"><dl><dt>${words.to}</dt><dd>${person(words, 'Ann Other', 'ann@outside.example')}<input value="typed@y.example"></dd><dt>${words.cc}</dt><dd>${person(words, 'carol@x.example', 'carol@x.example')}<input></dd><dt>${words.subject}</dt><dd><input value="Plan"></dd></dl><div class="ck ck-content" contenteditable="true" role="textbox" style="min-height:160px"><p>Hello</p></div>${file(words)}<button>${words.send}</button></div>`,
  },
  {
    name: 'Send at the top and at the bottom',
    words: chinese,
    html: (words) =>
      `<div class="${noise()}"><div><a href="javascript:;">${words.send}</a><a href="javascript:;">存草稿</a></div>${chipRows(words)}<div><span>${words.subject}</span><input value="Plan"></div>${rich(words)}${file(words)}<div><a href="javascript:;">${words.send}</a></div></div>`,
  },
  {
    name: 'labels above the boxes',
    words: korean,
    html: (words) =>
      `<div class="${noise()}"><div><div>${words.to}</div><div>${person(words, 'Ann Other', 'ann@outside.example')}<textarea rows="1">typed@y.example</textarea></div></div><div><div>${words.cc}</div><div>${person(words, 'carol@x.example', 'carol@x.example')}<textarea rows="1"></textarea></div></div><div><div>${words.subject}</div><div><input value="Plan"></div></div>${rich(words)}${file(words)}<button>${words.send}</button></div>`,
  },
  {
    name: 'no subject label but a placeholder',
    words: welsh,
    html: (words) =>
      `<form>${chipRows(words, (text) => `<label>${text}</label>`)}<input placeholder="${words.subject}" value="Plan"><textarea rows="12" aria-label="${words.body}">Hello</textarea>${file(words)}<button>${words.send}</button></form>`,
  },
  {
    name: 'web components, every part in an open shadow root of its own',
    words: english,
    html: (words) => {
      const chip = (name: string, address: string) =>
        component('x-person', `<span title="${address}">${name}</span><button aria-label="${words.remove} ${address}">${icon}</button>`);
      const row = (label: string, inner: string) => component('x-row', `<label>${label}</label><div>${inner}</div>`);
      return component(
        'x-mail',
        component(
          'x-compose',
          `<div>${row(words.to, `${chip('Ann Other', 'ann@outside.example')}<input value="typed@y.example">`)}${row(words.cc, `${chip('carol@x.example', 'carol@x.example')}<input>`)}${row(words.bcc, '<input>')}${component('x-text-field', `<input aria-label="${words.subject}" value="Plan">`)}
${component('x-editor', `<div contenteditable="true" role="textbox" aria-multiline="true" aria-label="${words.body}" style="min-height:160px;width:600px">Hello</div>`)}${component('x-files', file(words))}${component('x-button', `<button><slot></slot></button>`, words.send)}</div>`,
        ),
      );
    },
  },
  {
    name: 'web components around slotted fields',
    words: german,
    html: (words) => {
      const row = (label: string, inner: string) =>
        component('y-field', '<div><span><slot name="label"></slot></span><slot></slot></div>', `<b slot="label">${label}</b>${inner}`);
      return component(
        'y-dialog',
        '<section><slot></slot><footer><slot name="actions"></slot></footer></section>',
        `${row(words.to, `<div>${person(words, 'Ann Other', 'ann@outside.example')}<input value="typed@y.example"></div>`)}${row(words.cc, `<div>${person(words, 'carol@x.example', 'carol@x.example')}<input></div>`)}${row(words.subject, '<input value="Plan">')}${component('y-rich-text', `<div contenteditable="true" style="min-height:160px;width:600px">Hello</div>`)}${file(words)}${component('y-button', `<button><slot></slot></button>`, words.send, 'slot="actions"')}`,
      );
    },
  },
  {
    name: 'an application in the open root of a plain element',
    words: french,
    html: (words) =>
      `<div id="app"><template shadowrootmode="open"><form>${chipRows(words, (text) => `<label>${text}</label>`)}<input placeholder="${words.subject}" value="Plan"><textarea rows="12" aria-label="${words.body}">Hello</textarea>${file(words)}<button>${words.send}</button></form></template></div>`,
  },
  {
    name: 'Send as a bare icon beside a menu',
    words: english,
    html: (words) =>
      `<div role="region">${chipRows(words)}<input placeholder="${words.subject}" value="Plan">${rich(words)}${file(words)}<div><button class="${noise()} btn-send">${icon}</button><button aria-haspopup="menu" aria-label="More send options">${icon}</button></div></div>`,
  },
];

export const patterns: readonly Family[] = boxes.map(({ name, words, html, frame, to }) => ({
  name,
  html: page(words, html(words)),
  ...(frame ? { frame } : {}),
  ...(to ? { to } : {}),
}));
