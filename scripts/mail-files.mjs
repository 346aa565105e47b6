/**
 * Mail files in Node, read by the extension's own code: text, HTML and MIME messages.
 * HTML is parsed by parse5, which builds the tree that a browser would build.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import PostalMime from 'postal-mime';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Loads a TypeScript module of this repository, by its path from the root. */
export async function loadModule(path) {
  const { module } = await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' });
  return module;
}

/** The body of an HTML document as the nodes that `mail/thread/markup` walks. */
export function markupOf(html) {
  const linked = (node, parent) => ({
    nodeType: node.nodeName === '#text' ? 3 : node.tagName ? 1 : 8,
    nodeName: node.nodeName,
    nodeValue: node.nodeName === '#text' ? node.value : null,
    firstChild: null,
    nextSibling: null,
    parentNode: parent,
    attributes: node.attrs ? new Map(node.attrs.map(({ name, value }) => [name, value])) : null,
    getAttribute(name) {
      return this.attributes?.get(name) ?? null;
    },
  });
  const documentNode = parse(html);
  const top = linked(documentNode, null);
  const open = [[documentNode, top]];
  while (open.length > 0) {
    const [source, target] = open.pop();
    let last = null;
    for (const child of source.childNodes ?? []) {
      const node = linked(child, target);
      if (last) last.nextSibling = node;
      else target.firstChild = node;
      last = node;
      open.push([child, node]);
    }
  }
  return top;
}

export function finish(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Makes the readers of the extension ready; each takes what a file holds and gives `{ thread, authored, quoteStart, text }`. */
export async function threadReaders() {
  const { plainText, readThread } = await loadModule('mail/thread.ts');
  const { flatten } = await loadModule('mail/thread/markup.ts');
  const readText = (text) => ({ ...finish(readThread(plainText(text), { carried: [], hidden: [] }, true)), text });
  const flat = (html) => finish(flatten(markupOf(html)));
  const readHtml = (html) => {
    const source = flat(html);
    return { ...finish(readThread(source, source, source.whole)), text: source.text };
  };
  const readMail = async (bytes) => {
    const mail = await PostalMime.parse(bytes);
    const html = mail.html ? readHtml(mail.html) : null;
    // An HTML part with less than half of the words is a placeholder.
    return html && html.text.length * 2 >= (mail.text ?? '').length ? html : readText(mail.text ?? '');
  };
  return { readText, readHtml, readMail, flat };
}

const looksLikeMail = (text) =>
  /^(?:message-id|received|return-path|delivered-to|mime-version|x-[\w-]+|date|from|to|subject|envelope-to|dkim-signature):? /i.test(text) &&
  /^(?:message-id|mime-version|received):/im.test(text.split(/\r?\n\r?\n/, 1)[0]);
const looksLikeHtml = (text) => /^\s*(?:<!doctype html|<html|<head|<body|<div|<meta|<table|<p[\s>])/i.test(text);

/** UTF-8 where it is, otherwise Windows-1252, which every old mail file can be read as. */
export function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads one file by its kind: `.eml`, `.html`, or text; a file without a telling name is looked into. */
export async function readFileAsThread(readers, path) {
  const bytes = await readFile(path);
  const kind = extname(path).toLowerCase();
  if (kind === '.eml' || kind === '.msg') return readers.readMail(bytes);
  const text = decode(bytes);
  if (kind === '.html' || kind === '.htm' || (kind !== '.txt' && looksLikeHtml(text))) return readers.readHtml(text);
  return looksLikeMail(text) ? readers.readMail(bytes) : readers.readText(text);
}

/** Files of a folder, all the way down, in order of their names; a file stands for itself. */
export async function* filesUnder(path) {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

/** Test data that lies beside a clone, or `null`. */
export async function sharedFolder(path) {
  for (const base of [join(root, '../shared'), join(root, '../../shared')]) {
    const folder = join(base, path);
    if (
      await stat(folder).then(
        () => true,
        () => false,
      )
    )
      return folder;
  }
  return null;
}
