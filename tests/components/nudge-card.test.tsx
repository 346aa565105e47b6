/** The card as it is in a page: in a shadow root, with its own styles only. */
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import english from '../../assets/language/en.json';
import { NudgeCard, type NudgeCardProps, type NudgeView } from '../../components/nudge-card';
import css from '../../components/nudge-card.css?inline';
import { examples, forwardView, hostileView } from '../../components/nudge-card.examples';
import type { Catalog } from '../../core/message';
import { guideTo } from '../../engine/guide';
import { rules } from '../../engine/registry';
import { moj } from '../../guidance/packs/moj';
import { catalogFor } from '../../platform/language';
import { named, one } from './support';

afterEach(() => document.body.replaceChildren());

function mountInShadow(child: preact.ComponentChild): ShadowRoot {
  const host = document.body.appendChild(document.createElement('second-glance'));
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const slot = root.appendChild(document.createElement('div'));
  slot.className = 'slot';
  render(child, slot);
  return root;
}

const mountCard = (view: NudgeView = forwardView, catalog: Catalog = { language: 'en', entries: english }) => {
  const acts = {
    onGotIt: vi.fn(),
    onNotRelevant: vi.fn(),
    onSnooze: vi.fn(),
    onChip: vi.fn(),
    onJump: vi.fn(),
    onAllContacts: vi.fn(),
    onLeave: vi.fn(),
    onResize: vi.fn(),
  };
  const props: NudgeCardProps = { catalog, view, ...acts };
  const root = mountInShadow(<NudgeCard {...props} />);
  return { root, acts };
};

describe.each(Object.entries(examples))('%s', (_name, example) => {
  test.each([1280, 320])('axe finds nothing at %s px, in any panel', async (width) => {
    await page.viewport(width, 700);
    const root = mountInShadow(example());
    for (const panel of [null, ...root.querySelectorAll<HTMLElement>('[data-panel], [data-act=snooze]')]) {
      if (panel) await userEvent.click(panel);
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

test('its accessible name is its title, and each fact has its mark', () => {
  const { root } = mountCard();
  const card = one(root, '[data-nudge="quoted-thread personal-address"]');
  expect(root.getElementById(card.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(one(root, 'h2').textContent);
  expect([...root.querySelectorAll('[data-fact]')].map((fact) => fact.getAttribute('data-fact'))).toEqual(['earlier-messages', 'carried-files']);
});

test('every act has its button, and panels open one at a time', async () => {
  const { root, acts } = mountCard();
  await userEvent.click(named(root, 'button', 'Got it'));
  expect(acts.onGotIt).toHaveBeenCalledOnce();
  await userEvent.click(named(root, 'button', 'Not relevant here'));
  expect(acts.onNotRelevant).toHaveBeenCalledOnce();
  await userEvent.click(named(root, 'button', 'Snooze'));
  await userEvent.click(one(root, '[data-act=snooze-today]'));
  expect(acts.onSnooze).toHaveBeenCalledExactlyOnceWith('today');
  await userEvent.click(named(root, 'button', 'Why this matters'));
  expect(root.querySelector('[data-act=snooze-today]')).toBeNull();
  expect(one(root, '[data-guidance=cb-chain]').textContent).toContain('Review overdue since 31 December 2021.');
  await userEvent.click(named(root, 'button', 'Get help'));
  expect(one(root, '[data-contact] a').getAttribute('href')).toBe('mailto:privacy@example.org');
  await userEvent.click(one(root, '[data-act=all-contacts]'));
  expect(acts.onAllContacts).toHaveBeenCalledOnce();
  await userEvent.click(named(root, 'button', 'Show me'));
  await userEvent.click(one(root, '[data-act=jump]'));
  expect(acts.onJump).toHaveBeenCalledExactlyOnceWith(forwardView.details[0]);
});

describe('why it matters, and whom to ask, of the shipped guidance', () => {
  const after = Date.parse('2026-11-21');
  test.each(['en', 'cy'])('in %s: every rule names its document, section, link and overdue review', (language) => {
    const catalog = catalogFor([language]);
    for (const rule of rules) {
      const { points, stories, contacts } = guideTo([rule], moj, catalog, after);
      expect(points.length, rule.id).toBeGreaterThan(0);
      expect(contacts.length, rule.id).toBeGreaterThan(0);
      for (const source of [...points, ...stories.map((story) => story.source), ...contacts.map((contact) => contact.source)]) {
        expect(source?.document).not.toBe('');
        expect(source?.section).not.toBe('');
        expect(source?.href).toMatch(/^https:/);
        expect(source?.overdue).toBe(true);
        expect(source?.review).toContain(source?.document === 'Remote Working' ? '2020' : '2021');
      }
      for (const { checked } of contacts) expect(checked).toContain('2026');
    }
  });

  test.each(['en', 'cy'])('in %s: a story begins behind its notice, and says nothing of itself before', async (language) => {
    const catalog = catalogFor([language]);
    const rule = rules.filter(({ id }) => id === 'outside-recipient');
    const guide = guideTo(rule, moj, catalog, after);
    const { root } = mountCard({ ...forwardView, guidance: guide.points, stories: guide.stories, contacts: guide.contacts }, catalog);
    await userEvent.click(one(root, '[data-panel=why]'));
    const stories = [...root.querySelectorAll<HTMLDetailsElement>('[data-story]')];
    expect(stories.map((story) => story.dataset['story'])).toEqual(['cb-why-victim', 'cb-why-staff']);
    for (const story of stories) {
      expect(story.open).toBe(false);
      const [first] = story.querySelectorAll('.prose');
      expect(first?.checkVisibility()).toBe(false);
      expect(story.querySelector('summary')?.textContent).toMatch(/child|plentyn|blant/);
      await userEvent.click(one(story, 'summary'));
      expect(first?.checkVisibility()).toBe(true);
      expect(one(story, '.source a').getAttribute('href')).toMatch(/^https:/);
      expect(story.querySelector('.overdue')).not.toBeNull();
    }
  });
});

test('a press that a page forges does nothing', () => {
  const { root, acts } = mountCard();
  one(root, '[data-act=got-it]').click();
  expect(acts.onGotIt).not.toHaveBeenCalled();
});

test('works with the keyboard alone; Escape closes a panel, then leaves', async () => {
  const { root, acts } = mountCard();
  one(root, '[data-act=got-it]').focus();
  const walked = [];
  for (let step = 0; step < 7; step += 1) {
    walked.push(root.activeElement?.textContent);
    await userEvent.keyboard('{Tab}');
  }
  expect(walked.slice(0, 3)).toEqual(['Got it', 'Not relevant here', 'Snooze']);
  expect(walked).toContain('Show me');
  one(root, '[data-panel=why]').focus();
  await userEvent.keyboard('{Enter}');
  expect(root.querySelector('[data-guidance]')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(root.querySelector('[data-guidance]')).toBeNull();
  expect(acts.onLeave).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(acts.onLeave).toHaveBeenCalledOnce();
});

test('names are only ever text, each in its own direction', () => {
  const { root } = mountCard(hostileView);
  expect(root.querySelector('img')).toBeNull();
  const values = [...root.querySelectorAll('h2 bdi')].map((value) => value.textContent);
  expect(values).toEqual(['\u202Egro.elpmaxe@nna', '<img src=x onerror=alert(1)>']);
});

test('everything that can be pressed is at least 24 px high', () => {
  const { root } = mountCard();
  for (const target of root.querySelectorAll('button')) expect(target.getBoundingClientRect().height, target.textContent).toBeGreaterThanOrEqual(24);
});
