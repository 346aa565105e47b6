/** A pack that somebody wrote to do harm, on every screen that shows pack texts. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../assets/styles/pages.css';
import english from '../../assets/language/en.json';
import { Checklist } from '../../components/checklist';
import { DocumentList } from '../../components/document-list';
import { NudgeCard, type NudgeView } from '../../components/nudge-card';
import { Popup } from '../../components/popup';
import type { RuleId } from '../../core/rule';
import { guideTo } from '../../engine/guide';
import { rules } from '../../engine/registry';
import type { Pack, PackSource } from '../../guidance/pack';
import { moj } from '../../guidance/packs/moj';
import { readPackText } from '../../guidance/read';
import { until } from '../support/until';
import { mount } from './support';

const attacks = [
  '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>',
  '[click](javascript:window.harmed=1)',
  '[click](data:text/html,<script>parent.harmed=1</script>)',
  '**bold** [gov.uk](https://evil.example/x)\n\n- one\n- two',
  '\u202etxt.exe\u202c \u0000\u001b[31m \u200bhidden\u{e0041}',
  `</div></details><iframe src="https://evil.example"></iframe><style>*{display:none}</style>${'&lt;'}`,
  '{title} {count} __proto__ constructor',
  '- one\n  - two\n    - three\n- - - four\n\n- **five\n- six**',
  'W'.repeat(390),
];
let next = 0;
const attack = (): string => attacks[next++ % attacks.length] ?? '';
const hostileSource = (source: PackSource): PackSource => ({ ...source, section: attack() });

/** Every text of the pack replaced, and valid all the same. */
const hostile = (): Pack => {
  next = 0;
  return {
    ...moj,
    languages: ['en'],
    organisation: { ...moj.organisation, name: attack() },
    ifUnsure: attack(),
    documents: moj.documents.map((document) => ({ ...document, title: attack(), note: attack() })),
    points: moj.points.map((point) => ({ ...point, text: attack(), detail: attack(), sources: point.sources.map(hostileSource) })),
    groups: moj.groups.map((group) => ({ ...group, title: attack(), note: attack() })),
    contacts: moj.contacts.map((contact) => ({
      ...contact,
      team: attack(),
      for: attack(),
      note: attack(),
      sources: contact.sources.map(hostileSource),
      channels: contact.channels.map((channel) => ({
        ...channel,
        label: attack(),
        note: attack(),
        ...(channel.kind === 'chat' ? { value: `#${attack()}` } : {}),
      })),
    })),
    situations: moj.situations.map((situation) => ({ ...situation, title: attack(), firstSteps: attacks, haveReady: attacks })),
    stories: moj.stories.map((story) => ({ ...story, title: attack(), notice: attack(), paragraphs: attacks })),
    links: moj.links.map((link) => ({ ...link, title: attack(), note: attack() })),
    rules: Object.fromEntries(Object.entries(moj.rules).map(([id, rule]) => [id, { ...rule, titles: attacks }])),
  };
};

function expectHarmless(root: HTMLElement): void {
  expect(root.querySelectorAll('img, script, iframe, style, object, embed, form[action], [onerror], [onclick]')).toHaveLength(0);
  for (const link of root.querySelectorAll('a[href]')) {
    expect(link.getAttribute('href')).toMatch(/^(?:https:|mailto:|tel:|#)/);
    if (link.getAttribute('href')?.includes('evil.example')) expect(link.textContent).toContain('evil.example');
  }
  expect(root.textContent).not.toMatch(/[\u0000-\u0008\u001b\u200b\u202a-\u202e]/);
  expect((window as { harmed?: number }).harmed).toBeUndefined();
}

beforeEach(() => page.viewport(400, 700));

const read = (): Pack => {
  const reading = readPackText(JSON.stringify(hostile()));
  expect(reading.kind).toBe('pack');
  return reading.kind === 'pack' ? reading.pack : moj;
};

describe('harms nothing', () => {
  test('in the popup, with every part open', async () => {
    const { root } = mount(
      <Popup
        pack={read()}
        today="2026-11-21"
        now="2026-11-21T14:05"
        situation="sent"
        view={{ kind: 'unwatched' }}
        offer={{ kind: 'none' }}
        onAllow={vi.fn(() => Promise.resolve(true))}
        domainsSet={true}
        mayChangeDomains={true}
        onTakeDomain={vi.fn()}
        onOpenOptions={vi.fn()}
        onOpenChecklist={vi.fn()}
        onPause={vi.fn()}
        onResume={vi.fn()}
        onCopy={vi.fn(() => Promise.resolve(true))}
        onCopyReport={vi.fn(() => Promise.resolve(true))}
      />,
    );
    for (const part of root.querySelectorAll('details')) part.open = true;
    await until(() => expect(root.querySelectorAll('.situation').length).toBeGreaterThan(0));
    expectHarmless(root);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  });

  test('on the checklist and the list of documents', () => {
    const pack = read();
    const { root } = mount(
      <>
        <Checklist pack={pack} today="2026-11-21" place="everywhere" ticked={[]} onPlace={vi.fn()} onTick={vi.fn()} onClear={vi.fn()} onPrint={vi.fn()} />
        <DocumentList pack={pack} today="2026-11-21" />
      </>,
    );
    expectHarmless(root);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  });

  test.each(['why', 'help'])('on a card, behind %s', async (panel) => {
    const catalog = { language: 'en', entries: english };
    const guide = guideTo(rules, read(), catalog, Date.parse('2026-11-21'));
    const view: NudgeView = {
      rules: ['quoted-thread' as RuleId],
      theme: 'overshared',
      serious: false,
      title: { key: 'card.ownTitle', values: { title: guide.titles[0] ?? '' } },
      facts: [],
      lines: [],
      details: [],
      guidance: guide.points,
      stories: guide.stories,
      contacts: guide.contacts,
      offerChip: false,
    };
    const idle = {
      onGotIt: vi.fn(),
      onNotRelevant: vi.fn(),
      onSnooze: vi.fn(),
      onChip: vi.fn(),
      onJump: vi.fn(),
      onAllContacts: vi.fn(),
      onLeave: vi.fn(),
      onResize: vi.fn(),
    };
    const { root } = mount(<NudgeCard catalog={catalog} view={view} {...idle} />);
    await page
      .elementLocator(root)
      .getByRole('button', { name: panel === 'why' ? 'Why this matters' : 'Get help' })
      .click();
    expectHarmless(root);
  });
});
