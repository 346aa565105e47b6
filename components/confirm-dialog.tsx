import { useId } from 'preact/hooks';
import type { Catalog } from '../core/message';
import { messageText } from '../core/message';
import { Findings } from './findings';
import { MessageText } from './message';
import type { NudgeView } from './nudge-card';
import { trusted } from './trusted';

export interface ConfirmDialogProps {
  readonly catalog: Catalog;
  readonly view: NudgeView;
  /** Back to the message; also Escape. */
  readonly onBack: () => void;
  readonly onSend: () => void;
}

/** Holds a message once and shows the facts. Whoever renders it opens it with `showModal`: the native modal dialog keeps the focus inside and gives it back. */
export function ConfirmDialog({ catalog, view, onBack, onSend }: ConfirmDialogProps) {
  const titleId = useId();
  const factsId = useId();
  const say = (key: string): string => messageText(catalog, { key });
  return (
    <dialog
      class="confirm"
      role="alertdialog"
      data-confirm={view.rules.join(' ')}
      data-serious={view.serious}
      aria-labelledby={titleId}
      aria-describedby={factsId}
      lang={catalog.language}
      onCancel={(event) => {
        event.preventDefault();
        onBack();
      }}
    >
      <p class="brand">
        <span>{say('name')}</span>
        <span class="theme">{say('confirm.held')}</span>
      </p>
      <h2 id={titleId}>
        <MessageText catalog={catalog} message={view.title} />
      </h2>
      <div id={factsId}>
        <Findings catalog={catalog} view={view} />
      </div>
      <div class="acts">
        <button type="button" class="main" data-act="back" autofocus onClick={trusted(onBack)}>
          {say('confirm.back')}
        </button>
        <button type="button" data-act="send" onClick={trusted(onSend)}>
          {say('confirm.send')}
        </button>
      </div>
    </dialog>
  );
}
