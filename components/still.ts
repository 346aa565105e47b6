/** A still picture: what a part of a page shows, as plain data, to be on the screen before the code that makes it is read. */

/** A text, or an element with its attributes and what is in it. */
export type Still = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...content: Still[]];

/** What a still keeps of an element. No addresses and no code: a still is looked at, not used. */
const kept = /^(?:aria-[a-z]+|data-[a-z-]+|autocomplete|class|for|id|lang|name|role|spellcheck|type)$/;

/** What an element holds. */
export function stillOf(parent: ParentNode): readonly Still[] {
  return [...parent.childNodes].flatMap((node): Still[] => {
    if (node.nodeType === 3) return [node.nodeValue ?? ''];
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    const attributes = [...element.attributes].filter(({ name }) => kept.test(name)).map(({ name, value }) => [name, value] as const);
    return [[element.localName, Object.fromEntries(attributes), ...stillOf(element)]];
  });
}

/** Draws a still in place of what an element holds. @throws where it is none */
export function drawStill(still: readonly Still[], parent: Element): void {
  const drawn = still.map((part): Node => {
    if (typeof part === 'string') return new Text(part);
    const [tag, attributes, ...content] = part;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (kept.test(name)) element.setAttribute(name, value);
    drawStill(content, element);
    return element;
  });
  parent.replaceChildren(...drawn);
}
