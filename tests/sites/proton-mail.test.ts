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

it('reads a contact group as a name without addresses', () => {
  const group = (html: string) =>
    html.replace(
      '<span>Ann Other &lt;ann@outside.example&gt;</span><button data-testid="remove-address-button-ann@outside.example"><svg></svg></button>',
      '<span>Team (4)</span><button data-testid="remove-address-button-Team"></button>',
    );
  expect(readProduct(proton, page, group)).toMatchObject({ to: ['Team (4)', 'typed@y.example ~'], complete: 'names-only' });
});

it('skips a minimised composer', () => {
  const minimised = openProduct({ ...page, html: page.html.replace('class="composer ', 'class="composer composer--is-minimized ') });
  expect(proton.surfaces.compose?.find(minimised)).toEqual([]);
});
