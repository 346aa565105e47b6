import { useState } from 'preact/hooks';
import { messageText } from '../core/message';
import { draftLink, type Report, reportLines, type SentKind, sentKinds } from '../core/report';
import { contactsOf, type Pack, type PackSituation } from '../guidance/pack';
import { CopyButton } from './copy-button';
import { useCatalog, useWords } from './words';

export interface ReportFormProps {
  readonly pack: Pack;
  readonly situation: PackSituation;
  /** Product in front, where there is one. */
  readonly site: string | null;
  /** Now, `2026-11-21T14:05`, on this computer's clock. */
  readonly now: string;
  onCopy(text: string): Promise<boolean>;
}

const people = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** A report made ready: a few questions, the text as it will be, and a mail draft. Nothing of it is stored or sent by Second Glance. */
export function ReportForm({ pack, situation, site, now, onCopy }: ReportFormProps) {
  const words = useWords();
  const catalog = useCatalog();
  const { say } = words;
  const [when, setWhen] = useState(now);
  const [kind, setKind] = useState<SentKind>('wrong-recipient');
  const [inside, setInside] = useState('');
  const [outside, setOutside] = useState('');
  const [recalled, setRecalled] = useState<'yes' | 'no' | 'unknown'>('unknown');
  const [more, setMore] = useState('');
  const about = situation.report === 'sent';
  const id = `report-${situation.id}`;

  const title = words.pack(pack, situation.title);
  const report: Report = {
    title,
    when: [words.day(when), when.slice(11)].filter(Boolean).join(', '),
    site,
    sent: about ? { kind, inside: people(inside), outside: people(outside), recalled } : null,
    more,
  };
  // Isolates keep directions apart on screen; in a plain mail they would only be odd characters.
  const lines = reportLines(report).map((line) => messageText(catalog, line).replace(/[\u2068\u2069]/g, ''));
  const to = contactsOf(pack, situation)
    .flatMap((contact) => contact.channels)
    .find((channel) => channel.kind === 'mail' && (channel.state ?? 'works') === 'works')?.value;

  return (
    <div class="report" data-report={situation.id}>
      <p class="note">{say('report.promise')}</p>
      <label for={`${id}-when`}>{say('report.when')}</label>
      <input id={`${id}-when`} type="datetime-local" value={when} onInput={(event) => setWhen(event.currentTarget.value)} />
      {about && (
        <>
          <label for={`${id}-kind`}>{say('report.kind')}</label>
          <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(event.currentTarget.value as SentKind)}>
            {sentKinds.map((choice) => (
              <option key={choice} value={choice}>
                {say(`report.kind.${choice}`)}
              </option>
            ))}
          </select>
          <div class="pair">
            <div>
              <label for={`${id}-outside`}>{say('report.outside')}</label>
              <input id={`${id}-outside`} type="text" inputMode="numeric" value={outside} onInput={(event) => setOutside(event.currentTarget.value)} />
            </div>
            <div>
              <label for={`${id}-inside`}>{say('report.inside')}</label>
              <input id={`${id}-inside`} type="text" inputMode="numeric" value={inside} onInput={(event) => setInside(event.currentTarget.value)} />
            </div>
          </div>
          <label for={`${id}-recalled`}>{say('report.recalled')}</label>
          <select id={`${id}-recalled`} value={recalled} onChange={(event) => setRecalled(event.currentTarget.value as typeof recalled)}>
            {(['unknown', 'yes', 'no'] as const).map((choice) => (
              <option key={choice} value={choice}>
                {say(`report.recalled.${choice}`)}
              </option>
            ))}
          </select>
        </>
      )}
      <label for={`${id}-more`}>{say('report.more')}</label>
      <p class="hint" id={`${id}-hint`}>
        {say('report.more.hint')}
      </p>
      <textarea id={`${id}-more`} rows={2} aria-describedby={`${id}-hint`} value={more} onInput={(event) => setMore(event.currentTarget.value)} />
      <h4>{say('report.text')}</h4>
      <pre>{lines.join('\n')}</pre>
      <p class="actions">
        {to && (
          <a class="button as-button" href={draftLink(to, say('report.subject'), lines)}>
            {say('report.draft')}
          </a>
        )}
        <CopyButton text={lines.join('\n')} label={say('report.copy')} onCopy={onCopy} />
      </p>
    </div>
  );
}
