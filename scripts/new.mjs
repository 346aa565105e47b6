/** `npm run new -- rule|site <id> [folder]`: writes the file and its test, ready to be filled in, and says what else is needed. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const [kind, id, folder = root] = process.argv.slice(2);
if (!['rule', 'site'].includes(kind ?? '') || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id ?? '')) {
  console.error('Use: npm run new -- rule|site <id>   (id in kebab case: a noun phrase for the risky state, or the product’s name)');
  process.exit(2);
}

const rule = {
  [`rules/${id}.ts`]: `import { defineRule } from '../core/rule';

/** One sentence: who could be harmed, and what the reader can do now. */
export default defineRule({
  id: '${id}',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  guidance: ['cb-chain'],
  check(_observation, _context) {
    return null;
  },
});
`,
  [`tests/rules/${id}.test.ts`]: `import { expect, test } from 'vitest';
import rule from '../../rules/${id}';
import { compose, contextOf } from '../support/observations';

test.each([['nothing written', compose({})]])('silent: %s', (_what, observation) => {
  expect(rule.check(observation, contextOf({}))).toBeNull();
});
`,
};
const site = {
  [`sites/${id}.ts`]: `import { defineSite } from '../page/site';

/** Signals, most stable first, each with its source and date. */
export default defineSite({
  id: '${id}',
  name: '${id}',
  matches: [],
  hints: [],
  surfaces: {},
});
`,
  [`tests/sites/${id}.test.ts`]: `import { expect, test } from 'vitest';
import site from '../../sites/${id}';

test('is registered under its file name', () => {
  expect(site.id).toBe('${id}');
});
`,
};
for (const [file, text] of Object.entries(kind === 'rule' ? rule : site)) {
  const target = path.join(folder, file);
  if (existsSync(target)) {
    console.error(`${file} is already there.`);
    process.exit(1);
  }
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}
if (kind === 'rule') {
  const languages = readdirSync(path.join(root, 'assets/language')).filter((file) => file.endsWith('.json'));
  console.log(`
What a rule needs besides (tests in tests/contracts and tests/guidance say what is missing):
1. Words in ${languages.map((file) => `assets/language/${file}`).join(' and ')}: rule.${id}.name, rule.${id}.description, practice.try.${id} and the messages that it uses (${id}.…).
2. An entry '${id}' under rules in guidance/packs/moj.ts: its points, and contacts that help. The general pack takes its points from there.
3. A moment at which it speaks, to try it: '${id}' in practice/scenes.mjs.
4. Then: node scripts/managed-schema.mjs, which writes the rule with its name into docs/settings.md.
Check: npx vitest run --project pure --project platform tests/rules/${id}.test.ts tests/contracts tests/guidance tests/platform/language.test.ts`);
}
