/** The preview of a rule: the real card, as loud as it is set, and everything that it says as text. */
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../assets/styles/options.css';
import { RuleList } from '../../components/rule-list';
import { RulePreview } from '../../components/rule-preview';
import { forwardExample } from '../../components/rule-preview.examples';
import type { Strength } from '../../core/rule';
import { mount, named, one } from './support';

const preview = (strength: Strength, example = () => forwardExample as typeof forwardExample | null) => (
  <RulePreview rule="quoted-thread" strength={strength} example={example} />
);
async function open(root: HTMLElement): Promise<ShadowRoot | null> {
  await userEvent.click(one(root, 'summary'));
  await expect.poll(() => root.querySelector('.as-button')).not.toBeNull();
  return root.querySelector('.preview-card')?.shadowRoot ?? null;
}

it.each<[Strength, string]>([
  ['nudge', '[data-nudge]'],
  ['off', '[data-nudge]'],
  ['quiet', '[data-chip]'],
  ['confirm', '[data-confirm]'],
])('shows %s as %s, as it looks in pages', async (strength, selector) => {
  const { root } = mount(preview(strength));
  const card = (await open(root))?.querySelector<HTMLElement>(selector) ?? expect.fail('no card');
  expect(card.checkVisibility()).toBe(true);
  expect(card.getBoundingClientRect().height).toBeGreaterThan(20);
});

it('follows the strength while it is open', async () => {
  const { root, update } = mount(preview('nudge'));
  const shadow = await open(root);
  update(preview('quiet'));
  await expect.poll(() => shadow?.querySelector('[data-chip]')).not.toBeNull();
  expect(shadow?.querySelector('[data-nudge]')).toBeNull();
});

it('makes nothing before a person looks', () => {
  let made = 0;
  mount(
    preview('nudge', () => {
      made += 1;
      return forwardExample;
    }),
  );
  expect(made).toBe(0);
});

it('says all wordings, facts and guidance as text, keeps the card away from the keyboard, and leads to the practice page', async () => {
  const { root } = mount(preview('nudge'));
  await open(root);
  expect(root.querySelectorAll('[data-wordings] li')).toHaveLength(3);
  expect(one(root, '[data-guidance=cb-chain]').textContent).toContain('Coming Back to the Office Securely');
  expect(one(root, '.preview-card').inert).toBe(true);
  expect(named(root, 'a', 'Try it').getAttribute('href')).toBe('practice.html#quoted-thread');
});

it('stands below each rule that has an example, also where the organisation has set the rule', async () => {
  const rule = { id: 'quoted-thread', theme: 'overshared', strength: 'nudge', usual: 'nudge', example: () => forwardExample } as const;
  const { root } = mount(<RuleList rules={[rule, { ...rule, id: 'print', managed: true }]} managed={false} onChange={() => undefined} />);
  expect([...root.querySelectorAll<HTMLElement>('[data-preview]')].map(({ dataset }) => dataset['preview'])).toEqual(['quoted-thread', 'print']);
  await userEvent.click(one(root, '[data-preview=print] > summary'));
  await expect.poll(() => root.querySelector('[data-preview=print] .preview-card')).not.toBeNull();
});
