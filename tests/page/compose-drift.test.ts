import { afterEach, describe, expect, it } from 'vitest';
import gmail from '../../sites/gmail';
import outlook from '../../sites/outlook-web';
import roundcube from '../../sites/roundcube';
import { composeForm, docked, around as gmailPage } from '../sites/gmail/hand-made';
import { chip, compose, around as outlookPage } from '../sites/outlook-web/hand-made';
import { composePage } from '../sites/roundcube/hand-made';
import { closePages, openPage } from '../support/compose-page';

afterEach(closePages);

const plain =
  '<form><label>To <input name="to"></label><label>Cc <input name="cc"></label><input name="subject"><textarea name="body" rows="9"></textarea><button>Send</button></form>';

describe.each([
  ['gmail', gmail, gmailPage(docked(composeForm({ to: [{ id: 'a@x.example' }] })))],
  ['outlook', outlook, outlookPage(compose({ to: chip('a@x.example') }))],
  ['roundcube', roundcube, composePage({ to: 'a@x.example' })],
] as const)('%s', (_name, site, html) => {
  it('has not drifted on its own page, nor where there is no compose', () => {
    expect(site.surfaces.compose?.drift?.(openPage(html, '/mail/'))).toBe('none');
    expect(site.surfaces.compose?.drift?.(openPage('<main><p>Inbox</p></main>', '/mail/'))).toBe('none');
  });

  it('has drifted where a compose lost the marks of the site', () => {
    expect(site.surfaces.compose?.drift?.(openPage(plain, '/mail/'))).toBe('unmarked');
  });
});
