/**
 * Serves the practice mailbox and the practice meeting on loopback, under a strict content security policy as real webmail has.
 * `node scripts/practice-server.mjs [port]` runs it alone.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '..', 'practice');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8' };

/** The headers of every practice page. Inline style attributes are allowed, because quoted mail is full of them. */
export const practiceHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' blob: mediastream:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types practice",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/**
 * One practice file by the path of its address; a folder gives its `index.html`.
 * @param {string} address path of a URL, such as `/mailbox/`
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: Buffer }>}
 */
export async function practiceFile(address) {
  let wanted = '';
  try {
    wanted = decodeURIComponent(address);
  } catch {
    // Not an address of ours; answered with 404 below.
  }
  const file = path.join(root, path.normalize(wanted.endsWith('/') ? `${wanted}index.html` : wanted));
  const type = types[path.extname(file)];
  if (type && file.startsWith(root + path.sep)) {
    try {
      return { status: 200, headers: { ...practiceHeaders, 'content-type': type }, body: await readFile(file) };
    } catch {
      // There is no such file; answered with 404 below.
    }
  }
  return { status: 404, headers: { ...practiceHeaders, 'content-type': 'text/plain' }, body: Buffer.from('There is no such page here.') };
}

/**
 * @param {number} [port] 0 takes a free one
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the address without a slash at its end
 */
export async function startPracticeServer(port = 0) {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await practiceFile(new URL(request.url ?? '/', 'http://practice').pathname);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startPracticeServer(Number(process.argv[2] ?? 0));
  console.log(`Practice pages at ${url}`);
}
