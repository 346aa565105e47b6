import { expect, it } from 'vitest';
import yahoo from '../../sites/yahoo-mail';
import { describeSite, familyPage, readProduct } from '../support/describe-site';

const page = familyPage('yahoo');
describeSite(yahoo, page);

it('keeps Send clear and not the arrow beside it', () => {
  const { layout } = readProduct(yahoo, page);
  const titles = layout.keepClear.filter(({ how }) => how === 'never').map(({ element }) => element.getAttribute('title'));
  expect(titles).toContain('Send this email');
  expect(titles).not.toContain('More send options');
});
