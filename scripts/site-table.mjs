/**
 * Reads the site files at build time: the manifest takes its match patterns from them, the sentinel its hints.
 * Site files have no side effects at module level, so they can be loaded in Node.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createJiti } from 'jiti';

/**
 * @returns {Promise<readonly {id: string, name: string, elsewhere: boolean, prints: object | undefined, matches: string[], hints: string[], doors: string[]}[]>}
 * sorted by id; `elsewhere`: may be at any address
 */
export async function siteTable(root) {
  const jiti = createJiti(path.join(root, 'scripts', 'site-table.mjs'), { moduleCache: false });
  const files = readdirSync(path.join(root, 'sites'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const sites = await Promise.all(files.map((file) => jiti.import(path.join(root, 'sites', file), { default: true })));
  return sites.map(({ id, name, matches, hints, doors = [], prints, recognises }) => ({
    id,
    elsewhere: recognises !== undefined,
    prints,
    name,
    matches: [...matches],
    hints: [...hints],
    doors: [...doors, ...(prints?.windows ?? []).map(({ address }) => address)],
  }));
}

/**
 * What the sentinel needs of the sites, so that it has to look for no more than can be where it is (shapes: virtual-hints.d.ts).
 * Throws where a site has addresses that cannot be told by their host.
 */
export function hintTable(sites) {
  const hosts = {};
  const known = [];
  const of = (some) => [some.flatMap(({ hints }) => hints), some.flatMap(({ doors }) => doors).join('|')];
  const generic = sites.filter(({ id }) => id.startsWith('any-'));
  const addressed = sites.filter(({ id, matches }) => matches.length > 0 && !id.startsWith('any-'));
  for (const site of addressed) {
    for (const pattern of site.matches) {
      const [, host] = /^https:\/\/([^/:]+)\/\*$/.exec(pattern) ?? [];
      if (!host || Object.hasOwn(hosts, host)) throw new Error(`${site.id}: ${pattern} does not tell a host of its own`);
      hosts[host] = known.length;
    }
    known.push(of([site]));
  }
  return { hosts, known, anywhere: of(generic), elsewhere: of(sites.filter((site) => !generic.includes(site) && !addressed.includes(site))) };
}

/** The rules of one surface as a module, in the order of their ids. */
export async function rulesOf(root, surface) {
  const jiti = createJiti(path.join(root, 'scripts', 'site-table.mjs'), { moduleCache: false });
  const files = readdirSync(path.join(root, 'rules'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const rules = await Promise.all(files.map((file) => jiti.import(path.join(root, 'rules', file), { default: true })));
  const fitting = files.filter((_, index) => rules[index].surface === surface);
  return `${fitting.map((file, index) => `import rule${index} from '/rules/${file}';`).join('\n')}\nexport default [${fitting.map((_, index) => `rule${index}`).join()}];`;
}
