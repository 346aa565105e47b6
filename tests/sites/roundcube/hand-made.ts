/** Roundcube's compose page as its templates make it (1.6.5, elastic; `research/webmail-dom.md` §4). Hand-made; the real one is tested end to end. */
export interface RoundcubeCompose {
  readonly to?: string;
  readonly cc?: string;
  readonly chips?: readonly { readonly name: string; readonly title?: string }[];
  readonly typing?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly html?: boolean;
  readonly mode?: string;
  readonly files?: readonly string[];
  readonly labels?: readonly [to: string, subject: string, send: string];
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

export function composePage(given: RoundcubeCompose = {}): string {
  const { to = '', cc = '', chips = [], typing = '', subject = '', body = '', html = false, mode = '', files = [], labels = ['To', 'Subject', 'Send'] } = given;
  const ccChips = cc ? cc.split(', ').map((one) => ({ name: one.split(' <')[0] ?? one, title: one })) : [];
  const field = (name: string, value: string, label: string, hidden = false): string => `
<div id="compose_${name}" class="${hidden ? 'hidden ' : ''}form-group row" ${hidden ? 'style="display:none"' : ''}><label for="_${name}">${label}</label><div class="col-10"><div class="input-group">
<textarea name="_${name}" id="_${name}" tabindex="-1" data-recipient-input="true" style="position:absolute;opacity:0;left:-5000px;width:10px" role="combobox">${escaped(value)}</textarea>
<ul class="form-control recipient-input">${
    name === 'to' || name === 'cc'
      ? (name === 'to' ? chips : ccChips)
          .map(
            (one) =>
              `<li class="recipient" ${one.title ? `title="${escaped(one.title)}"` : ''}><span class="name">${escaped(one.name)}</span><span class="email">,</span><a class="button icon remove"></a></li>`,
          )
          .join('')
      : ''
  }<li class="input"><input type="text" role="combobox" value="${name === 'to' ? escaped(typing) : ''}"></li></ul></div></div></div>`;
  return `<!doctype html><body class="task-mail action-compose"><script>var rcmail = new rcube_webmail(); rcmail.set_env({"task":"mail","action":"compose","compose_mode":"${mode}"});</script>
<div id="layout"><div id="layout-sidebar"><div id="compose-attachments"><button class="attach">Attach a file</button><ul id="attachment-list">${files
    .map(
      (file) =>
        `<li id="rcmfile1"><a class="filename"><span class="attachment-name">${escaped(file)}</span><span class="attachment-size">(5 B)</span></a><a class="delete" aria-label="Delete ${escaped(file)}"></a></li>`,
    )
    .join('')}</ul></div></div>
<div id="layout-content"><div id="messagetoolbar"><a class="send disabled" style="display:none">${labels[2]}</a></div><div id="compose-content"><form name="form"><div id="compose-headers">
<select name="_from" id="_from"><option value="1">Jane Smith &lt;jane.smith@justice.example&gt;</option></select>
${field('to', to, labels[0])}${field('cc', cc, 'Cc', cc === '')}${field('bcc', '', 'Bcc', true)}${field('replyto', 'answers@justice.example', 'Reply-To', true)}
<label for="compose-subject">${labels[1]}</label><input name="_subject" id="compose-subject" value="${escaped(subject)}"></div>
<div id="composebodycontainer"><textarea name="_message" id="composebody" ${html ? 'style="display:none"' : ''}>${escaped(body)}</textarea>
${html ? '<iframe id="composebody_ifr" style="width:600px;height:300px"></iframe>' : ''}</div></form>
<div class="formbuttons"><button class="btn btn-primary send">${labels[2]}</button></div></div></div></div>
<div id="rcmKSearchpane" role="listbox" style="position:absolute"><ul><li role="option">Suggested &lt;suggested@elsewhere.example&gt;</li></ul></div>
<input id="uploadformInput" type="file" name="_attachments[]">`;
}
