import type { Catalog } from '../core/message';
import { messageText } from '../core/message';

export interface SentLineProps {
  readonly catalog: Catalog;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** The person is at it: it must not go away now. */
  readonly onHold: () => void;
  readonly onRelease: () => void;
}

/** After a message was sent past a reminder: one line, which leads to help and goes by itself. */
export function SentLine({ catalog, onOpen, onClose, onHold, onRelease }: SentLineProps) {
  const say = (key: string): string => messageText(catalog, { key });
  const trusted = (act: () => void) => (event: Event) => {
    if (event.isTrusted) act();
  };
  return (
    <section
      class="sent"
      data-sent
      aria-label={say('name')}
      lang={catalog.language}
      onPointerEnter={onHold}
      onPointerLeave={onRelease}
      onFocusIn={onHold}
      onFocusOut={onRelease}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <button type="button" class="chip" data-act="sent" onClick={trusted(onOpen)}>
        {say('sent.line')}
      </button>
      <button type="button" class="chip" data-act="close" aria-label={say('sent.close')} title={say('sent.close')} onClick={trusted(onClose)}>
        <span aria-hidden="true">×</span>
      </button>
    </section>
  );
}
