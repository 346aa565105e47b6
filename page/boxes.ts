/** Where elements are in the viewport of the frame that the card stands in, frames in between included. */
import type { SurfaceLayout } from '../core/site';
import type { Box, ClearBox } from './placement';
import { boxOf as boxOfElement, childNodesOf, contains, documentOf, frameOf, matches, rootOf, startOfText } from './tree';

const emptyBox: Box = { left: 0, top: 0, right: 0, bottom: 0 };

export const isEmpty = (box: Box): boolean => box.right - box.left < 1 || box.bottom - box.top < 1;

const meet = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** Moves a box from an element's own document into `page`, cut to the frames it is in; empty where that document is not inside `page`. */
function boxIn(page: Document, from: Document, box: Box): Box {
  let inner = from;
  let moved = box;
  while (inner !== page) {
    const frame = frameOf(inner);
    if (!frame) return emptyBox;
    const edge = boxOfElement(frame);
    moved = meet({ left: moved.left + edge.left, top: moved.top + edge.top, right: moved.right + edge.left, bottom: moved.bottom + edge.top }, edge);
    inner = documentOf(frame);
  }
  return moved;
}

/** An element's box, cut to the viewport. */
export function boxOf(page: Document, element: Element): Box {
  const view = rootOf(page);
  return meet(boxIn(page, documentOf(element), boxOfElement(element)), { left: 0, top: 0, right: view?.clientWidth ?? 0, bottom: view?.clientHeight ?? 0 });
}

/** Longest text that is measured letter by letter: a browser takes half a second for the lines of a long thread. */
const measured = 3000;

/** Where the text of an editor stands; for a long one the boxes of its first and last pieces, which are as wide as it is. */
function writtenBox(own: Document, editor: Element): Box {
  const range = Document.prototype.createRange.call(own);
  range.selectNodeContents(editor);
  if (startOfText(editor, measured).length < measured) return range.getBoundingClientRect();
  const nodes = childNodesOf(editor);
  const boxes = [...nodes.slice(0, 20), ...nodes.slice(20).slice(-20)].map((node): Box => {
    if (node.nodeType === 1) return boxOfElement(node as unknown as Element);
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  });
  return boxes
    .filter((box) => !isEmpty(box))
    .reduce<Box>(
      (all, box) => ({
        left: Math.min(all.left, box.left),
        top: Math.min(all.top, box.top),
        right: Math.max(all.right, box.right),
        bottom: Math.max(all.bottom, box.bottom),
      }),
      { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 },
    );
}

/** The part of an editor that holds text, and the line that is being written. An empty editor leaves its room to the card. */
function textBoxes(page: Document, editor: Element): ClearBox[] {
  const own = documentOf(editor);
  const whole = boxOf(page, editor);
  if (matches(editor, 'textarea')) return [{ ...whole, how: 'avoid' }];
  const boxes: ClearBox[] = [{ ...meet(boxIn(page, own, writtenBox(own, editor)), whole), how: 'avoid' }];
  const selection = Document.prototype.getSelection.call(own);
  const focus = selection?.focusNode;
  if (selection && focus && contains(editor, focus) && selection.rangeCount > 0) {
    const caret = boxIn(page, own, selection.getRangeAt(0).getBoundingClientRect());
    if (caret.bottom > caret.top)
      boxes.push({
        ...meet({ left: whole.left, top: caret.top - 8, right: Math.min(whole.right, caret.right + 240), bottom: caret.bottom + 28 }, whole),
        how: 'never',
      });
  }
  return boxes;
}

/** Everything that the card has to stay clear of, as boxes of the viewport. */
export function clearBoxes(page: Document, layout: SurfaceLayout<HTMLElement>): readonly ClearBox[] {
  return layout.keepClear
    .flatMap(({ element, how }) => (how === 'avoid' ? textBoxes(page, element) : [{ ...boxOf(page, element), how }]))
    .filter((box) => !isEmpty(box));
}
