/** The popup's first picture: what it keeps, what it leaves out, and that the popup takes it over without losing what a person did meanwhile. */

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import { popupAtFirst, popupStill } from '../../components/popup-at-first';
import { drawStill, type Still, stillOf } from '../../components/still';
import { WordsProvider } from '../../components/words';
import type { Pack } from '../../guidance/pack';
import { general } from '../../guidance/packs/general';
import { moj } from '../../guidance/packs/moj';
import { keepFirstPicture, readFirstPicture } from '../../platform/first-picture';
import { catalogFor } from '../../platform/language';
import { until } from '../support/until';
import { one, violations } from './support';

const draw = (pack: Pack, language = 'en'): HTMLElement => {
  document.body.replaceChildren();
  document.documentElement.lang = language;
  const root = document.body.appendChild(document.createElement('div'));
  drawStill(popupStill(pack, catalogFor([language])), root);
  return root;
};
const takeOver = (root: HTMLElement, language = 'en', typed = ''): void => {
  void act(() =>
    render(
      <WordsProvider catalog={catalogFor([language])}>
        <Popup {...popupAtFirst(moj)} rest={true} today="2026-11-21" now="2026-11-21T14:05" typed={typed} />
      </WordsProvider>,
      root,
    ),
  );
};

beforeEach(() => page.viewport(400, 600));
afterEach(() => localStorage.clear());

describe('a still of the popup', () => {
  test.each([
    ['the ministry, in English', moj, 'en'],
    ['the ministry, in Welsh', moj, 'cy'],
    ['any organisation', general, 'en'],
  ])('%s: every title is there, nothing leads anywhere, and it is small', async (_, pack, language) => {
    const still = popupStill(pack, catalogFor([language]));
    const root = draw(pack, language);
    expect(root.querySelectorAll('[data-situation]')).toHaveLength(pack.situations.length);
    expect(root.querySelectorAll('[data-group]')).toHaveLength(pack.groups.length);
    expect(root.querySelector('.if-unsure')?.textContent).not.toBe('');
    expect(root.querySelectorAll('[href], [src], [style], script')).toHaveLength(0);
    expect(JSON.stringify(still).length).toBeLessThan(6000);
    expect(await violations(root)).toEqual([]);
  });

  test('is drawn as it was taken', () => {
    const root = draw(moj);
    expect(stillOf(root)).toEqual(popupStill(moj, catalogFor(['en'])));
  });

  test('leaves out what is code or leads somewhere, also where it was written by somebody else', () => {
    const root = document.body.appendChild(document.createElement('div'));
    const hostile: Still[] = [
      ['a', { href: 'javascript:alert(1)', onclick: 'alert(1)', class: 'kept' }, ['img', { src: 'x', onerror: 'alert(1)' }], '<b>text</b>'],
    ];
    drawStill(hostile, root);
    expect([...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())).toEqual(['class']);
    expect(root.textContent).toBe('<b>text</b>');
  });

  test.each([[[['div']]], [[7]], ['text'], [null], [[['<p>', {}]]]])('%j is none, and says so', (broken) => {
    expect(() => drawStill(broken as unknown as Still[], document.createElement('div'))).toThrow();
  });
});

describe('the popup takes its picture over', () => {
  test('with the same elements, the focus and the words in the search', async () => {
    const root = draw(moj);
    const search = one<HTMLInputElement>(root, '#search');
    const situation = one(root, '[data-situation=lost-device]');
    await userEvent.fill(search, 'stolen');
    takeOver(root, 'en', search.value);
    expect(one(root, '#search')).toBe(search);
    expect(document.activeElement).toBe(search);
    expect(search.value).toBe('stolen');
    expect(one(root, '.results [data-situation=lost-device]')).not.toBe(situation);
  });

  test('and what was opened gets its help', async () => {
    const root = draw(moj);
    const situation = one<HTMLDetailsElement>(root, '[data-situation=lost-device]');
    takeOver(root);
    expect(one(root, '[data-situation=lost-device]')).toBe(situation);
    situation.open = true;
    await until(() => expect(situation.querySelector('[data-contact]')).not.toBeNull());
  });

  test('in another language than it was kept in', () => {
    const root = draw(moj, 'cy');
    takeOver(root, 'en');
    const welsh = root.cloneNode(true) as HTMLElement;
    const fresh = document.createElement('div');
    takeOver(fresh, 'en');
    expect(stillOf(welsh)).toEqual(stillOf(fresh));
  });
});

describe('what is kept of it', () => {
  const shipped = { en: ['English'], cy: ['Cymraeg'] };
  const own = { language: 'cy', still: [['p', {}, 'Ein geiriau ni']] };

  test('is what the next opening begins with', () => {
    expect(readFirstPicture(shipped)).toEqual({ language: 'en-GB', still: ['English'] });
    keepFirstPicture('cy', own);
    expect(readFirstPicture(shipped)).toEqual(own);
  });

  test('counts no longer where the browser speaks another language by now', () => {
    keepFirstPicture('auto', own);
    expect(readFirstPicture(shipped)).toEqual(own);
    localStorage.setItem('first-picture', JSON.stringify({ ...own, chosenBy: 'fr' }));
    expect(readFirstPicture(shipped).still).toEqual(['English']);
  });

  test.each(['', '{', 'null', '[]', '{"language":"cy"}', '{"language":1,"still":[]}', '{"language":"cy","pack":{}}'])('%s is nothing', (broken) => {
    localStorage.setItem('first-picture', broken);
    expect(readFirstPicture(shipped).still).toEqual(['English']);
  });
});
