/**
 * Composes as different products build them, after what is public about their pages (`research/webmail-dom.md` §3–§13) and after common front-end libraries.
 * Hand-made: every family holds the same message, so that one truth fits all.
 */
import { noise } from '../support/compose-page';

export interface Family {
  readonly name: string;
  readonly html: string;
  /** Writes into the frames of the page, as an editor does it late and by script. */
  readonly frame?: string;
  /** How `to` is read where the family shows it in its own way. */
  readonly to?: readonly string[];
  readonly files?: readonly string[];
  readonly account?: string | null;
}

const list =
  '<div id="message-list"><div role="row"><span title="listed@elsewhere.example">Listed</span> To: all</div></div><div class="contacts"><ul><li title="contact@elsewhere.example">Contact</li></ul></div>';
const shell = (inner: string): string => `<!doctype html><title>Mail</title><body>${list}${inner}`;

export const families: readonly Family[] = [
  {
    name: 'proton',
    html: shell(`<div class="composer ${noise()}" data-id="1"><header><h1>New message</h1></header><div>
<div data-testid="composer:from"><button>jane.smith@justice.example</button></div>
<div><label for="to-9c2f"><button data-testid="composer:to-button">To</button></label><div data-testid="composer:to"><div data-testid="composer-addresses-item"><span>Ann Other &lt;ann@outside.example&gt;</span><button data-testid="remove-address-button-ann@outside.example"><svg></svg></button></div><input id="to-9c2f" type="text" value="typed@y.example"></div></div>
<div><label for="cc-9c2f">CC</label><div><div data-testid="composer-addresses-item"><span>carol@x.example</span><button data-testid="remove-address-button-carol@x.example"></button></div><input id="cc-9c2f" data-testid="composer:to-cc"></div></div>
<div><label for="s">Subject</label><input id="s" data-testid="composer:subject" value="Plan"></div></div>
<iframe data-testid="rooster-iframe" style="width:500px;height:200px"></iframe>
<div><div data-testid="attachment-item"><span title="plan.pdf">plan.pdf</span><span>12 KB</span><button data-testid="attachment-item:plan.pdf--primary-action" aria-label="Remove"></button></div></div>
<footer data-testid="composer:footer"><button data-testid="composer:send-button"><span>Send</span></button><button data-testid="composer:send-actions" aria-expanded="false"></button><button data-testid="composer:delete-draft-button">Delete draft</button><input type="file" data-testid="composer-attachments-button" hidden></footer></div>`),
    frame: '<body><div id="proton-root"><div id="rooster-editor" contenteditable="true">Hello</div></div>',
  },
  {
    name: 'nextcloud',
    html: shell(`<div class="message-composer"><div class="composer-fields"><label for="from">From</label><div id="from" class="v-select"><span class="vs__selected">Jane (jane.smith@justice.example)</span><input type="search" class="vs__search" readonly></div></div>
<div class="composer-fields"><label for="to">To</label><div class="v-select select vs--multiple" dir="auto"><div role="combobox" class="vs__dropdown-toggle" aria-owns="vs2__listbox"><div class="vs__selected-options"><span class="vs__selected"><div class="ncselect__tag--recipient" title="ann@outside.example"><span>Ann Other</span></div><button type="button" class="vs__deselect" title="Deselect"></button></span><input id="to" type="search" class="vs__search" aria-controls="vs2__listbox" value="typed@y.example"></div></div><ul id="vs2__listbox" role="listbox"><li role="option">Suggested (suggested@elsewhere.example)</li></ul></div></div>
<div class="composer-fields"><label for="cc">Cc</label><div class="v-select"><div class="vs__selected-options"><span class="vs__selected"><div class="ncselect__tag--recipient" title="carol@x.example">carol@x.example</div></span><input id="cc" type="search" class="vs__search"></div></div></div>
<input id="subject" type="text" value="Plan" placeholder="Subject …">
<div class="message-editor"><div class="ck ck-editor__editable" role="textbox" contenteditable="true" aria-label="Rich Text Editor. Editing area: main" style="min-height:150px">Hello</div></div>
<div class="new-message-attachments"><ul><li class="composer-attachment"><span class="new-message-attachment-name">plan.pdf</span><button class="icon-delete" aria-label="Remove"></button></li></ul><input type="file" multiple style="display:none"></div>
<div class="composer-actions"><button type="button" aria-label="Attach">+</button><button type="submit" class="send-button"><span>Send</span></button></div></div>`),
  },
  {
    name: 'horde dynamic',
    html: shell(`<form id="compose" name="compose"><input type="hidden" id="user" name="user" value="jane"><ul><li><a class="horde-button" id="send_button" title="Accesskey Ctrl-Enter">Send</a></li><li><a class="horde-button" id="draft_button">Save as Draft</a></li></ul>
<table><tr><td class="label">From:</td><td><select id="identity" name="identity"><option selected>Jane Smith &lt;jane.smith@justice.example&gt;</option></select></td></tr>
<tr id="sendto"><td class="label"><span>To:</span></td><td><textarea id="to" name="to" rows="1" cols="75">Ann Other &lt;ann@outside.example&gt;, typed@y.example</textarea></td></tr>
<tr id="sendcc"><td class="label"><span>Cc:</span></td><td><textarea id="cc" name="cc" rows="1" cols="75">carol@x.example</textarea></td></tr>
<tr id="sendbcc" style="display:none"><td class="label"><span>Bcc:</span></td><td><textarea id="bcc" name="bcc" rows="1"></textarea></td></tr>
<tr><td>Subject:</td><td class="subject"><input type="text" id="subject" name="subject" value="Plan"></td></tr>
<tr class="atcrow"><td></td><td><label id="compose_upload_add" for="upload">Add Attachment</label><input type="file" name="file_upload[]" id="upload"><ul id="attach_list"><li><span class="attachName">plan.pdf</span> <span class="attachSize">(12 KB)</span><span class="iconImg deleteImg" title="Delete"></span></li></ul></td></tr></table>
<div id="composeMessageParent"><textarea name="message" id="composeMessage" style="width:500px;height:200px">Hello</textarea></div><div id="signatureParent"><textarea id="signature" name="signature" style="width:500px;height:80px">Jane</textarea></div></form>`),
    to: ['Ann Other <ann@outside.example> ~', 'typed@y.example ~'],
  },
  {
    name: 'zimbra classic',
    html: shell(`<div id="zv__COMPOSE-1"><div id="ztb__COMPOSE-1"><div id="zb__COMPOSE-1__SEND" role="button" class="ZToolbarButton" title="Send"><table><tr><td id="zb__COMPOSE-1__SEND_title">Send</td></tr></table></div><div id="zb__COMPOSE-1__CANCEL" role="button">Cancel</div></div>
<table><tr><td><div id="zv__COMPOSE-1_to_picker" role="button">To:</div></td><td><div class="addrBubbleContainer" id="zv__COMPOSE-1_to_cell"><span class="addrBubble" id="b1" email="ann@outside.example" address="&quot;Ann Other&quot; &lt;ann@outside.example&gt;"><span>Ann Other</span></span><input type="text" id="zv__COMPOSE-1_to_control" value="typed@y.example"></div></td></tr>
<tr><td><div role="button">Cc:</div></td><td><div class="addrBubbleContainer"><span class="addrBubble" email="carol@x.example">carol@x.example</span><input type="text" id="zv__COMPOSE-1_cc_control"></div></td></tr>
<tr><td>Subject:</td><td><input type="text" id="zv__COMPOSE-1_subject_control" value="Plan"></td></tr></table>
<div id="zv__COMPOSE-1_attachments_div"><span class="attachmentBubble AttachmentSpan"><a class="AttLink">plan.pdf</a> (12 KB)<span class="AttachmentClose" title="Remove"></span></span></div>
<div><iframe id="ZmHtmlEditor1_body_ifr" style="width:500px;height:200px"></iframe></div></div>`),
    frame: '<body id="tinymce" contenteditable="true">Hello</body>',
  },
  {
    name: 'yahoo',
    html: shell(`<div data-test-id="compose" class="${noise()}"><div data-test-id="compose-header-field-to"><span>To</span><div data-test-id="container-to"><ul><li><div data-test-id="pill" title="ann@outside.example" class="${noise()}"><span>Ann Other</span><button title="Remove"></button></div></li></ul><input id="message-to-field" role="combobox" value="typed@y.example"></div></div>
<div data-test-id="compose-header-field-cc"><span>Cc</span><div data-test-id="container-cc"><ul><li><div data-test-id="pill" title="carol@x.example"><span>carol@x.example</span></div></li></ul><input id="message-cc-field" role="combobox"></div></div>
<input data-test-id="compose-subject" placeholder="Subject" value="Plan"><div id="editor-container"><div data-test-id="rte" role="textbox" contenteditable="true" aria-multiline="true" aria-label="Message body" style="height:200px">Hello</div></div>
<ul data-test-id="attachment-tray"><li data-test-id="attachment-card"><span title="plan.pdf">plan.pdf</span><button title="Remove attachment"></button></li></ul>
<button data-test-id="compose-send-button" title="Send this email"><span>Send</span></button><button title="More send options" aria-haspopup="true"></button></div>`),
  },
  {
    name: 'open-xchange',
    html: shell(`<div class="io-ox-mail-compose-window floating-window"><div class="io-ox-mail-compose"><div data-extension-id="sender" class="row sender"><label>From</label><div class="mail-input dropdown" data-dropdown="from"><a href="mailto:jane.smith@justice.example">Jane Smith &lt;jane.smith@justice.example&gt;</a></div></div>
<div data-extension-id="to" class="row"><label for="tf1">To</label><div class="tokenfield form-control"><div class="token" title="Ann Other &lt;ann@outside.example&gt;"><span class="token-label">Ann Other</span><a href="#" class="close">×</a></div><span class="twitter-typeahead"><input class="tt-hint" readonly tabindex="-1" value="typed@y.example.suggested.example"><input id="tf1" class="tt-input token-input" value="typed@y.example"><div class="tt-dropdown-menu" style="position:absolute"><div>Suggested suggested@elsewhere.example</div></div></span></div></div>
<div data-extension-id="cc" class="row"><label for="tf2">Copy</label><div class="tokenfield"><div class="token" title="carol@x.example"><span class="token-label">carol@x.example</span><a class="close">×</a></div><input id="tf2" class="tt-input"></div></div>
<div data-extension-id="subject" class="row subject"><label for="sj">Subject</label><input id="sj" name="subject" value="Plan"></div>
<div data-extension-id="attachments"><ul class="attachment-list"><li class="attachment"><span class="file-name" title="plan.pdf">plan.pdf</span><button class="remove" aria-label="Remove attachment"></button></li></ul></div>
<div class="editor"><iframe style="width:500px;height:200px"></iframe></div></div><div class="window-footer"><button data-action="send">Send</button><button data-action="add">Attachments</button><button data-action="discard">Discard</button></div></div>`),
    frame: '<body id="tinymce" contenteditable="true">Hello</body>',
  },
  {
    name: 'tuta',
    html: shell(`<div role="dialog"><div class="header-bar"><button title="Close">Close</button><button title="Send">Send</button></div><div id="mail-editor"><div class="row"><div class="text-field"><label>To</label><div class="flex"><div class="flex-wrap"><button class="bubble ${noise()}">Ann Other &lt;ann@outside.example&gt;</button></div><input type="text" aria-label="To" value="typed@y.example"></div></div></div>
<div class="row"><div class="text-field"><label>CC</label><button class="bubble">carol@x.example</button><input type="text" aria-label="CC"></div></div>
<div class="text-field"><label>Subject</label><input type="text" aria-label="Subject" value="Plan"></div>
<div id="attachments"><div class="attachment-bubble"><span>plan.pdf</span><span>, 12 KB</span></div></div>
<div class="text_editor"><div contenteditable="true" role="textbox" style="min-height:200px">Hello</div></div></div></div>`),
  },
  {
    name: 'angular material chips',
    html: shell(`<form name="messageForm"><md-toolbar><input type="search" name="from" aria-label="Choose which identity to send this message from" value="Jane Smith &lt;jane.smith@justice.example&gt;"><button type="button" class="md-icon-button" ng-click="editor.send()"><md-icon>send</md-icon></button><button ng-click="editor.save()"><md-icon>save</md-icon></button></md-toolbar>
<div class="row"><label class="pseudo">To</label><md-chips ng-model="editor.message.editable.to"><md-chips-wrap><md-chip class="md-chip"><div class="md-chip-content"><md-chip-template>Ann Other &lt;ann@outside.example&gt;</md-chip-template></div><div class="md-chip-remove-container"><button class="md-chip-remove" aria-label="Remove"></button></div></md-chip><div class="md-chip-input-container"><md-autocomplete><md-autocomplete-wrap><input type="search" role="combobox" aria-label="Add a recipient" value="typed@y.example"></md-autocomplete-wrap></md-autocomplete></div></md-chips-wrap></md-chips></div>
<div class="row"><label class="pseudo">Cc</label><md-chips ng-model="editor.message.editable.cc"><md-chips-wrap><md-chip><div class="md-chip-content">carol@x.example</div></md-chip><div><md-autocomplete><md-autocomplete-wrap><input type="search" aria-label="Add a recipient"></md-autocomplete-wrap></md-autocomplete></div></md-chips-wrap></md-chips></div>
<div class="row"><input ng-model="editor.message.editable.subject" aria-label="Subject" value="Plan"></div>
<div class="sg-attachments"><md-chips ng-model="editor.uploader.queue"><md-chip><a href="#">plan.pdf</a><button class="md-chip-remove"></button></md-chip></md-chips></div><iframe class="cke_wysiwyg_frame" style="width:500px;height:200px"></iframe></form>`),
    frame: '<body contenteditable="true">Hello</body>',
  },
  {
    name: 'MUI tags in a dialog',
    html: shell(`<div role="dialog" class="${noise()}"><div class="MuiAutocomplete-root ${noise()}"><label for="r1" id="r1-label">Recipients</label><div class="${noise()}"><div role="button" tabindex="-1" class="MuiChip-root"><span class="MuiChip-label">Ann Other &lt;ann@outside.example&gt;</span><svg data-testid="CancelIcon"></svg></div><input id="r1" type="text" role="combobox" aria-autocomplete="list" value="typed@y.example"></div></div>
<div class="MuiAutocomplete-root"><label for="r2">Cc</label><div><div role="button" tabindex="-1" class="MuiChip-root"><span class="MuiChip-label">carol@x.example</span><svg></svg></div><input id="r2" role="combobox"></div></div>
<input placeholder="Subject" value="Plan" class="${noise()}"><div class="ql-container"><div class="ql-editor" contenteditable="true" style="min-height:150px">Hello</div></div>
<div><div class="${noise()}"><span>plan.pdf</span> <span>12 KB</span><button aria-label="Remove plan.pdf">x</button></div></div><button type="submit" class="${noise()}">Send</button></div>`),
  },
  {
    name: 'plain HTML form of the nineties',
    html: `<!doctype html><body><form method="post" enctype="multipart/form-data"><table><tr><td>From:</td><td>jane.smith@justice.example</td></tr><tr><td align="right">To:</td><td><input type="text" name="send_to" size="60" value="Ann Other &lt;ann@outside.example&gt;, typed@y.example"></td></tr>
<tr><td>Cc:</td><td><input type="text" name="send_to_cc" size="60" value="carol@x.example"></td></tr><tr><td>Bcc:</td><td><input type="text" name="send_to_bcc"></td></tr><tr><td>Subject:</td><td><input type="text" name="subject" value="Plan"></td></tr>
<tr><td colspan="2"><textarea name="body" rows="20" cols="76">Hello</textarea></td></tr><tr><td>Attach:</td><td><input type="file" name="attachfile"><input type="submit" name="attach" value="Add"></td></tr><tr><td></td><td><input type="checkbox" name="del1"> plan.pdf - application/pdf (12 KB)</td></tr></table><input type="submit" name="sigappend" value="Signature"><input type="submit" name="draft" value="Save Draft"><input type="submit" name="send" value="Send"></form>`,
    to: ['Ann Other <ann@outside.example> ~', 'typed@y.example ~'],
  },
  {
    name: 'knockout mail',
    html: shell(`<dialog open><header><a class="btn button-send" data-bind="command: sendCommand"><i class="icon-paper-plane"></i><span>Send</span></a><a class="btn" data-bind="command: deleteCommand">Delete</a></header>
<table><tr><td>From</td><td><span>Jane Smith &lt;jane.smith@justice.example&gt;</span></td></tr><tr><td>To</td><td><ul class="emailaddresses"><li draggable="true" title="Ann Other &lt;ann@outside.example&gt;"><span>Ann Other</span><a class="ficon">✖</a></li><li class="emailaddresses-input"><input type="text" autocomplete="off" value="typed@y.example"></li></ul><input data-bind="emailsTags: to, autoCompleteSource: x" style="display:none" value="Ann Other &lt;ann@outside.example&gt;"></td></tr>
<tr><td>CC</td><td><ul class="emailaddresses"><li draggable="true" title="carol@x.example"><span>carol@x.example</span><a class="ficon">✖</a></li><li class="emailaddresses-input"><input type="text"></li></ul></td></tr><tr><td>Subject</td><td><input type="text" name="subject" value="Plan"></td></tr></table>
<div class="textAreaParent"><div class="squire-wysiwyg" contenteditable="true" style="min-height:200px">Hello</div></div><ul class="attachmentList"><li class="attachmentItem"><div class="attachmentName" title="plan.pdf">plan.pdf</div><div class="attachmentSize">12 KB</div><a class="close">×</a></li></ul></dialog>`),
  },
  {
    name: 'mail.ru',
    html: shell(`<div class="compose-windows"><div class="compose-app_popup"><div class="compose-app__compose"><div data-name="to" class="${noise()}"><label>Кому</label><div><div class="${noise()}" title="ann@outside.example"><span>Ann Other</span><svg></svg></div><input type="text" value="typed@y.example"></div></div>
<div data-name="cc"><label>Копия</label><div><div class="${noise()}" title="carol@x.example"><span>carol@x.example</span></div><input type="text"></div></div><input name="Subject" value="Plan">
<div class="${noise()}"><div title="plan.pdf"><span>plan.pdf</span></div><span>12 КБ</span></div><div class="cke_editable_inline"><div role="textbox" aria-multiline="true" contenteditable="true" style="min-height:100px">Hello</div></div></div><div class="compose-app__footer"><button data-title-shortcut="Ctrl+Enter" title="Отправить"><span>Отправить</span></button><button>Сохранить</button></div></div></div>`),
  },
  {
    name: 'Horde smartphone',
    html: `<!doctype html><body><div data-role="page"><form style="display:none"><label for="r">To:</label><input id="r" name="redirect_to[]"></form>
<form id="imp-compose-form"><label for="imp-compose-to">To:</label><div class="imp-compose-addr-div"><input type="text" id="imp-compose-to" name="to[]" value="typed@y.example"><ul id="imp-compose-to-suggestions"><li>Suggested suggested@elsewhere.example</li></ul><div id="imp-compose-to-addr"><a href="#">Ann Other &lt;ann@outside.example&gt;</a></div></div>
<label for="imp-compose-cc">Cc:</label><div class="imp-compose-addr-div"><input type="text" id="imp-compose-cc" name="cc[]"><div id="imp-compose-cc-addr"><a href="#">carol@x.example</a></div></div>
<label for="imp-compose-subject">Subject:</label><input type="text" id="imp-compose-subject" name="subject" value="Plan"><label for="imp-compose-message">Text:</label><textarea id="imp-compose-message" name="message" rows="15">Hello</textarea></form>
<div data-role="footer"><a href="#compose-submit">Send Message</a><a href="#compose-cancel">Cancel</a></div></div>`,
    files: [],
  },
  {
    name: 'courier form',
    html: `<!doctype html><body><form method="post" name="msg"><table><tr><th>From:</th><td><input type="text" name="headerfrom" value="jane.smith@justice.example"></td></tr><tr><th>To:</th><td><input type="text" name="headerto" value="Ann Other &lt;ann@outside.example&gt;, typed@y.example"></td></tr><tr><th>Cc:</th><td><input type="text" name="headercc" value="carol@x.example"></td></tr><tr><th>Bcc:</th><td><input type="text" name="headerbcc"></td></tr><tr><th>Reply-To:</th><td><input type="text" name="headerreply-to"></td></tr><tr><th>Subject:</th><td><input type="text" name="headersubject" value="Plan"></td></tr>
<tr><th>Message:</th><td><textarea name="message" cols="76" rows="15">Hello</textarea></td></tr><tr><th>Attachments:</th><td>1. plan.pdf (12 KB)<input type="submit" name="doattach" value="Add/Remove"></td></tr></table><input type="submit" name="sendmsg" value="Send"><input type="submit" name="previewmsg" value="Preview"><input type="submit" name="savedraft" value="Save Draft"></form>`,
    to: ['Ann Other <ann@outside.example> ~', 'typed@y.example ~'],
    files: ['1. plan.pdf (shown)'],
  },
];
