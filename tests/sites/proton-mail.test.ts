import { expect, it } from 'vitest';
import proton from '../../sites/proton-mail';
import { describeSite, familyPage, openProduct, readProduct } from '../support/describe-site';

const page = familyPage('proton');
describeSite(proton, page, { account: 'jane.smith@justice.example' });

it('says that folded recipients are folded', () => {
  const folded = (html: string) =>
    html.replace(
      /<div><label for="to-9c2f">[\s\S]*?(?=<div><label for="s">)/,
      '<div data-testid="composer:address"><span>To</span><span class="q">Ann Other, Team (4)</span></div>',
    );
  expect(readProduct(proton, page, folded)).toMatchObject({ complete: 'collapsed', subject: 'Plan' });
});

it('reads a contact group as a name without addresses, beside a person', () => {
  const group = (html: string) =>
    html.replace(
      '<input id="to-9c2f"',
      '<div class="composer-addresses-item flex"><span><svg></svg></span><span class="composer-addresses-item-label ellipsis">Team (4/4 members)</span><button type="button" class="composer-addresses-item-remove"><svg></svg></button></div><input id="to-9c2f"',
    );
  const { reading, ...read } = readProduct(proton, page, group);
  expect(read).toMatchObject({ to: ['Ann Other <ann@outside.example>', 'Team (4/4 members)', 'typed@y.example ~'], complete: 'names-only' });
  expect(reading.recipients.items[1]?.group).toEqual({ members: 4 });
});

it('skips a minimised composer', () => {
  const minimised = openProduct({ ...page, html: page.html.replace('class="composer ', 'class="composer composer--is-minimized ') });
  expect(proton.surfaces.compose?.find(minimised)).toEqual([]);
});
