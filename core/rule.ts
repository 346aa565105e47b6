/** A rule: pure code that looks at one observation and may find a risky state. */
import type { Acquaintances } from './acquaintance';
import type { Message } from './message';
import type { ObservationOf, Surface } from './observation';

declare const ruleId: unique symbol;

/** A rule's id, which is its file name. Branded: a string that came from a page cannot stand in for one. */
export type RuleId = string & { readonly [ruleId]: true };

export type Theme = 'overseen' | 'overheard' | 'overshared';

/** Orders findings inside one card: the highest goes first and gives the title. */
export type Severity = 'note' | 'caution' | 'serious';

/** How a rule makes itself heard; `off` is a setting of the person or the organisation. */
export type Strength = 'off' | 'quiet' | 'nudge' | 'confirm';

/** Whose an address is, by the organisation's settings. */
export type Standing = 'own' | 'trusted' | 'outside';

/** What a rule may know besides the observation. */
export interface RuleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly organisation: {
    /** Lower-case ASCII domains; a subdomain belongs to its domain. */
    readonly own: readonly string[];
    readonly trusted: readonly string[];
  };
  /** Further personal mail providers, added by the person or the organisation. */
  readonly personalDomains: readonly string[];
  /** Normalised addresses that the organisation lists as groups. */
  readonly groupAddresses: readonly string[];
  readonly thresholds: Thresholds;
  /** Whom the person has written to before. */
  readonly acquaintances: Acquaintances;
  /** The person shares the whole screen in a call, in whatever tab. */
  readonly sharingScreen: boolean;
}

/** From how many on a number is worth a word. Set by the person or the organisation. */
export interface Thresholds {
  /** People who get a reply to all. */
  readonly replyAllPeople: number;
  /** Outside people who can see each other's addresses. */
  readonly visiblePeople: number;
  /** Personal mailboxes that can see each other's addresses. */
  readonly visiblePersonal: number;
}

/**
 * What common mail programs use: Roundcube asks above 5 public recipients, Thunderbird at 15, Outlook's large-audience tip at 25
 * (`research/peers.md` §1.4, §1.5, §1.8). Colleagues on a list are daily life, so ours count outside people where they can.
 */
export const defaultThresholds: Thresholds = { replyAllPeople: 15, visiblePeople: 8, visiblePersonal: 4 };

/** A fact on the card: `name` is stable for tests (`data-fact`), the message is what a person reads. */
export interface Fact {
  readonly name: string;
  readonly message: Message;
  /** A number behind the fact, where there is one; shown to tests as `data-count`. */
  readonly count?: number;
}

/** What a person can look at behind *Show me*. */
export interface Detail {
  readonly message: Message;
  /** What to notice about it, said after it. */
  readonly note?: Message;
  /** A place in the message to jump to; one in the person's own text is marked there for as long as the card stands. */
  readonly place?: Place;
}

/** A place in a message: offsets in UTF-16 units into what the person wrote (`authored`), or into `Thread.text` (`quoted`). */
export interface Place {
  readonly part: 'authored' | 'quoted';
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly severity: Severity;
  /** Title of the card when this finding leads it. One of a rule's approved variants is chosen by pacing. */
  readonly titles: readonly [Message, ...Message[]];
  /** One line when another finding leads the card. */
  readonly line: Message;
  /** Two sentences at most, together with the title. */
  readonly facts: readonly Fact[];
  readonly details: readonly Detail[];
  /**
   * What the finding is about, for "the same finding once": a plain text that changes when the reason changes.
   * Made from page text, so it stays in the page.
   */
  readonly subject: string;
  /** Never louder than a chip, whatever the rule's strength: for a state that goes on. */
  readonly quiet?: true;
}

export interface Rule<S extends Surface> {
  readonly id: RuleId;
  readonly theme: Theme;
  readonly surface: S;
  readonly strength: Exclude<Strength, 'off'>;
  /** Among findings of the same severity the lowest leads the card; 50 where a rule does not say. */
  readonly precedence?: number;
  /** General advice, which is the same each time. One card in a working day (`daily`) or a week (`weekly`) that the person dealt with; then chips. */
  readonly rhythm?: 'daily' | 'weekly';
  /** Points of the guidance pack behind this rule, most fitting first. */
  readonly guidance: readonly [string, ...string[]];
  /** Stories of the pack that *Why this matters* may tell. */
  readonly stories?: readonly string[];
  check(observation: ObservationOf<S>, context: RuleContext): Finding | null;
}

export type AnyRule = { [S in Surface]: Rule<S> }[Surface];

/** Declares a rule; `id` must be its file name (a contract test checks it). */
export function defineRule<S extends Surface>(rule: Omit<Rule<S>, 'id'> & { readonly id: string }): Rule<S> {
  return rule as Rule<S>;
}
