/** The guidance pack as cards show it. */
import type { ContactView, GuidanceView, StoryView } from '../components/nudge-card';
import type { SourceView } from '../components/source';
import { dayText } from '../core/days';
import { type Catalog, messageText } from '../core/message';
import type { AnyRule } from '../core/rule';
import { documentsOf, guidanceFor, languageOf, linkOf, type Pack, type PackChannel, type PackSource, type PackText, plainIn, wordsIn } from '../guidance/pack';
import { dayOf, reviewOf } from '../guidance/review';

export interface Guide {
  /** The organisation's own wording of the leading rule's title. */
  readonly titles: readonly string[];
  readonly points: readonly GuidanceView[];
  readonly stories: readonly StoryView[];
  readonly contacts: readonly ContactView[];
}

const channelKinds = { phone: 'phone', mail: 'mail', chat: 'slack', web: 'intranet' } as const satisfies Record<PackChannel['kind'], string>;

/** At most so many teams on a card; all of them are one press away. */
const contactLimit = 3;

/** A text and what is added to it: on one line, unless one of them has blocks of its own. */
const together = (texts: readonly string[]): string => texts.join(texts.some((text) => text.includes('\n')) ? '\n\n' : ' ');

/** What the pack has to say about these rules, the first rule's first. */
export function guideTo(rules: readonly AnyRule[], pack: Pack, catalog: Catalog, now: number): Guide {
  const today = dayOf(new Date(now));
  const { language } = catalog;
  const say = (key: string, date: string): string => messageText(catalog, { key, values: { date: dayText(catalog, date) } });
  /** Where the words are not in the card's language. */
  const otherLanguage = (text: PackText): string | undefined => {
    const known = languageOf(pack, text, language);
    return known === undefined || known.split('-')[0] === language.split('-')[0] ? undefined : known;
  };
  const behind = rules.map((rule) => guidanceFor(pack, rule));
  const unique = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => [...new Map(items.map((item) => [item.id, item])).values()];

  const sourceOf = (sources: readonly PackSource[]): SourceView | null => {
    const [source] = sources;
    const [document] = source ? documentsOf(pack, [source]) : [];
    if (!source || !document) return null;
    const { state, due } = reviewOf(document, today);
    return {
      document: plainIn(pack, document.title, language),
      section: source.section ?? '',
      published: document.published === undefined ? null : dayText(catalog, document.published),
      review: due === null ? messageText(catalog, { key: 'document.unknown' }) : say(`document.${state}`, due),
      overdue: state === 'overdue',
      href: document.url ?? null,
    };
  };
  /** Every point names a document of its pack; this is for one that was stored by another version. */
  const unknown: SourceView = {
    document: '',
    section: '',
    published: null,
    review: messageText(catalog, { key: 'document.unknown' }),
    overdue: false,
    href: null,
  };

  const points = unique(behind.flatMap((guidance) => [...guidance.points, ...guidance.details])).map((point): GuidanceView => {
    return {
      ...(sourceOf(point.sources) ?? unknown),
      id: point.id,
      point: together([point.text, point.detail].flatMap((text) => (text === undefined ? [] : [wordsIn(pack, text, language)]))),
      lang: otherLanguage(point.text),
    };
  });
  const stories = unique(behind.flatMap((guidance) => guidance.stories)).map(
    (story): StoryView => ({
      id: story.id,
      notice: plainIn(pack, story.notice, language),
      lang: otherLanguage(story.notice),
      paragraphs: story.paragraphs.map((paragraph) => wordsIn(pack, paragraph, language)),
      source: sourceOf(story.sources),
    }),
  );
  const contacts = unique(behind.flatMap((guidance) => guidance.contacts))
    .slice(0, contactLimit)
    .map(
      (contact): ContactView => ({
        team: plainIn(pack, contact.team, language),
        note: contact.note === undefined ? null : wordsIn(pack, contact.note, language),
        source: sourceOf(contact.sources),
        checked: say('document.checked', contact.checked),
        channels: contact.channels
          .filter((channel) => channel.state !== 'closed')
          .map((channel) => ({ kind: channelKinds[channel.kind], label: channel.value, href: linkOf(channel) })),
      }),
    );
  const [lead] = rules;
  const own = lead && Object.hasOwn(pack.rules, lead.id) ? pack.rules[lead.id]?.titles : undefined;
  return { titles: (own ?? []).map((title) => plainIn(pack, title, language)), points, stories, contacts };
}
