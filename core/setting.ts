/** Settings as data for the screen: what each is, a change to one, and why a value is not used. The definitions are in `platform/setting-definitions`. */
import type { Strength } from './rule';

/** Sections of the options page, in their order. */
export const settingSections = ['domains', 'rules', 'pacing', 'sites', 'guidance', 'history', 'language', 'file', 'about'] as const;
export type SettingSection = (typeof settingSections)[number];

interface SettingCommon {
  readonly key: string;
  readonly section: SettingSection;
  /** The organisation has set and locked it. */
  readonly managed: boolean;
  /** The person has set it. */
  readonly own: boolean;
  /** What the person has set is on this computer only: it is too large to sync, or the browser did not sync it yet. */
  readonly here: boolean;
}

/** A setting with its value in force, its bounds, and who set it. */
export type SettingView = SettingCommon &
  (
    | { readonly kind: 'whole'; readonly value: number; readonly usual: number; readonly minimum: number; readonly maximum: number }
    | { readonly kind: 'yes-no'; readonly value: boolean; readonly usual: boolean }
    | { readonly kind: 'choice'; readonly value: string; readonly usual: string; readonly choices: readonly string[] }
    | {
        readonly kind: 'list';
        readonly value: readonly string[];
        readonly most: number /** Entries that the organisation has set. */;
        readonly fixed: readonly string[];
      }
    | {
        readonly kind: 'rules';
        readonly value: Readonly<Record<string, Strength>> /** Rules that the organisation has set. */;
        readonly fixed: readonly string[];
      }
  );

/** A change as small as the person made it, so that two windows which change one list at once do not undo each other. */
export type SettingChange =
  | { readonly key: string; readonly to: string | number | boolean }
  | { readonly key: string; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly rule: string; readonly strength: Strength };

/** Takes a change back. Rejects when it could not be stored. */
export type Undo = () => Promise<void>;

/** What is wrong with a value. */
export type RefusalReason =
  | { readonly kind: 'no-list' | 'no-domain' | 'no-address' | 'no-text' | 'no-yes-no' | 'no-rules' | 'no-rule' | 'unknown' | 'storage' | 'no-own-guidance' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'bounds'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** A value that is not used. It stays where it is. */
export interface Refused {
  /** As it is written where it comes from: a setting, or `rule-<id>`. */
  readonly key: string;
  /** One entry of a list, counted from 0, or a rule of the strengths; `null` for the whole value. */
  readonly entry: number | string | null;
  readonly source: 'managed' | 'own' | 'file';
  readonly reason: RefusalReason;
  /** The value, cut to a line; empty where it is no text, number or truth value. */
  readonly shown: string;
}
