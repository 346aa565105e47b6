/**
 * The shipped packs as cards show them: in one language, and only what stands behind a rule. Made at build time, because everything that runs in a
 * page is weighed.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createJiti } from 'jiti';

export const packIds = ['general', 'moj'];
export const packLanguages = ['en', 'cy'];

/** Texts in one language; what is not translated stays a plain text, which counts as the pack's first language. */
function inLanguage(value, language, first) {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, language, first));
  if (typeof value !== 'object' || value === null) return value;
  if (Object.hasOwn(value, first) && typeof value[first] === 'string')
    return language !== first && Object.hasOwn(value, language) ? { [language]: value[language] } : value[first];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLanguage(one, language, first)]));
}

/** @param {string} root folder of the project */
export async function cardPack(root, id, language) {
  const jiti = createJiti(path.join(root, 'scripts', 'card-packs.mjs'), { moduleCache: false });
  const { [id]: pack } = await jiti.import(path.join(root, 'guidance', 'packs', `${id}.ts`));
  const files = readdirSync(path.join(root, 'rules')).filter((file) => file.endsWith('.ts'));
  const rules = await Promise.all(files.map((file) => jiti.import(path.join(root, 'rules', file), { default: true })));
  const told = Object.values(pack.rules);
  const wanted = (...lists) => new Set(lists.flat(2).filter(Boolean));
  const points = wanted(
    told.flatMap((one) => [one.points, one.details]),
    rules.map(({ guidance }) => guidance),
  );
  const stories = wanted(
    told.map((one) => one.stories),
    rules.map((rule) => rule.stories),
  );
  const contacts = wanted(told.map((one) => one.contacts));
  const shown = {
    ...pack,
    points: pack.points.filter((one) => points.has(one.id)).map(({ checklist: _, ...one }) => one),
    stories: pack.stories.filter((one) => stories.has(one.id)),
    contacts: pack.contacts.filter((one) => contacts.has(one.id)).map(({ keywords: _, ...one }) => one),
    groups: [],
    situations: [],
    links: [],
  };
  const sources = wanted(shown.points.map((one) => one.sources.map(({ document }) => document)));
  const trimmed = { ...shown, documents: pack.documents.filter((one) => sources.has(one.id)) };
  const { languages, rules: byRule, ...texts } = trimmed;
  return { ...inLanguage(texts, language, languages[0]), rules: inLanguage(byRule, language, languages[0]), languages };
}
