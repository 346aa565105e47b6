import { useState } from 'preact/hooks';
import { recallOf } from '../core/report';
import type { Pack, PackSituation } from '../guidance/pack';
import { contactsOf } from '../guidance/pack';
import { ContactCard } from './contact-card';
import { ReportForm, type SentView } from './report-form';
import { PackProse, useWords } from './words';

export interface SituationHelpProps {
  readonly pack: Pack;
  readonly situation: PackSituation;
  readonly today: string;
  /** Product in front, where there is one. */
  readonly site: string | null;
  /** Its id. */
  readonly siteId?: string | null | undefined;
  /** What is known about the message that went out last. */
  readonly sent?: SentView | null | undefined;
  /** Now, `2026-11-21T14:05`, on this computer's clock. */
  readonly now: string;
  /** The report is open from the start. */
  readonly reporting?: boolean | undefined;
  onCopy(text: string): Promise<boolean>;
}

/** What to do when something happened: whom to tell first, then the first steps, then who else can help and what they will ask. */
export function SituationHelp({ pack, situation, today, site, siteId, sent, now, reporting: begun, onCopy }: SituationHelpProps) {
  const words = useWords();
  const { say } = words;
  const [first, ...others] = contactsOf(pack, situation);
  const [reporting, setReporting] = useState(begun === true);
  return (
    <div class="situation">
      {situation.report === 'sent' && (
        <div class="recall" data-recall={sent?.siteId ?? siteId ?? ''}>
          {recallOf(sent?.siteId ?? siteId ?? null).map((message) => (
            <p key={message.key}>{say(message.key)}</p>
          ))}
        </div>
      )}
      {first && (
        <>
          <h3>{say('popup.whom')}</h3>
          <ContactCard pack={pack} contact={first} today={today} level={4} onCopy={onCopy} />
        </>
      )}
      {situation.firstSteps.length > 0 && (
        <>
          <h3>{say('popup.first-steps')}</h3>
          <ol>
            {situation.firstSteps.map((step, index) => (
              <li key={index}>
                <PackProse pack={pack} text={step} />
              </li>
            ))}
          </ol>
          {!situation.sources?.length && <p class="note">{say('popup.suggested')}</p>}
        </>
      )}
      {others.length > 0 && <h3>{say('popup.whom-else')}</h3>}
      {others.map((contact) => (
        <ContactCard key={contact.id} pack={pack} contact={contact} today={today} level={4} onCopy={onCopy} />
      ))}
      {situation.report && (
        <details data-part="report" open={begun === true} onToggle={(event) => setReporting(event.currentTarget.open)}>
          <summary>{say(`report.${situation.report}`)}</summary>
          {reporting && <ReportForm key={sent?.when} pack={pack} situation={situation} site={site} now={now} sent={sent} onCopy={onCopy} />}
        </details>
      )}
      {situation.haveReady.length > 0 && (
        <>
          <h3>{say('popup.have-ready')}</h3>
          <ul>
            {situation.haveReady.map((thing, index) => (
              <li key={index}>
                <PackProse pack={pack} text={thing} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
