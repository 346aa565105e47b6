/** Where a card stands: near its compose, never over Send, recipients or the text. Pure geometry in CSS pixels of the viewport. */
import type { KeepClear } from '../core/site';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ClearBox extends Box {
  readonly how: KeepClear;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  /** `true` when something that must never be covered would be: the caller takes a smaller form. */
  readonly covers: boolean;
  /** `true` when text would be covered. */
  readonly overText: boolean;
  /** How bad the place is; for comparing forms of the same card. */
  readonly cost: number;
}

const margin = 8;
const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const gap = (a: Box, b: Box): number => Math.hypot(Math.max(0, a.left - b.right, b.left - a.right), Math.max(0, a.top - b.bottom, b.top - a.bottom));

/**
 * Finds the best place for a box of the given size.
 * Tries the edges of the anchor, of everything to be kept clear and of the viewport; covering a `never` box is worse than covering all text,
 * covering text is worse than standing far away, and the present place is kept unless another is clearly better, so that a card does not jump.
 */
export function placeCard(size: Size, anchor: Box, clear: readonly ClearBox[], viewport: Size, present: { left: number; top: number } | null): Place {
  const maxLeft = Math.max(margin, viewport.width - size.width - margin);
  const maxTop = Math.max(margin, viewport.height - size.height - margin);
  const within = (value: number, max: number): number => Math.min(Math.max(margin, value), max);
  const lefts = new Set<number>();
  const tops = new Set<number>();
  for (const box of [anchor, ...clear]) {
    for (const left of [box.left - size.width - margin, box.left, box.right - size.width, box.right + margin]) lefts.add(Math.round(within(left, maxLeft)));
    for (const top of [box.top - size.height - margin, box.top, box.bottom - size.height, box.bottom + margin]) tops.add(Math.round(within(top, maxTop)));
  }
  for (const left of [margin, maxLeft]) lefts.add(Math.round(left));
  for (const top of [margin, maxTop]) tops.add(Math.round(top));
  if (present) {
    lefts.add(Math.round(within(present.left, maxLeft)));
    tops.add(Math.round(within(present.top, maxTop)));
  }
  let best: Place | null = null;
  for (const left of lefts) {
    for (const top of tops) {
      const box = { left, top, right: left + size.width, bottom: top + size.height };
      let cost = gap(box, anchor) / 10;
      let covers = false;
      let overText = false;
      for (const other of clear) {
        const area = overlap(box, other);
        if (area === 0) continue;
        cost += other.how === 'never' ? 1e6 + area * 10 : 2_000 + area / 20;
        if (other.how === 'never') covers = true;
        else overText = true;
      }
      // Inside the anchor is second choice to beside it: what is there belongs to the person's work.
      const inside = overlap(box, anchor);
      if (inside > 0) cost += 30 + inside / 200;
      // Level with the anchor's head or foot looks as if it belonged there.
      cost += Math.min(Math.abs(box.top - anchor.top), Math.abs(box.bottom - anchor.bottom)) / 50;
      if (present && Math.abs(present.left - left) < 1 && Math.abs(present.top - top) < 1) cost -= 60;
      if (!best || cost < best.cost) best = { left, top, cost, covers, overText };
    }
  }
  return best ?? { left: margin, top: margin, covers: true, overText: true, cost: Number.POSITIVE_INFINITY };
}
