/** Reading a pack that somebody wrote: JSON or YAML, with every problem named by line and field. All or nothing. */
import * as v from 'valibot';
import { LineCounter, parseDocument, stringify } from 'yaml';
import type { Pack } from './pack';
import { packSchema } from './schema';

/** What can be wrong; each has its words in the language files. */
export type PackProblemReason =
  | 'syntax'
  | 'too-large'
  | 'missing'
  | 'unknown-field'
  | 'type'
  | 'empty'
  | 'long'
  | 'id'
  | 'language'
  | 'day'
  | 'https'
  | 'channel'
  | 'unknown-id'
  | 'double-id'
  | 'version';

export interface PackProblem {
  readonly reason: PackProblemReason;
  /** `contacts.0.channels.1.value`; empty for the whole file. */
  readonly field: string;
  /** Line in the file, from 1; `null` where there is none. */
  readonly line: number | null;
}

export type PackReading = { readonly kind: 'pack'; readonly pack: Pack } | { readonly kind: 'problems'; readonly problems: readonly PackProblem[] };

/** A pack is words; more than this is something else. In characters. */
export const packSizeLimit = 1_000_000;

const coded: ReadonlySet<string> = new Set<PackProblemReason>(['empty', 'long', 'id', 'language', 'day', 'https', 'channel', 'unknown-id', 'double-id']);

/**
 * JSON is read as the YAML that it is, so that both give lines.
 * @param base a text without its own `schema` changes only the parts that it names, for example `contacts`; the others are this pack's
 */
export function readPackText(text: string, base?: Pack): PackReading {
  if (text.length > packSizeLimit) return { kind: 'problems', problems: [{ reason: 'too-large', field: '', line: null }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core', merge: false });
  if (document.errors.length > 0) {
    return {
      kind: 'problems',
      problems: document.errors.slice(0, 20).map((error) => ({ reason: 'syntax', field: '', line: lines.linePos(error.pos[0]).line })),
    };
  }
  let data: unknown;
  try {
    // Enough for an author's own anchors, too few to blow a small file up into a large tree.
    data = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { kind: 'problems', problems: [{ reason: 'too-large', field: '', line: null }] };
  }
  const lineOf = (path: readonly unknown[]): number | null => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { readonly range?: readonly [number, ...number[]] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return text.trim() === '' ? null : 1;
  };
  const isPart = base !== undefined && typeof data === 'object' && data !== null && !Array.isArray(data) && !('schema' in data);
  const parsed = v.safeParse(packSchema, isPart ? { ...base, ...(data as object) } : data);
  if (parsed.success) return { kind: 'pack', pack: parsed.output };
  const problems = parsed.issues.map((issue) => {
    const path = (issue.path ?? []).map((step) => step.key);
    return { reason: reasonOf(issue, path), field: path.join('.'), line: lineOf(path) };
  });
  return { kind: 'problems', problems };
}

function reasonOf(issue: v.BaseIssue<unknown>, path: readonly unknown[]): PackProblemReason {
  if (coded.has(issue.message)) return issue.message as PackProblemReason;
  if (path.length === 1 && path[0] === 'schema' && issue.received !== 'undefined') return 'version';
  if (issue.expected === 'never') return 'unknown-field';
  return issue.received === 'undefined' ? 'missing' : 'type';
}

/** A pack as a text that people can edit, and that `readPackText` reads. */
export const writePackText = (pack: Pack): string => stringify(pack, { aliasDuplicateObjects: false, lineWidth: 0 });

/** What differs between two packs, by the parts that have ids. */
export interface PackDifference {
  readonly part: 'documents' | 'points' | 'contacts' | 'situations' | 'stories';
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** What somebody's pack has added, removed or changed against another one. */
export function comparePacks(own: Pack, other: Pack): readonly PackDifference[] {
  const parts = ['documents', 'points', 'contacts', 'situations', 'stories'] as const;
  return parts.flatMap((part) => {
    const before = new Map<string, string>(other[part].map((item) => [item.id, JSON.stringify(item)]));
    const now = new Map<string, string>(own[part].map((item) => [item.id, JSON.stringify(item)]));
    return [
      ...[...now].flatMap(([id, text]): PackDifference[] => {
        if (!before.has(id)) return [{ part, id, change: 'added' }];
        return before.get(id) === text ? [] : [{ part, id, change: 'changed' }];
      }),
      ...[...before.keys()].filter((id) => !now.has(id)).map((id): PackDifference => ({ part, id, change: 'removed' })),
    ];
  });
}
