import type { Strength, Theme } from '../core/rule';
import type { Refused } from '../core/setting';
import { Findable } from './findable';
import { RefusedHere } from './refusals';
import { type RuleExampleView, RulePreview } from './rule-preview';
import { useWords } from './words';

/** A rule as the options show it. */
export interface RuleChoice {
  readonly id: string;
  readonly theme: Theme;
  /** What it is set to now. */
  readonly strength: Strength;
  /** The organisation has set it. */
  readonly managed?: boolean;
  /** What it is when nobody sets it. */
  readonly usual: Strength;
  /** Makes the example that the preview shows; without it there is no preview. */
  readonly example?: () => RuleExampleView | null;
}

export interface RuleListProps {
  readonly rules: readonly RuleChoice[];
  readonly managed: boolean;
  readonly refused?: readonly Refused[];
  onChange(id: string, strength: Strength, told: string): void;
}

/** Loud first. */
const strengths = ['confirm', 'nudge', 'quiet', 'off'] as const;

/** Each kind of reminder with how loud it is. */
export function RuleList({ rules, managed, refused = [], onChange }: RuleListProps) {
  const { say } = useWords();
  return (
    <div class="rules">
      {managed && <p class="mark">{say('options.managed')}</p>}
      {rules.map((rule) => (
        <Findable
          key={rule.id}
          id={`rule-${rule.id}`}
          tabIndex={-1}
          texts={[say(`rule.${rule.id}.name`), say(`rule.${rule.id}.description`), say('options.rules'), rule.id]}
        >
          <fieldset data-rule={rule.id} disabled={managed || rule.managed === true} aria-describedby={`rule-${rule.id}-hint`}>
            <legend>{say(`rule.${rule.id}.name`)}</legend>
            <p class="hint" id={`rule-${rule.id}-hint`}>
              {say(`rule.${rule.id}.description`)}
            </p>
            <div class="choices">
              {strengths.map((strength) => (
                <label key={strength} class="choice">
                  <input
                    type="radio"
                    name={`rule-${rule.id}`}
                    value={strength}
                    checked={rule.strength === strength}
                    onChange={() =>
                      onChange(
                        rule.id,
                        strength,
                        say('options.rules.changed', { rule: say(`rule.${rule.id}.name`), strength: say(`options.rules.${strength}`) }),
                      )
                    }
                  />
                  <span>
                    {say(`options.rules.${strength}`)}
                    {rule.usual === strength && <span class="note"> {say('options.rules.usual')}</span>}
                  </span>
                </label>
              ))}
            </div>
            {rule.managed && <p class="mark">{say('options.managed')}</p>}
            <RefusedHere refused={refused} field={`rule-${rule.id}`} />
          </fieldset>
          {rule.example && <RulePreview rule={rule.id} strength={rule.strength} example={rule.example} />}
        </Findable>
      ))}
    </div>
  );
}
