import { afterEach, expect, it, test } from 'vitest';
import site, { goToMeetingCode } from '../../sites/goto';
import { closePages, readMeeting } from '../page/meeting-page';
import { describeCallByAddress } from '../support/describe-call';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/meeting/123456789';

describeCallByAddress(site, room);

it('reads the launch page by its address', () => {
  expect(phase('<button>Open GoTo</button>', '/join/123456789')).toBe('launcher');
  expect(phase('<button>Sign in</button>', '/')).toBe(null);
});

test.each([
  ['https://meet.goto.com/123456789', '123456789'],
  ['https://app.goto.com/meeting/123456789', '123456789'],
  ['https://global.gotomeeting.com/join/123456789', '123456789'],
  ['https://gotomeet.me/AmiraKhan', 'amirakhan'],
  ['https://app.goto.com/settings', null],
  ['https://meet.goto.com/', null],
])('the meeting of %s is %s', (address, code) => expect(goToMeetingCode(new URL(address))).toBe(code));
