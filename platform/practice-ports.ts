/**
 * The ports of the engine on the practice page: the person's language, guidance and strengths, and an organisation that is made up.
 * What the person does there is remembered in this page alone: nothing is stored, counted or sent (docs/decisions/0007).
 */
import { noAcquaintances } from '../core/acquaintance';
import type { MeetingRecords } from '../core/meeting';
import { emptyMemory, type PacingMemory } from '../core/pacing';
import { dealtWith, dismissed, reconsidered, shown, snoozed } from '../core/pacing-memory';
import type { Ports, Situation } from '../core/ports';
import type { Strength } from '../core/rule';
import type { Pack } from '../guidance/pack';
import { cardCatalogFor } from './card-language';
import { readPack } from './packs';
import { readSettings } from './settings';
import { openPage } from './tab';

/** The made-up organisation. */
export interface PracticeWorld {
  readonly organisation: { readonly own: readonly string[]; readonly trusted: readonly string[] };
  /** The screen is shown in a call in another tab. */
  readonly sharingScreen: boolean;
  /** The person has just come back to a computer that was left unlocked for so many minutes. */
  readonly leftUnlocked?: number | undefined;
}

/** Somebody who practises wants to see each card, however many there were today. */
const everyCard = { calmAfterCards: 1000 };

/** Where a rule is off, practising it shows how it would be. */
const loudEnough = (strengths: Readonly<Record<string, Strength>>): Readonly<Record<string, Strength>> =>
  Object.fromEntries(Object.entries(strengths).filter(([, strength]) => strength !== 'off'));

/** Ports with a memory of their own, which begins empty. */
export async function createPracticePorts(world: PracticeWorld): Promise<Ports & { pack(): Pack }> {
  const { settings } = await readSettings();
  const { pack } = await readPack(settings.guidance);
  const catalog = await cardCatalogFor(settings.language === 'auto' ? navigator.languages : [settings.language]);
  const { replyAllPeople, visiblePeople, visiblePersonal, personalDomains } = settings;
  const listeners = new Set<() => void>();
  let strengths = loudEnough(settings.ruleStrengths);
  let memory: PacingMemory = { ...emptyMemory, salt: crypto.randomUUID() };
  let records: MeetingRecords = {};
  let sharing = world.sharingScreen;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const remember = (next: PacingMemory): void => {
    memory = next;
    changed();
  };
  return {
    situation: (): Situation => ({
      context: {
        now: Date.now(),
        organisation: world.organisation,
        personalDomains,
        groupAddresses: [],
        thresholds: { replyAllPeople, visiblePeople, visiblePersonal },
        acquaintances: noAcquaintances,
        sharingScreen: sharing,
      },
      strengths,
      memory,
      pacing: everyCard,
      catalog,
    }),
    pack: () => pack,
    onChange(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    snooze: (rules, length) => remember(snoozed(memory, rules, Date.now() + (length === 'hour' ? 3_600_000 : 86_400_000))),
    dismissed: (rules, how, reasons) => remember(dismissed(memory, rules, how, reasons, Date.now())),
    dealtWith: (rules, reasons) => remember(dealtWith(memory, rules, reasons, Date.now())),
    sentTo: () => undefined,
    shown: (rule) => remember(shown(memory, rule)),
    makeQuiet(rule) {
      strengths = { ...strengths, [rule]: 'quiet' };
      remember(reconsidered(memory, rule));
    },
    outcomes: () => undefined,
    sent: () => undefined,
    openPage,
    sending: () => undefined,
    meetings: async () => ({ salt: memory.salt, records }),
    keepMeetings(next) {
      records = next;
    },
    sharingScreen(on) {
      if (on === sharing) return;
      sharing = on;
      changed();
    },
    callInOtherFrame: () => false,
    printInFrame: () => undefined,
    printing: () => undefined,
    leftUnlockedSeen: () => undefined,
    onPageNews(callback) {
      const { leftUnlocked } = world;
      if (leftUnlocked !== undefined) callback({ leftUnlocked: { minutes: leftUnlocked, until: Date.now() } });
      return () => undefined;
    },
    report: () => undefined,
    alive: () => true,
  };
}
