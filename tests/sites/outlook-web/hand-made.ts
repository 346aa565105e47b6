/**
 * Outlook composes as the documented signals describe them (`research/webmail-dom.md` §2), with class names that change on every call.
 * Hand-made: proves that the signals are read, not that Outlook still has them.
 */
import { noise } from '../../support/compose-page';

export interface Words {
  readonly language: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly send: string;
  readonly subject: string;
  readonly body: string;
}

export const languages: readonly Words[] = [
  { language: 'en', to: 'To', cc: 'Cc', bcc: 'Bcc', send: 'Send', subject: 'Subject', body: 'Message body, press Alt+F10 to exit' },
  { language: 'de', to: 'An', cc: 'Cc', bcc: 'Bcc', send: 'Senden', subject: 'Betreff hinzufügen', body: 'Nachrichtentext, zum Beenden ALT+F10 drücken' },
  { language: 'es', to: 'Para', cc: 'Cc', bcc: 'Cco', send: 'Enviar', subject: 'Agregar un asunto', body: 'Cuerpo del mensaje, presione Alt+F10 para salir' },
  { language: 'he', to: 'אל', cc: 'עותק', bcc: 'עותק מוסתר', send: 'שלח', subject: 'הוסף נושא', body: 'גוף ההודעה, הקש Alt+F10 כדי לצאת' },
  { language: 'xx', to: 'zzto', cc: 'zzcc', bcc: 'zzbcc', send: 'zzsend', subject: 'zzsubject', body: 'zzbody' },
];

/** A chip: with an address in its label, or only a name with the presence word glued to it. */
export const chip = (text: string, presence = ''): string =>
  `\u200b<span id="REK0${Math.floor(Math.random() * 1e6)}" class="_Entity _EType_RECIPIENT_ENTITY _EReadonly_1 ${noise()}" contenteditable="false" draggable="true" aria-label="${presence}${text.replace(/</g, '&lt;')}"><span aria-hidden="true"></span><span class="${noise()}">${text.replace(/</g, '&lt;')}</span><span aria-hidden="true"></span></span>\u200b`;

export interface OutlookCompose {
  readonly words?: Words;
  readonly draft?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly beside?: string;
  readonly files?: readonly string[];
  readonly hidden?: boolean;
  readonly wells?: boolean;
  readonly summary?: string;
}

export function compose(given: OutlookCompose = {}): string {
  const {
    words = languages[0] as Words,
    draft = '15127c3b5a0',
    to = '',
    cc = '',
    bcc,
    subject = '',
    body = '<div><br></div>',
    beside = '',
    files = [],
    hidden,
    wells = true,
    summary = '',
  } = given;
  const well = (suffix: string, label: string, inner: string): string =>
    `<div class="${noise()}"><button type="button" class="${noise()}">${label}</button><div id="MSG_${draft}_${suffix}" role="group" class="${noise()}"><div aria-label="${label}" contenteditable="true" tabindex="0" aria-controls="FloatingSuggestionsList" class="${noise()}">${inner}</div></div></div>`;
  return `<div id="docking_InitVisiblePart_${draft}" ${hidden ? 'style="display:none"' : ''}><div data-app-section="ComposeForm" class="${noise()}">
<div class="${noise()}"><div data-testid="ComposeSendButton"><div class="fui-SplitButton ${noise()}"><button type="button" id="splitButton-r3a__primaryActionButton" class="fui-SplitButton__primaryActionButton" aria-label="${words.send}" title="${words.send} (Ctrl+Enter)">${words.send}</button><button type="button" class="fui-SplitButton__menuButton" aria-haspopup="true" aria-label="More send options"></button></div></div></div>
<div class="${noise()}"><span>From:</span><button type="button">jane.smith@justice.example</button></div>
${wells ? well('TO', words.to, to) + well('CC', words.cc, cc) + (bcc === undefined ? '' : well('BCC', words.bcc, bcc)) : `<div class="${noise()}">${summary}</div>`}
<div class="${noise()}"><input id="MSG_${draft}_SUBJECT" aria-label="${words.subject}" placeholder="${words.subject}" value="${subject.replace(/"/g, '&quot;')}"></div>
<div id="MSG_${draft}_ATTACHMENTS" class="${noise()}">${files.map((file) => `<div data-testid="AttachmentCard" class="${noise()}"><div title="${file}"><span class="${noise()}">${file}</span><span>24 KB</span></div><button aria-label="Remove attachment"></button></div>`).join('')}</div>
<div id="editorParent_1" class="${noise()}"><div role="textbox" aria-label="${words.body}" aria-multiline="true" contenteditable="true" style="min-height:120px" class="${noise()}">${body}</div></div>${beside}
<button type="button" id="discardCompose" aria-label="Discard"></button></div></div>`;
}

/** Folder pane, message list, and a message being read, with addresses and attachments of their own. */
export const around = (inner: string, account = 'jane.smith@justice.example'): string => `<!doctype html><title>Mail - Jane Smith - Outlook</title><body>
<div id="primaryMailboxRoot_X" role="treeitem" data-folder-name="${account}" title="${account}">${account}</div>
<div aria-label="To" contenteditable="true" style="display:none">decoy@elsewhere.example</div>
<div role="group"><button type="button" class="fui-SplitButton__primaryActionButton" aria-label="New mail"><i data-icon-name="ComposeRegular"></i>New mail</button></div>
<div id="MailList" role="listbox"><div role="option" aria-label="From listed@elsewhere.example To all">Listed</div></div>
<div id="ReadingPaneContainerId" role="main"><span class="lpcWrapper" aria-label="From: reader@elsewhere.example">Reader</span>
<div role="listbox" aria-label="file attachments"><div role="option"><div title="received.pdf">received.pdf</div></div></div>
<div role="document"><div id="UniqueMessageBody_2" aria-label="Message body">Words from reader@elsewhere.example</div></div>${inner}</div>
<div id="FloatingSuggestionsList" role="listbox"><div role="option">Suggested - suggested@elsewhere.example</div></div>`;
