/**
 * Moments outside of writing: paper, a computer that was left alone, calls. Written by hand before the rules were run on them, half of them
 * harmless and tempting; measured by `npm run accuracy -- moments` and `tests/corpus/moments.test.ts`.
 */
import type { MeetingObservation } from '../../core/observation';

/** One of four kinds; times are texts such as `pressed 0, begun 2`. */
export type Given =
  /** Signs of printing by the second, with what is printed where the page tells (`pressed 0 thread`), and the second at which the person looks. */
  | { readonly print: string; readonly look: number }
  /** Signs of the browser by the minute after somebody last touched the computer; `ticks 11-15` for one a minute, `!` where somebody is there all the same. The last word is when the person looks. */
  | { readonly away: string; readonly look?: number }
  | { readonly call: Partial<Omit<MeetingObservation, 'surface' | 'hearing' | 'share'>>; readonly sound?: Sound; readonly share?: string }
  /** A message is being written; what the person's calls show meanwhile. */
  | { readonly writing: 'while the whole screen is shared' | 'while nothing is shared' };

/** Labels of the devices: before, now. */
export type Sound = readonly [before: string | null, now: string];

/** What happens, the rule that must speak (with `/` and a word that its first title's key must hold, where the moment decides the words), and how it looks. */
export type Moment = readonly [what: string, speaks: string, given: Given];

const inCall = { phase: 'in-meeting' } as const;

const paper: readonly Moment[] = [
  ['The printer button of a message', 'print/title', { print: 'pressed 0 message', look: 0 }],
  ['“Print all” of a conversation', 'print/title', { print: 'pressed 0 thread', look: 0 }],
  ['Ctrl+P, and the dialog takes a second', 'print/title', { print: 'pressed 0, begun 1', look: 1 }],
  ['A page that prepares its print view for ten seconds', 'print/title', { print: 'pressed 0 thread, begun 10', look: 10 }],
  ['The browser’s own menu: its dialog was there first', 'print/after', { print: 'begun 0', look: 0 }],
  ['A print window opens', 'print/after', { print: 'begun 0 thread', look: 1 }],
  ['The dialog closes', 'print/after', { print: 'pressed 0, begun 1, over 30', look: 31 }],
  ['A long dialog: two minutes of choosing pages', 'print/after', { print: 'begun 0, over 120', look: 121 }],
  ['The second print of the morning', 'print/title', { print: 'begun 0, over 20, pressed 900', look: 900 }],
  ['The same button once more, straight after the dialog', 'print/title', { print: 'pressed 0, begun 1, over 20, pressed 25', look: 25 }],
  ['A print that begins half a minute after a press is its own', 'print/after', { print: 'pressed 0, begun 30', look: 30 }],
  ['Pages that wait at the printer', 'print/after', { print: 'begun 0, over 60', look: 150 }],
  ['Nothing printed', '', { print: '', look: 0 }],
  ['A press that was no print after all', '', { print: 'pressed 0', look: 61 }],
  ['Pressed, thought better of it, an hour later', '', { print: 'pressed 0', look: 3600 }],
  ['Printed before the meeting, still the same page after it', '', { print: 'pressed 0, begun 1, over 20', look: 2400 }],
  ['Four minutes after a print', '', { print: 'begun 0, over 10', look: 240 }],
  ['A print of the morning, read in the afternoon', '', { print: 'begun 0 thread, over 30', look: 14_400 }],
  ['Two prints of the morning', '', { print: 'pressed 0, begun 1, over 20, pressed 600, begun 601, over 630', look: 1800 }],
  ['A press and its click are one press that is over', '', { print: 'pressed 0, pressed 0', look: 65 }],
  ['A page that tells of its print twice', '', { print: 'begun 0, begun 0, over 5, over 5', look: 200 }],
  ['A dialog that stood open over lunch', '', { print: 'begun 0', look: 2700 }],
  ['A print that was let go just before its three minutes', '', { print: 'begun 0, over 170', look: 351 }],
  ['The night after', '', { print: 'pressed 0 message, begun 1, over 9', look: 43_200 }],
];

const leftAlone: readonly Moment[] = [
  ['Coffee', 'unlocked-screen', { away: 'idle 10, ticks 11-15, active 15.5' }],
  ['Lunch', 'unlocked-screen', { away: 'idle 10, ticks 11-44, active 44.3' }],
  ['A meeting in another room', 'unlocked-screen', { away: 'idle 10, ticks 11-69, active 70' }],
  ['A night in the office', 'unlocked-screen/hours', { away: 'idle 10, ticks 11-840, active 840.5' }],
  ['Two hours at the dentist', 'unlocked-screen/hours', { away: 'idle 10, ticks 11-120, active 120.5' }],
  ['An alarm that rings late', 'unlocked-screen', { away: 'idle 10, tick 12, tick 14.2, active 15' }],
  ['Told an hour later, at the first page', 'unlocked-screen', { away: 'idle 10, ticks 11-20, active 20.5', look: 80 }],
  ['Locked the next time, the first not told yet', 'unlocked-screen', { away: 'idle 10, ticks 11-20, active 20.5, locked 25, active 40', look: 41 }],
  ['Left twice', 'unlocked-screen', { away: 'idle 10, ticks 11-20, active 20.5, idle 40, ticks 41-50, active 50.5' }],
  ['At work all the time', '', { away: 'active 3, active 6' }],
  ['Locked when getting up', '', { away: 'locked 0, active 30' }],
  ['Locked when getting up; the browser calls it idle as well', '', { away: 'locked 0, idle 10, ticks 11-29, active 30' }],
  ['Locked by the organisation’s own timer', '', { away: 'idle 10, ticks 11-14, locked 15, active 60' }],
  ['Locked in the very minute', '', { away: 'idle 10, locked 10, active 40' }],
  ['The lid was closed', '', { away: 'idle 10, active 480' }],
  ['It fell asleep after a while', '', { away: 'idle 10, ticks 11-20, active 480' }],
  ['It woke by itself at night', '', { away: 'idle 10, ticks 11-20, tick 300, ticks 301-302, active 480' }],
  ['Back within the minute', '', { away: 'idle 10, active 10.5' }],
  ['A call of an hour, only listening', '', { away: 'idle 10!, ticks 11-60!, active 60.5' }],
  ['A training film on the full screen', '', { away: 'idle 10!, ticks 11-35!, active 36' }],
  ['A film that began later', '', { away: 'idle 10, tick 11, tick 12!, active 20' }],
  ['Presented from this computer, ended while away from the keys', '', { away: 'idle 10!, ticks 11-50, active 50.5' }],
  ['Left open, but that was before lunch', '', { away: 'idle 10, ticks 11-20, active 20.5', look: 145 }],
  ['Reading a long judgment with the wheel', '', { away: 'active 9, active 18, active 27' }],
  ['Locked after a screen saver', '', { away: 'idle 10, tick 11, locked 12, active 200' }],
  ['Paper files at the desk for twelve minutes, before the open screen', '', { away: 'idle 10, ticks 11-12, active 12.5' }],
  ['Hibernated over the weekend', '', { away: 'idle 10, ticks 11-13, active 3900' }],
];

const calls: readonly Moment[] = [
  ['At the door, camera on', 'pre-join', { call: { phase: 'pre-join', camera: 'on', microphone: 'on' } }],
  ['At the door, all off', 'pre-join', { call: { phase: 'pre-join', camera: 'off', microphone: 'off' } }],
  ['At the door, nothing is known', 'pre-join', { call: { phase: 'pre-join' } }],
  ['The page that asks for the app or the browser', 'pre-join', { call: { phase: 'launcher' } }],
  ['In the lobby', 'pre-join', { call: { phase: 'waiting', camera: 'on' } }],
  ['At the door with loudspeakers', 'pre-join', { call: { phase: 'pre-join' }, sound: [null, 'MacBook Pro Speakers'] }],
  ['In the call', '', { call: inCall }],
  ['After the call', '', { call: { phase: 'ended' } }],
  ['A page of the product that is no call', '', { call: { phase: 'unknown' } }],
  ['The chat of last week’s call', '', { call: { phase: 'unknown', camera: 'off', microphone: 'off' } }],
  ['The feedback page after it', '', { call: { phase: 'ended', camera: 'off' } }],
  ['In the call with the camera on and the door open', '', { call: { ...inCall, camera: 'on', microphone: 'on' } }],

  ['The headset is unplugged', 'loudspeakers/unplugged', { call: inCall, sound: ['Jabra Evolve2 65', 'MacBook Pro Speakers'] }],
  ['The earbuds go flat', 'loudspeakers/unplugged', { call: inCall, sound: ['AirPods Pro', 'Built-in Speakers'] }],
  ['A screen with loudspeakers takes over', 'loudspeakers', { call: inCall, sound: [null, 'LG ULTRAWIDE (HDMI Audio)'] }],
  ['A television', 'loudspeakers', { call: inCall, sound: [null, 'Samsung TV'] }],
  ['Loudspeakers in German', 'loudspeakers', { call: inCall, sound: [null, 'Lautsprecher (Surface)'] }],
  ['A conference puck', 'loudspeakers', { call: inCall, sound: [null, 'Jabra SPEAK 510'] }],
  ['A headset', '', { call: inCall, sound: [null, 'Headset (Poly Blackwire 3220)'] }],
  ['A headset whose driver says “Speakers”', '', { call: inCall, sound: [null, 'Speakers (Jabra Evolve2 65)'] }],
  ['Earbuds that say “Speakers”', '', { call: inCall, sound: ['AirPods Pro', 'AirPods Pro Speakers'] }],
  ['A jack: nobody knows what is in it', '', { call: inCall, sound: [null, 'Speakers (Realtek High Definition Audio)'] }],
  ['A USB sound card', '', { call: inCall, sound: [null, 'Speakers (USB Audio Device)'] }],
  ['The system’s default', '', { call: inCall, sound: [null, 'Default'] }],
  ['Loudspeakers that were told at the door', '', { call: inCall, sound: ['MacBook Pro Speakers', 'MacBook Pro Speakers'] }],
  ['From one headset to another', '', { call: inCall, sound: ['Jabra Evolve2 65', 'AirPods Pro'] }],
  ['Back to the headset', '', { call: inCall, sound: ['MacBook Pro Speakers', 'Jabra Evolve2 65'] }],
  ['Loudspeakers after the call', '', { call: { phase: 'ended' }, sound: ['Jabra Evolve2 65', 'MacBook Pro Speakers'] }],

  ['At the share button', 'screen-share/title', { call: inCall, share: 'about-to' }],
  ['The whole screen', 'screen-share/whole', { call: inCall, share: 'screen 0' }],
  ['The whole screen for five minutes', 'screen-share/whole', { call: inCall, share: 'screen 5' }],
  ['A forgotten window', 'screen-share/running', { call: inCall, share: 'window 25' }],
  ['A forgotten screen', 'screen-share/running', { call: inCall, share: 'screen 90' }],
  ['A share of an unknown kind, for half an hour', 'screen-share/running', { call: inCall, share: 'unknown 30' }],
  ['At the share button of a page that is not understood', 'screen-share/title', { call: { phase: 'unknown' }, share: 'about-to' }],
  ['One window', '', { call: inCall, share: 'window 1' }],
  ['One tab for a quarter of an hour', '', { call: inCall, share: 'tab 15' }],
  ['Something, just now', '', { call: inCall, share: 'unknown 0' }],
  ['A window for nineteen minutes', '', { call: inCall, share: 'window 19' }],
  ['Not shared', '', { call: inCall, share: 'off' }],
  ['A share that the page still claims after the call', '', { call: { phase: 'ended' }, share: 'screen 40' }],
  ['Nobody knows', '', { call: inCall, share: 'nobody-knows' }],

  ['A message while the whole screen is on show', 'sharing-while-writing', { writing: 'while the whole screen is shared' }],
  ['A message as ever', '', { writing: 'while nothing is shared' }],
];

export const moments: readonly Moment[] = [...paper, ...leftAlone, ...calls];
