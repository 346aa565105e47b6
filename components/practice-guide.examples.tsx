import { PracticeGuide } from './practice-guide';

const idle = { onView: () => undefined, onAgain: () => undefined, onUnplug: () => undefined, onOptions: () => undefined };

export const examples = {
  'a look around': () => <PracticeGuide {...idle} view="mailbox" rule={null} headset={null} />,
  'one rule': () => <PracticeGuide {...idle} view="meeting" rule="loudspeakers" headset="plugged" />,
};
