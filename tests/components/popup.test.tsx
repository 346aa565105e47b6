import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../assets/styles/popup.css';
import { Popup, type PopupProps } from '../../components/popup';
import { moj } from '../../guidance/packs/moj';
import { until } from '../support/until';
import { mount, named, one, violations } from './support';

const props = (): PopupProps => ({
  pack: moj,
  today: '2026-11-21',
  now: '2026-11-21T14:05',
  view: { kind: 'watched', site: 'Gmail', accountDomain: 'justice.gov.uk', composes: 1, meeting: false, problems: [] },
  domainsSet: true,
  mayChangeDomains: true,
  onTakeDomain: vi.fn(),
  onOpenOptions: vi.fn(),
  onOpenChecklist: vi.fn(),
  onPause: vi.fn(),
  onResume: vi.fn(),
  onCopy: vi.fn(() => Promise.resolve(true)),
  onCopyReport: vi.fn(() => Promise.resolve(true)),
  offer: { kind: 'none' },
  onAllow: vi.fn(() => Promise.resolve(true)),
});

const search = async (root: HTMLElement, words: string) => {
  await userEvent.fill(one(root, 'input[type=search]'), words);
};
const shownContacts = (root: HTMLElement) => [...root.querySelectorAll('.results [data-contact]')].map((element) => element.getAttribute('data-contact'));

beforeEach(() => page.viewport(400, 600));

describe('a screen that was left open', () => {
  test('is said first, with what to do, in a region that was there before', async () => {
    const given = props();
    const { root } = mount(<Popup {...given} leftUnlocked={{ minutes: 25, until: 0 }} />);
    const note = one(root, '[role=status] [data-left-unlocked="25"]');
    expect(note.textContent).toBe('Your computer was left unlocked for 25 minutesLock it whenever you walk away, even for a moment.');
    expect(await violations(root)).toEqual([]);
    const { root: usual } = mount(<Popup {...given} />);
    expect(usual.querySelector('[data-left-unlocked]')).toBeNull();
    expect(one(usual, '.left-unlocked').getAttribute('role')).toBe('status');
  });
});

describe('contacts', () => {
  test('a mail channel opens a mail, a phone number a call, and both can be copied', async () => {
    const given = props();
    const { root } = mount(<Popup {...given} />);
    const hmpps = one(root, '[data-group=theft-and-loss] [data-contact=hmpps-information-security]');
    expect([...hmpps.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'tel:02033340324',
      'mailto:informationmgmtsecurity@justice.gov.uk',
    ]);
    one<HTMLDetailsElement>(root, '[data-group=theft-and-loss]').open = true;
    await userEvent.click(named(hmpps, 'button', 'Copy ⁨0203 334 0324⁩'));
    expect(given.onCopy).toHaveBeenCalledWith('0203 334 0324');
    await until(() => expect(one(hmpps, '[role=status]').textContent).toBe('Copied'));
  });

  test('a copy that fails says so', async () => {
    const { root } = mount(<Popup {...props()} onCopy={() => Promise.reject(new Error('denied'))} />);
    await search(root, '0203');
    await userEvent.click(named(root, 'button', 'Copy'));
    await until(() => expect(root.textContent).toContain('Could not copy'));
  });

  test('the mailbox that nobody reads is no link, says so, and comes after the phone', () => {
    const { root } = mount(<Popup {...props()} />);
    const desk = one(root, '[data-group=theft-and-loss] [data-contact=technology-service-desk]');
    expect(one(desk, 'li').getAttribute('data-channel')).toBe('phone');
    const closed = one(desk, '[data-state=closed]');
    expect(closed.querySelector('a[href^=mailto]')).toBeNull();
    expect(closed.textContent).toContain('No longer monitored');
    expect(one(closed, 'a.source').getAttribute('href')).toContain('conrefs.dita');
  });

  test('each contact says where it comes from, and that the review is overdue', () => {
    const { root } = mount(<Popup {...props()} />);
    for (const contact of root.querySelectorAll('[data-contact]')) {
      expect(contact.textContent).toMatch(/From .?Remote Working/);
      expect(contact.textContent).toContain('Review overdue since ⁨31 December 2020⁩');
    }
    expect(one(root, '[data-document=coming-back]').getAttribute('data-review')).toBe('overdue');
  });

  test('“If unsure” is in view from the start, at the end, and while searching', async () => {
    const { root } = mount(<Popup {...props()} />);
    for (const scroll of [0, document.documentElement.scrollHeight]) {
      window.scrollTo({ top: scroll, behavior: 'instant' });
      const box = one(root, '.if-unsure').getBoundingClientRect();
      expect(box.bottom).toBeLessThanOrEqual(600);
      expect(box.top).toBeGreaterThan(0);
    }
    await search(root, 'zzzz');
    expect(one(root, '.if-unsure').textContent).toBe('If unsure, ask your line manager.');
  });
});

describe('search', () => {
  test.each([
    ['0203 334', ['hmpps-information-security']],
    ['02033340324', ['hmpps-information-security']],
    ['slack', ['digital-service-desk', 'operational-security', 'privacy-team', 'cyber-consultants']],
    ['SECURITY ops', []],
    ['branston', ['records-branston']],
    ['kim@justice', ['juststore']],
    ['privacy te', ['privacy-team']],
    ['#security', ['operational-security', 'cyber-consultants']],
  ])('%s', async (words, contacts) => {
    const { root } = mount(<Popup {...props()} />);
    await search(root, words);
    const found = shownContacts(root).filter((id, index, all) => all.indexOf(id) === index);
    if (contacts.length === 0) expect(found).toEqual([]);
    else expect(found.slice(0, contacts.length).sort()).toEqual([...contacts].sort());
  });

  test('finds what happened by everyday words, and guidance by its text', async () => {
    const { root } = mount(<Popup {...props()} />);
    await search(root, 'laptop stolen');
    expect(root.querySelector('.results [data-situation=lost-device]')).not.toBeNull();
    await search(root, 'headphones');
    expect(root.querySelector('[data-point=cb-headphones]')).not.toBeNull();
    expect(await violations(root)).toEqual([]);
  });

  test('Escape brings everything back before it closes the popup', async () => {
    const { root } = mount(<Popup {...props()} />);
    await search(root, 'laptop');
    await userEvent.keyboard('{Escape}');
    expect(root.querySelector('.results')).toBeNull();
    expect(one<HTMLInputElement>(root, 'input[type=search]').value).toBe('');
  });

  test('says when nothing fits', async () => {
    const { root } = mount(<Popup {...props()} />);
    await search(root, 'xylophone');
    expect(one(root, '.results [role=status]').textContent).toContain('Nothing found');
  });
});

describe('this tab', () => {
  test('takes the domain of the account with one click', async () => {
    const given = { ...props(), domainsSet: false };
    const { root } = mount(<Popup {...given} />);
    await userEvent.click(named(root, 'button', 'Use ⁨justice.gov.uk⁩'));
    expect(given.onTakeDomain).toHaveBeenCalledWith('justice.gov.uk');
  });

  test('without an account it leads to the options', async () => {
    const given: PopupProps = { ...props(), domainsSet: false, view: { kind: 'unwatched' } };
    const { root } = mount(<Popup {...given} />);
    await userEvent.click(named(root, 'button', 'Set your domains'));
    expect(given.onOpenOptions).toHaveBeenCalledWith('domains');
  });

  test('says when something is off', () => {
    const { root } = mount(
      <Popup {...props()} view={{ kind: 'watched', site: 'Gmail', accountDomain: null, composes: 0, meeting: false, problems: ['find', 'read'] }} />,
    );
    expect(one(root, '[data-problems]').getAttribute('data-problems')).toBe('find read');
  });
});

test('works with the keyboard alone: every control is reached once, in order, in view, and opens', async () => {
  const { root } = mount(<Popup {...props()} domainsSet={false} />);
  const expected = [...root.querySelectorAll<HTMLElement>('button, input, summary, a[href]')].filter((element) => element.checkVisibility());
  const reached: Element[] = [];
  for (let index = 0; index < expected.length; index++) {
    await userEvent.keyboard('{Tab}');
    const focused = document.activeElement;
    if (!focused) break;
    reached.push(focused);
    const box = focused.getBoundingClientRect();
    expect(box.bottom, focused.textContent ?? '').toBeLessThanOrEqual(one(root, '.if-unsure').getBoundingClientRect().top + 1);
  }
  expect(reached).toEqual(expected);

  const lost = one<HTMLDetailsElement>(root, '[data-situation=lost-device]');
  await act(() => one(lost, 'summary').focus());
  await userEvent.keyboard('{Enter}');
  expect(lost.open).toBe(true);
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.getAttribute('href')).toBe('tel:08009175148');
});

describe('what happened', () => {
  test.each(moj.situations.map(({ id }) => [id] as const))('%s: whom to tell, then the first five minutes, then what to have ready', async (id) => {
    const { root } = mount(<Popup {...props()} situation={id} />);
    const help = await until(() => one(root, `[data-situation=${id}] .situation`));
    const { contacts } = moj.situations.find((situation) => situation.id === id) ?? { contacts: [] };
    const parts = [...help.querySelectorAll('[data-contact], ol, ul:not(.plain)')];
    expect(parts[0]?.getAttribute('data-contact')).toBe(contacts[0]);
    expect(parts[1]?.localName).toBe('ol');
    expect(parts.at(-1)?.localName).toBe('ul');
    expect(parts.flatMap((part) => part.getAttribute('data-contact') ?? [])).toEqual(contacts);
  });
});

describe('a report', () => {
  const openReport = async (root: HTMLElement, situation: string) => {
    await userEvent.click(one(root, `[data-situation=${situation}] [data-part=report] summary`));
    return until(() => one(root, `[data-report=${situation}]`));
  };

  test('is made ready from a few answers, as a draft and as text, and holds nothing else', async () => {
    const given = props();
    const { root } = mount(<Popup {...given} situation="wrong-person" />);
    const report = await openReport(root, 'wrong-person');
    await userEvent.selectOptions(named(report, 'select', 'wrong person'), 'wrong-file');
    await userEvent.fill(one(report, '#report-wrong-person-outside'), '1');
    await userEvent.fill(one(report, '#report-wrong-person-inside'), 'many');
    await userEvent.fill(one(report, '#report-wrong-person-more'), 'A list of names & addresses');
    const lines = (one(report, 'pre').textContent ?? '').split('\n');
    expect(lines).toEqual([
      'I sent something to the wrong person.',
      expect.stringMatching(/^When: 21 November 2026, 14:05\.$/),
      'Where: Gmail.',
      'The wrong file went with it.',
      'Colleagues who received it: not known yet.',
      '1 person outside received it.',
      'Whether it was undone or recalled is not known yet.',
      'Also: A list of names & addresses',
    ]);
    const draft = new URL(one<HTMLAnchorElement>(report, 'a[href^=mailto]').href);
    expect(draft.pathname).toBe('OperationalSecurityTeam@justice.gov.uk');
    expect(draft.searchParams.get('body')).toBe(lines.join('\r\n'));
    await userEvent.click(named(report, 'button', 'Copy the report'));
    expect(given.onCopy).toHaveBeenCalledWith(lines.join('\n'));
    expect(await violations(root)).toEqual([]);
  });

  test('about something else asks nothing about recipients', async () => {
    const { root } = mount(<Popup {...props()} situation="lost-device" />);
    const report = await openReport(root, 'lost-device');
    expect(report.querySelectorAll('select')).toHaveLength(0);
    expect(one(report, 'pre').textContent).not.toContain('received');
  });
});

describe('the offer to work on a site', () => {
  const host = 'mail.example.gov.uk';
  const patterns = [`https://${host}/*`];
  test.each([
    ['looks like webmail', { kind: 'looks-like', looksLike: 'webmail', host, patterns }],
    ['looks like a meeting', { kind: 'looks-like', looksLike: 'meeting', host, patterns }],
    ['suggested by the organisation', { kind: 'suggested', host, patterns }],
    ['taken back by the browser', { kind: 'withdrawn', host, patterns }],
    ['taken back elsewhere', { kind: 'elsewhere', count: 1, patterns }],
  ] as const)('%s: one button asks for just these hosts', async (_, offer) => {
    const given = { ...props(), view: { kind: 'unwatched' } as const, offer };
    const { root } = mount(<Popup {...given} />);
    const box = one(root, `[data-offer=${offer.kind}]`);
    const buttons = box.querySelectorAll('button');
    expect(buttons).toHaveLength(1);
    await userEvent.click(buttons[0] as HTMLButtonElement);
    expect(given.onAllow).toHaveBeenCalledExactlyOnceWith(patterns);
    expect(await violations(root)).toEqual([]);
  });

  test('the browser is asked within the press, and a no is said', async () => {
    const given = { ...props(), offer: { kind: 'withdrawn', host, patterns } as const, onAllow: vi.fn(() => Promise.resolve(false)) };
    const { root } = mount(<Popup {...given} />);
    const box = one(root, '[data-offer=withdrawn]');
    box.querySelector('button')?.click();
    expect(given.onAllow).toHaveBeenCalledOnce();
    await expect.poll(() => box.textContent).toContain('did not allow');
  });

  test('there is none where nothing is to be offered', () => {
    const { root } = mount(<Popup {...props()} />);
    expect(root.querySelector('[data-offer]')).toBeNull();
  });
});
