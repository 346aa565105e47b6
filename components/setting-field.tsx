import type { ComponentChildren } from 'preact';
import type { Refused, SettingChange, SettingView } from '../core/setting';
import { useDraft } from './draft';
import type { FieldError } from './error-summary';
import { Findable } from './findable';
import { RefusedHere } from './refusals';
import { useWords, type Words } from './words';

export interface SettingFrameProps {
  readonly setting: Pick<SettingView, 'key' | 'managed' | 'here'>;
  readonly refused: readonly Refused[];
  /** Further words by which the search finds it. */
  readonly words?: readonly string[];
  readonly children: ComponentChildren;
}

export const titleOf = ({ say }: Words, key: string): string => say(`setting.${key}.title`);

/** The place of one setting on the page: found by title and description, with who set it and what is not used. */
export function SettingFrame({ setting, refused, words = [], children }: SettingFrameProps) {
  const { say } = useWords();
  const { key, managed, here } = setting;
  const id = `setting-${key}`;
  return (
    <Findable class="setting" id={id} tabIndex={-1} data-setting={key} texts={[say(`setting.${key}.title`), say(`setting.${key}.description`), key, ...words]}>
      {children}
      {managed && <p class="mark">{say('options.managed')}</p>}
      {here && !managed && <p class="note">{say('options.here')}</p>}
      <RefusedHere refused={refused} field={id} />
    </Findable>
  );
}

export interface SettingFieldProps {
  readonly setting: Extract<SettingView, { readonly kind: 'whole' | 'yes-no' | 'choice' }>;
  readonly refused: readonly Refused[];
  readonly errors: readonly FieldError[];
  /** What a choice is called. */
  nameOf?(choice: string): string;
  onErrors(errors: readonly FieldError[]): void;
  onChange(change: SettingChange, told: string): void;
}

/** A number, a choice or a truth value, with its bounds from the definition. Applies at once. */
export function SettingField(props: SettingFieldProps) {
  const words = useWords();
  const { say } = words;
  const { setting, refused } = props;
  const { key, managed } = setting;
  const title = titleOf(words, key);
  const field = `field-${key}`;
  const set = (to: string | number | boolean, name: string): void => props.onChange({ key, to }, say('options.set', { setting: title, value: name }));
  const hint = (
    <p class="hint" id={`${field}-hint`}>
      {say(`setting.${key}.description`)}{' '}
      {setting.kind === 'whole' && say('options.bounds', { minimum: setting.minimum, maximum: setting.maximum, usual: setting.usual })}
    </p>
  );
  return (
    <SettingFrame setting={setting} refused={refused}>
      {setting.kind === 'yes-no' && (
        <>
          <label class="choice">
            <input
              id={field}
              type="checkbox"
              disabled={managed}
              checked={setting.value}
              aria-describedby={`${field}-hint`}
              onChange={(event) => set(event.currentTarget.checked, say(event.currentTarget.checked ? 'options.on' : 'options.off'))}
            />
            <span class="choice-title">{title}</span>
          </label>
          {hint}
        </>
      )}
      {setting.kind === 'choice' && (
        <>
          <label for={field}>{title}</label>
          {hint}
          <select
            id={field}
            disabled={managed}
            value={setting.value}
            aria-describedby={`${field}-hint`}
            onChange={(event) => set(event.currentTarget.value, props.nameOf?.(event.currentTarget.value) ?? event.currentTarget.value)}
          >
            {setting.choices.map((choice) => (
              <option key={choice} value={choice}>
                {props.nameOf?.(choice) ?? choice}
              </option>
            ))}
          </select>
        </>
      )}
      {setting.kind === 'whole' && <WholeInput {...props} setting={setting} title={title} field={field} hint={hint} onSet={set} />}
    </SettingFrame>
  );
}

interface WholeInputProps extends Omit<SettingFieldProps, 'setting'> {
  readonly setting: Extract<SettingView, { readonly kind: 'whole' }>;
  readonly title: string;
  readonly field: string;
  readonly hint: ComponentChildren;
  onSet(value: number, name: string): void;
}

function WholeInput({ setting, title, field, hint, errors, onErrors, onSet }: WholeInputProps) {
  const { say } = useWords();
  const [draft, setDraft] = useDraft(field);
  const mine = errors.filter((error) => error.field === field);
  const others = errors.filter((error) => error.field !== field);
  const { minimum, maximum, value } = setting;
  const apply = (text: string, quiet: boolean): void => {
    const written = text.trim();
    const number = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
    if (!(number >= minimum && number <= maximum)) {
      onErrors([...others, { field, text: say('options.bounds.wrong', { setting: title, minimum, maximum }), quiet }]);
      return;
    }
    setDraft(null);
    if (mine.length > 0) onErrors(others);
    if (number !== value) onSet(number, String(number));
  };
  return (
    <div class={mine.length > 0 ? 'field-wrong' : ''}>
      <label for={field}>{title}</label>
      {hint}
      {mine.map((error) => (
        <p key={error.text} class="mark" id={`${field}-error`}>
          {error.text}
        </p>
      ))}
      <input
        id={field}
        class="number"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        disabled={setting.managed}
        value={setting.managed ? String(value) : (draft ?? String(value))}
        aria-invalid={mine.length > 0}
        aria-describedby={mine.length > 0 ? `${field}-hint ${field}-error` : `${field}-hint`}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={(event) => {
          if (draft !== null) apply(event.currentTarget.value, true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) apply(event.currentTarget.value, false);
        }}
      />
    </div>
  );
}
