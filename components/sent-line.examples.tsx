import english from '../assets/language/en.json';
import type { Catalog } from '../core/message';
import { SentLine } from './sent-line';

const idle = { onOpen: () => undefined, onClose: () => undefined, onHold: () => undefined, onRelease: () => undefined };
const inEnglish: Catalog = { language: 'en', entries: english };

export { default as styles } from './nudge-card.css?inline';

export const examples = {
  'after sending': (catalog: Catalog = inEnglish) => <SentLine {...idle} catalog={catalog} />,
};
