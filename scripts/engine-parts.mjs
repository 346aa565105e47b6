/**
 * Builds the engine in parts: what `import()` names is a file of its own, which the background injects into the same frame when it is asked to
 * (docs/decisions/0010). Nothing becomes web-accessible, and no part runs before it is wanted.
 *
 * Each file only registers its modules as a function, under a name made from the contents of all of them, so that parts of two versions never meet
 * in a page that outlived an update.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';

const folder = 'parts';
const nameOf = (file) => path.posix.basename(file, '.js');

/** For the build of the entrypoint `engine` alone: modules as functions of `require` and `exports`, shared ones in files of their own. */
export function buildInParts(config) {
  config.build.lib.formats = ['cjs'];
  const { output } = config.build.rollupOptions;
  output.chunkFileNames = `${folder}/[name].js`;
  output.exports = 'named';
  // WXT hands the script's value to whoever injects it; the engine has none.
  config.plugins = [...config.plugins.flat().filter(({ name }) => !/^wxt:iife/.test(name)), engineParts()];
}

/** @returns {import('vite').Plugin} */
function engineParts() {
  return {
    name: 'second-glance-engine-parts',
    enforce: 'pre',
    // What runs in pages needs no polyfill: promises are there, and answers go by callback (platform/page-messages).
    resolveId(id) {
      return id === '@wxt-dev/webextension-polyfill/browser' ? this.resolve('@wxt-dev/browser') : null;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = new Map(Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])));
        const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
        /** A file and all it needs, what is needed first. */
        const closureOf = (file, seen = new Set()) => {
          if (seen.has(file)) return [];
          seen.add(file);
          return [...(chunks.get(file)?.imports ?? []).flatMap((one) => closureOf(one, seen)), file];
        };
        const main = closureOf(entry.fileName);
        const names = [...chunks.keys()].map(nameOf);
        if (new Set(names).size !== names.length) throw new Error(`Two parts of the engine have one name: ${names.join(', ')}`);
        const code = new Map([...chunks].map(([file, chunk]) => [file, withLoader(chunk)]));
        const version = createHash('sha256')
          .update(JSON.stringify([...code.values()]))
          .digest('hex')
          .slice(0, 12);
        const registry = `globalThis[Symbol.for("second-glance parts ${version}")]`;
        const registered = (file) => `(${registry}??={})[${JSON.stringify(nameOf(file))}]=function(require,exports,part){${code.get(file)}\n};`;
        const wanted = Object.fromEntries(
          [...chunks.values()].flatMap(({ isDynamicEntry, fileName }) =>
            isDynamicEntry && !main.includes(fileName)
              ? [
                  [
                    nameOf(fileName),
                    closureOf(fileName)
                      .filter((one) => !main.includes(one))
                      .map(nameOf),
                  ],
                ]
              : [],
          ),
        );
        for (const [file, chunk] of chunks) if (file !== entry.fileName) chunk.code = `${registered(file)}void 0;\n`;
        entry.code = `${main.map(registered).join('\n')}\n${loader(registry, wanted, nameOf(entry.fileName))}`;
        for (const file of main) if (file !== entry.fileName) delete bundle[file];
      },
    },
  };
}

/** Files are found by their names; a dynamic import waits for its files. */
function withLoader({ code, fileName, dynamicImports }) {
  const quoted = '["\'`]([^"\'`]+)["\'`]';
  let left = dynamicImports.length;
  const named = code
    .replace(/^["'`]use strict["'`];/, '')
    .replace(new RegExp(`Promise\\.resolve\\(\\)\\.then\\(\\(\\)\\s*=>\\s*require\\(${quoted}\\)\\)`, 'g'), (_all, file) => {
      left -= 1;
      return `part(${JSON.stringify(nameOf(file))})`;
    })
    .replace(new RegExp(`\\brequire\\(${quoted}\\)`, 'g'), (_all, file) => `require(${JSON.stringify(nameOf(file))})`);
  if (left > 0 || /\bimport\(/.test(named)) throw new Error(`${fileName}: a dynamic import was not understood`);
  return `"use strict";${named}`;
}

/**
 * `part(name)`: the module of that name, once its files are there. What brings them is `platform/page-messages`, which asks the background.
 * What failed to come is asked for again the next time.
 */
const loader = (registry, wanted, entry) => `(()=>{const parts=${registry},wanted=${JSON.stringify(wanted)},made={};
const load=(name)=>{if(made[name])return made[name];const exports=made[name]={};try{parts[name](load,exports,part)}catch(error){delete made[name];throw error}return exports};
const part=async(name)=>{const missing=(wanted[name]??[]).filter((one)=>!Object.hasOwn(parts,one));if(missing.length>0)await globalThis[Symbol.for("second-glance bring parts")](missing);return load(name)};
load(${JSON.stringify(entry)})})();void 0;
`;
