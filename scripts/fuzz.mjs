/**
 * `npm run fuzz [-- --minutes=10] [--seed=N] [PART…]`: made-up address lists, threads, settings, packs, policies, messages and pages, for a long time.
 * Each property gets an equal share of the time. The seed is printed: the same seed makes the same cases. PART is a part of a test file's name.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const given = process.argv.slice(2);
const option = (name, fallback) => Number(given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const parts = given.filter((one) => !one.startsWith('--'));
const minutes = option('minutes', 10);
const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
/** Properties in `tests/fuzz` and `tests/page/shapes-fuzz.test.ts`; a wrong number only makes the run longer or shorter. */
const properties = 10;
const seconds = Math.max(1, Math.round((minutes * 60) / properties));

console.log(
  `Seed ${seed}, ${seconds} seconds for each property. Again: npm run fuzz -- --minutes=${minutes} --seed=${seed}${parts.map((part) => ` ${part}`).join('')}`,
);
const files = parts.length > 0 ? parts : ['tests/fuzz', 'tests/page/shapes-fuzz.test.ts'];
const vitest = path.join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--project', 'pure', '--project', 'page', ...files], {
  stdio: 'inherit',
  env: { ...process.env, SECOND_GLANCE_FUZZ_SECONDS: String(seconds), SECOND_GLANCE_FUZZ_SEED: String(seed) },
});
child.once('close', (code) => {
  process.exitCode = code ?? 1;
});
