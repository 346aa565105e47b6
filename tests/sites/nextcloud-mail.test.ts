import { expect, it } from 'vitest';
import nextcloud from '../../sites/nextcloud-mail';
import { describeSite, familyPage, readProduct } from '../support/describe-site';

const page = familyPage('nextcloud');
describeSite(nextcloud, page);

it('says that "+3" hides people', () => {
  const folded = (html: string) => html.replace('<input id="to"', '<span class="recipient-overflow">+3</span><input id="to"');
  expect(readProduct(nextcloud, page, folded)).toMatchObject({ to: ['Ann Other <ann@outside.example>', 'typed@y.example ~'], complete: 'collapsed' });
});
