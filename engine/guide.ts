/** The guidance pack as cards show it. */
import type { ContactView, GuidanceView, StoryView } from '../components/nudge-card';
import { dayText } from '../core/days';
import { type Catalog, messageText } from '../core/message';
import type { AnyRule } from '../core/rule';
import { documentsOf, guidanceFor, linkOf, type Pack, type PackChannel, wordsIn } from '../guidance/pack';
import { dayOf, reviewOf } from '../guidance/review';

export interface Guide {
  readonly points: readonly GuidanceView[];
  readonly stories: readonly StoryView[];
  readonly contacts: readonly ContactView[];
}

const channelKinds = { phone: 'phone', mail: 'mail', chat: 'slack', web: 'intranet' } as const satisfies Record<PackChannel['kind'], string>;

/** At most so many teams on a card; all of them are one press away. */
const contactLimit = 3;

/** What the pack has to say about these rules, the first rule's first. */
export function guideTo(rules: readonly AnyRule[], pack: Pack, catalog: Catalog, now: number): Guide {
  const today = dayOf(new Date(now));
  const { language } = catalog;
  const say = (key: string, date: string): string => messageText(catalog, { key, values: { date: dayText(catalog, date) } });
  const behind = rules.map((rule) => guidanceFor(pack, rule));
  const unique = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => [...new Map(items.map((item) => [item.id, item])).values()];

  const points = unique(behind.flatMap((guidance) => [...guidance.points, ...guidance.details])).map((point): GuidanceView => {
    const [source] = point.sources;
    const [document] = source ? documentsOf(pack, [source]) : [];
    const review = document ? reviewOf(document, today) : null;
    const state = review && review.due !== null ? say(`document.${review.state}`, review.due) : messageText(catalog, { key: 'document.unknown' });
    return {
      id: point.id,
      point: [point.text, point.detail].flatMap((text) => (text === undefined ? [] : [wordsIn(pack, text, language)])).join(' '),
      document: document ? wordsIn(pack, document.title, language) : '',
      section: source?.section ?? '',
      published: document?.published === undefined ? null : dayText(catalog, document.published),
      review: state,
      overdue: review?.state === 'overdue',
      href: document?.url ?? null,
    };
  });
  const stories = unique(behind.flatMap((guidance) => guidance.stories)).map(
    (story): StoryView => ({
      id: story.id,
      notice: wordsIn(pack, story.notice, language),
      paragraphs: story.paragraphs.map((paragraph) => wordsIn(pack, paragraph, language)),
    }),
  );
  const contacts = unique(behind.flatMap((guidance) => guidance.contacts))
    .slice(0, contactLimit)
    .map(
      (contact): ContactView => ({
        team: wordsIn(pack, contact.team, language),
        note: contact.note === undefined ? null : wordsIn(pack, contact.note, language),
        channels: contact.channels
          .filter((channel) => channel.state !== 'closed')
          .map((channel) => ({ kind: channelKinds[channel.kind], label: channel.value, href: linkOf(channel) })),
      }),
    );
  return { points, stories, contacts };
}
