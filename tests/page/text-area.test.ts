import { afterEach, expect, test } from 'vitest';
import { scrollTextArea } from '../../page/highlight';

afterEach(() => document.body.replaceChildren());

test('brings a place of a long plain text into view, and changes nothing else', () => {
  const area = document.body.appendChild(document.createElement('textarea'));
  area.style.cssText = 'width: 500px; height: 200px; font: 14px monospace; line-height: 18px';
  const lines = Array.from({ length: 400 }, (_, index) => (index === 300 ? 'From: Ann Lee <ann@lee.example>' : `line ${index}`));
  area.value = lines.join('\n');
  const quoted = lines.slice(200).join('\n');
  const start = quoted.indexOf('From: Ann');
  area.setSelectionRange(3, 3);
  scrollTextArea(area, quoted, { start, end: start + 40 });
  const firstRow = area.scrollTop / 18;
  expect(firstRow).toBeGreaterThan(288);
  expect(firstRow).toBeLessThan(301);
  expect([area.selectionStart, area.selectionEnd, area.value]).toEqual([3, 3, lines.join('\n')]);
  expect(document.activeElement).not.toBe(area);
});

test('a place that is not there scrolls nowhere', () => {
  const area = document.body.appendChild(document.createElement('textarea'));
  area.value = 'short';
  scrollTextArea(area, 'something else', { start: 0, end: 9 });
  scrollTextArea(area, '', { start: 0, end: 0 });
  expect(area.scrollTop).toBe(0);
});
