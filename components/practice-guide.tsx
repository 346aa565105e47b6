import { useWords } from './words';

export type PracticeView = 'mailbox' | 'meeting';

export interface PracticeGuideProps {
  readonly view: PracticeView;
  /** The rule that is tried; `null` for a look around. */
  readonly rule: string | null;
  /** The made-up headset can be pulled out now. */
  readonly headset: 'plugged' | 'unplugged' | null;
  onView(view: PracticeView): void;
  onAgain(): void;
  onUnplug(): void;
  onOptions(): void;
}

const views = ['mailbox', 'meeting'] as const;
const tasks = ['chain', 'home', 'strange'] as const;
const calls = ['join', 'share', 'headset'] as const;

/** What to try on the practice page, beside the mailbox or the meeting in which it is tried. */
export function PracticeGuide({ view, rule, headset, onView, onAgain, onUnplug, onOptions }: PracticeGuideProps) {
  const { say, language } = useWords();
  return (
    <aside class="guide" aria-labelledby="guide-title">
      <div class="guide-words">
        <h1 id="guide-title">{rule ? say('practice.rule', { rule: say(`rule.${rule}.name`) }) : say('practice.title')}</h1>
        {rule ? (
          <p>{say(`practice.try.${rule}`)}</p>
        ) : (
          <ul>
            {(view === 'mailbox' ? tasks : calls).map((task) => (
              <li key={task}>{say(`practice.task.${task}`)}</li>
            ))}
          </ul>
        )}
        <p class="note">
          {say('practice.lead')} <strong>{say('practice.nowhere')}</strong> {!language.startsWith('en') && say('practice.english')}
        </p>
      </div>
      <div class="actions">
        {views.map((other) => (
          <button key={other} type="button" class={other === view ? 'button' : 'button-quiet'} aria-pressed={other === view} onClick={() => onView(other)}>
            {say(`practice.view.${other}`)}
          </button>
        ))}
        {headset && (
          <button type="button" class="button-quiet" data-act="unplug" disabled={headset === 'unplugged'} onClick={onUnplug}>
            {say(`practice.headset.${headset}`)}
          </button>
        )}
        <button type="button" class="button-quiet" data-act="again" onClick={onAgain}>
          {say('practice.again')}
        </button>
        <button type="button" class="button-quiet" onClick={onOptions}>
          {say('popup.options')}
        </button>
      </div>
    </aside>
  );
}
