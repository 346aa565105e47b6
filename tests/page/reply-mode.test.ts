import { describe, expect, it } from 'vitest';
import { type Carried, carriedIn, prefixOf, replyModeOf } from '../../page/reply-mode';

describe('prefixes', () => {
  it.each([
    'Fwd: x',
    'FW: x',
    'Fw : x',
    'WG: x',
    'TR : x',
    'RV: x',
    'ENC: x',
    'PD: x',
    'Doorst: x',
    'Továbbítás: x',
    'ΠΡΘ: x',
    'הועבר: x',
    '转发：x',
    '轉寄: x',
    'إعادة توجيه: x',
    '[EXTERNAL] Fwd: x',
    'Fwd[2]: x',
    '\u202aFwd: x\u202c',
  ])('%s is a forward', (subject) => {
    expect(prefixOf(subject)).toBe('forward');
  });
  it.each([
    'Re: x',
    'RE : x',
    'AW: x',
    'Antw: x',
    'SV: x',
    'RIF: x',
    'Odp: x',
    'YNT: x',
    'ΑΠ: x',
    'השב: x',
    '回复：x',
    '回覆: x',
    'رد: x',
    'Re[3]: x',
    'Re (2): x',
    'Re: Fwd: x',
  ])('%s is a reply', (subject) => {
    expect(prefixOf(subject)).toBe('reply');
  });
  it.each(['VS: x', 'I: x', 'R: x'])('%s may be either', (subject) => {
    expect(prefixOf(subject)).toBe('unclear');
  });
  it.each(['', 'Report: Fwd', 'Forward planning', 'Re the meeting', 'Note: x', 'Invoice 12:30', 'https://x.example', 'Fwd', '12:00 Re: x'])(
    '%s is none',
    (subject) => {
      expect(prefixOf(subject)).toBeNull();
    },
  );
});

describe('what stands in the body', () => {
  const carried = (html: string): Carried => carriedIn(new DOMParser().parseFromString(`<body>${html}`, 'text/html').body);
  const typed = (text: string): Carried => {
    const area = document.createElement('textarea');
    area.value = text;
    return carriedIn(area);
  };
  it.each([
    ['Gmail forward', '<p>FYI</p><div class="gmail_quote">---------- Forwarded message ---------<br>From: A<br>To: B<br>Subject: C</div>', 'forwarded'],
    ['Thunderbird forward', '<br><div class="moz-forward-container">-------- Weitergeleitete Nachricht --------</div>', 'forwarded'],
    ['Apple forward', '<div>Début du message transféré :</div><blockquote type="cite">De: A</blockquote>', 'forwarded'],
    ['Outlook header block', '<p>Hi</p><div id="divRplyFwdMsg"><b>Von:</b> A<br></div>', 'headers'],
    ['header block in words only', '<p>Hi</p><p><b>From:</b> A<br><b>Sent:</b> today<br><b>To:</b> B<br><b>Subject:</b> C</p>', 'headers'],
    ['Roundcube forward', '<p>-------- Original Message --------</p><table><tr><th>Subject:</th><td>C</td></tr></table>', 'headers'],
    ['reply', '<p>Yes</p><div class="gmail_attr">On Mon A wrote:</div><blockquote>Hi</blockquote>', 'quote'],
    ['a forward inside a quote', '<p>Yes</p><blockquote>---------- Forwarded message ---------</blockquote>', 'quote'],
    ['signature with a ruler', '<p>Hi</p><p>--</p><p>Jane<br>Tel: 1<br>Web: x</p>', 'nothing'],
    ['own words about To and From', '<p>From: here To: there</p>', 'nothing'],
  ] as const)('%s', (_name, html, expected) => {
    expect(carried(html)).toBe(expected);
  });
  it.each([
    ['text reply', 'Yes\n\nOn Mon A wrote:\n> Hi', 'quote'],
    ['text forward', 'FYI\n\n-------- Original Message --------\nSubject: C\nFrom: A\nTo: B\n\nHi', 'headers'],
    ['Outlook text', 'FYI\n________________________________\nFrom: A\nSent: x\nTo: B\nSubject: C', 'headers'],
    ['Gmail text forward', 'FYI\n\n---------- Forwarded message ---------\nFrom: A', 'forwarded'],
    ['a reply that quotes a forward', 'Yes\n> ---------- Forwarded message ---------\n> From: A', 'quote'],
    ['nothing', 'Hello\n-- \nJane', 'nothing'],
  ] as const)('%s', (_name, text, expected) => {
    expect(typed(text)).toBe(expected);
  });
});

describe('together', () => {
  it.each([
    [{ subject: 'Fwd: x', carried: 'forwarded' }, 'forward'],
    [{ subject: 'WG: x', carried: 'headers' }, 'forward'],
    [{ subject: 'x', carried: 'forwarded' }, 'forward'],
    [{ subject: 'Re: x', carried: 'forwarded' }, 'reply-or-forward'],
    [{ subject: 'Re: x', carried: 'headers' }, 'reply'],
    [{ subject: 'VS: x', carried: 'headers' }, 'reply-or-forward'],
    [{ subject: 'Fwd: x', carried: 'quote' }, 'reply-or-forward'],
    [{ subject: 'Fwd: x', carried: 'nothing' }, 'reply-or-forward'],
    [{ subject: 'Fwd: x', carried: 'nothing', messageAttached: true }, 'forward'],
    [{ subject: 'Re: x', carried: 'nothing' }, 'reply'],
    [{ subject: 'x', carried: 'nothing' }, 'new'],
    [{ subject: 'x', carried: 'nothing', site: 'forward' }, 'forward'],
    [{ subject: 'Fwd: x', carried: 'forwarded', site: 'reply' }, 'reply'],
    [{ subject: 'x', carried: 'quote', pressed: 'forward' }, 'forward'],
    [{ subject: 'Re: x', carried: 'quote', pressed: 'forward' }, 'reply'],
    [{ subject: 'Fwd: x', carried: 'headers', pressed: 'reply' }, 'forward'],
    [{ subject: 'Re: x', carried: 'quote', pressed: 'reply-all' }, 'reply-all'],
  ] as const)('%o: %s', (signs, mode) => {
    expect(replyModeOf({ pressed: null, site: null, messageAttached: false, ...signs })).toBe(mode);
  });
});
