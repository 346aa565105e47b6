import { expect, it, test } from 'vitest';
import { dated, sectionOf } from '../../scripts/changelog.mjs';

const changelog = '# Changelog\n\n## 0.2.0 (not released)\n\n- New.\n\n## 0.1.0 (2026-11-21)\n\n- First.\n- Second.\n';

test.each([
  ['0.1.0', { date: '2026-11-21', text: '- First.\n- Second.\n' }],
  ['0.2.0', { date: null, text: '- New.\n' }],
  ['0.1', null],
  ['1.0.0', null],
])('the section of %s', (version, section) => expect(sectionOf(changelog, version)).toEqual(section));

it('dates what was not released, and nothing else', () => {
  const next = dated(changelog, '0.3.0', '2026-12-01');
  expect(sectionOf(next, '0.3.0')).toEqual({ date: '2026-12-01', text: '- New.\n' });
  expect(sectionOf(next, '0.1.0')).toEqual(sectionOf(changelog, '0.1.0'));
  expect(() => dated(next, '0.4.0', '2026-12-02')).toThrow('not released');
});
