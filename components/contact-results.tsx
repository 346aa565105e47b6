import type { Pack } from '../guidance/pack';
import { ContactCard } from './contact-card';
import { Findable, useFinding } from './findable';
import { useWords } from './words';

export interface ContactResultsProps {
  readonly pack: Pack;
  /** `2026-11-21` */
  readonly today: string;
  onCopy(text: string): Promise<boolean>;
}

/** Contacts of the guidance in use, while the page is searched: the popup is where they are looked up otherwise. */
export function ContactResults({ pack, today, onCopy }: ContactResultsProps) {
  const words = useWords();
  if (!useFinding()) return null;
  return (
    <>
      {pack.contacts.map((contact) => (
        <Findable
          key={contact.id}
          data-found-contact={contact.id}
          texts={[
            words.pack(pack, contact.team),
            contact.for ? words.pack(pack, contact.for) : '',
            words.say('options.contacts'),
            ...contact.channels.map((channel) => channel.value),
          ]}
        >
          <ContactCard pack={pack} contact={contact} today={today} level={3} onCopy={onCopy} />
        </Findable>
      ))}
    </>
  );
}
