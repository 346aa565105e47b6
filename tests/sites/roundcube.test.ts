import { afterEach, describe, expect, it } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import roundcube from '../../sites/roundcube';
import { closePages, openPage, readComposes } from '../support/compose-page';
import { composePage, type RoundcubeCompose } from './roundcube/hand-made';

afterEach(closePages);

/** The editor's frame gets its document late and by script, as TinyMCE does it. */
function open(given: RoundcubeCompose): Document {
  const page = openPage(composePage(given), '/?_task=mail&_action=compose&_id=1');
  const inner = page.querySelector('iframe')?.contentDocument;
  if (inner) {
    inner.open();
    inner.write(`<body contenteditable="true">${given.body ?? ''}</body>`);
    inner.close();
  }
  return page;
}

const given: RoundcubeCompose = {
  to: 'Ann Other <ann@outside.example>, bob@justice.example',
  cc: 'Carol <carol@x.example>, Listings Team <list@x.example>',
  chips: [{ name: 'Ann Other', title: 'Ann Other <ann@outside.example>' }, { name: 'bob@justice.example' }],
  typing: 'typed@y.example',
  subject: 'Fwd: Plan',
  body: 'Hello',
  files: ['plan.pdf'],
  mode: 'forward',
};
const truth = {
  to: ['Ann Other <ann@outside.example>', 'bob@justice.example', 'typed@y.example ~'],
  cc: ['Carol <carol@x.example>', 'Listings Team <list@x.example>'],
  bcc: [],
  complete: 'complete',
  subject: 'Fwd: Plan',
  text: 'Hello',
  files: ['plan.pdf (shown)'],
  account: 'jane.smith@justice.example',
};

describe.each([false, true])('HTML editor: %s', (html) => {
  it('reads the compose, by its own names and generically', () => {
    const page = open({ ...given, html });
    expect(readComposes(roundcube, page)).toMatchObject([{ ...truth, mode: 'forward' }]);
    expect(readComposes(anyWebmail, page)).toMatchObject([truth]);
  });

  it('does not need its labels', () => {
    const page = open({ ...given, html, labels: ['zz', 'yy', 'xx'] });
    expect(readComposes(roundcube, page)).toMatchObject([truth]);
    expect(readComposes(anyWebmail, page)).toMatchObject([truth]);
  });
});

it('reads the mode from the page’s own script', () => {
  const modeOf = (mode: string, subject = '') => readComposes(roundcube, open({ mode, subject }))[0]?.mode;
  expect(modeOf('reply', 'anything')).toBe('reply');
  expect(modeOf('forward', 'anything')).toBe('forward');
  expect(modeOf('', 'Re: typed')).toBe('new');
  expect(modeOf('draft', 'Fwd: kept')).toBe('reply-or-forward');
});

it('waits for the editor of a page that is still loading', () => {
  const page = openPage(composePage({ html: true }));
  expect(readComposes(roundcube, page)).toEqual([]);
});

it('is recognised by its fields and nothing else', () => {
  expect(roundcube.recognises?.(open({}))).toBe(true);
  expect(roundcube.recognises?.(openPage('<form><input name="_user"><input type="password" name="_pass"></form>'))).toBe(false);
});

it('does not take the identity form with its signature editor for a compose', () => {
  const page = openPage(
    '<form class="propform"><input name="_name"><input name="_email" value="jane@x.example"><input name="_reply-to"><input name="_bcc"><textarea name="_signature" style="height:200px"></textarea><button class="submit">Save</button></form>',
  );
  expect(readComposes(roundcube, page)).toEqual([]);
  expect(readComposes(anyWebmail, page)).toEqual([]);
});
