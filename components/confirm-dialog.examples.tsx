import english from '../assets/language/en.json';
import type { Catalog } from '../core/message';
import { ConfirmDialog } from './confirm-dialog';
import { forwardView, smallView } from './nudge-card.examples';

const nothing = (): void => undefined;
const inEnglish: Catalog = { language: 'en', entries: english };

export { default as styles } from './nudge-card.css?inline';

export const examples = {
  'a message held for several reasons': (catalog: Catalog = inEnglish) => (
    <ConfirmDialog catalog={catalog} view={forwardView} onBack={nothing} onSend={nothing} />
  ),
  'a message held for one reason': (catalog: Catalog = inEnglish) => <ConfirmDialog catalog={catalog} view={smallView} onBack={nothing} onSend={nothing} />,
};
