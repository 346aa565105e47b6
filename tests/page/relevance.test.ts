import { afterEach, expect, test } from 'vitest';
import { isRelevant, mostRecords } from '../../page/relevance';

afterEach(() => document.body.replaceChildren());

/** The records of one change. */
function recordsOf(change: () => void): MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  change();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}
const element = (name: string, child?: Element): Element => {
  const made = document.createElement(name);
  if (child) made.append(child);
  return made;
};

test.each<[string, () => void, boolean]>([
  ['a text', () => document.body.append('new'), false],
  ['a row of a list', () => document.body.append(element('div', element('span'))), false],
  ['a field', () => document.body.append(element('input')), true],
  ['a compose deep inside', () => document.body.append(element('div', element('div', element('textarea')))), true],
  ['a call', () => document.body.append(element('div', element('video'))), true],
  ['a large piece', () => document.body.append(fill(300)), true],
])('%s: %s', (_what, change, relevant) => {
  expect(isRelevant(recordsOf(change), [])).toBe(relevant);
});

function fill(count: number): Element {
  const made = element('div');
  for (let at = 0; at < count; at += 1) made.append(element('i'));
  return made;
}

test('an attribute of something that holds a field may show it; of something else it says nothing', () => {
  const [holds, empty] = [element('div', element('input')), element('div', element('span'))];
  document.body.append(holds, empty);
  expect(
    isRelevant(
      recordsOf(() => holds.classList.add('open')),
      [],
    ),
  ).toBe(true);
  expect(
    isRelevant(
      recordsOf(() => empty.classList.add('open')),
      [],
    ),
  ).toBe(false);
});

test('a watched root that left the page', () => {
  const root = element('form');
  document.body.append(root);
  expect(isRelevant([], [root])).toBe(false);
  root.remove();
  expect(isRelevant([], [root])).toBe(true);
});

test('a flood is not looked at to its end', () => {
  const records = recordsOf(() => {
    for (let at = 0; at <= mostRecords; at += 1) document.body.append(element('i'));
    document.body.append(element('input'));
  });
  expect(isRelevant(records, [])).toBe(false);
});
