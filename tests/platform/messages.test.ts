import { expectTypeOf, test } from 'vitest';
import type { RuleId } from '../../core/rule';
import type { PageText } from '../../core/text';
import type { Portable } from '../../platform/messages';

test('no field that could carry text of a page survives in a message shape', () => {
  expectTypeOf<Portable<{ a: number; b: boolean; c: 'x' | 'y'; d: RuleId; e: readonly RuleId[] }>>().toEqualTypeOf<{
    readonly a: number;
    readonly b: boolean;
    readonly c: 'x' | 'y';
    readonly d: RuleId;
    readonly e: readonly RuleId[];
  }>();
  expectTypeOf<Portable<{ a: string }>>().toEqualTypeOf<{ readonly a: never }>();
  expectTypeOf<Portable<{ a: PageText }>>().toEqualTypeOf<{ readonly a: never }>();
  expectTypeOf<Portable<{ a: { b: readonly string[] } }>>().toEqualTypeOf<{ readonly a: { readonly b: readonly never[] } }>();
});
