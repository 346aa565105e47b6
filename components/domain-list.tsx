import { useState } from 'preact/hooks';
import type { DomainReading, DomainRemark } from '../core/domain-input';
import type { FieldError } from './error-summary';
import { useWords, type Words } from './words';

export interface DomainListProps {
  readonly list: 'own' | 'trusted';
  /** Lower-case ASCII domains. */
  readonly domains: readonly string[];
  /** A policy sets this list; it can be read and not changed. */
  readonly managed: boolean;
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
  onChange(domains: readonly string[], told: string): void;
}

export const remarkText = ({ say }: Words, remark: DomainRemark, readable: (domain: string) => string): string =>
  say(`options.domains.remark.${remark.kind}`, { domain: readable(remark.domain), by: 'by' in remark ? readable(remark.by) : '' });

/** A list of domains: add one or paste many, remove one. Every change applies at once. */
export function DomainList(props: DomainListProps) {
  const words = useWords();
  const { say } = words;
  const { list, domains, managed, errors, readable } = props;
  const [text, setText] = useState('');
  const [remarks, setRemarks] = useState<readonly DomainRemark[]>([]);
  const field = `domains-${list}`;
  const mine = errors.filter((error) => error.field === field);

  const add = (typed: string): void => {
    const reading = props.read(typed);
    setRemarks(reading.remarks);
    props.onErrors([
      ...errors.filter((error) => error.field !== field),
      ...reading.refused.map(({ text: refused, reason }) => ({ field, text: say(`options.domains.refused.${reason}`, { text: refused }) })),
      ...(typed.trim() === '' ? [{ field, text: say('options.domains.refused.empty') }] : []),
    ]);
    // What was refused stays in the field, so that it can be mended instead of typed again.
    setText(reading.refused.map((refusal) => refusal.text).join('\n'));
    if (reading.accepted.length > 0) props.onChange([...domains, ...reading.accepted], say('options.domains.added', { count: reading.accepted.length }));
  };

  return (
    <section class="domain-list" aria-labelledby={`${field}-title`} data-list={list}>
      <h3 id={`${field}-title`}>{say(`options.domains.${list}`)}</h3>
      <p>{say(`options.domains.${list}.hint`)}</p>
      {managed && <p class="mark">{say('options.managed')}</p>}
      {domains.length === 0 ? (
        <p class="note">{say('options.domains.none')}</p>
      ) : (
        <ul class="plain rows">
          {domains.map((domain) => (
            <li key={domain} data-domain={domain}>
              <span>{readable(domain)}</span>
              {!managed && (
                <button
                  type="button"
                  class="button-quiet"
                  aria-label={say('options.domains.remove-one', { domain: readable(domain) })}
                  onClick={() =>
                    props.onChange(
                      domains.filter((other) => other !== domain),
                      say('options.domains.removed', { domain: readable(domain) }),
                    )
                  }
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
            add(text);
          }}
        >
          <label for={field}>{say(`options.domains.add.${list}`)}</label>
          <p class="hint" id={`${field}-hint`}>
            {say('options.domains.add.hint')}
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
            rows={Math.min(6, text.split('\n').length)}
            spellcheck={false}
            autocapitalize="off"
            value={text}
            aria-invalid={mine.length > 0}
            aria-describedby={mine.length > 0 ? `${field}-hint ${field}-errors` : `${field}-hint`}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              add(text);
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
                {remarks.map((remark) => (
                  <li key={remark.kind + remark.domain}>{remarkText(words, remark, readable)}</li>
                ))}
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
