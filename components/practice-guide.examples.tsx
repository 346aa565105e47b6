import { PracticeGuide } from './practice-guide';

const idle = { onView: () => undefined, onAgain: () => undefined, onUnplug: () => undefined, onOptions: () => undefined };

export const mailbox = () => <PracticeGuide {...idle} view="mailbox" rule={null} headset={null} />;
export const oneRule = () => <PracticeGuide {...idle} view="meeting" rule="loudspeakers" headset="plugged" />;
