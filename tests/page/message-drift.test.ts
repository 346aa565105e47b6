/** A site whose open messages changed says so: strict and loose reading disagree. */
import { afterEach, describe, expect, test } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import gmail from '../../sites/gmail';
import proton from '../../sites/proton-mail';
import yahoo from '../../sites/yahoo-mail';
import { handMadePages } from '../sites/pages';
import { closePages, openPage } from '../support/compose-page';
import { openMessagePage } from '../support/message-page';
import { messageFamilies, text } from './message-families';

afterEach(closePages);

const redesigned = `<main><h2>Plan</h2><div><span class="from" title="ann@outside.example">Ann Other</span> <time>10:15</time></div><div class="message-body" style="min-height:60px">${text}</div><button>Reply</button><button>Forward</button></main>`;
const strict = messageFamilies.filter(({ site }) => ['gmail', 'outlook-web', 'roundcube', 'proton-mail', 'yahoo-mail', 'tuta'].includes(site.id));

describe.each(strict.map((family) => [family.name, family] as const))('%s', (_, family) => {
  const drift = (page: Document) => family.site.surfaces.message?.drift?.(page);
  test('has not drifted on its own page, on any hand-made page of its composes, nor where nothing is open', () => {
    expect(drift(openMessagePage(family))).toBe('none');
    expect(drift(openPage('<main><p>Inbox</p><button>Reply</button></main>', '/mail/'))).toBe('none');
    for (const { html } of handMadePages().filter(({ site }) => site === family.site.id)) {
      expect(drift(openPage(html, '/mail/'))).toBe('none');
      closePages();
    }
  });
  test('has drifted where its messages are made anew', () => {
    expect(drift(openPage(redesigned, '/mail/'))).toBe([yahoo, proton].includes(family.site) ? 'unmarked' : 'missed');
  });
});

test('two readings that name two senders disagree', () => {
  const family = messageFamilies.find(({ site }) => site === gmail);
  if (!family) throw new Error('no Gmail');
  const page = openMessagePage(family);
  const label = page.createElement('div');
  label.textContent = 'From: Kim <kim@elsewhere.example>';
  page.querySelector('[data-message-id] h3')?.before(label);
  expect(gmail.surfaces.message?.drift?.(page)).toBe('disagreed');
});

test('what only the generic reading knows cannot drift', () => {
  expect(anyWebmail.surfaces.message?.drift?.(openPage(redesigned, '/mail/'))).toBe('none');
});
