import { PracticeGuide } from './practice-guide';

const idle = { onView: () => undefined, onAgain: () => undefined, onUnplug: () => undefined, onOptions: () => undefined };

export const examples = {
  'the whole mailbox': () => <PracticeGuide {...idle} view="mailbox" rule={null} headset={null} />,
  'one rule in the call': () => <PracticeGuide {...idle} view="meeting" rule="loudspeakers" headset="plugged" />,
};
