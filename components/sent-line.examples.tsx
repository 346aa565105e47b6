import english from '../assets/language/en.json';
import { SentLine } from './sent-line';

const idle = { onOpen: () => undefined, onClose: () => undefined, onHold: () => undefined, onRelease: () => undefined };

export const sent = () => <SentLine {...idle} catalog={{ language: 'en', entries: english }} />;
