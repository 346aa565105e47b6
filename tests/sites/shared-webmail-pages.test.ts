/** Every real page of webmail beside the repository gives what its index states. */
import { afterEach, describe, expect, test } from 'vitest';
import type { DomSite } from '../../page/site';
import anyWebmail from '../../sites/any-webmail';
import gmail from '../../sites/gmail';
import outlook from '../../sites/outlook-web';
import roundcube from '../../sites/roundcube';
import { closePages, openPage, readComposes, sharedPages } from '../support/compose-page';

afterEach(closePages);

const sites: readonly DomSite[] = [gmail, outlook, roundcube, anyWebmail];

/** What each page with a compose shows, from its INDEX.md; every other page has none. */
const composes: Readonly<Record<string, { readonly site: DomSite; readonly generic: boolean; readonly truth: object }>> = {
  'gmail/gmail-2020-10-compose-mole-new-message.html': {
    site: gmail,
    generic: true,
    truth: { to: [], cc: [], bcc: [], complete: 'complete', subject: '', mode: 'new', files: [], text: '' },
  },
  'hand-made/alias-for-gmail-compose.html': {
    site: gmail,
    generic: true,
    truth: {
      to: ['Alice <alice@example.com>', 'Bob <bob@example.net> ~'],
      cc: ['Carol <carol@example.org>'],
      bcc: ['audit@example.com ~'],
      complete: 'complete',
      subject: 'A realistic Gmail subject',
      mode: 'new',
    },
  },
  'hand-made/outlook-recipient-well.html': {
    site: outlook,
    generic: true,
    truth: {
      to: ['one@example.test', 'Directory Two'],
      cc: ['existing@example.test', 'Copy Person <copy@example.test>', 'loose@example.test ~'],
      bcc: ['hidden@example.test'],
      complete: 'names-only',
      subject: 'Fixture subject',
      text: 'Fixture body',
    },
  },
  'hand-made/draftpilot-outlook-reply.html': { site: outlook, generic: false, truth: { to: [], complete: 'unknown', text: '' } },
  'hand-made/semai-outlook-compose.html': { site: outlook, generic: false, truth: { to: [], complete: 'unknown', text: 'Type your message here...' } },
};

const pages = Object.keys(sharedPages).filter((name) => !name.startsWith('templates/'));

describe.skipIf(pages.length === 0)('real pages (skipped: no shared pages beside the repository)', () => {
  test.each(pages.filter((name) => name in composes))('%s', async (name) => {
    const entry = composes[name];
    if (!entry) throw new Error(name);
    const page = openPage((await sharedPages[name]?.()) ?? '', '/mail/');
    for (const site of entry.generic ? [entry.site, anyWebmail] : [entry.site]) {
      const found = readComposes(site, page);
      expect(found, site.id).toHaveLength(1);
      expect(found[0], site.id).toMatchObject(entry.truth);
      expect(found[0]?.layout.keepClear.length, site.id).toBeGreaterThan(1);
    }
  });

  test.each(pages.filter((name) => !(name in composes)))('%s: no compose', async (name) => {
    const page = openPage((await sharedPages[name]?.()) ?? '', '/mail/');
    for (const site of sites) expect(site.surfaces.compose?.find(page), site.id).toHaveLength(0);
  });
});
