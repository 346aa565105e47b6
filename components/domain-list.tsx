import { useState } from 'preact/hooks';
import type { DomainReading, DomainRemark } from '../core/domain-input';
import { useDraftArea } from './draft';
import type { FieldError } from './error-summary';
import { useFits } from './findable';
import { useWords, type Words } from './words';

export type ListName = 'own' | 'trusted' | 'personal' | 'groups';

/** The setting behind each list, which also names it. */
export const listSettings = { own: 'ownDomains', trusted: 'trustedDomains', personal: 'personalDomains', groups: 'groupAddresses' } as const satisfies Record<
  ListName,
  string
>;

export interface DomainListProps {
  readonly list: ListName;
  /** Lower-case ASCII domains, or addresses. */
  readonly domains: readonly string[];
  /** A policy sets this list; it can be read and not changed. */
  readonly managed: boolean;
  /** Entries that the organisation has set; others may be added. */
  readonly fixed?: readonly string[];
  readonly errors: readonly FieldError[];
  /** Sets that can be added with one press. */
  readonly presets?: readonly {
    readonly id: string /** Where the language files have no name for it. */;
    readonly label?: string;
    readonly domains: readonly string[];
  }[];
  readable(domain: string): string;
  read(text: string): DomainReading;
  onErrors(errors: readonly FieldError[]): void;
  /** @param told what was done, for the status line and its undo */
  onChange(change: { readonly add: readonly string[]; readonly remove: readonly string[] }, told: string): void;
}

export const remarkText = ({ say }: Words, remark: DomainRemark, readable: (domain: string) => string): string =>
  say(`options.domains.remark.${remark.kind}`, { domain: readable(remark.domain), by: 'by' in remark ? readable(remark.by) : '' });

/** More than this nobody reads, and thousands of lines would keep the page busy. */
const mostErrors = 10;
const mostRows = 50;

/** A list of domains: add one or paste many, remove one. Every change applies at once. */
export function DomainList(props: DomainListProps) {
  const words = useWords();
  const { say } = words;
  const { list, domains, managed, fixed = [], errors, readable } = props;
  const setting = listSettings[list];
  const draft = useDraftArea(`domains-${list}`);
  const [all, setAll] = useState(false);
  const fits = useFits();
  const long = domains.length > mostRows;
  // What is searched for is never behind the button; nor is what was added last, right above the field.
  const matching = fits === null || !long ? [] : domains.filter((domain) => fits(readable(domain)));
  const rows = all ? domains : matching.length > 0 ? matching.slice(0, 4 * mostRows) : domains.slice(-mostRows);
  const [remarks, setRemarks] = useState<readonly DomainRemark[]>([]);
  const field = `domains-${list}`;
  const mine = errors.filter((error) => error.field === field);

  const errorsOf = (refused: DomainReading['refused']): readonly FieldError[] => {
    const full = refused.some(({ reason }) => reason === 'too-many');
    const single = refused.filter(({ reason }) => reason !== 'too-many');
    const texts = new Set(single.slice(0, mostErrors).map(({ text: one, reason }) => say(`options.domains.refused.${reason}`, { text: one })));
    if (single.length > mostErrors) texts.add(say('options.domains.refused.more', { count: single.length - mostErrors }));
    if (full) texts.add(say('options.domains.refused.too-many'));
    return [...texts].map((one) => ({ field, text: one }));
  };

  const add = (typed: string): void => {
    const reading = props.read(typed);
    setRemarks(reading.remarks);
    props.onErrors([
      ...errors.filter((error) => error.field !== field),
      ...errorsOf(reading.refused),
      ...(typed.trim() === '' ? [{ field, text: say(list === 'groups' ? 'options.domains.refused.no-address' : 'options.domains.refused.empty') }] : []),
    ]);
    // What was refused stays in the field, so that it can be mended instead of typed again.
    draft.put(reading.refused.map((refusal) => refusal.text).join('\n'));
    if (reading.accepted.length > 0)
      props.onChange(
        { add: reading.accepted, remove: [] },
        say(list === 'groups' ? 'options.groups.added' : 'options.domains.added', { count: reading.accepted.length }),
      );
  };

  return (
    <section class="domain-list" aria-labelledby={`${field}-title`} data-list={list} data-count={domains.length}>
      <h3 id={`${field}-title`}>{say(`setting.${setting}.title`)}</h3>
      <p>{say(`setting.${setting}.description`)}</p>
      {managed && <p class="mark">{say('options.managed')}</p>}
      {long && (
        <p class="actions">
          <button type="button" class="button-quiet" data-show-all={all} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say('options.domains.show-last', { count: mostRows }) : say('options.domains.show-all', { count: domains.length })}
          </button>
        </p>
      )}
      {domains.length === 0 ? (
        <p class="note">{say('options.domains.none')}</p>
      ) : (
        <ul class="plain rows">
          {rows.map((domain) => (
            <li key={domain} data-domain={domain}>
              <span>{readable(domain)}</span>
              {fixed.includes(domain) && <span class="note">{say('options.managed.entry')}</span>}
              {!managed && !fixed.includes(domain) && (
                <button
                  type="button"
                  class="button-quiet"
                  aria-label={say('options.domains.remove-one', { domain: readable(domain) })}
                  onClick={() => props.onChange({ add: [], remove: [domain] }, say('options.domains.removed', { domain: readable(domain) }))}
                >
                  {say('options.remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!managed && (
        <form
          noValidate
          class={mine.length > 0 ? 'field field-wrong' : 'field'}
          onSubmit={(event) => {
            event.preventDefault();
            add(draft.area.current?.value ?? '');
          }}
        >
          <label for={field}>{say(`options.domains.add.${list}`)}</label>
          <p class="hint" id={`${field}-hint`}>
            {say(list === 'groups' ? 'options.groups.hint' : 'options.domains.add.hint')}
          </p>
          {mine.length > 0 && (
            <ul class="plain mark" id={`${field}-errors`}>
              {mine.map((error) => (
                <li key={error.text}>{error.text}</li>
              ))}
            </ul>
          )}
          <textarea
            id={field}
            ref={draft.area}
            rows={draft.rows}
            spellcheck={false}
            autocapitalize="off"
            defaultValue={draft.begin}
            aria-invalid={mine.length > 0}
            aria-describedby={mine.length > 0 ? `${field}-hint ${field}-errors` : `${field}-hint`}
            onInput={draft.onInput}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              add(event.currentTarget.value);
            }}
          />
          <p class="actions">
            <button type="submit" class="button">
              {say('options.add')}
            </button>
          </p>
          <div role="status">
            {remarks.length > 0 && (
              <ul class="plain note">
                {remarks.slice(0, mostErrors).map((remark) => (
                  <li key={remark.kind + remark.domain}>{remarkText(words, remark, readable)}</li>
                ))}
                {remarks.length > mostErrors && <li>{say('options.domains.remark.more', { count: remarks.length - mostErrors })}</li>}
              </ul>
            )}
          </div>
          {props.presets && props.presets.length > 0 && (
            <fieldset class="presets">
              <legend>{say('options.domains.presets')}</legend>
              <p class="actions">
                {props.presets.map((preset) => (
                  <button key={preset.id} type="button" class="button-quiet" data-preset={preset.id} onClick={() => add(preset.domains.join('\n'))}>
                    {preset.label ?? say(`options.domains.preset.${preset.id}`)}
                  </button>
                ))}
              </p>
            </fieldset>
          )}
        </form>
      )}
    </section>
  );
}
