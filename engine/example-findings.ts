/**
 * An example of each rule: what the rule itself finds in a made-up situation, for the preview in options.
 * The findings come from the rules as they run in pages, so a preview shows the facts, words and limits that a person will meet.
 */
import type { NudgeView } from '../components/nudge-card';
import { noAcquaintances } from '../core/acquaintance';
import { evaluate } from '../core/evaluate';
import type { Message } from '../core/message';
import { type ComposeObservation, type MeetingObservation, type Observation, type Recipient, unknownHearing, unknownShare } from '../core/observation';
import { type AnyRule, defaultThresholds, type RuleContext } from '../core/rule';
import { pageTextOf } from '../core/text';
import type { Thread } from '../core/thread';
import { emptyThread, plainText, readThread } from '../mail/thread';
import type { Guide } from './guide';
import { viewOf } from './view';

/** A rule as a person would meet it. */
export interface RuleExample {
  readonly view: NudgeView;
  /** The approved wordings of the title, which take turns. */
  readonly titles: readonly Message[];
}

const own = 'justice.example';
const me = `jane.smith@${own}`;

const person = (address: string, name: string | null = null): Recipient => ({
  field: 'to',
  address,
  name: name === null ? null : pageTextOf(name),
  typed: false,
});
const text = pageTextOf;

function thread(written: string): Thread {
  const steps = readThread(plainText(written), { carried: [], hidden: [] }, true);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.thread;
  }
}

const chain = [
  'From: Tom Hughes <tom.hughes@justice.example>',
  'Sent: 16 November 2026 10:02',
  'To: Jane Smith <jane.smith@justice.example>',
  'Subject: Visit',
  '',
  'Please see below. She lives at LS1 4AP.',
  '',
  'From: Declan Moore <declan.moore@charity.example>',
  'Sent: 12 November 2026 09:30',
  'To: Tom Hughes <tom.hughes@justice.example>',
  'Subject: Visit',
  '',
  'Thank you for the call.',
  '',
].join('\n');

const compose = (change: Partial<Omit<ComposeObservation, 'recipients'>> & { readonly to: readonly Recipient[] }): ComposeObservation => {
  const { to, ...rest } = change;
  return {
    surface: 'compose',
    replyMode: 'new',
    account: { address: me, name: null },
    recipients: { items: to, completeness: 'complete' },
    initialRecipients: [],
    subject: text('Visit'),
    authored: text(''),
    thread: emptyThread,
    attachments: { items: [], completeness: 'complete' },
    ...rest,
  };
};
const files = (...names: readonly string[]): Pick<ComposeObservation, 'attachments'> => ({
  attachments: { items: names.map((name) => ({ name: text(name), origin: 'picked' as const })), completeness: 'complete' },
});
const meeting = (change: Partial<MeetingObservation>): MeetingObservation => ({
  surface: 'meeting',
  phase: 'in-meeting',
  code: null,
  camera: 'on',
  microphone: 'on',
  hearing: unknownHearing,
  share: unknownShare,
  ...change,
});
const counsel = person('counsel@chambers.example', 'Ruth Frost');
const many = ['north-housing', 'mill-school', 'river-clinic'].flatMap((domain) =>
  ['ann', 'bob', 'carol', 'dan'].map((name) => person(`${name}@${domain}.example`)),
);
const colleagues = Array.from({ length: 18 }, (_, index) => person(`colleague${index + 1}@${own}`));

/** By rule id: a situation at which the rule speaks. */
const situations = (now: number): Readonly<Record<string, Observation>> => ({
  'quoted-thread': compose({ to: [counsel], replyMode: 'forward', thread: thread(chain) }),
  'personal-address': compose({ to: [person('jane_smith@gmail.com')], ...files('Open cases.xlsx') }),
  'group-address': compose({ to: [{ ...person(`all-staff@${own}`, 'All staff'), group: { members: 412 } }] }),
  'reply-all-audience': compose({
    to: [...colleagues, counsel],
    replyMode: 'reply-all',
    initialRecipients: [...colleagues, counsel],
    thread: thread(chain),
  }),
  'visible-recipients': compose({ to: many }),
  'outside-recipient': compose({ to: [counsel], ...files('Court 4 list.pdf') }),
  'lookalike-domain': compose({ to: [person('tom.hughes@justlce.example')] }),
  'password-in-message': compose({ to: [counsel], authored: text('Hello Ruth,\nThe password for the folder is Harbour-4711.') }),
  'work-in-personal-account': compose({
    to: [person(`tom.hughes@${own}`)],
    account: { address: 'jane_smith@gmail.com', name: null },
    ...files('Open cases.xlsx'),
  }),
  'sharing-while-writing': compose({ to: [person(`tom.hughes@${own}`)] }),
  'unexpected-sender': {
    surface: 'message',
    account: { address: me, name: null },
    sender: { address: 'tom.hughes@justlce.example', name: text('Tom Hughes') },
    onBehalfOf: null,
    replyTo: { items: [], completeness: 'unknown' },
    recipients: { items: [{ field: 'to', address: me, name: null }], completeness: 'complete' },
    links: { items: [], completeness: 'complete' },
    mailing: 'unknown',
    warned: 'unknown',
    nameElsewhere: [`tom.hughes@${own}`],
  },
  'pre-join': meeting({ phase: 'pre-join', hearing: { output: 'loudspeakers', outputLabel: null, outputBefore: 'unknown' } }),
  loudspeakers: meeting({ hearing: { output: 'loudspeakers', outputLabel: text('Laptop speakers'), outputBefore: 'headset' } }),
  'screen-share': meeting({ share: { state: 'about-to', what: 'unknown', since: null } }),
  print: { surface: 'page', printing: { moment: 'about-to', what: 'thread', since: now }, leftUnlocked: null },
  'unlocked-screen': { surface: 'page', printing: null, leftUnlocked: { minutes: 14, until: now } },
});

const contextAt = (now: number): RuleContext => ({
  now,
  organisation: { own: [own], trusted: [] },
  personalDomains: [],
  groupAddresses: [],
  thresholds: defaultThresholds,
  acquaintances: noAcquaintances,
  sharingScreen: true,
});

/** What a rule shows in its made-up situation; `null` where there is none for it. */
export function exampleOf(rule: AnyRule, guide: Guide, now: number): RuleExample | null {
  const observation = situations(now)[rule.id];
  const [finding] = observation ? evaluate([rule], observation, contextAt(now), () => undefined) : [];
  if (!finding) return null;
  return {
    view: viewOf({ form: 'card', candidates: [finding], variant: 0, offerChip: false }, guide),
    titles: finding.titles,
  };
}
