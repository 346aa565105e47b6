import { afterEach, expect, it, test } from 'vitest';
import site, { chimeMeetingCode } from '../../sites/amazon-chime';
import { closePages, readMeeting } from '../page/meeting-page';
import { describeCallByAddress } from '../support/describe-call';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/meetings/1234567890';

describeCallByAddress(site, room);

it('knows the call by its end button', () => {
  expect(phase('<button id="endMeeting"></button>', room)).toBe('in-meeting');
  expect(phase('<h1>Chime</h1>', '/')).toBe(null);
});

test.each([
  ['https://app.chime.aws/meetings/1234567890', '1234567890'],
  ['https://app.chime.aws/meetings/Team-Room?x=1', 'team-room'],
  ['https://app.chime.aws/', null],
])('the meeting of %s is %s', (address, code) => expect(chimeMeetingCode(new URL(address))).toBe(code));
