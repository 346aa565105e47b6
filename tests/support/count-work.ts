/** Every way in which `page/tree.ts` asks a page for something that may take long. */
const asked: readonly (readonly [prototype: object, name: string])[] = [
  [Document.prototype, 'querySelector'],
  [Document.prototype, 'querySelectorAll'],
  [Document.prototype, 'createTreeWalker'],
  ...['querySelector', 'querySelectorAll', 'getElementsByTagName', 'matches', 'closest', 'getAttribute', 'getBoundingClientRect', 'checkVisibility'].map(
    (name) => [Element.prototype, name] as const,
  ),
  [Node.prototype, 'contains'],
  [Node.prototype, 'compareDocumentPosition'],
];

/** What the work asks of the page: questions, and elements that were handed out. Counted and not timed, because a clock measures the machine as well. */
export function countWork(work: () => void): number {
  let count = 0;
  const before = asked.map(([prototype, name]) => Reflect.get(prototype, name) as (...given: unknown[]) => unknown);
  for (const [index, [prototype, name]] of asked.entries()) {
    const own = before[index];
    Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
      const answer = own?.apply(this, given);
      count += 1 + (answer instanceof NodeList ? answer.length : 0);
      return answer;
    });
  }
  try {
    work();
  } finally {
    for (const [index, [prototype, name]] of asked.entries()) Reflect.set(prototype, name, before[index]);
  }
  return count;
}
