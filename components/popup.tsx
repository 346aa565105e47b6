import { useState } from 'preact/hooks';
import { leftUnlockedMessage } from '../core/left-unlocked';
import type { LeftUnlocked } from '../core/observation';
import { type Pause, pausedUntil } from '../core/pause';
import type { Pack } from '../guidance/pack';
import { reviewOf } from '../guidance/review';
import { type PackMatches, searchPack } from '../guidance/search';
import { ContactCard } from './contact-card';
import { DocumentList } from './document-list';
import { PauseControl } from './pause-control';
import type { SentView } from './report-form';
import { SiteOffer, type SiteOfferProps } from './site-offer';
import { SituationHelp, type SituationHelpProps } from './situation-help';
import { TabStatus, type TabStatusProps } from './tab-status';
import { PackProse, PackWords, useWords } from './words';

export interface PopupProps extends Omit<TabStatusProps, 'onOpenOptions'>, SiteOfferProps {
  readonly pack: Pack;
  /** `false` for the first picture: what stands in closed parts is then drawn with the next. */
  readonly rest?: boolean | undefined;
  /** What was typed into the search before this code was there. */
  readonly typed?: string | undefined;
  /** `2026-11-21` */
  readonly today: string;
  /** Now, `2026-11-21T14:05`, on this computer's clock. */
  readonly now: string;
  /** Id of a situation that is open from the start; `sent` for what to do about a message that was sent. */
  readonly situation?: string | undefined;
  /** What is known about the message that went out last. */
  readonly sent?: SentView | null | undefined;
  /** `null` until it is known. */
  readonly pause?: Pause | null | undefined;
  /** The person came back to this computer, which was left unlocked, and has not been told in a page. */
  readonly leftUnlocked?: LeftUnlocked | null | undefined;
  /** The history cannot be kept. */
  readonly historyTrouble?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly time?: number | undefined;
  onPause(where: string | null, length: 'hour' | 'today'): void;
  onResume(): void;
  onCopy(text: string): Promise<boolean>;
  onOpenOptions(section?: 'domains' | 'sites' | 'history'): void;
  onOpenChecklist(): void;
}

/** Help within two keystrokes: what happened, whom to call, and what Second Glance sees on this tab. */
export function Popup(props: PopupProps) {
  const words = useWords();
  const { say } = words;
  const { pack, today, onCopy, rest = true } = props;
  const watched = props.view.kind === 'watched' ? props.view : null;
  const site = watched?.site ?? null;
  const opened = props.situation === 'sent' ? pack.situations.find(({ report }) => report === 'sent')?.id : props.situation;
  const [query, setQuery] = useState(props.typed ?? '');
  const searching = query.trim() !== '';
  const overdue = pack.documents.filter((document) => reviewOf(document, today).state === 'overdue').length;
  const paused = props.pause ? pausedUntil(props.pause, watched?.siteId ?? null, props.time ?? 0) : null;
  // Not before it is known what is in front: an early press would pause everywhere instead of here.
  const pausing = props.pause && props.view.kind !== 'asking' && (
    <PauseControl pause={props.pause} siteId={watched?.siteId ?? null} site={site} time={props.time ?? 0} onPause={props.onPause} onResume={props.onResume} />
  );
  return (
    <div class="popup">
      <header class="popup-header">
        <h1>{say('popup.title')}</h1>
        <p class="actions">
          <button type="button" class="button-quiet" onClick={props.onOpenChecklist}>
            {say('popup.checklist')}
          </button>
          <button type="button" class="button-quiet" onClick={() => props.onOpenOptions()}>
            {say('popup.options')}
          </button>
        </p>
      </header>
      <main>
        {/* Stands from the start, so that what comes into it is read out. */}
        <div role="status" class="left-unlocked">
          {props.leftUnlocked && <LeftUnlockedNote left={props.leftUnlocked} />}
        </div>
        <div role="status">{props.historyTrouble === true && <HistoryNote onOpen={() => props.onOpenOptions('history')} />}</div>
        {props.situation !== 'sent' && <TabStatus {...props} />}
        {props.situation !== 'sent' && <SiteOffer {...props} />}
        {paused !== null && pausing}
        <div class="search">
          <label for="search">{say('popup.search')}</label>
          <input
            id="search"
            type="search"
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || query === '') return;
              event.preventDefault();
              setQuery('');
            }}
          />
        </div>
        {searching ? (
          <Results {...props} matches={searchPack(pack, query)} />
        ) : (
          <>
            <h2>{say('popup.what-happened')}</h2>
            {pack.situations.map((situation) => (
              <Situation
                key={situation.id}
                {...props}
                situation={situation}
                site={site}
                siteId={watched?.siteId}
                open={opened === situation.id}
                reporting={props.situation === 'sent'}
              />
            ))}
            <h2>{say('popup.contacts')}</h2>
            {pack.contacts.length === 0 && <p class="note">{say('popup.no-contacts')}</p>}
            {pack.groups.map((group) => (
              <details key={group.id} data-group={group.id} name="group">
                <summary>
                  <PackWords pack={pack} text={group.title} />
                </summary>
                {rest && group.note && (
                  <div class="note">
                    <PackProse pack={pack} text={group.note} />
                  </div>
                )}
                {rest &&
                  pack.contacts
                    .filter((contact) => contact.group === group.id)
                    .map((contact) => <ContactCard key={contact.id} pack={pack} contact={contact} today={today} level={3} onCopy={onCopy} />)}
              </details>
            ))}
            {paused === null && pausing}
            <h2>
              <PackWords pack={pack} text={pack.organisation.name} />
            </h2>
            {overdue > 0 && <p class="note">{say('popup.overdue', { count: overdue })}</p>}
            <details data-part="documents">
              <summary>{say('popup.documents')}</summary>
              {rest && <DocumentList pack={pack} today={today} />}
            </details>
            {pack.links.length > 0 && (
              <details data-part="links">
                <summary>{say('popup.links')}</summary>
                {rest && <Links pack={pack} />}
              </details>
            )}
          </>
        )}
      </main>
      <footer class="if-unsure">
        <div>
          <PackProse pack={pack} text={pack.ifUnsure} />
        </div>
      </footer>
    </div>
  );
}

function HistoryNote({ onOpen }: { readonly onOpen: () => void }) {
  const { say } = useWords();
  return (
    <div class="chip" data-history-trouble="true">
      <p>{say('popup.history-trouble')}</p>
      <p class="actions">
        <button type="button" class="button-quiet" onClick={onOpen}>
          {say('popup.history-trouble.open')}
        </button>
      </p>
    </div>
  );
}

function Links({ pack }: { readonly pack: Pack }) {
  return (
    <ul class="plain">
      {pack.links.map((link) => (
        <li key={link.url}>
          <a href={link.url} target="_blank" rel="noreferrer">
            <PackWords pack={pack} text={link.title} />
          </a>
          {link.note && (
            <div class="note">
              <PackProse pack={pack} text={link.note} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Results({ pack, today, now, view, sent, matches, onCopy }: PopupProps & { readonly matches: PackMatches }) {
  const site = view.kind === 'watched' ? view.site : null;
  const words = useWords();
  const { say } = words;
  const count = matches.situations.length + matches.contacts.length + matches.points.length;
  return (
    <div class="results">
      <p role="status">{count === 0 ? say('popup.results.none') : say('popup.results', { count })}</p>
      {matches.contacts.length > 0 && (
        <>
          <h2>{say('popup.results.contacts')}</h2>
          {matches.contacts.map((contact) => (
            <ContactCard key={contact.id} pack={pack} contact={contact} today={today} level={3} onCopy={onCopy} />
          ))}
        </>
      )}
      {matches.situations.length > 0 && (
        <>
          <h2>{say('popup.results.situations')}</h2>
          {matches.situations.map((situation) => (
            <Situation
              key={situation.id}
              pack={pack}
              today={today}
              now={now}
              onCopy={onCopy}
              situation={situation}
              site={site}
              siteId={view.kind === 'watched' ? view.siteId : null}
              sent={sent}
              open={matches.situations.length === 1 && matches.contacts.length === 0}
            />
          ))}
        </>
      )}
      {matches.points.length > 0 && (
        <>
          <h2>{say('popup.results.points')}</h2>
          <ul>
            {matches.points.map((point) => (
              <li key={point.id} data-point={point.id}>
                <PackProse pack={pack} text={point.text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What happened, in one line; what to do is drawn when it is opened, so that the popup is there at once. */
function Situation({ open, ...help }: SituationHelpProps & { readonly open: boolean }) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      data-situation={help.situation.id}
      name="situation"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <PackWords pack={help.pack} text={help.situation.title} />
      </summary>
      {opened && <SituationHelp {...help} />}
    </details>
  );
}

/** Told once: the mark at the toolbar button goes when the popup opens. */
function LeftUnlockedNote({ left }: { readonly left: LeftUnlocked }) {
  const { say } = useWords();
  const { key, values } = leftUnlockedMessage('title', left);
  return (
    <div class="chip" data-left-unlocked={left.minutes}>
      <p>
        <strong>{say(key, values)}</strong>
      </p>
      <p>{say('unlocked-screen.lock')}</p>
    </div>
  );
}
