import { useState } from 'preact/hooks';
import { useWords } from './words';

export interface CopyButtonProps {
  readonly text: string;
  /** What the button says instead of “Copy”; by default its accessible name repeats the text. */
  readonly label?: string;
  /** Whether the text could be put on the clipboard. */
  onCopy(text: string): Promise<boolean>;
}

/** Copies a text and says so, on the button and to screen readers. */
export function CopyButton({ text, label, onCopy }: CopyButtonProps) {
  const { say } = useWords();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const copy = () => {
    void onCopy(text).then(
      (done) => setOutcome(done ? 'done' : 'failed'),
      () => setOutcome('failed'),
    );
  };
  return (
    <span class="copy">
      <button
        type="button"
        class="button-quiet"
        aria-label={label === undefined ? say('copy.what', { text }) : undefined}
        onClick={copy}
        onBlur={() => setOutcome(null)}
      >
        {outcome === 'done' ? say('copy.done') : (label ?? say('copy.label'))}
      </button>
      <span role="status" class={outcome === 'failed' ? 'note' : 'visually-hidden'}>
        {outcome && say(`copy.${outcome}`)}
      </span>
    </span>
  );
}
