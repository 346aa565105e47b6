/** What importing a file of settings would do, as data for the screen. */
import type { Refused } from './setting';

/** One difference that the file makes. */
export type FileDifference =
  | { readonly key: string; readonly kind: 'list'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly key: string; readonly kind: 'value'; readonly before: string | number | boolean; readonly after: string | number | boolean }
  | { readonly key: string; readonly kind: 'rule'; readonly rule: string /** `null`: as usual. */; readonly before: string | null; readonly after: string };

export type FileReading =
  | { readonly kind: 'problem'; readonly reason: 'too-large' | 'not-json' | 'not-settings' }
  | {
      readonly kind: 'file';
      /** A later version wrote it: what this version knows of it can be used. */
      readonly later: boolean;
      readonly differences: readonly FileDifference[];
      /** Settings of the file that the organisation has set here; they are left out. */
      readonly managed: readonly string[];
      readonly refused: readonly Refused[];
      /** Match patterns of servers that are not added yet; the browser asks for them. */
      readonly servers: readonly string[];
      /** What to store, by setting: checked, without what is managed. */
      readonly values: Readonly<Record<string, unknown>>;
    };

/** Largest file that is read, in characters: four full lists are a quarter of it. */
export const largestFile = 1_000_000;
