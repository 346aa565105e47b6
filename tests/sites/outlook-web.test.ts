import { afterEach, describe, expect, it } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import outlook from '../../sites/outlook-web';
import { closePages, nothingNoticed, openPage, readCompose, readComposes } from '../support/compose-page';
import { around, chip, compose, languages } from './outlook-web/hand-made';

afterEach(closePages);

const wells = {
  to: chip('ann@outside.example') + chip('Bob Inside <bob@justice.example>'),
  cc: `${chip('carol@x.example')}loose@y.example`,
  bcc: chip('hidden@z.example'),
};
const truth = {
  to: ['ann@outside.example', 'Bob Inside <bob@justice.example>'],
  cc: ['carol@x.example', 'loose@y.example ~'],
  bcc: ['hidden@z.example'],
  complete: 'complete',
};

describe.each(languages)('in $language', (words) => {
  it('reads wells with chips and typed text', () => {
    const html = around(compose({ words, ...wells, subject: 'Plan', body: '<div>Hello</div>', files: ['plan.pdf'] }));
    expect(readCompose(outlook, html)).toMatchObject({
      ...truth,
      subject: 'Plan',
      text: 'Hello',
      files: ['plan.pdf (shown)'],
      account: 'jane.smith@justice.example',
      mode: 'new',
    });
  });
});

it('is known at an address of one’s own', () => {
  expect(outlook.recognises?.(openPage(around(compose({ ...wells })), '/owa/'))).toBe(true);
  expect(outlook.recognises?.(openPage('<main><div contenteditable="true">Hello</div><button>Send</button></main>', '/owa/'))).toBe(false);
});

it('is read generically too', () => {
  expect(readCompose(anyWebmail, around(compose({ ...wells, subject: 'Plan' })))).toMatchObject({ ...truth, subject: 'Plan' });
});

it('says so when a chip shows only a name, without the presence word', () => {
  const html = around(compose({ to: chip('Directory Two', 'offline') + chip('ann@outside.example') }));
  expect(readCompose(outlook, html)).toMatchObject({ to: ['Directory Two', 'ann@outside.example'], complete: 'names-only' });
});

it('reads a folded inline reply as folded', () => {
  const card = (label: string) => `<span class="lpcWrapper lpcCommonWeb-hoverTarget" aria-label="${label}">${label}</span>`;
  const html = around(compose({ wells: false, summary: card('ann@outside.example') + card('Jane Smith') }));
  expect(readCompose(outlook, html)).toMatchObject({ to: ['ann@outside.example', 'Jane Smith'], complete: 'collapsed' });
});

it('counts no hidden draft pane', () => {
  const page = openPage(around(compose({ ...wells, subject: 'Seen' }) + compose({ draft: '2', to: chip('old@x.example'), hidden: true })), '/mail/');
  expect(readComposes(outlook, page).map(({ subject }) => subject)).toEqual(['Seen']);
});

it('reads two open drafts apart', () => {
  const page = openPage(
    around(compose({ to: chip('one@x.example'), subject: 'One' }) + compose({ draft: '2', to: chip('two@x.example'), subject: 'Two' })),
    '/mail/',
  );
  expect(readComposes(outlook, page).map(({ to, subject }) => [to, subject])).toEqual([
    [['one@x.example'], 'One'],
    [['two@x.example'], 'Two'],
  ]);
});

it.each([
  ['a deep link window', '/mail/deeplink/compose?to=x'],
  ['a pop-out made by script', '/mail/'],
])('reads %s', (_name, path) => {
  const html = `<!doctype html><body>${compose(wells)}`;
  expect(readCompose(outlook, html, nothingNoticed, path)).toMatchObject(truth);
});

it('does not take the signature editor or a calendar invitation for a compose', () => {
  const editor = (label: string) =>
    `<div role="dialog"><div id="editorParent_3"><div role="textbox" contenteditable="true" aria-label="${label}" style="height:90px"></div></div><button>LABEL</button></div>`;
  expect(outlook.surfaces.compose?.find(openPage(editor('Signature, press Alt+F10 to exit').replace('LABEL', 'Save'), '/mail/options'))).toEqual([]);
  expect(outlook.surfaces.compose?.find(openPage(editor('Event body').replace('LABEL', 'Send'), '/calendar/view/week'))).toEqual([]);
});

describe('reply mode', () => {
  const headers =
    '<div>Hi</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg">Von: A<br>Gesendet: heute<br>An: B<br>Betreff: S</div>';
  const modeOf = (subject: string, body: string, pressed: 'reply' | 'reply-all' | 'forward' | null = null, to = chip('a@x.example'), beside = '') =>
    readCompose(outlook, around(compose({ subject, body, to, beside })), { ...nothingNoticed, pressed }).mode;

  it.each([
    ['pressed forward', 'S', headers, 'forward', 'forward'],
    ['pressed reply all', 'AW: S', headers, 'reply-all', 'reply-all'],
    ['German forward', 'WG: S', headers, null, 'forward'],
    ['German reply', 'AW: S', headers, null, 'reply'],
    ['"VS" is forward in Danish and reply in Finnish', 'VS: S', headers, null, 'reply-or-forward'],
    ['"I:" may be anything', 'I: S', headers, null, 'reply-or-forward'],
    ['no prefix', 'S', headers, null, 'reply-or-forward'],
    ['no quote, no prefix', 'S', '<div>Hi</div>', null, 'new'],
    ['an open reply that the page turned into a forward', 'Fw: S', headers, 'reply', 'forward'],
  ] as const)('%s', (_name, subject, body, pressed, mode) => {
    expect(modeOf(subject, body, pressed)).toBe(mode);
  });

  it('knows a reply to all by its first audience', () => {
    expect(modeOf('Re: S', headers, null, chip('a@x.example') + chip('b@x.example'))).toBe('reply-all');
    closePages();
    expect(modeOf('Re: S', headers, 'reply', chip('a@x.example') + chip('b@x.example'))).toBe('reply');
  });

  it('sees a quote that stands beside the editor', () => {
    expect(modeOf('Fw: S', '<div><br></div>', null, '', `<div id="mail-editor-reference-message-container">${headers}</div>`)).toBe('forward');
  });
});
