import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Catalog, Message } from '../core/message';
import { messageText } from '../core/message';
import type { Detail, RuleId, Theme } from '../core/rule';
import { Findings, type FindingsView } from './findings';
import { MessageText } from './message';
import { Prose } from './prose';
import { Source, type SourceView } from './source';
import { trusted } from './trusted';

/** One point of the guidance behind a card. */
export interface GuidanceView extends SourceView {
  readonly id: string;
  /** With the pack's markup. */
  readonly point: string;
  /** Language of the point, where it is not the card's. */
  readonly lang?: string | undefined;
}

export interface StoryView {
  readonly id: string;
  readonly notice: string;
  /** Language of the story, where it is not the card's. */
  readonly lang?: string | undefined;
  /** With the pack's markup. */
  readonly paragraphs: readonly string[];
  readonly source: SourceView | null;
}

export interface ContactView {
  readonly team: string;
  readonly note: string | null;
  readonly source: SourceView | null;
  /** When somebody last made sure of it, ready to read. */
  readonly checked: string;
  readonly channels: readonly { readonly kind: 'phone' | 'mail' | 'slack' | 'intranet'; readonly label: string; readonly href: string | null }[];
}

/** Everything that a card shows. */
export interface NudgeView extends FindingsView {
  /** Rules behind the card, most serious first. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  readonly theme: Theme;
  readonly serious: boolean;
  readonly title: Message;
  readonly details: readonly Detail[];
  readonly guidance: readonly GuidanceView[];
  readonly stories: readonly StoryView[];
  readonly contacts: readonly ContactView[];
  /** Offer to show this kind as a chip from now on. */
  readonly offerChip: boolean;
}

export interface NudgeCardProps {
  readonly catalog: Catalog;
  readonly view: NudgeView;
  readonly onGotIt: () => void;
  readonly onNotRelevant: () => void;
  readonly onSnooze: (length: 'hour' | 'today') => void;
  readonly onChip: () => void;
  readonly onJump: (detail: Detail) => void;
  readonly onAllContacts: () => void;
  /** Escape: back to where the person was. */
  readonly onLeave: () => void;
  /** The card's size changed. */
  readonly onResize: () => void;
  /** What is open from the start. */
  readonly opened?: Panel;
}

/** How much of what stands above an opened panel stays in view (px): the row of buttons that opened it. */
const keptAbove = 48;

/** Scrolls the card, and nothing around it, so that as much as fits of its panel is in view. */
function bringIntoView(card: HTMLElement | null): void {
  const panel = card?.querySelector('.panel');
  if (!card || !panel) return;
  const [inside, all] = [panel.getBoundingClientRect(), card.getBoundingClientRect()];
  const below = inside.bottom - all.bottom;
  if (below > 0) card.scrollTop += Math.max(0, Math.min(below + 8, inside.top - all.top - keptAbove));
}

type Panel = 'details' | 'why' | 'help' | 'snooze';

/** The reminder itself: facts first, then what a person can do. Never takes focus by itself. */
export function NudgeCard({ catalog, view, onGotIt, onNotRelevant, onSnooze, onChip, onJump, onAllContacts, onLeave, onResize, opened }: NudgeCardProps) {
  const [panel, setPanel] = useState<Panel | null>(opened ?? null);
  const titleId = useId();
  const panelId = useId();
  const card = useRef<HTMLElement>(null);
  const t = (key: string): string => messageText(catalog, { key });
  useEffect(() => {
    if (!card.current) return undefined;
    const observer = new ResizeObserver(onResize);
    observer.observe(card.current);
    return () => observer.disconnect();
  }, [onResize]);
  // In a low window the card scrolls, and what was just opened is below its edge. Its place is found anew within the next frame.
  useEffect(() => {
    if (!panel) return undefined;
    let next = requestAnimationFrame(() => {
      next = requestAnimationFrame(() => bringIntoView(card.current));
    });
    return () => cancelAnimationFrame(next);
  }, [panel]);
  const toggle = (which: Panel) => trusted(() => setPanel(panel === which ? null : which));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    if (panel) setPanel(null);
    else onLeave();
  };
  const tab = (which: Panel, key: string) => (
    <button type="button" class="link" aria-expanded={panel === which} aria-controls={panelId} data-panel={which} onClick={toggle(which)}>
      {t(key)}
    </button>
  );
  return (
    <section
      ref={card}
      class="card"
      data-nudge={view.rules.join(' ')}
      data-serious={view.serious}
      aria-labelledby={titleId}
      lang={catalog.language}
      onKeyDown={onKeyDown}
    >
      <p class="brand">
        <svg aria-hidden="true" viewBox="0 0 24 12" width="24" height="12">
          <path d="M1 6c3-5 8-5 10 0-2 5-7 5-10 0Zm12 0c3-5 8-5 10 0-2 5-7 5-10 0Z" fill="none" stroke="currentColor" stroke-width="1.5" />
          <circle cx="7" cy="6" r="2" />
          <circle cx="19" cy="6" r="2" />
        </svg>
        <span>{t('name')}</span>
        <span class="theme">{t(`theme.${view.theme}`)}</span>
      </p>
      <h2 id={titleId}>
        <MessageText catalog={catalog} message={view.title} />
      </h2>
      <Findings catalog={catalog} view={view} />
      <div class="acts">
        <button type="button" class="main" data-act="got-it" onClick={trusted(onGotIt)}>
          {t('card.gotIt')}
        </button>
        <button type="button" data-act="not-relevant" onClick={trusted(onNotRelevant)}>
          {t('card.notRelevant')}
        </button>
        <button type="button" data-act="snooze" aria-expanded={panel === 'snooze'} aria-controls={panelId} onClick={toggle('snooze')}>
          {t('card.snooze')}
        </button>
      </div>
      {view.offerChip && (
        <p class="offer">
          {t('card.offerChip')}{' '}
          <button type="button" class="link" data-act="chip" onClick={trusted(onChip)}>
            {t('card.makeChip')}
          </button>
        </p>
      )}
      <div class="links">
        {view.details.length > 0 && tab('details', 'card.showMe')}
        {view.guidance.length > 0 && tab('why', 'card.why')}
        {tab('help', 'card.help')}
      </div>
      <div id={panelId} class="panel" hidden={panel === null}>
        {panel === 'snooze' && (
          <div class="acts">
            <button type="button" data-act="snooze-hour" onClick={trusted(() => onSnooze('hour'))}>
              {t('card.snoozeHour')}
            </button>
            <button type="button" data-act="snooze-today" onClick={trusted(() => onSnooze('today'))}>
              {t('card.snoozeToday')}
            </button>
          </div>
        )}
        {panel === 'details' && (
          <ol class="details">
            {view.details.map((detail, index) => (
              <li key={index}>
                {detail.place ? (
                  <button type="button" class="link" data-act="jump" onClick={trusted(() => onJump(detail))}>
                    <MessageText catalog={catalog} message={detail.message} />
                  </button>
                ) : (
                  <MessageText catalog={catalog} message={detail.message} />
                )}
                {detail.note && (
                  <span class="note">
                    {' '}
                    <MessageText catalog={catalog} message={detail.note} />
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
        {panel === 'why' && <Why catalog={catalog} guidance={view.guidance} stories={view.stories} />}
        {panel === 'help' && <Help catalog={catalog} contacts={view.contacts} onAllContacts={trusted(onAllContacts)} />}
      </div>
    </section>
  );
}

function Why({
  catalog,
  guidance,
  stories,
}: {
  readonly catalog: Catalog;
  readonly guidance: readonly GuidanceView[];
  readonly stories: readonly StoryView[];
}) {
  return (
    <>
      {guidance.map((point) => (
        <div key={point.id} class="point" data-guidance={point.id}>
          <div class="prose" lang={point.lang}>
            <Prose text={point.point} />
          </div>
          <p class="source">
            <Source source={point} />
          </p>
        </div>
      ))}
      {stories.map((story) => (
        <details key={story.id} class="story" data-story={story.id} lang={story.lang}>
          <summary>{story.notice}</summary>
          {story.paragraphs.map((paragraph) => (
            <div key={paragraph} class="prose">
              <Prose text={paragraph} />
            </div>
          ))}
          {story.source && (
            <p class="source">
              <Source source={story.source} />
            </p>
          )}
        </details>
      ))}
      {guidance.some((point) => point.overdue) && <p class="source">{messageText(catalog, { key: 'card.overdueNote' })}</p>}
    </>
  );
}

function Help({
  catalog,
  contacts,
  onAllContacts,
}: {
  readonly catalog: Catalog;
  readonly contacts: readonly ContactView[];
  readonly onAllContacts: (event: Event) => void;
}) {
  return (
    <>
      {contacts.map((contact) => (
        <div key={contact.team} class="contact" data-contact>
          <p class="team">{contact.team}</p>
          {contact.note && (
            <div class="source">
              <Prose text={contact.note} />
            </div>
          )}
          <ul>
            {contact.channels.map((channel) => (
              <li key={channel.label}>
                {channel.href ? (
                  <a href={channel.href} target={channel.kind === 'intranet' ? '_blank' : undefined} rel="noreferrer noopener">
                    {channel.label}
                  </a>
                ) : (
                  channel.label
                )}
              </li>
            ))}
          </ul>
          {contact.source && (
            <p class="source">
              <Source source={contact.source} /> {contact.checked}
            </p>
          )}
        </div>
      ))}
      <p>{messageText(catalog, { key: 'help.manager' })}</p>
      <button type="button" class="link" data-act="all-contacts" onClick={onAllContacts}>
        {messageText(catalog, { key: 'card.allContacts' })}
      </button>
    </>
  );
}

export interface NudgeChipProps {
  readonly catalog: Catalog;
  readonly view: NudgeView;
  readonly onOpen: () => void;
}

/** The quiet form: one line that opens the card on demand. */
export function NudgeChip({ catalog, view, onOpen }: NudgeChipProps) {
  return (
    <button type="button" class="chip" data-chip={view.rules.join(' ')} lang={catalog.language} onClick={trusted(onOpen)}>
      <MessageText catalog={catalog} message={view.title} />
      {view.lines.map((line) => (
        <span key={line.rule} data-line={line.rule}>
          {' · '}
          <MessageText catalog={catalog} message={line.message} />
        </span>
      ))}
    </button>
  );
}
