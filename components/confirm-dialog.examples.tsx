import english from '../assets/language/en.json';
import { ConfirmDialog } from './confirm-dialog';
import { forwardView, smallView } from './nudge-card.examples';

const nothing = (): void => undefined;
const catalog = { language: 'en', entries: english };

export const examples = {
  'a message held for several reasons': () => <ConfirmDialog catalog={catalog} view={forwardView} onBack={nothing} onSend={nothing} />,
  'a message held for one reason': () => <ConfirmDialog catalog={catalog} view={smallView} onBack={nothing} onSend={nothing} />,
};
