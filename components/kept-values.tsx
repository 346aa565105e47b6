import { Findable } from './findable';
import { useWords } from './words';

export interface KeptValuesProps {
  /** Where each was stored, and what it was, as JSON. */
  readonly values: readonly { readonly key: string; readonly text: string }[];
  onSave(): void;
  onForget(): void;
}

const longest = 200;

/** Values that could not be read and gave way to new ones: nothing of them is lost, and nothing of them is hidden. */
export function KeptValues({ values, onSave, onForget }: KeptValuesProps) {
  const { say } = useWords();
  const nameOf = (key: string): string => {
    const title = say(`setting.${key}.title`);
    return title === `setting.${key}.title` ? key : title;
  };
  return (
    <Findable data-kept={values.length} texts={[say('kept'), say('kept.hint')]}>
      <h3>{say('kept')}</h3>
      <p>{say('kept.hint')}</p>
      <ul>
        {values.map(({ key, text }) => (
          <li key={key + text}>
            {nameOf(key)} <code class="code">{text.length > longest ? `${text.slice(0, longest)}…` : text}</code>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button-quiet" onClick={onSave}>
          {say('kept.save')}
        </button>
        <button type="button" class="button-quiet" onClick={onForget}>
          {say('kept.remove')}
        </button>
      </p>
    </Findable>
  );
}
