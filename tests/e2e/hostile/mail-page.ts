/** A webmail page that belongs to an attacker: a compose with a private address, so that a card comes, and room for the attack. */

export interface MailPage {
  /** Who is written to; `null` for a compose about which there is nothing to say. */
  readonly to?: string | null;
  readonly subject?: string;
  readonly files?: readonly string[];
  /** Markup before the compose. */
  readonly before?: string;
  readonly compose?: boolean;
  /** Markup inside the compose's form, before its fields. */
  readonly inside?: string;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

export const mailPage = ({
  to = 'jane_smith@gmail.com',
  subject = 'Minutes',
  files = [],
  before = '',
  compose = true,
  inside = '',
}: MailPage = {}): string => `<!doctype html>
<html lang="en"><head><title>Mail</title></head><body style="background:#fff;margin:8px"><h1>Mail</h1>${before}
${
  compose
    ? `<form id="compose" onsubmit="return false" style="width:520px">${inside}<div><label for="to">To</label><input id="to" name="to" value="${escaped(to ?? 'colleague@justice.example')}" style="width:400px"></div>
<div><label for="cc">Cc</label><input id="cc" name="cc"></div><div><label for="subject">Subject</label><input id="subject" name="subject" value="${escaped(subject)}"></div>
<div contenteditable="true" role="textbox" aria-label="Message body" style="min-height:160px">Hello</div>
<div>${files.map((file) => `<span class="attachment" title="${escaped(file)}"><span>${escaped(file)}</span><span>(12 KB)</span><button type="button" aria-label="Remove attachment">×</button></span>`).join('')}<button type="button" aria-label="Attach files">Attach</button></div>
<button id="send" type="submit" onclick="window.sent=(window.sent||0)+1">Send</button></form>`
    : '<p>No message is open.</p>'
}</body></html>`;

/** The attacker's own server allows itself everything. */
export const permissive = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";
