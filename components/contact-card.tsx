import type { Pack, PackChannel, PackContact } from '../guidance/pack';
import { documentsOf, linkOf } from '../guidance/pack';
import { reviewOf } from '../guidance/review';
import { CopyButton } from './copy-button';
import { PackProse, PackWords, useWords } from './words';

export interface ContactCardProps {
  readonly pack: Pack;
  readonly contact: PackContact;
  /** `2026-11-21` */
  readonly today: string;
  /** Level of its heading. */
  readonly level: 3 | 4;
  onCopy(text: string): Promise<boolean>;
}

/** A team and every way to reach it, best first, with what is known about each. */
export function ContactCard({ pack, contact, today, level, onCopy }: ContactCardProps) {
  const words = useWords();
  const { say, day } = words;
  const Heading = `h${level}` as const;
  return (
    <section class="contact" data-contact={contact.id}>
      <Heading class="team">
        <PackWords pack={pack} text={contact.team} />
        {contact.for && (
          <span class="contact-for">
            {' '}
            (<PackWords pack={pack} text={contact.for} />)
          </span>
        )}
      </Heading>
      <ul class="plain">
        {contact.channels.map((channel) => (
          <Channel key={channel.value} pack={pack} channel={channel} onCopy={onCopy} />
        ))}
      </ul>
      {contact.hours && (
        <p class="note">
          <PackWords pack={pack} text={contact.hours} />
        </p>
      )}
      {contact.note && (
        <div class="note">
          <PackProse pack={pack} text={contact.note} />
        </div>
      )}
      <p class="provenance">
        {documentsOf(pack, contact.sources).map((document) => {
          const section = contact.sources.find((source) => source.document === document.id)?.section;
          const review = reviewOf(document, today);
          const title = words.pack(pack, document.title);
          return (
            <span key={document.id}>
              {section ? say('contact.from', { document: title, section }) : say('contact.from-document', { document: title })}{' '}
              {review.due && review.state === 'overdue' && <strong>{say('document.overdue', { date: day(review.due) })} </strong>}
            </span>
          );
        })}
        {say('contact.checked', { date: day(contact.checked) })}
      </p>
    </section>
  );
}

function Channel({ pack, channel, onCopy }: { readonly pack: Pack; readonly channel: PackChannel; onCopy(text: string): Promise<boolean> }) {
  const words = useWords();
  const { say } = words;
  const link = linkOf(channel);
  const label = channel.label && words.pack(pack, channel.label);
  const state = channel.state ?? 'works';
  const source = channel.source && documentsOf(pack, [channel.source])[0];
  return (
    <li class={`channel channel-${state}`} data-channel={channel.kind} data-state={state}>
      <span class="channel-row">
        <span class="channel-value">
          {link === null ? (
            <>
              {channel.kind === 'chat' && label && `${label} `}
              {state === 'closed' ? <s>{channel.value}</s> : channel.value}
            </>
          ) : channel.kind === 'web' ? (
            <a href={link} target="_blank" rel="noreferrer">
              {label ?? channel.value}
            </a>
          ) : (
            <a href={link}>{channel.value}</a>
          )}
        </span>
        {state !== 'closed' && <CopyButton text={channel.value} onCopy={onCopy} />}
      </span>
      {state !== 'works' && <strong class="mark">{say(`contact.${state}`)}</strong>}
      {channel.note && (
        <span class="note">
          {' '}
          <PackProse pack={pack} text={channel.note} />{' '}
          {source?.url && (
            <a class="source" href={source.url} target="_blank" rel="noreferrer">
              {say('contact.note-source')}
              <span class="visually-hidden">
                : <PackWords pack={pack} text={source.title} />
              </span>
            </a>
          )}
        </span>
      )}
    </li>
  );
}
