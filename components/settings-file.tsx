import { useRef, useState } from 'preact/hooks';
import { type FileDifference, type FileReading, largestFile } from '../core/settings-file';
import { Findable } from './findable';
import { refusalText, refusedName } from './refusals';
import { useWords, type Words } from './words';

export interface SettingsFileProps {
  /** The person has settings of their own. */
  readonly hasOwn: boolean;
  onExport(): void;
  /** Reads a file against the settings as they are now. */
  readFile(text: string): FileReading;
  /** Stores all of it, or nothing. @returns whether it is done */
  onTake(reading: Extract<FileReading, { readonly kind: 'file' }>): Promise<boolean>;
  /** Asks the browser for these servers. Called from within the press. */
  onServers(patterns: readonly string[]): Promise<boolean>;
  onResetAll(): void;
}

const most = 30;

function valueText({ say }: Words, value: string | number | boolean): string {
  if (typeof value === 'boolean') return say(value ? 'options.on' : 'options.off');
  return String(value);
}

function Difference({ difference }: { readonly difference: FileDifference }) {
  const words = useWords();
  const { say } = words;
  if (difference.kind === 'list') {
    const { key, added, removed } = difference;
    const some = (entries: readonly string[]): string => entries.slice(0, most).join(', ') + (entries.length > most ? ' …' : '');
    return (
      <li data-difference={key}>
        {say(`setting.${key}.title`)}
        <ul>
          {added.length > 0 && <li>{say('file.added', { count: added.length, entries: some(added) })}</li>}
          {removed.length > 0 && <li>{say('file.removed', { count: removed.length, entries: some(removed) })}</li>}
        </ul>
      </li>
    );
  }
  if (difference.kind === 'rule') {
    const { rule, before, after } = difference;
    const name = say(`rule.${rule}.name`);
    return (
      <li data-difference={`rule-${rule}`}>
        {say('file.change', {
          setting: name === `rule.${rule}.name` ? rule : name,
          before: before === null ? say('file.usual') : say(`options.rules.${before}`),
          after: say(`options.rules.${after}`),
        })}
      </li>
    );
  }
  const { key, before, after } = difference;
  return (
    <li data-difference={key}>
      {say('file.change', { setting: say(`setting.${key}.title`), before: valueText(words, before), after: valueText(words, after) })}
    </li>
  );
}

const hostOf = (pattern: string): string => pattern.replace(/^https:\/\/|\/\*$/g, '');

/** The person's own settings as a file: kept, taken in after a look at what it changes, or all taken back. */
export function SettingsFile({ hasOwn, onExport, readFile, onTake, onServers, onResetAll }: SettingsFileProps) {
  const words = useWords();
  const { say } = words;
  const [text, setText] = useState<string | null>(null);
  const [servers, setServers] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  // Read anew each time, so that what is shown holds also when another window changed something.
  const reading = text === null ? null : readFile(text);
  const leave = (): void => {
    setText(null);
    if (input.current) input.current.value = '';
  };
  const take = (file: Extract<FileReading, { readonly kind: 'file' }>): void => {
    void onTake(file).then((done) => {
      if (!done) return;
      setServers(file.servers);
      leave();
    });
  };
  const managedName = (key: string): string => (key.startsWith('rule-') ? say(`rule.${key.slice(5)}.name`) : say(`setting.${key}.title`));

  return (
    <>
      <Findable texts={[say('file.export'), say('file.export.hint')]}>
        <h3>{say('file.export')}</h3>
        <p>{say('file.export.hint')}</p>
        <p class="actions">
          <button type="button" class="button-quiet" data-file="export" onClick={onExport}>
            {say('file.export.press')}
          </button>
        </p>
      </Findable>
      <Findable class="field" texts={[say('file.import'), say('file.import.hint')]}>
        <label for="settings-file">{say('file.import')}</label>
        <p class="hint" id="settings-file-hint">
          {say('file.import.hint')}
        </p>
        <input
          ref={input}
          id="settings-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="settings-file-hint"
          aria-invalid={reading?.kind === 'problem'}
          onChange={(event) => {
            setServers([]);
            const [file] = event.currentTarget.files ?? [];
            if (!file) setText(null);
            else if (file.size > 4 * largestFile) setText(' '.repeat(largestFile + 1));
            else void file.text().then(setText);
          }}
        />
        <div role="alert">{reading?.kind === 'problem' && <p class="mark">{say(`file.problem.${reading.reason}`)}</p>}</div>
        {reading?.kind === 'file' && (
          <section
            class="chip"
            aria-labelledby="file-preview"
            tabIndex={-1}
            data-file="preview"
            ref={(box) => {
              if (box && !box.contains(document.activeElement) && document.activeElement === input.current) box.focus();
            }}
          >
            <h3 id="file-preview">{say('file.changes', { count: reading.differences.length })}</h3>
            {reading.later && <p>{say('file.later')}</p>}
            {reading.differences.length > 0 && (
              <ul>
                {reading.differences.map((difference) => (
                  <Difference key={difference.key + ('rule' in difference ? difference.rule : '')} difference={difference} />
                ))}
              </ul>
            )}
            {reading.managed.length > 0 && <p>{say('file.managed', { settings: reading.managed.map(managedName).join(', ') })}</p>}
            {reading.refused.length > 0 && (
              <>
                <p>{say('file.refused', { count: reading.refused.length })}</p>
                <ul data-file="refused">
                  {reading.refused.slice(0, most).map((one) => (
                    <li key={one.key + one.entry}>{say('file.refused-one', { name: refusedName(words, one), reason: refusalText(words, one) })}</li>
                  ))}
                </ul>
              </>
            )}
            <p class="actions">
              {(reading.differences.length > 0 || reading.servers.length > 0) && (
                <button type="button" class="button" data-file="take" onClick={() => take(reading)}>
                  {say('file.take')}
                </button>
              )}
              <button type="button" class="button-quiet" data-file="leave" onClick={leave}>
                {say('guidance.leave')}
              </button>
            </p>
          </section>
        )}
        {servers.length > 0 && (
          <div class="chip" data-file="servers">
            <p>{say('file.servers', { hosts: servers.map(hostOf).join(', ') })}</p>
            <p class="actions">
              <button
                type="button"
                class="button-quiet"
                onClick={() =>
                  void onServers(servers).then((agreed) => {
                    if (agreed) setServers([]);
                  })
                }
              >
                {say('options.sites.ask')}
              </button>
            </p>
          </div>
        )}
      </Findable>
      <Findable texts={[say('file.reset'), say('file.reset.hint')]}>
        <h3>{say('file.reset')}</h3>
        <p>{say('file.reset.hint')}</p>
        <p class="actions">
          <button type="button" class="button-quiet" disabled={!hasOwn} data-file="reset" onClick={onResetAll}>
            {say('file.reset.press')}
          </button>
        </p>
      </Findable>
    </>
  );
}
