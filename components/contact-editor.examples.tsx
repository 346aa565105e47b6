import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import { ContactEditor } from './contact-editor';

const idle = { today: '2026-11-21', check: () => Promise.resolve([]), onSave: () => undefined, onLeave: () => undefined };

export const examples = {
  'contacts to change': () => <ContactEditor {...idle} pack={moj} />,
  'no contacts yet': () => <ContactEditor {...idle} pack={general} />,
};
