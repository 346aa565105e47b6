import { type ComponentChild, render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../core/message';
import type { Strength } from '../core/rule';
import { ConfirmDialog } from './confirm-dialog';
import { MessageText } from './message';
import { NudgeCard, NudgeChip, type NudgeView } from './nudge-card';
import cardCss from './nudge-card.css?inline';
import { Source } from './source';
import { useCatalog, useWords } from './words';

/** A rule as a person would meet it, at an example. */
export interface RuleExampleView {
  readonly view: NudgeView;
  /** The approved wordings of the title, which take turns. */
  readonly titles: readonly Message[];
}

export interface RulePreviewProps {
  readonly rule: string;
  /** How loud the rule is now. */
  readonly strength: Strength;
  /** Makes the example when a person looks at it; `null` where the rule has none. */
  readonly example: () => RuleExampleView | null;
}

const nothing = (): void => undefined;

/** In pages, a card stands where there is room, and answers; here it is only looked at. */
const stillCss = `
.slot { position: static; pointer-events: none; }
.card { max-height: none; animation: none; }
dialog.confirm { display: block; position: static; margin: 0; }
`;

/** Shows the parts of a page's reminder as they are there: in a shadow root of their own, so that this page's styles do not reach them. */
function AsInPages({ children }: { readonly children: ComponentChild }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = box.current;
    if (!host) return undefined;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    if (root.adoptedStyleSheets.length === 0) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cardCss + stillCss);
      root.adoptedStyleSheets = [sheet];
    }
    render(<div class="slot">{children}</div>, root);
    return undefined;
  });
  useLayoutEffect(() => () => void (box.current?.shadowRoot && render(null, box.current.shadowRoot)), []);
  // Buttons that do nothing are no use to a keyboard or a screen reader; what they would find here stands below as text.
  return <div ref={box} class="preview-card" inert aria-hidden="true" />;
}

/** How a rule looks and sounds, what it stands on, and where to try it. Made when a person opens it. */
export function RulePreview({ rule, strength, example }: RulePreviewProps) {
  const { say } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <details class="preview" data-preview={rule} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{say('options.preview.show')}</summary>
      {opened && <Shown rule={rule} strength={strength} example={example} />}
    </details>
  );
}

function Shown({ rule, strength, example }: RulePreviewProps) {
  const catalog = useCatalog();
  const { say } = useWords();
  const shown = example();
  return (
    <>
      <p class="hint">{say(strength === 'off' ? 'options.preview.off' : 'options.preview.example')}</p>
      {shown && (
        <>
          <AsInPages>{form(strength)}</AsInPages>
          <h4 class="preview-title">{say('options.preview.wordings', { count: shown.titles.length })}</h4>
          <ul class="preview-list" data-wordings={shown.titles.length}>
            {shown.titles.map((title) => (
              <li key={title.key}>
                <MessageText catalog={catalog} message={title} />
              </li>
            ))}
          </ul>
          <h4 class="preview-title">{say('options.preview.facts')}</h4>
          <ul class="preview-list">
            {shown.view.facts.map(({ name, message }) => (
              <li key={name}>
                <MessageText catalog={catalog} message={message} />
              </li>
            ))}
          </ul>
          <h4 class="preview-title">{say('options.preview.guidance')}</h4>
          <ul class="preview-list">
            {shown.view.guidance.map((point) => (
              <li key={point.id} data-guidance={point.id}>
                {point.point}{' '}
                <span class="provenance">
                  <Source source={point} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        <a class="as-button" href={`practice.html#${rule}`} target="_blank" rel="noreferrer">
          {say('options.preview.try')}
        </a>
      </p>
    </>
  );

  function form(how: Strength): ComponentChild {
    if (!shown) return null;
    const { view } = shown;
    if (how === 'quiet') return <NudgeChip catalog={catalog} view={view} onOpen={nothing} />;
    if (how === 'confirm') return <ConfirmDialog catalog={catalog} view={view} onBack={nothing} onSend={nothing} />;
    return (
      <NudgeCard
        catalog={catalog}
        view={view}
        onGotIt={nothing}
        onNotRelevant={nothing}
        onSnooze={nothing}
        onChip={nothing}
        onJump={nothing}
        onAllContacts={nothing}
        onLeave={nothing}
        onResize={nothing}
      />
    );
  }
}
