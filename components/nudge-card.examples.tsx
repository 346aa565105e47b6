import english from '../assets/language/en.json';
import type { Catalog } from '../core/message';
import type { RuleId } from '../core/rule';
import { pageTextOf } from '../core/text';
import { NudgeCard, type NudgeCardProps, NudgeChip, type NudgeView } from './nudge-card';
import type { SourceView } from './source';

const nothing = (): void => undefined;
const ids = (...rules: [string, ...string[]]): [RuleId, ...RuleId[]] => rules as [string, ...string[]] as [RuleId, ...RuleId[]];

const comingBack: SourceView = {
  document: 'Coming Back to the Office Securely',
  section: 'Overshared',
  published: null,
  review: 'Review overdue since 31 December 2021.',
  overdue: true,
  href: 'https://example.org/guidance',
};

/** A forward of a deep thread, with everything a card can have. */
export const forwardView: NudgeView = {
  rules: ids('quoted-thread', 'personal-address'),
  theme: 'overshared',
  serious: true,
  title: { key: 'quoted-thread.title-forward', values: { count: 4 } },
  facts: [
    { name: 'earlier-messages', count: 4, message: { key: 'quoted-thread.writers', values: { count: 3 } } },
    { name: 'carried-files', count: 2, message: { key: 'quoted-thread.files', values: { count: 2 } } },
  ],
  lines: [{ rule: ids('personal-address')[0], message: { key: 'quoted-thread.line', values: { count: 1 } } }],
  details: [
    { message: { key: 'quoted-thread.line', values: { count: 4 } }, place: { part: 'quoted', start: 0, end: 10 } },
    { message: { key: 'quoted-thread.line', values: { count: 2 } } },
  ],
  guidance: [
    {
      id: 'cb-chain',
      point: 'Look at what is further down an email chain before you forward it.',
      ...comingBack,
    },
  ],
  stories: [
    {
      id: 'victim',
      notice: 'A person tells what a disclosed address did to her. This can be hard to read.',
      paragraphs: ['One paragraph.'],
      source: comingBack,
    },
  ],
  contacts: [
    {
      team: 'Privacy Team',
      note: 'For advice before you send.',
      source: comingBack,
      checked: 'Compared with its source on 21 November 2026.',
      channels: [
        { kind: 'mail', label: 'privacy@example.org', href: 'mailto:privacy@example.org' },
        { kind: 'slack', label: '#privacy', href: null },
      ],
    },
  ],
  offerChip: true,
};

/** A card with one short fact. */
export const smallView: NudgeView = { ...forwardView, rules: ids('pre-join'), theme: 'overheard', serious: false, lines: [], details: [], offerChip: false };

/** Names that try to turn the sentence around, or to be markup. */
export const hostileView: NudgeView = {
  ...smallView,
  title: { key: 'card.announce', values: { title: pageTextOf('\u202Egro.elpmaxe@nna'), fact: pageTextOf('<img src=x onerror=alert(1)>') } },
  facts: [{ name: 'outside-people', message: { key: 'card.announce', values: { title: pageTextOf('x'.repeat(300)), fact: pageTextOf('مرحبا') } } }],
};

const inEnglish: Catalog = { language: 'en', entries: english };

const props = (view: NudgeView, catalog: Catalog): NudgeCardProps => ({
  catalog,
  view,
  onGotIt: nothing,
  onNotRelevant: nothing,
  onSnooze: nothing,
  onChip: nothing,
  onJump: nothing,
  onAllContacts: nothing,
  onLeave: nothing,
  onResize: nothing,
});

/** It stands in a shadow root in other people's pages. */
export { default as styles } from './nudge-card.css?inline';

export const examples = {
  'a forward with everything': (catalog: Catalog = inEnglish) => <NudgeCard {...props(forwardView, catalog)} />,
  'one short fact': (catalog: Catalog = inEnglish) => <NudgeCard {...props(smallView, catalog)} />,
  'names that attack': (catalog: Catalog = inEnglish) => <NudgeCard {...props(hostileView, catalog)} />,
  'with places to look at': (catalog: Catalog = inEnglish) => <NudgeCard {...props(forwardView, catalog)} opened="details" />,
  'with why it matters': (catalog: Catalog = inEnglish) => <NudgeCard {...props(forwardView, catalog)} opened="why" />,
  'with help': (catalog: Catalog = inEnglish) => <NudgeCard {...props(forwardView, catalog)} opened="help" />,
  'with snooze': (catalog: Catalog = inEnglish) => <NudgeCard {...props(forwardView, catalog)} opened="snooze" />,
  chip: (catalog: Catalog = inEnglish) => <NudgeChip catalog={catalog} view={forwardView} onOpen={nothing} />,
};
