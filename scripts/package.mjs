/**
 * `npm run package`: the store packages, the source that makes them again, and their checksums, in `.output/packages`.
 * `npm run package -- --verify`: unpacks that source elsewhere, builds it as a store's reviewer would, and compares every byte.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { archiveOf, contentOf, filesIn } from './archive.mjs';
import { buildExtension } from './practice-build.mjs';

const root = path.join(import.meta.dirname, '..');
const out = path.join(root, '.output', 'packages');
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const browsers = /** @type {const} */ (['chrome', 'firefox']);
/** @param {string} kind */
const nameOf = (kind) => `second-glance-${version}-${kind}.zip`;

async function pack() {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const browser of browsers) {
    const folder = await buildExtension(`package-${browser}`, { browser, hosts: [], env: { SECOND_GLANCE_FAULTS: '' } });
    await writeFile(path.join(out, nameOf(browser)), archiveOf(await filesIn(folder)));
  }
  // The unpacked source has no history; what it makes is compared, it need not pack itself.
  if (existsSync(path.join(root, '.git'))) {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
    await writeFile(path.join(out, nameOf('source')), archiveOf(await contentOf(root, tracked)));
  }
  const sums = await sumsOf(out);
  await writeFile(path.join(out, 'SHA256SUMS'), sums.map(([name, sum]) => `${sum}  ${name}\n`).join(''));
  for (const [name, sum] of sums) console.log(`${sum.slice(0, 16)}…  ${name}`);
}

/** @param {string} folder @returns {Promise<[string, string][]>} */
async function sumsOf(folder) {
  const packages = Object.entries(await filesIn(folder)).filter(([name]) => name.endsWith('.zip'));
  return packages.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
}

async function verify() {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'second glance source '));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(path.join(out, nameOf('source')))))) {
      const file = path.join(elsewhere, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const npm = (/** @type {string[]} */ ...args) => execFileSync('npm', args, { cwd: elsewhere, stdio: ['ignore', 'ignore', 'inherit'] });
    npm('ci', '--no-audit', '--no-fund');
    npm('run', 'package');
    const made = new Map(await sumsOf(path.join(elsewhere, '.output', 'packages')));
    const different = (await sumsOf(out)).filter(([name, sum]) => name !== nameOf('source') && made.get(name) !== sum);
    if (different.length > 0) throw new Error(`Not the same bytes: ${different.map(([name]) => name).join(', ')}`);
    console.log('Built from the source package elsewhere: the same bytes.');
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

await pack();
if (process.argv.includes('--verify')) await verify();
