/**
 * `npm run fuzz [-- --minutes=10] [--seed=N] [PART…]`: made-up address lists, threads, settings, packs, policies, messages and pages, for a long time.
 * Each property gets an equal share of the time, one after the other. The seed is printed: the same seed makes the same cases. PART is a part of a test
 * file's name.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

const given = process.argv.slice(2);
const option = (name, fallback) => Number(given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const parts = given.filter((one) => !one.startsWith('--'));
const minutes = option('minutes', 10);
const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
const root = path.join(import.meta.dirname, '..');
const tests = path.join(root, 'tests');
const wanted = (await readdir(tests, { recursive: true }))
  .map((file) => `tests/${file.split(path.sep).join('/')}`)
  .filter((file) => /^tests\/fuzz\/.*\.test\.ts$|-fuzz\.test\.ts$/.test(file))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
if (wanted.length === 0) throw new Error(`No file of made-up cases has ${parts.join(' or ')} in its name.`);
const properties = wanted.reduce((count, file) => count + readFileSync(path.join(root, file), 'utf8').split(/^fuzz\(/m).length - 1, 0);
const seconds = Math.max(1, Math.round((minutes * 60) / properties));

console.log(
  `Seed ${seed}, ${properties} properties, ${seconds} seconds for each. Again: npm run fuzz -- --minutes=${minutes} --seed=${seed}${parts.map((part) => ` ${part}`).join('')}`,
);
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--maxWorkers=1', '--project', 'pure', '--project', 'platform', '--project', 'page', ...wanted], {
  stdio: 'inherit',
  env: { ...process.env, SECOND_GLANCE_FUZZ_SECONDS: String(seconds), SECOND_GLANCE_FUZZ_SEED: String(seed) },
});
child.once('close', (code) => {
  process.exitCode = code ?? 1;
});
