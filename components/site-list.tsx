import { useState } from 'preact/hooks';
import type { ServerReading } from '../core/domain-input';
import { hostOfPattern } from '../core/match-pattern';
import { useDraft } from './draft';
import type { FieldError } from './error-summary';
import { Findable, useFinding } from './findable';
import { useWords } from './words';

export interface BuiltInSite {
  readonly id: string;
  readonly name: string;
  /** Match patterns; empty for products that organisations run themselves. */
  readonly matches: readonly string[];
}

/** Where the browser keeps Second Glance away, and what the organisation suggests. All are match patterns. */
export interface SiteAccess {
  /** Built-in hosts that the browser does not allow. */
  readonly withheld: readonly string[];
  /** Servers that were added before and are not allowed any more. */
  readonly lost: readonly string[];
  /** Servers that a policy offers and that are not allowed yet. */
  readonly suggested: readonly string[];
  /** Asks the browser for all of these. @returns whether the person agreed */
  onAllow(patterns: readonly string[]): Promise<boolean>;
}

export interface SiteListProps {
  readonly sites: readonly BuiltInSite[];
  /** Match patterns of servers that the person or a policy added. */
  readonly added: readonly string[];
  readonly errors: readonly FieldError[];
  readServer(text: string): ServerReading;
  onErrors(errors: readonly FieldError[]): void;
  readonly access?: SiteAccess | undefined;
  /** Asks the browser for this one server. @returns whether the person agreed */
  onAdd(pattern: string, told: string): Promise<boolean>;
  onRemove(pattern: string, told: string): void;
}

const field = 'server';

/** Where Second Glance works, and a server of one's own. */
export function SiteList(props: SiteListProps) {
  const { say } = useWords();
  const { sites, added, errors } = props;
  const lost = props.access?.lost ?? [];
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

  const finding = useFinding();
  // Products have names of their own; what reads any other page is described, and stands last.
  const nameOf = ({ id, name }: BuiltInSite): string => (id.startsWith('any-') ? say(`options.sites.${id}`) : name);
  const inOrder = [...sites].sort((a, b) => Number(a.id.startsWith('any-')) - Number(b.id.startsWith('any-')) || a.name.localeCompare(b.name));

  return (
    <>
      {props.access && <Missing access={props.access} sites={sites} />}
      <details open={finding}>
        <summary>
          <h3>{say('options.sites.built-in')}</h3>
        </summary>
        <ul class="plain rows" data-sites="built-in">
          {inOrder.map((site) => (
            <Findable as="li" key={site.id} data-site={site.id} texts={[nameOf(site), ...site.matches]}>
              <span>{nameOf(site)}</span>
              <span class="note">{site.matches.length > 0 ? [...new Set(site.matches.map(hostOfPattern))].join(', ') : say('options.sites.own-server')}</span>
            </Findable>
          ))}
        </ul>
      </details>
      <Findable texts={[say('options.sites.own'), say('options.sites.own.hint'), say('options.sites.add'), ...added]}>
        <h3>{say('options.sites.own')}</h3>
        <p>{say('options.sites.own.hint')}</p>
        {added.length === 0 && lost.length === 0 ? (
          <p class="note">{say('options.sites.none')}</p>
        ) : (
          <ul class="plain rows" data-sites="added">
            {[...added, ...lost].map((pattern) => (
              <li key={pattern}>
                <span>
                  {hostOfPattern(pattern)}
                  {lost.includes(pattern) && <span class="note"> {say('options.sites.lost')}</span>}
                </span>
                <button
                  type="button"
                  class="button-quiet"
                  aria-label={say('options.sites.remove-one', { host: hostOfPattern(pattern) })}
                  onClick={() => props.onRemove(pattern, say('options.sites.removed', { host: hostOfPattern(pattern) }))}
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

/** Offers again, each with one button, what the browser took back and what the organisation suggests. */
function Missing({ access, sites }: { readonly access: SiteAccess; readonly sites: readonly BuiltInSite[] }) {
  const { say } = useWords();
  const [agreed, setAgreed] = useState<boolean | null>(null);
  const missing = [...access.withheld, ...access.lost];
  const names = [
    ...sites.filter(({ matches }) => matches.some((pattern) => access.withheld.includes(pattern))).map(({ name }) => name),
    ...access.lost.map(hostOfPattern),
  ];
  const allow = (patterns: readonly string[]): void => {
    // The browser asks only from within the press, so nothing is awaited before.
    void access.onAllow(patterns).then(setAgreed);
  };
  return (
    <>
      {missing.length > 0 && (
        <div class="chip" data-access="missing">
          <p>
            {say('options.sites.missing')} {names.join(', ')}
          </p>
          <p class="actions">
            <button type="button" class="button" onClick={() => allow(missing)}>
              {say('options.sites.allow-again')}
            </button>
          </p>
        </div>
      )}
      {access.suggested.length > 0 && (
        <div class="chip" data-access="suggested">
          <p>
            {say('options.sites.suggested')} {access.suggested.map(hostOfPattern).join(', ')}
          </p>
          <p class="actions">
            <button type="button" class="button" onClick={() => allow(access.suggested)}>
              {say('options.sites.allow-suggested')}
            </button>
          </p>
        </div>
      )}
      <p role="status" class="note">
        {agreed !== null && say(agreed ? 'options.sites.allowed' : 'options.sites.not-allowed')}
      </p>
    </>
  );
}
