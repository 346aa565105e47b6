/**
 * The schema of managed storage, made from the definitions of settings and rules, and the table of settings in docs/settings.md.
 * `node scripts/managed-schema.mjs` writes the table anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createJiti } from 'jiti';

const read = async (root) => {
  const jiti = createJiti(path.join(root, 'scripts', 'managed-schema.mjs'), { moduleCache: false });
  const { managedSchema } = await jiti.import(path.join(root, 'platform', 'setting-definitions.ts'));
  const ruleIds = readdirSync(path.join(root, 'rules'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
  const words = JSON.parse(readFileSync(path.join(root, 'assets', 'language', 'en.json'), 'utf8'));
  return managedSchema(ruleIds, words);
};

/** @returns {Promise<object>} JSON Schema of the policy */
export const managedSchemaOf = (root) => read(root);

const shape = ({ type, enum: choices, minimum, maximum }) => {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (type === 'integer') return `${minimum} to ${maximum}`;
  return type === 'array' ? 'list of texts' : type === 'boolean' ? '`true` or `false`' : 'text';
};

/** @returns {Promise<string>} the page with the table of all keys of a policy */
export async function settingsPage(root) {
  const { properties } = await read(root);
  const rows = Object.entries(properties).map(([key, property]) => `| \`${key}\` | ${property.title} | ${property.description} | ${shape(property)} |`);
  return `# Settings in a policy

Made by \`node scripts/managed-schema.mjs\` from \`platform/setting-definitions.ts\`; a test keeps it current.
Every key can be left out. A set key is locked, unless \`personMayChange\` names it (for rules: \`ruleStrengths\`). A value that does not fit is told in options and left out by itself; so is one bad entry of a list.

| key | what | meaning | values |
|---|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '..');
  writeFileSync(path.join(root, 'docs', 'settings.md'), await settingsPage(root));
}
