import type { ServerReading } from '../core/domain-input';
import { useDraft } from './draft';
import type { FieldError } from './error-summary';
import { Findable } from './findable';
import { useWords } from './words';

export interface BuiltInSite {
  readonly id: string;
  readonly name: string;
  /** Match patterns; empty for products that organisations run themselves. */
  readonly matches: readonly string[];
}

export interface SiteListProps {
  readonly sites: readonly BuiltInSite[];
  /** Match patterns of servers that the person or a policy added. */
  readonly added: readonly string[];
  readonly errors: readonly FieldError[];
  readServer(text: string): ServerReading;
  onErrors(errors: readonly FieldError[]): void;
  /** Asks the browser for this one server. @returns whether the person agreed */
  onAdd(pattern: string, told: string): Promise<boolean>;
  onRemove(pattern: string, told: string): void;
}

const hostOf = (pattern: string): string =>
  pattern
    .replace(/^[^/]*\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^\*\./, '');
const field = 'server';

/** Where Second Glance works, and a server of one's own. */
export function SiteList(props: SiteListProps) {
  const { say } = useWords();
  const { sites, added, errors } = props;
  const [draft, setDraft] = useDraft(field);
  const text = draft ?? '';
  const setText = (next: string): void => setDraft(next === '' ? null : next);
  const mine = errors.filter((error) => error.field === field);
  const others = errors.filter((error) => error.field !== field);

  const add = (): void => {
    const reading = props.readServer(text);
    if (reading.kind === 'refused') {
      props.onErrors([...others, { field, text: say(`options.sites.refused.${reading.reason}`) }]);
      return;
    }
    props.onErrors(others);
    // The browser only asks from within the press of the button, so nothing may be awaited before.
    void props.onAdd(reading.pattern, say('options.sites.added', { host: reading.host })).then((agreed) => {
      if (agreed) setText('');
      else props.onErrors([...others, { field, text: say('options.sites.declined', { host: reading.host }) }]);
    });
  };

  return (
    <>
      <h3>{say('options.sites.built-in')}</h3>
      <ul class="plain rows" data-sites="built-in">
        {sites.map((site) => (
          <Findable as="li" key={site.id} data-site={site.id} texts={[site.name, ...site.matches]}>
            <span>{site.name}</span>
            <span class="note">{site.matches.length > 0 ? [...new Set(site.matches.map(hostOf))].join(', ') : say('options.sites.own-server')}</span>
          </Findable>
        ))}
      </ul>
      <Findable texts={[say('options.sites.own'), say('options.sites.own.hint'), say('options.sites.add'), ...added]}>
        <h3>{say('options.sites.own')}</h3>
        <p>{say('options.sites.own.hint')}</p>
        {added.length === 0 ? (
          <p class="note">{say('options.sites.none')}</p>
        ) : (
          <ul class="plain rows" data-sites="added">
            {added.map((pattern) => (
              <li key={pattern}>
                <span>{hostOf(pattern)}</span>
                <button
                  type="button"
                  class="button-quiet"
                  aria-label={say('options.sites.remove-one', { host: hostOf(pattern) })}
                  onClick={() => props.onRemove(pattern, say('options.sites.removed', { host: hostOf(pattern) }))}
                >
                  {say('options.remove')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <form
          noValidate
          class={mine.length > 0 ? 'field field-wrong' : 'field'}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <label for={field}>{say('options.sites.add')}</label>
          <p class="hint" id="server-hint">
            {say('options.sites.add.hint')}
          </p>
          {mine.map((error) => (
            <p key={error.text} class="mark" id="server-error">
              {error.text}
            </p>
          ))}
          <input
            id={field}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={text}
            aria-invalid={mine.length > 0}
            aria-describedby={mine.length > 0 ? 'server-hint server-error' : 'server-hint'}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p class="actions">
            <button type="submit" class="button">
              {say('options.sites.ask')}
            </button>
          </p>
        </form>
      </Findable>
    </>
  );
}
