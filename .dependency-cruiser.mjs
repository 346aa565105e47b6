/** Directions between the folders; see docs/architecture.md. */
const folders = 'core|mail|rules|guidance|sites|page|components|engine|platform|entrypoints';
const layer = (name, mayImport) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `${name}/ may import only ${mayImport.join(', ') || 'itself'}`,
  from: { path: `^${name}/` },
  to: { path: `^(${folders})/`, pathNot: `^(${[name, ...mayImport].join('|')})/` },
});
const only = (where, what, path) => ({
  name: `${what}-only-in-${where.join('-')}`,
  severity: 'error',
  from: { path: `^(${folders})/`, pathNot: `^(${where.join('|')})/` },
  to: { path },
});
const independent = (folder) => ({
  name: `${folder}-are-independent`,
  severity: 'error',
  from: { path: `^${folder}/([^/]+)\\.ts$` },
  to: { path: `^${folder}/`, pathNot: `^${folder}/$1\\.ts$` },
});
export default {
  forbidden: [
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'an import that cannot be followed is an import nobody checks',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-indexeddb-in-the-page',
      severity: 'error',
      comment: 'IndexedDB of a content script is the website’s own',
      from: { path: '^entrypoints/(sentinel|engine)\\.ts$' },
      to: { path: 'node_modules/idb-keyval', reachable: true },
    },
    {
      name: 'sentinel-stays-small',
      severity: 'error',
      comment: 'every page and frame runs the sentinel: it reaches no rule, site, component or engine code',
      from: { path: '^entrypoints/sentinel\\.ts$' },
      to: { path: '^(rules|sites|components|engine|guidance|mail)/', reachable: true },
    },
    layer('core', []),
    layer('mail', ['core']),
    layer('rules', ['core', 'mail']),
    layer('guidance', ['core']),
    layer('page', ['core', 'mail']),
    layer('sites', ['core', 'mail', 'page']),
    layer('components', ['core', 'guidance']),
    layer('engine', ['core', 'mail', 'rules', 'guidance', 'sites', 'page', 'components']),
    layer('platform', ['core', 'mail', 'guidance']),
    only(['platform', 'entrypoints'], 'browser-api', 'node_modules/(webextension-polyfill|wxt|idb-keyval)/'),
    only(['components', 'engine', 'entrypoints'], 'preact', 'node_modules/preact/'),
    independent('rules'),
    independent('sites'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(wxt|output)/' },
  },
};
