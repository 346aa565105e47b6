/**
 * For one test build only (SECOND_GLANCE_FAULTS=1): every function of our modules throws while the page's root element names its module
 * in `data-second-glance-fault`. Store builds never contain it.
 */
import path from 'node:path';
import MagicString from 'magic-string';

const folders = /^(core|mail|rules|guidance|sites|page|components|engine|platform|entrypoints)\//;
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** @returns {import('vite').Plugin} */
export function faultPlugin(root) {
  return {
    name: 'second-glance-faults',
    enforce: 'post',
    transform(code, id) {
      const module = path.relative(root, id.split('?')[0]).replaceAll('\\', '/');
      if (!folders.test(module) || !/\.tsx?$/.test(module)) return null;
      const check = `globalThis.document?.documentElement?.getAttribute("data-second-glance-fault") === ${JSON.stringify(module)}`;
      // The mark tells a test that the fault was met, so that it cannot pass by never having run the module.
      const fault = `(() => { if (${check}) { document.documentElement.setAttribute("data-second-glance-fault-met", ""); throw new Error("fault") } })()`;
      const text = new MagicString(code);
      const visit = (node) => {
        if (!node || typeof node !== 'object') return;
        if (Array.isArray(node)) {
          for (const item of node) visit(item);
          return;
        }
        if (functions.has(node.type) && node.body) {
          if (node.body.type === 'BlockStatement') text.appendRight(node.body.start + 1, `${fault};`);
          else {
            text.appendRight(node.body.start, `(${fault}, `);
            text.appendLeft(node.body.end, ')');
          }
        }
        for (const [key, value] of Object.entries(node)) if (key !== 'parent' && typeof value === 'object') visit(value);
      };
      visit(this.parse(code));
      return { code: text.toString(), map: null };
    },
  };
}
