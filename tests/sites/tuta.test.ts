import { expect, it } from 'vitest';
import tuta from '../../sites/tuta';
import { describeSite, familyPage, readProduct } from '../support/describe-site';

const page = familyPage('tuta');
describeSite(tuta, page);

it('says that a folded quote is folded', () => {
  const folded = (html: string) =>
    html.replace('>Hello</div>', '>Hello<div tuta-collapsed-quote="true">…</div></div>').replace('value="Plan"', 'value="Re: Plan"');
  const { reading, mode } = readProduct(tuta, page, folded);
  expect(reading.body).toMatchObject({ kind: 'html', collapsed: true });
  expect(mode, 'it went to three people from the start').toBe('reply-all');
});
