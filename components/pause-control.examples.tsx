import { noPause } from '../core/pause';
import { PauseControl } from './pause-control';

const time = Date.UTC(2026, 10, 21, 14, 5);
const idle = { siteId: 'gmail', site: 'Gmail', time, onPause: () => undefined, onResume: () => undefined };

export const examples = {
  'not paused': () => <PauseControl {...idle} pause={noPause} />,
  'paused on this site': () => <PauseControl {...idle} pause={{ everywhere: 0, sites: { gmail: time + 3_600_000 } }} />,
  'paused everywhere, no site in front': () => <PauseControl {...idle} siteId={null} site={null} pause={{ everywhere: time + 3_600_000, sites: {} }} />,
};
