import { expect, it } from 'vitest';
import openXchange from '../../sites/open-xchange';
import { describeSite, familyPage, openProduct, readProduct } from '../support/describe-site';

const page = familyPage('open-xchange');
describeSite(openXchange, page, { account: 'jane.smith@justice.example' });

it('takes no suggestion behind or below the input for a recipient', () => {
  expect(readProduct(openXchange, page).to.join()).not.toContain('suggested');
});

it('reads several windows apart', () => {
  const [, window = ''] = /(<div class="io-ox-mail-compose-window[\s\S]*)$/.exec(page.html) ?? [];
  const two = openProduct({ ...page, html: page.html + window.replace('value="Plan"', 'value="Two"') });
  expect(openXchange.surfaces.compose?.find(two)).toHaveLength(2);
});
