/**
 * Composes of products that the reading was not tuned on, written down before it was run on them (2026-11), to measure what generic reading makes of
 * a webmail that nobody has described. Hand-made after what is publicly known of their structure (names of fields, widget libraries, editors; each page
 * says which); class names that real builds rotate are random. Each exists in four languages and holds the same message as `compose-families.ts`.
 */
import { noise } from '../support/compose-page';

export interface Words {
  readonly language: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly from: string;
  readonly subject: string;
  readonly send: string;
  readonly body: string;
  readonly attach: string;
  readonly discard: string;
  readonly remove: string;
  readonly save: string;
  readonly search: string;
}

export const languages: readonly Words[] = [
  {
    language: 'English',
    to: 'To',
    cc: 'Cc',
    bcc: 'Bcc',
    from: 'From',
    subject: 'Subject',
    send: 'Send',
    body: 'Message',
    attach: 'Attach files',
    discard: 'Discard',
    remove: 'Remove',
    save: 'Save',
    search: 'Search',
  },
  {
    language: 'German',
    to: 'An',
    cc: 'Cc',
    bcc: 'Bcc',
    from: 'Von',
    subject: 'Betreff',
    send: 'Senden',
    body: 'Nachricht',
    attach: 'Dateien anhängen',
    discard: 'Verwerfen',
    remove: 'Entfernen',
    save: 'Speichern',
    search: 'Suchen',
  },
  {
    language: 'Portuguese',
    to: 'Para',
    cc: 'Cc',
    bcc: 'Cco',
    from: 'De',
    subject: 'Assunto',
    send: 'Enviar',
    body: 'Mensagem',
    attach: 'Anexar arquivos',
    discard: 'Descartar',
    remove: 'Remover',
    save: 'Salvar',
    search: 'Pesquisar',
  },
  {
    language: 'Welsh',
    to: 'At',
    cc: 'Copi',
    bcc: 'Copi cudd',
    from: 'Oddi wrth',
    subject: 'Pwnc',
    send: 'Anfon',
    body: 'Neges',
    attach: 'Atodi ffeil',
    discard: 'Gwaredu',
    remove: 'Tynnu',
    save: 'Cadw',
    search: 'Chwilio',
  },
];

export interface Unseen {
  readonly name: string;
  readonly html: (words: Words) => string;
  /** Written into the frames of the page, the inner ones included. */
  readonly frame?: string;
  /** Lower-case addresses, or names where the page shows none. Default: all three people. */
  readonly people?: readonly string[];
  /** Default `complete`. */
  readonly complete?: 'complete' | 'names-only' | 'collapsed';
  /** The page has no subject field (answers of help desks and of inline replies). */
  readonly noSubject?: true;
}

const everyone = ['ann@outside.example', 'typed@y.example', 'carol@x.example'] as const;
export const peopleOf = ({ people = everyone }: Unseen): readonly string[] => people;

const list = (words: Words): string =>
  `<header><form role="search"><input type="search" placeholder="${words.search}"></form><button aria-label="jane.smith@justice.example">JS</button></header><nav><ul><li><a href="#">Inbox</a></li><li><a href="#">Sent</a></li></ul></nav><div class="${noise()}"><div class="${noise()}"><span title="listed@elsewhere.example">Listed</span><span>Plan</span></div><div class="${noise()}"><span title="other@elsewhere.example">Other</span></div></div>`;
const shell = (words: Words, inner: string): string => `<!doctype html><title>Mail</title><body>${list(words)}${inner}</body>`;
const editable = (attributes = ''): string => `<div contenteditable="true" ${attributes} style="min-height:160px;width:600px">Hello</div>`;
const frame = (attributes = ''): string => `<iframe ${attributes} style="width:600px;height:220px"></iframe>`;
const written = '<body contenteditable="true"><p>Hello</p></body>';

export const unseen: readonly Unseen[] = [
  {
    // Overture's `v-` classes, a text area behind tokens (Fastmail).
    name: 'Fastmail',
    html: (words) => {
      const row = (label: string, tokens: string, typed: string) =>
        `<div class="v-Compose-row"><label class="v-Compose-label" for="${label}v">${label}</label><div class="v-TokenInput"><div class="v-TokenInput-tokens">${tokens}</div><textarea id="${label}v" class="v-TokenInput-input" rows="1" autocomplete="off">${typed}</textarea></div></div>`;
      const token = (name: string, address: string) =>
        `<span class="v-TokenInput-token"><span class="${noise()}" title="${address}">${name}</span><button type="button" class="${noise()}" aria-label="${words.remove}"></button></span>`;
      return shell(
        words,
        `<main class="v-Compose"><div role="toolbar"><button class="v-Button v-Button--cta"><svg></svg><span class="label">${words.send}</span></button><button class="v-Button"><span class="label">${words.discard}</span></button></div>
<div class="v-Compose-row"><span>${words.from}</span><button class="v-MenuButton"><span>Jane Smith &lt;jane.smith@justice.example&gt;</span></button></div>
${row(words.to, token('Ann Other', 'ann@outside.example'), 'typed@y.example')}${row(words.cc, token('carol@x.example', 'carol@x.example'), '')}
<div class="v-Compose-row"><input type="text" class="v-Text-input" placeholder="${words.subject}" value="Plan"></div><div class="v-RichText"><div class="v-RichText-toolbar"><button>B</button></div>${editable('class="v-RichText-input" role="textbox"')}</div></main>`,
      );
    },
  },
  {
    // `.SCm` panes and an `.ze_body` frame (Zoho); Send is a `span` with a click handler.
    name: 'Zoho Mail',
    html: (words) =>
      shell(
        words,
        `<div class="SCm ${noise()}"><div class="SCmb"><span class="SCtxt SCBtn" tabindex="0"><b>${words.send}</b></span><span class="SCtxt" tabindex="0"><b>${words.discard}</b></span></div>
<div class="${noise()}"><div class="${noise()}"><span class="${noise()}">${words.to}</span><div class="${noise()}"><span class="${noise()}" data-email="ann@outside.example"><b>Ann Other</b><i class="zmi-close"></i></span><input type="text" value="typed@y.example"></div></div>
<div class="${noise()}"><span>${words.cc}</span><div><span class="${noise()}" data-email="carol@x.example"><b>carol@x.example</b><i class="zmi-close"></i></span><input type="text"></div></div>
<div class="${noise()}"><span>${words.subject}</span><input type="text" maxlength="500" value="Plan"></div></div>${frame('class="ze_area"')}</div>`,
      ),
    frame: '<body class="ze_body" contenteditable="true"><div>Hello</div></body>',
  },
  {
    // select2 boxes, `.mailobjectpanel-textfield_input`, CKEditor frame, `#compose-form-submit-send` (GMX, WEB.DE, mail.com).
    name: 'GMX family',
    html: (words) => {
      const box = (label: string, chips: string, typed: string) =>
        `<div class="mailobjectpanel"><label>${label}</label><div class="objectivation"><div class="select2-container select2-container-multi"><ul class="select2-choices">${chips}<li class="select2-search-field"><label class="select2-offscreen"></label><input type="text" autocomplete="off" class="select2-input" value="${typed}"></li></ul></div></div></div>`;
      const chip = (text: string) =>
        `<li class="select2-search-choice"><div>${text}</div><a href="#" class="select2-search-choice-close" tabindex="-1"></a></li>`;
      return shell(
        words,
        `<form id="compose-form"><div class="toolbar"><button type="button" id="compose-form-submit-send"><span>E-Mail ${words.send}</span></button><button type="button">${words.save}</button></div>
${box(words.to, chip('Ann Other &lt;ann@outside.example&gt;'), 'typed@y.example')}${box(words.cc, chip('carol@x.example'), '')}
<div class="mailobjectpanel-textfield"><label>${words.subject}</label><input class="mailobjectpanel-textfield_input" value="Plan"></div>${frame('class="cke_wysiwyg_frame"')}</form>`,
      );
    },
    frame: '<body id="body" contenteditable="true"><p>Hello</p></body>',
  },
  {
    // `compose-app_popup`, `data-name`, inline CKEditor, Send by `data-title-shortcut` (mail.ru).
    name: 'mail.ru',
    html: (words) => {
      const field = (name: string, label: string, chips: string, typed: string) =>
        `<div class="${noise()}" data-name="${name}"><div class="head--${noise()}"><label class="${noise()}">${label}</label></div><div class="contacts--${noise()}">${chips}<div class="inputContainer--${noise()}"><input type="text" tabindex="100" class="container--${noise()}" value="${typed}"></div></div></div>`;
      const chip = (name: string, address: string) =>
        `<div class="status_base--${noise()}" title="${address}"><span class="text--${noise()}">${name}</span><span class="icon--${noise()}"><svg></svg></span></div>`;
      return shell(
        words,
        `<div class="compose-windows"><div class="compose-app compose-app_popup"><div class="compose-app__compose">${field('to', words.to, chip('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field('cc', words.cc, chip('carol@x.example', 'carol@x.example'), '')}
<div class="subject__wrapper--${noise()}"><label>${words.subject}</label><input name="Subject" type="text" value="Plan"></div><div class="editor--${noise()}">${editable('role="textbox" aria-multiline="true" class="cke_editable cke_editable_inline"')}</div></div>
<div class="compose-app__footer"><span class="button2" data-title-shortcut="Ctrl+Enter" tabindex="570"><span class="button2__txt">${words.send}</span></span><span class="button2" tabindex="571"><span class="button2__txt">${words.save}</span></span></div></div></div>`,
      );
    },
  },
  {
    // ExtJS 3 tables as buttons, box fields, TinyMCE (Kopano and Zarafa WebApp).
    name: 'Kopano WebApp',
    html: (words) => {
      const button = (text: string) =>
        `<table class="x-btn ${noise()}"><tbody><tr><td class="x-btn-mc"><em><button type="button" class="x-btn-text">${text}</button></em></td></tr></tbody></table>`;
      const row = (label: string, items: string, typed: string) =>
        `<div class="x-form-item"><table><tbody><tr><td>${button(`${label}:`)}</td><td><div class="x-zarafa-boxfield"><ul class="x-zarafa-boxfield-list">${items}<li class="x-zarafa-boxfield-item-input"><textarea class="x-zarafa-boxfield-input-field" rows="1">${typed}</textarea></li></ul></div></td></tr></tbody></table></div>`;
      const item = (text: string) => `<li class="x-zarafa-boxfield-item x-zarafa-boxfield-recipient-item"><span class="${noise()}">&nbsp;</span>${text}</li>`;
      return shell(
        words,
        `<div class="x-panel k-mailcreatepanel"><div class="x-toolbar"><table><tbody><tr><td>${button(words.send)}</td><td>${button(words.save)}</td><td>${button(words.attach)}</td></tr></tbody></table></div>
<div class="x-panel-body">${row(words.to, item('Ann Other &lt;ann@outside.example&gt;'), 'typed@y.example')}${row(words.cc, item('carol@x.example'), '')}
<div class="x-form-item"><label class="x-form-item-label">${words.subject}:</label><input type="text" class="x-form-text x-form-field" name="subject" value="Plan"></div>${frame(`id="ext-gen412_ifr" title="Rich Text Area"`)}</div></div>`,
      );
    },
    frame: '<body id="tinymce" class="mce-content-body" contenteditable="true"><p>Hello</p></body>',
  },
  {
    // A Bootstrap form with plain names, bubbles before each input, Send as a button input (Cypht 2).
    name: 'Cypht',
    html: (words) => {
      const field = (name: string, label: string, bubbles: string, typed: string) =>
        `<div class="mb-3"><div class="mb-3 position-relative compose_container p-2 w-100 form-control"><div class="bubbles">${bubbles}</div><input autocomplete="off" name="${name}" id="${name}" class="${name} form-control" type="text" placeholder="${label}" value="${typed}"><div id="${name}_contacts"></div></div></div>`;
      const bubble = (name: string, address: string) =>
        `<div class="bubble bubble_dropdown" id="${noise()}" data-value="${address}">${name}<button type="button" aria-label="${words.remove}">×</button></div>`;
      return shell(
        words,
        `<div class="compose_page"><form class="compose_form p-4" method="post"><input type="hidden" name="hm_page_key" value="x">${field('compose_to', words.to, bubble('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field('compose_cc', words.cc, bubble('carol@x.example', 'carol@x.example'), '')}${field('compose_bcc', words.bcc, '', '')}
<input name="compose_subject" class="compose_subject form-control" placeholder="${words.subject}" value="Plan"><textarea id="compose_body" name="compose_body" class="compose_body form-control" style="height:200px;width:600px">Hello</textarea><select name="compose_smtp_id"><option>jane.smith@justice.example</option></select>
<input class="smtp_send_placeholder btn btn-primary" type="button" value="${words.send}"><button class="smtp_save btn" type="button">${words.save}</button></form></div>`,
      );
    },
  },
  {
    // Custom elements without shadow roots, Trix, "Send email" (Hey).
    name: 'Hey',
    html: (words) => {
      const field = (label: string, tokens: string, typed: string) =>
        `<div class="${noise()}"><label class="${noise()}">${label}:</label><auto-complete class="${noise()}">${tokens}<input type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" value="${typed}"></auto-complete></div>`;
      const token = (name: string, address: string) =>
        `<address-token data-address="${address}"><span>${name}</span><button type="button" aria-label="${words.remove}">×</button></address-token>`;
      return shell(
        words,
        `<form class="${noise()}" action="/messages" method="post"><input type="hidden" name="authenticity_token" value="x">${field(words.to, token('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field(words.cc, token('carol@x.example', 'carol@x.example'), '')}
<input type="text" name="message[subject]" placeholder="${words.subject}" value="Plan"><trix-toolbar><button type="button">B</button></trix-toolbar><trix-editor contenteditable="" role="textbox" input="c" style="display:block;min-height:180px">Hello</trix-editor><button type="submit" class="${noise()}">${words.send}</button><button type="button">${words.discard}</button></form>`,
      );
    },
  },
  {
    // Component elements, tokens that are options with a spoken label, the body in a frame (iCloud Mail).
    name: 'iCloud Mail',
    html: (words) => {
      const field = (label: string, tokens: string, typed: string) =>
        `<div class="${noise()}"><label id="l${label}">${label}:</label><div role="listbox" aria-labelledby="l${label}" class="${noise()}">${tokens}<input type="email" aria-labelledby="l${label}" value="${typed}"></div></div>`;
      const token = (name: string, address: string) =>
        `<div role="option" aria-label="${name}, ${address}" class="${noise()}" tabindex="-1"><span>${name}</span></div>`;
      return shell(
        words,
        `<div class="${noise()}"><ui-toolbar><button type="button" aria-label="${words.send}"><svg></svg></button><button type="button" aria-label="${words.attach}"><svg></svg></button></ui-toolbar>${field(words.to, token('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field(words.cc, token('Carol', 'carol@x.example'), '')}
<div class="${noise()}"><label id="ls">${words.subject}:</label><input type="text" aria-labelledby="ls" value="Plan"></div>${frame()}</div>`,
      );
    },
    frame: written,
  },
  {
    // Ids of the fields as the forms of iNotes have them (`sendto`, `copyto`, `blindcopyto`), the body in a frame of a frame.
    name: 'HCL iNotes',
    html: (words) => {
      const field = (id: string, label: string, value: string) =>
        `<tr><td><span id="e-$new-0-${id}-label" role="button">${label}</span></td><td><textarea id="e-$new-0-${id}" rows="1" cols="80" title="${label}">${value}</textarea></td></tr>`;
      return shell(
        words,
        `<div id="e-$new-0"><div role="toolbar"><span id="e-actions-mailedit-send" role="menuitem" tabindex="0"><span id="e-actions-mailedit-send-text">${words.send}</span></span><span role="menuitem" tabindex="0">${words.save}</span></div>
<table>${field('sendto', words.to, 'Ann Other &lt;ann@outside.example&gt;, typed@y.example')}${field('copyto', words.cc, 'carol@x.example')}${field('blindcopyto', words.bcc, '')}<tr><td>${words.subject}</td><td><input id="e-$new-0-subject" title="${words.subject}" value="Plan"></td></tr></table>${frame('id="e-$new-0-bodyrich-editorframe"')}</div>`,
      );
    },
    frame: '<body><iframe id="inner" style="width:560px;height:180px"></iframe></body>',
  },
  {
    // Bubbles in a list, a person each, with a spoken label (HCL Verse).
    name: 'HCL Verse',
    html: (words) => {
      const field = (label: string, bubbles: string, typed: string) =>
        `<div class="${noise()}"><div class="${noise()}" id="f${label}">${label}</div><ul class="${noise()}" role="list">${bubbles}<li class="${noise()}"><input role="combobox" aria-labelledby="f${label}" aria-autocomplete="list" value="${typed}"></li></ul></div>`;
      const bubble = (name: string, address: string) =>
        `<li class="bubble ${noise()}" role="listitem" aria-label="${name} ${address}"><span class="${noise()}">${name}</span><span role="button" aria-label="${words.remove}"></span></li>`;
      return shell(
        words,
        `<div role="dialog" aria-label="${words.subject}"><div class="${noise()}"><button aria-label="${words.send}"><svg></svg></button></div>${field(words.to, bubble('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field(words.cc, bubble('Carol', 'carol@x.example'), '')}
<input placeholder="${words.subject}" value="Plan">${frame('title="Rich text editor"')}</div>`,
      );
    },
    frame: written,
  },
  {
    // PrimeVue's chips with a search box in them (GroupWise Web).
    name: 'GroupWise Web',
    html: (words) => {
      const field = (label: string, chips: string, typed: string) =>
        `<div class="field ${noise()}"><span class="p-float-label"><span class="p-autocomplete p-component"><ul class="p-autocomplete-multiple-container" role="listbox" aria-orientation="horizontal">${chips}<li class="p-autocomplete-input-token" role="option"><input type="text" role="searchbox" aria-autocomplete="list" aria-label="${label}" value="${typed}"></li></ul></span></span></div>`;
      const chip = (text: string) =>
        `<li class="p-autocomplete-token" role="option" aria-selected="true"><span class="p-autocomplete-token-label">${text}</span><span class="p-autocomplete-token-icon pi pi-times-circle"></span></li>`;
      return shell(
        words,
        `<section class="${noise()}"><div class="p-toolbar"><button class="p-button"><span class="pi pi-send"></span><span class="p-button-label">${words.send}</span></button><button class="p-button"><span class="p-button-label">${words.save}</span></button></div>${field(words.to, chip('Ann Other &lt;ann@outside.example&gt;'), 'typed@y.example')}${field(words.cc, chip('carol@x.example'), '')}
<input class="p-inputtext" aria-label="${words.subject}" value="Plan"><div class="p-editor-container"><div class="p-editor-content ql-container">${editable('class="ql-editor"')}</div></div></section>`,
      );
    },
  },
  {
    // Preact with CSS modules, TinyMCE inline (Zimbra's modern client).
    name: 'Zimbra modern',
    html: (words) => {
      const field = (label: string, tokens: string, typed: string) =>
        `<div class="zimbra-client_addressField_${noise()}"><div><button type="button">${label}</button></div><div class="zimbra-client_tokeninput_${noise()}">${tokens}<div><input type="email" class="${noise()}" autocomplete="off" value="${typed}"></div></div></div>`;
      const token = (name: string, address: string) =>
        `<div class="zimbra-client_token_${noise()}" title="${address}"><span>${name}</span><button type="button" aria-label="${words.remove}"><svg></svg></button></div>`;
      return shell(
        words,
        `<div class="zimbra-client_composer_${noise()}"><div>${field(words.to, token('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field(words.cc, token('carol@x.example', 'carol@x.example'), '')}
<div><input type="text" placeholder="${words.subject}" value="Plan"></div></div><div class="zimbra-client_rich-text-area_${noise()}">${editable('class="mce-content-body" spellcheck="true"')}</div><div><button type="button" class="blocks_button_${noise()}">${words.send}</button><button type="button" aria-haspopup="true" aria-label="${words.attach}"><svg></svg></button></div></div>`,
      );
    },
  },
  {
    // Angular Material's chip grid: rows and cells instead of a list (Infomaniak and other Angular mail clients).
    name: 'Angular Material chip grid',
    html: (words) => {
      const field = (label: string, rows: string, typed: string) =>
        `<mat-form-field class="mat-mdc-form-field"><div class="mat-mdc-text-field-wrapper"><label id="m${label}"><mat-label>${label}</mat-label></label><mat-chip-grid role="grid" aria-labelledby="m${label}">${rows}<input class="mat-mdc-chip-input" aria-autocomplete="list" role="combobox" value="${typed}"></mat-chip-grid></div></mat-form-field>`;
      const row = (text: string) =>
        `<mat-chip-row role="row" class="mdc-evolution-chip"><span role="gridcell"><button type="button" tabindex="-1"><span class="mdc-evolution-chip__text-label">${text}</span></button></span><span role="gridcell"><button type="button" matChipRemove aria-label="${words.remove}"><mat-icon>cancel</mat-icon></button></span></mat-chip-row>`;
      return shell(
        words,
        `<app-composer><form>${field(words.to, row('Ann Other &lt;ann@outside.example&gt;'), 'typed@y.example')}${field(words.cc, row('carol@x.example'), '')}
<mat-form-field><input matInput formcontrolname="subject" placeholder="${words.subject}" value="Plan"></mat-form-field><div class="ck-editor__main">${editable('class="ck ck-content ck-editor__editable" role="textbox"')}</div><button type="submit" mat-flat-button><span class="mdc-button__label">${words.send}</span></button></form></app-composer>`,
      );
    },
  },
  {
    // Web components with open shadow roots, tags inside (EGroupware 23).
    name: 'EGroupware',
    html: (words) => {
      const field = (id: string, label: string, tags: string, typed: string) =>
        `<div class="${noise()}"><et2-select-email id="${id}" multiple><template shadowrootmode="open"><label part="form-control-label">${label}</label><div part="combobox"><slot></slot><input type="text" role="combobox" aria-label="${label}" value="${typed}"></div></template>${tags}</et2-select-email></div>`;
      const tag = (text: string, address: string) =>
        `<et2-email-tag value="${address}"><template shadowrootmode="open"><span part="base"><span part="content">${text}</span><button part="remove-button" aria-label="${words.remove}"></button></span></template></et2-email-tag>`;
      return shell(
        words,
        `<form id="mail-compose" class="et2_container"><et2-button id="button[send]"><template shadowrootmode="open"><button part="base"><span part="label">${words.send}</span></button></template></et2-button>${field('to', words.to, tag('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field('cc', words.cc, tag('carol@x.example', 'carol@x.example'), '')}
<et2-textbox id="subject"><template shadowrootmode="open"><label>${words.subject}</label><input type="text" name="subject" value="Plan"></template></et2-textbox><div class="mailComposeBody">${editable('class="mce-content-body"')}</div></form>`,
      );
    },
  },
  {
    // Shared inbox: pills are buttons that show a name, no subject in an answer (Front and the like).
    name: 'Front',
    html: (words) => {
      const pill = (name: string) => `<button type="button" class="${noise()}"><span>${name}</span><svg></svg></button>`;
      return shell(
        words,
        `<div class="${noise()}"><div class="${noise()}"><span class="${noise()}">${words.to}</span><div class="${noise()}">${pill('Ann Other')}<input type="text" value="typed@y.example"></div></div><div class="${noise()}"><span>${words.cc}</span><div>${pill('Carol Lind')}<input type="text"></div></div>${editable('class="front-editor" role="textbox"')}<div><button type="button" class="${noise()}">${words.send}</button></div></div>`,
      );
    },
    people: ['ann other', 'typed@y.example', 'carol lind'],
    complete: 'names-only',
    noSubject: true,
  },
  {
    // Ember power select, Froala, an answer without a subject (help desks such as Freshdesk).
    name: 'help desk answer',
    html: (words) => {
      const field = (label: string, options: string, typed: string) =>
        `<div class="email-form__row"><label>${label}:</label><div class="ember-basic-dropdown-trigger" role="combobox"><ul class="ember-power-select-multiple-options" role="listbox">${options}<input class="ember-power-select-trigger-multiple-input" type="search" autocomplete="off" value="${typed}"></ul></div></div>`;
      const option = (text: string) =>
        `<li class="ember-power-select-multiple-option" role="option"><span role="button" aria-label="${words.remove}" class="ember-power-select-multiple-remove-btn">×</span>${text}</li>`;
      return shell(
        words,
        `<section class="ticket-reply">${field(words.to, option('Ann Other &lt;ann@outside.example&gt;'), 'typed@y.example')}${field(words.cc, option('carol@x.example'), '')}<div class="fr-box"><div class="fr-wrapper">${editable('class="fr-element fr-view"')}</div></div><button data-test-email-action="send" class="btn btn--primary">${words.send}</button><button class="btn">${words.discard}</button></section>`,
      );
    },
    noSubject: true,
  },
  {
    // Look-up fields with `data-id`, names only, the body in a frame of a frame, Send in the command bar of the page (Dynamics 365).
    name: 'Dynamics 365',
    html: (words) => {
      const field = (id: string, label: string, tags: string) =>
        `<div data-id="${id}" data-control-name="${id}"><label>${label}</label><div data-id="${id}.fieldControl-LookupResultsDropdown_${id}"><ul aria-label="${label}">${tags}</ul><input data-id="${id}.fieldControl-LookupResultsDropdown_${id}_textInputBox_with_filter_new" aria-label="${label}, Multiple Selection Lookup" role="combobox" value=""></div></div>`;
      const tag = (id: string, name: string) =>
        `<li data-id="${id}.fieldControl-LookupResultsDropdown_${id}_selected_tag_0"><div role="link" aria-label="${name}" title="${name}" class="${noise()}">${name}</div><button type="button" aria-label="Delete ${name}" class="${noise()}"></button></li>`;
      return shell(
        words,
        `<div role="main"><ul role="menubar"><li><button role="menuitem" data-id="email|NoRelationship|Form|Mscrm.Form.email.Send" aria-label="${words.send}"><span>${words.send}</span></button></li><li><button role="menuitem" aria-label="${words.attach}">${words.attach}</button></li></ul>${field('to', words.to, tag('to', 'Ann Other'))}${field('cc', words.cc, tag('cc', 'Carol Lind'))}
<div data-id="subject"><label>${words.subject}</label><input data-id="subject.fieldControl-text-box-text" aria-label="${words.subject}" value="Plan"></div><div data-id="description">${frame('class="fullPageContentEditorFrame"')}</div></div>`,
      );
    },
    frame: '<body><iframe class="cke_wysiwyg_frame" style="width:560px;height:180px"></iframe></body>',
    people: ['ann other', 'carol lind'],
    complete: 'names-only',
  },
  {
    // Lightning pills: names only, options of a listbox below the input (Salesforce).
    name: 'Salesforce',
    html: (words) => {
      const field = (label: string, pills: string, typed: string) =>
        `<div class="slds-form-element"><label class="slds-form-element__label" for="s${label}">${label}</label><div class="slds-form-element__control"><div class="slds-pill-container"><ul class="slds-listbox slds-listbox_horizontal" role="listbox" aria-label="${label}">${pills}</ul><input id="s${label}" role="combobox" type="text" value="${typed}"></div></div></div>`;
      const pill = (name: string) =>
        `<li class="slds-listbox-item" role="presentation"><span class="slds-pill" role="option" tabindex="0"><span class="slds-pill__label" title="${name}">${name}</span><span class="slds-icon_container slds-pill__remove" title="${words.remove}"><svg></svg><span class="slds-assistive-text">${words.remove}</span></span></span></li>`;
      return shell(
        words,
        `<div class="slds-docked-composer" role="dialog">${field(words.to, pill('Ann Other'), 'typed@y.example')}${field(words.cc, pill('Carol Lind'), '')}<div class="slds-form-element"><label for="ssub">${words.subject}</label><input id="ssub" type="text" placeholder="${words.subject}" value="Plan"></div>${frame('title="Email Body"')}<footer><button type="button" class="slds-button slds-button_brand">${words.send}</button></footer></div>`,
      );
    },
    frame: written,
    people: ['ann other', 'typed@y.example', 'carol lind'],
    complete: 'names-only',
  },
  {
    // An input of its own for every address, a text area that grows (mox).
    name: 'mox',
    html: (words) => {
      const address = (value: string) => `<span class="autosize" data-value="${value}"><input type="text" style="width:auto" value="${value}"></span>`;
      return shell(
        words,
        `<div class="${noise()}" style="position:fixed;right:0;bottom:0;width:700px"><form><fieldset><table><tr><td>${words.from}:</td><td><select><option selected>Jane Smith &lt;jane.smith@justice.example&gt;</option></select></td></tr>
<tr><td>${words.to}:</td><td>${address('Ann Other &lt;ann@outside.example&gt;')}${address('typed@y.example')}</td></tr><tr><td>${words.cc}:</td><td>${address('carol@x.example')}</td></tr>
<tr><td>${words.subject}:</td><td><span class="autosize"><input type="text" value="Plan"></span></td></tr></table><textarea rows="15" style="width:100%">Hello</textarea><div><button type="submit">${words.send}</button><button type="button">${words.discard}</button></div></fieldset></form></div>`,
      );
    },
  },
  {
    // Contenteditable lines with "yabbles" (Yandex Mail): names only.
    name: 'Yandex Mail',
    html: (words) => {
      const line = (id: string, label: string, yabbles: string, typed: string) =>
        `<div class="MultipleAddressesDesktop ${noise()}"><div class="${noise()}">${label}</div><div class="composeYabbles" id="compose-field-${id}" title="${label}" contenteditable="true" tabindex="0">${yabbles}${typed}</div></div>`;
      const yabble = (name: string) =>
        `<div class="ComposeYabble" contenteditable="false"><span class="ComposeYabble-Avatar">${name.slice(0, 1)}</span><span class="ComposeYabble-Text">${name}</span></div>`;
      return shell(
        words,
        `<div class="${noise()}"><div class="${noise()}">${line('1', words.to, yabble('Ann Other'), '&nbsp;typed@y.example')}${line('2', words.cc, yabble('Carol Lind'), '')}<div class="compose-LabelRow"><label>${words.subject}</label><input type="text" name="subject" value="Plan"></div>${editable('class="cke_wysiwyg_div cke_editable" role="textbox" aria-multiline="true"')}</div><div class="ComposeSendButton"><button type="button" aria-disabled="false"><span>${words.send}</span></button></div></div>`,
      );
    },
    people: ['ann other', 'typed@y.example', 'carol lind'],
    complete: 'names-only',
  },
  {
    // Ids end in the number of the compose (Rediff).
    name: 'Rediffmail',
    html: (words) =>
      shell(
        words,
        `<div id="cmp1"><div><a class="rd_btn" href="#"><span>${words.send}</span></a><a class="rd_btn" href="#"><span>${words.discard}</span></a></div><ul><li><label>${words.to}</label><input id="TO_IDcmp1" type="text" value="Ann Other &lt;ann@outside.example&gt;, typed@y.example"></li><li><label>${words.cc}</label><input id="CC_IDcmp1" type="text" value="carol@x.example"></li><li><label>${words.subject}</label><input class="rd_inp_sub" type="text" value="Plan"></li></ul>${frame('title="Rich Text Editor, rdMailEditorcmp1"')}</div>`,
      ),
    frame: written,
  },
  {
    // Vue with Bootstrap: contacts in a flow, badges with a name, the address in the hint (BlueMind and the like).
    name: 'BlueMind',
    html: (words) => {
      const field = (label: string, contacts: string, typed: string) =>
        `<div class="mail-composer-recipient d-flex"><button type="button" class="btn btn-text">${label}</button><div class="contact-input flex-fill">${contacts}<div class="${noise()}"><input type="text" class="form-control" autocomplete="off" aria-label="${label}" value="${typed}"></div></div></div>`;
      const contact = (name: string, address: string) =>
        `<div class="contact" title="${name} &lt;${address}&gt;"><span class="avatar" aria-hidden="true">AO</span><span class="contact-name">${name}</span><button class="btn close" aria-label="${words.remove}"></button></div>`;
      return shell(
        words,
        `<div class="mail-composer"><div class="mail-composer-recipients">${field(words.to, contact('Ann Other', 'ann@outside.example'), 'typed@y.example')}${field(words.cc, contact('Carol', 'carol@x.example'), '')}</div><input class="form-control" placeholder="${words.subject}" aria-label="${words.subject}" value="Plan"><div class="bm-rich-editor">${editable('class="roosterjs-container"')}</div><div class="mail-composer-footer"><button type="submit" class="btn btn-contained-accent"><svg></svg><span>${words.send}</span></button></div></div>`,
      );
    },
  },
  {
    // Exchange on a server of one's own, 2013–2016: personas as buttons, obfuscated classes, labels spoken.
    name: 'Outlook Web App 2016',
    html: (words) => {
      const well = (label: string, personas: string, typed: string) =>
        `<div class="_rp_${noise()}"><div role="button" class="_${noise()}" aria-label="${label}"><span>${label}</span></div><div class="_fp_${noise()}"><div class="_${noise()}">${personas}<form role="presentation"><input type="text" role="textbox" aria-label="${label}" autocomplete="off" class="_${noise()}" value="${typed}"></form></div></div></div>`;
      const persona = (name: string) =>
        `<span class="_${noise()}" role="button" aria-label="${name}" tabindex="-1"><span class="_${noise()}">${name}</span><button type="button" aria-label="${words.remove}"><span></span></button></span>`;
      return shell(
        words,
        `<div class="_mcp_${noise()}" role="region"><div><button type="button" title="${words.send}" aria-label="${words.send}"><span>${words.send}</span></button><button type="button" aria-label="${words.discard}"><span>${words.discard}</span></button><button type="button" aria-label="${words.attach}"></button></div>${well(words.to, persona('Ann Other'), 'typed@y.example')}${well(words.cc, persona('Carol Lind'), '')}<div><input type="text" aria-label="${words.subject}" placeholder="${words.subject}" value="Plan"></div>${editable('role="textbox" aria-multiline="true" class="allowTextSelection"')}</div>`,
      );
    },
    people: ['ann other', 'typed@y.example', 'carol lind'],
    complete: 'names-only',
  },
  {
    // Keyboard-first clients (Superhuman, Missive): recipients of an answer fold into a line until it has the focus.
    name: 'folded answer',
    html: (words) =>
      shell(
        words,
        `<div class="${noise()}"><div class="${noise()}" role="button" tabindex="0"><span>${words.to}</span><span>Ann Other, Carol Lind</span></div>${editable('role="textbox" aria-multiline="true"')}<div><button type="button" class="${noise()}">${words.send}</button><button type="button" aria-label="${words.attach}"><svg></svg></button><button type="button" aria-label="${words.discard}"><svg></svg></button></div></div>`,
      ),
    people: ['ann other', 'carol lind'],
    complete: 'collapsed',
    noSubject: true,
  },
];
