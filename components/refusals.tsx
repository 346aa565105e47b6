import type { Refused } from '../core/setting';
import { useWords, type Words } from './words';

const guidanceField = 'guidance';

/** Where on the options page the thing is that a refused value is about. */
export function fieldOf({ key, entry }: Refused): string {
  const name = key.replace(/: .*$/, '');
  if (name.startsWith('rule-')) return name;
  if (name === 'ruleStrengths' && typeof entry === 'string') return `rule-${entry}`;
  if (name === 'guidancePack') return guidanceField;
  if (name === 'hosts') return 'sites';
  return `setting-${name}`;
}

const choiceName = ({ say }: Words, choice: string): string =>
  ['off', 'quiet', 'nudge', 'confirm'].includes(choice) ? `${choice} (${say(`options.rules.${choice}`)})` : choice;

/** Why a value is not used, in plain words. */
export function refusalText(words: Words, { reason, shown }: Refused): string {
  const values = {
    text: shown,
    minimum: 'minimum' in reason ? reason.minimum : 0,
    maximum: 'maximum' in reason ? reason.maximum : 0,
    most: 'most' in reason ? reason.most : 0,
    choices: 'choices' in reason ? reason.choices.map((choice) => choiceName(words, choice)).join(', ') : '',
  };
  return words.say(
    `refused.${reason.kind}${shown === '' && ['no-domain', 'no-address', 'bounds', 'choice', 'no-yes-no'].includes(reason.kind) ? '.nameless' : ''}`,
    values,
  );
}

/** Names the value: its title, its key for administrators, and which entry of it. */
export function refusedName({ say }: Words, { key, entry }: Refused): string {
  const rule = key.startsWith('rule-') ? key.slice(5) : key === 'ruleStrengths' && typeof entry === 'string' ? entry : null;
  const titleKey = rule === null ? `setting.${key}.title` : `rule.${rule}.name`;
  const title = say(titleKey);
  const code = typeof entry === 'number' ? `${key}[${entry}]` : rule !== null && !key.startsWith('rule-') ? `${key}.${rule}` : key;
  return title === titleKey ? code : `${title} (${code})`;
}

/** Values that are not used, at the top of the page, each leading to its field. */
export function RefusedSummary({
  refused,
  pack,
}: {
  readonly refused: readonly Refused[] /** What is wrong with the policy's guidance. */;
  readonly pack: readonly string[];
}) {
  const words = useWords();
  const { say } = words;
  const count = refused.length + (pack.length > 0 ? 1 : 0);
  if (count === 0) return null;
  const focus = (event: Event, id: string): void => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView();
    field.focus();
  };
  return (
    <div class="chip" data-refused={count}>
      <p>{say('options.refused', { count })}</p>
      <ul>
        {refused.map((one) => {
          const text = say(`options.refused.${one.source}`, { name: refusedName(words, one), reason: refusalText(words, one) });
          const id = fieldOf(one);
          return (
            <li key={one.key + one.entry + one.source}>
              {one.reason.kind === 'unknown' || one.reason.kind === 'storage' ? (
                text
              ) : (
                <a href={`#${id}`} onClick={(event) => focus(event, id)}>
                  {text}
                </a>
              )}
            </li>
          );
        })}
        {pack.length > 0 && (
          <li>
            <a href={`#${guidanceField}`} onClick={(event) => focus(event, guidanceField)}>
              {say('options.refused.pack', { count: pack.length })}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The same next to the field. */
export function RefusedHere({ refused, field }: { readonly refused: readonly Refused[]; readonly field: string }) {
  const words = useWords();
  const here = refused.filter((one) => fieldOf(one) === field);
  if (here.length === 0) return null;
  return (
    <ul class="plain mark" data-refused-here={field}>
      {here.map((one) => (
        <li key={one.key + one.entry + one.source}>
          {words.say(`options.refused-here.${one.source}`, {
            reason: (typeof one.entry === 'number' ? `${words.say('options.refused-here.entry', { number: one.entry + 1 })} ` : '') + refusalText(words, one),
          })}
        </li>
      ))}
    </ul>
  );
}
