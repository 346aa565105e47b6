import { expect, it } from 'vitest';
import zimbra from '../../sites/zimbra';
import { describeSite, familyPage, openProduct } from '../support/describe-site';

const page = familyPage('zimbra classic');
describeSite(zimbra, page);

it('counts only the tab that is open', () => {
  const hidden = page.html.replace('<div id="zv__COMPOSE-1">', '<div id="zv__COMPOSE-1" style="display:none">');
  expect(zimbra.surfaces.compose?.find(openProduct({ ...page, html: hidden }))).toEqual([]);
});
