import { useEffect, useRef } from 'preact/hooks';
import { useWords } from './words';

export interface FieldError {
  /** Id of the field that it is about. */
  readonly field: string;
  readonly text: string;
  /** Found on the way past the field: it is told, and the person stays where they are. */
  readonly quiet?: boolean;
}

/**
 * What went wrong, in one place, each line leading to its field. Takes the focus when it appears, so that nobody misses it.
 * @param errors the same list for as long as nothing was checked anew: another one takes the focus again
 */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.some(({ quiet }) => quiet !== true)) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" ref={box} role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{say('options.error.title')}</h2>
      <ul class="plain">
        {errors.map((error) => (
          <li key={error.field + error.text}>
            <a
              class="error-line"
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.field)?.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
