import { afterEach, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import '../../assets/styles/checklist.css';
import { Checklist, type ChecklistProps } from '../../components/checklist';
import { moj } from '../../guidance/packs/moj';
import { mount, one } from './support';

const props = (given: Partial<ChecklistProps> = {}): ChecklistProps => ({
  pack: moj,
  today: '2026-11-21',
  place: 'everywhere',
  ticked: [],
  onPlace: vi.fn(),
  onTick: vi.fn(),
  onClear: vi.fn(),
  onPrint: vi.fn(),
  ...given,
});
const shown = (root: HTMLElement) => [...root.querySelectorAll('[data-point]')].map((row) => row.getAttribute('data-point'));

afterEach(() => cdp().send('Emulation.setEmulatedMedia', { media: '' }));

test('every point of the guidance that belongs on it is there, under its question', () => {
  const { root } = mount(<Checklist {...props()} />);
  expect(shown(root).sort()).toEqual(
    moj.points
      .filter((point) => point.checklist)
      .map((point) => point.id)
      .sort(),
  );
  for (const point of moj.points.filter((candidate) => candidate.checklist)) {
    expect(root.querySelector(`[data-theme=${point.theme}] [data-point=${point.id}]`), point.id).not.toBeNull();
  }
});

test('a place shows what matters there', async () => {
  const given = props({ place: 'home' });
  const { root } = mount(<Checklist {...given} />);
  expect(shown(root)).toContain('rw-smart-devices');
  expect(shown(root)).not.toContain('cb-badge');
  await userEvent.click(one(root, 'input[value=office]'));
  expect(given.onPlace).toHaveBeenCalledWith('office');
});

test('a tick is told with its point, and counted', async () => {
  const given = props({ place: 'home', ticked: ['cb-window', 'gone-from-the-pack'] });
  const { root } = mount(<Checklist {...given} />);
  expect(one(root, '[role=status]').textContent).toBe(`1 of ${shown(root).length} ticked.`);
  one(root, '[data-point=cb-headphones] input').focus();
  await userEvent.keyboard(' ');
  expect(given.onTick).toHaveBeenCalledWith('cb-headphones', true);
  await userEvent.click(one(root, '[data-point=cb-window] input'));
  expect(given.onTick).toHaveBeenCalledWith('cb-window', false);
});

test('it says where it comes from and that the review is overdue', () => {
  const { root } = mount(<Checklist {...props()} />);
  expect(one(root, '[data-document=remote-working]').textContent).toContain('Review overdue');
  expect(one(root, '[data-document=coming-back]').textContent).toContain('Review overdue');
});

test('on paper it is one A4 page in black and white, without buttons, with empty boxes', async () => {
  // A4 less margins of 12 mm, in CSS px (96 per inch).
  const [width, height] = [186, 273].map((mm) => (mm / 25.4) * 96) as [number, number];
  await page.viewport(Math.floor(width), Math.floor(height));
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print', features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  const { root } = mount(<Checklist {...props({ ticked: ['cb-window'] })} />);
  expect(document.body.scrollHeight).toBeLessThanOrEqual(height);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect(one(root, '.on-screen').checkVisibility()).toBe(false);
  const colours = new Set([...root.querySelectorAll('*')].filter((element) => element.checkVisibility()).map((element) => getComputedStyle(element).color));
  expect([...colours]).toEqual(['rgb(0, 0, 0)']);
  expect(getComputedStyle(document.body).backgroundColor).toBe('rgb(255, 255, 255)');
});
