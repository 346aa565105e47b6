/**
 * Gmail composes as the documented signals describe them (`research/webmail-dom.md` §1), with class names that change on every call.
 * Hand-made: proves that the signals are read, not that Gmail still has them.
 */
import { noise } from '../../support/compose-page';

export interface Words {
  readonly language: string;
  readonly to: string;
  readonly send: string;
  readonly subject: string;
  readonly body: string;
  readonly attachment: string;
}

export const languages: readonly Words[] = [
  { language: 'en', to: 'To recipients', send: 'Send \u202a(Ctrl-Enter)\u202c', subject: 'Subject', body: 'Message Body', attachment: 'Attachment' },
  { language: 'de', to: 'Empfänger', send: 'Senden \u202a(Strg+Eingabe)\u202c', subject: 'Betreff', body: 'Nachrichtentext', attachment: 'Anhang' },
  { language: 'fr', to: 'Destinataires', send: 'Envoyer \u202a(Ctrl+Entrée)\u202c', subject: 'Objet', body: 'Corps du message', attachment: 'Pièce jointe' },
  { language: 'ar', to: 'المستلمون', send: 'إرسال \u202a(Ctrl-Enter)\u202c', subject: 'الموضوع', body: 'نص الرسالة', attachment: 'مرفق' },
  { language: 'xx', to: 'zzto', send: 'zzsend \u202a(Ctrl-Enter)\u202c', subject: 'zzsubject', body: 'zzbody', attachment: 'zzattachment' },
];

export interface Chip {
  readonly id: string;
  readonly name?: string;
}

export interface GmailCompose {
  readonly words?: Words;
  readonly to?: readonly Chip[];
  readonly cc?: readonly Chip[];
  readonly bcc?: readonly Chip[];
  readonly typed?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly rm?: string;
  readonly uet?: string;
  readonly icon?: 'mL' | 'mK' | 'mI';
  readonly files?: readonly string[];
  readonly folded?: boolean;
  readonly plain?: boolean;
  readonly trimmed?: boolean;
  readonly from?: string;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const chips = (list: readonly Chip[]): string =>
  list
    .map(
      ({ id, name }) =>
        `<div role="option" class="${noise()}" data-hovercard-id="${escaped(id)}" ${name ? `data-name="${escaped(name)}"` : ''}><div class="${noise()}" aria-hidden="true"><img alt=""></div><div class="${noise()}">${escaped(name ?? id)}</div></div>`,
    )
    .join('');

const row = (field: string, list: readonly Chip[], label: string, typed = ''): string => `
<div class="${noise()}"><div name="${field}" class="anm"><span class="${noise()}">${label}</span><div class="${noise()}"><div role="listbox" class="${noise()}">${chips(list)}</div>
<div class="${noise()}"><input role="combobox" type="text" class="${noise()}" aria-label="${label}" aria-autocomplete="list" aria-controls="s${field}" value="${escaped(typed)}">
<div id="s${field}" role="listbox" class="${noise()}" style="position:absolute">${typed ? '<div role="option" data-hovercard-id="suggested@elsewhere.example">Suggested Person</div>' : ''}</div></div></div></div></div>`;

/** The compose itself: what stands in a docked window, a pop-out and an inline reply alike. */
export function composeForm(given: GmailCompose = {}): string {
  const {
    words = languages[0] as Words,
    to = [],
    cc = [],
    bcc = [],
    typed = '',
    subject = '',
    body = '<br>',
    rm = '',
    uet = '',
    icon,
    files = [],
    folded,
    plain,
    trimmed,
    from = '',
  } = given;
  return `<div class="${noise()}"><div class="${noise()}" role="region"><table class="${noise()}"><tbody><tr><td class="${noise()}">
${icon ? `<div class="J-JN-M-I J-J5-Ji"><div class="J-J5-Ji J-JN-M-I-Jm"><img class="${icon}" alt=""></div></div>` : ''}
<form class="${noise()}" method="POST" enctype="multipart/form-data">
<div class="${noise()}" ${folded ? 'style="display:none"' : ''}>${row('to', to, words.to, typed)}${row('cc', cc, 'Cc')}${row('bcc', bcc, 'Bcc')}</div>
${folded ? `<div class="aoD hl" tabindex="1"><div>${to.map((chip) => chip.name ?? chip.id).join(', ')}</div></div>` : ''}
<div class="${noise()}"><input name="subjectbox" class="${noise()}" aria-label="${words.subject}" placeholder="${words.subject}" value="${escaped(subject)}"></div>
${Object.entries({ composeid: '1', from, subject: '', draft: '#msg-a:r-1', rt: '', rm, ishtml: '1', body: '', uet })
  .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
  .join('')}
</form>
<table class="${noise()}"><tbody><tr><td><div class="${noise()}">
<textarea class="Ak" aria-label="${words.body}" spellcheck="true" form="nosend" ${plain ? '' : 'style="display:none"'}>${plain ? escaped(body) : ''}</textarea>
<div ${plain ? 'style="display:none"' : ''}><div class="${noise()}" g_editable="true" role="textbox" aria-multiline="true" contenteditable="true" aria-label="${words.body}" style="min-height:200px">${plain ? '' : body}</div></div>
<div class="ajR" role="button" tabindex="-1" ${trimmed ? '' : 'style="display:none"'}>…</div>
${files.map((file) => `<div class="dL" tabindex="0"><input type="hidden" name="attach" value="f_x"><a class="dO"><div class="vI">${escaped(file)}</div><div class="vJ">(12K)</div></a><div class="vq" role="button" aria-label="Remove attachment"></div></div>`).join('')}
</div></td></tr><tr><td><table class="IZ" role="group"><tbody><tr><td>
<div role="button" class="${noise()}" tabindex="1" data-tooltip="${words.send}" aria-label="${words.send}">${words.send.split(' ')[0]}</div>
<div role="button" class="${noise()}" tabindex="1" aria-haspopup="true" aria-label="More send options"></div></td>
<td><div command="Files" role="button" aria-label="${words.attachment}"></div><input type="file" name="Filedata" multiple style="display:none"></td></tr></tbody></table></td></tr></tbody></table>
</td></tr></tbody></table></div></div>`;
}

/** The rest of the page: inbox with addresses everywhere, search, a chat box. */
export const around = (inner: string): string => `<!doctype html><title>Inbox (3) - jane.smith@justice.example - Gmail</title><body>
<header role="banner"><form role="search"><input aria-label="Search mail" name="q"></form><a aria-label="Google Account: Jane Smith  (jane.smith@justice.example)" href="#">J</a></header>
<div role="main"><table role="grid"><tr role="row"><td><span email="priya@outside.example" data-hovercard-id="priya@outside.example">Priya</span></td><td>Subject: To all</td></tr></table></div>
<div role="complementary"><input aria-label="Find people"><div contenteditable="true" role="textbox" aria-label="Chat message" style="height:30px"></div><button>Send</button></div>
${inner}`;

export const docked = (inner: string): string =>
  `<div class="${noise()}"><div role="dialog" class="${noise()}"><h2>New Message</h2><div class="aaZ">${inner}</div></div></div>`;
/** A minimised window: Gmail sets `display` on what is in it (InboxSDK). */
export const minimised = (inner: string): string =>
  `<div class="${noise()}"><div role="dialog" class="${noise()}"><h2>New Message</h2><div style="display:none">${inner}</div></div></div>`;
/** A closed full-screen window stays in the page, emptied. */
export const closed = `<div class="aSs"><div class="aSt"><div role="dialog"><div class="aaZ"><form><input type="hidden" name="composeid" value="9"><input type="hidden" name="draft" value="x"></form></div></div></div></div>`;
export const inline = (inner: string): string =>
  `<div role="main"><div role="list"><div role="listitem" class="adn" data-message-id="m1"><span class="gD" email="sender@outside.example">Sender</span><div class="a3s"><p>The message being read, from sender@outside.example</p></div><div class="aQH"><span class="aV3">received.pdf</span></div></div></div><div class="ip adB">${inner}</div></div>`;
export const popOut = (inner: string): string =>
  `<!doctype html><title>Compose - jane.smith@justice.example - Gmail</title><body class="xE xp"><div role="main">${inner}</div>`;
