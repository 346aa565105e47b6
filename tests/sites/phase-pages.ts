/** Hand-made pages of meetings with their phase, in English, for the accuracy table. The tests of each site have them in four languages. */
import type { MeetingPhase } from '../../core/observation';
import { callPage, errorPage, exitPage, greenRoom, waitingRoom as meetWaiting } from './google-meet/hand-made';
import { call as jitsiCall, lobby as jitsiLobby, preJoin as jitsiPreJoin, welcome } from './jitsi/hand-made';
import {
  chat,
  classicCall,
  classicPreJoin,
  launcher,
  retry,
  call as teamsCall,
  lobby as teamsLobby,
  preJoin as teamsPreJoin,
} from './microsoft-teams/hand-made';
import { bareLaunch, launch, call as zoomCall, classicPreJoin as zoomClassic, preJoin as zoomPreJoin, waitingRoom as zoomWaiting } from './zoom/hand-made';

export interface PhasePage {
  readonly site: string;
  readonly name: string;
  readonly html: string;
  /** Path, query and hash. */
  readonly path: string;
  readonly phase: MeetingPhase;
}

const words = {
  language: 'en',
  join: 'Join now',
  leave: 'Leave call',
  waiting: 'Please wait, the meeting host will let you in soon.',
  onWeb: 'Join meeting from this browser',
  launch: 'Launch Meeting',
  mute: 'Mute',
  unmute: 'Unmute',
  stopVideo: 'Stop Video',
  startVideo: 'Start Video',
  stopCamera: 'Stop camera',
  startCamera: 'Start camera',
};

export function phasePages(): readonly PhasePage[] {
  const of = (site: string, path: string, pages: readonly (readonly [string, string, MeetingPhase, string?])[]): PhasePage[] =>
    pages.map(([name, html, phase, at]) => ({ site, name, html, phase, path: at ?? path }));
  return [
    ...of('google-meet', '/abc-defg-hij', [
      ['green room', greenRoom(words), 'pre-join'],
      ['waiting', meetWaiting(words), 'waiting'],
      ['call', callPage(words), 'in-meeting'],
      ['left', exitPage(words), 'ended'],
      ['error', errorPage(words), 'ended'],
    ]),
    ...of('microsoft-teams', '/v2/', [
      [
        'launcher',
        launcher(words),
        'launcher',
        `/dl/launcher/launcher.html?url=${encodeURIComponent('/_#/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0')}&type=meetup-join`,
      ],
      ['pre-join', teamsPreJoin(words), 'pre-join'],
      ['classic pre-join', classicPreJoin(words), 'pre-join'],
      ['lobby', teamsLobby(words), 'waiting'],
      ['call', teamsCall(words), 'in-meeting'],
      ['classic call', classicCall(words), 'in-meeting'],
      ['retry', retry(words), 'ended'],
      ['chat', chat(words), 'unknown'],
    ]),
    ...of('zoom', '/wc/84335626851/join', [
      ['launch', launch(words), 'launcher', '/j/84335626851?pwd=x'],
      ['bare launch', bareLaunch(words), 'launcher', '/j/84335626851#success'],
      ['pre-join', zoomPreJoin(words), 'pre-join'],
      ['classic pre-join', zoomClassic(words), 'pre-join', '/wc/join/84335626851'],
      ['waiting', zoomWaiting(words), 'waiting'],
      ['call', zoomCall(words), 'in-meeting'],
    ]),
    ...of('jitsi', '/CaseConference', [
      ['pre-join', jitsiPreJoin(words), 'pre-join'],
      ['lobby', jitsiLobby(words), 'waiting'],
      ['call', jitsiCall(words), 'in-meeting'],
      ['welcome', welcome(words), 'unknown', '/'],
    ]),
  ];
}
