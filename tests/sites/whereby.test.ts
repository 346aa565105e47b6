import { afterEach, expect, it, test } from 'vitest';
import site, { wherebyRoom } from '../../sites/whereby';
import { closePages, readMeeting } from '../page/meeting-page';
import { describeCallByAddress } from '../support/describe-call';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/case-conference';

describeCallByAddress(site, room);

it('finds nothing on its other pages', () => {
  expect(phase('<video autoplay muted></video><button>Join now</button><button>Mute</button>', '/information')).toBe(null);
  expect(phase('<video autoplay muted></video><button>Join now</button>', '/')).toBe(null);
});

test.each([
  ['https://whereby.com/Case-Conference', 'case-conference'],
  ['https://example.whereby.com/case-conference?embed', 'example/case-conference'],
  ['https://whereby.com/', null],
  ['https://whereby.com/information/tos', null],
  ['https://whereby.com/user', null],
  ['https://www.whereby.com/pricing', null],
])('the room of %s is %s', (address, code) => expect(wherebyRoom(new URL(address))).toBe(code));
