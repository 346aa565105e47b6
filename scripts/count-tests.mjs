/**
 * `node scripts/count-tests.mjs RESULTS FAILED`: prints "N passed, N failed" from Vitest's JSON report, and ends with the right exit code.
 * FAILED is 1 when an earlier step failed. A test file that could not even be loaded counts as one failed test.
 */
import { readFileSync } from 'node:fs';

const [file = '', earlier = '0'] = process.argv.slice(2);

/** @returns {{ passed: number, failed: number }} */
function count() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + unloaded };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = count();
const whole = failed === 0 && earlier !== '0' ? 1 : failed;
console.log(`${passed} passed, ${whole} failed`);
process.exitCode = whole === 0 ? 0 : 1;
