import { existsSync, realpathSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chromiumFlags, findChromium } from './scripts/find-browser.mjs';

const executablePath = await findChromium();
/** See tests/fuzz/support.ts. A fixed seed in short runs: a commit must not fail for what another one did. */
const fuzz = { seconds: Number(process.env['SECOND_GLANCE_FUZZ_SECONDS'] ?? 0), seed: Number(process.env['SECOND_GLANCE_FUZZ_SEED'] ?? 20_261_121) };

/** Tests that set policies of the whole machine, which the extension of every other end-to-end test would read: never beside those. */
const machineWide = ['tests/e2e/policy.test.ts', 'tests/e2e/firefox-policy.test.ts'];

/**
 * How long a wait for a condition may take before it has failed, in milliseconds: many times what it takes, since a busy machine
 * must not fail a test. Nothing waits this long that succeeds.
 */
const patience = 30_000;
/** As many files at once as the smallest machine has processors; by itself Vitest leaves one free. */
const atOnce = { maxWorkers: 2 };
/** End-to-end tests wait a third of their time: for a pause in typing, for a server, for a window that opens. */
const moreAtOnce = { maxWorkers: 3 };

/**
 * The longest first (project by project, as measured 2026-11), so that nobody waits at the end for one that began late. A fresh clone knows no durations,
 * and Vitest goes by the size of files, which says little.
 */
const longest = [
  'e2e/roundcube',
  'e2e/faults',
  'e2e/hostile',
  'e2e/firefox',
  'e2e/horde',
  'e2e/practice',
  'e2e/frames',
  'e2e/robustness',
  'e2e/start',
  'e2e/bad-input',
  'e2e/meeting',
  'e2e/sites',
  'contracts/manifest',
  'components/options',
  'components/examples',
  'sites/unseen',
  'components/nudge-card',
  'components/everyone',
  'page/compose-mutations',
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    const placeOf = ({ project, moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.includes(`/tests/${name}.test.`));
      return projects.indexOf(project) * (longest.length + 1) + (place === -1 ? longest.length : place);
    };
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
const waits = { testTimeout: 4 * patience, expect: { poll: { timeout: patience } } };

/**
 * Files share a worker: loading the same modules for each anew took a third of all time. Not so pages: what one file leaves in a document, the next would find.
 * Files that put another browser under platform/ need its modules anew, each its own.
 */
const shared = { isolate: false };
const withOwnModules = ['tests/platform/**/*.test.ts', 'tests/contracts/deploy.test.ts', 'tests/fuzz/storage-and-messages.test.ts'];

const endToEnd = { ...shared, environment: 'node', globalSetup: ['tests/e2e/support/build.ts'], ...waits, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'pure',
          environment: 'node',
          include: ['tests/{core,mail,rules,guidance,contracts,scripts,corpus,fuzz}/**/*.test.ts'],
          exclude: withOwnModules,
          provide: { fuzz },
          ...shared,
          ...atOnce,
          ...waits,
        },
      },
      { test: { name: 'platform', environment: 'node', ...atOnce, include: withOwnModules, provide: { fuzz }, ...waits } },
      {
        plugins: [preact()],
        // Saved pages of real sites lie beside the repository; tests that use them are skipped where they are absent.
        server: { fs: { allow: ['.', ...(existsSync('../shared') ? [realpathSync('../shared')] : [])] } },
        optimizeDeps: {
          include: ['preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'punycode/punycode.es6.js', 'axe-core', 'fast-check'],
        },
        test: {
          name: 'page',
          provide: { fuzz },
          ...atOnce,
          ...waits,
          include: ['tests/{page,sites,components,engine}/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: [...chromiumFlags] } }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        test: {
          ...endToEnd,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: machineWide,
          ...moreAtOnce,
          sequence: { groupOrder: 1 },
        },
      },
      // Beside the pages and pure tests, which have no extension that a policy could be for; at the end each would leave a processor idle.
      { test: { ...endToEnd, name: 'machine', include: machineWide, ...atOnce } },
    ],
  },
});
