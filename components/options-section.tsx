import type { ComponentChildren } from 'preact';
import type { SettingSection } from '../core/setting';
import { FindingTitle } from './findable';
import { useWords } from './words';

export interface OptionsSectionProps {
  readonly id: SettingSection;
  readonly intro?: string;
  /** Takes the person's own settings of this section back to the usual; left out where there are none. */
  readonly onReset?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** One part of the options page, with its heading and, where the person has set something in it, its reset. */
export function OptionsSection({ id, intro, onReset, children }: OptionsSectionProps) {
  const { say } = useWords();
  const title = say(`options.${id}`);
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {intro !== undefined && <p>{intro}</p>}
      <FindingTitle title={title}>{children}</FindingTitle>
      {onReset && (
        <p class="actions section-reset">
          <button type="button" class="button-quiet" aria-label={say('options.reset-one', { section: title })} onClick={onReset}>
            {say('options.reset')}
          </button>
        </p>
      )}
    </section>
  );
}
