import { useState } from 'preact/hooks';
import { messageText } from '../core/message';
import { draftLink, likelyKind, type Report, reportLines, type SentCounts, type SentKind, sentKinds } from '../core/report';
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
  /** What is known about the message that went out last. */
  readonly sent?: SentView | null | undefined;
  onCopy(text: string): Promise<boolean>;
}

/** A `SentNote`, ready to show. */
export interface SentView extends SentCounts {
  /** `2026-11-21T14:05`, on this computer's clock. */
  readonly when: string;
  readonly siteId: string;
  /** Product name. */
  readonly site: string | null;
  readonly rules: readonly string[];
}

const people = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** A report made ready: a few questions, the text as it will be, and a mail draft. Nothing of it is stored or sent by Second Glance. */
export function ReportForm({ pack, situation, site, now, sent, onCopy }: ReportFormProps) {
  const words = useWords();
  const catalog = useCatalog();
  const { say } = words;
  const about = situation.report === 'sent';
  const known = about ? (sent ?? null) : null;
  const [when, setWhen] = useState(known?.when ?? now);
  const [kind, setKind] = useState<SentKind>(likelyKind(known?.rules ?? []));
  const [inside, setInside] = useState(known?.inside?.toString() ?? '');
  const [outside, setOutside] = useState(known?.outside?.toString() ?? '');
  const [recalled, setRecalled] = useState<'yes' | 'no' | 'unknown'>('unknown');
  const [more, setMore] = useState('');
  const id = `report-${situation.id}`;

  const title = words.pack(pack, situation.title);
  const report: Report = {
    title,
    when: [words.day(when), when.slice(11)].filter(Boolean).join(', '),
    site: known?.site ?? site,
    rules: known?.rules ?? [],
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
      {known && <p class="note">{say('report.known')}</p>}
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
