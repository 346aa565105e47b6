/** Builds for Firefox and runs the add-on store's linter on the result; errors fail, warnings must be on the list below with a reason. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const out = path.join('.output', 'lint-firefox');

/** Warnings that we accept, by code, each with its reason. */
const accepted = new Map([
  ['UNSAFE_VAR_ASSIGNMENT', 'Preact sets innerHTML only for dangerouslySetInnerHTML, which our lint forbids'],
  [
    'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    'Second Glance is not offered for Firefox on Android, which knows the declaration of data collection from 142 on',
  ],
]);

execFileSync(bin('wxt'), ['build', '-b', 'firefox'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SECOND_GLANCE_OUT: 'lint-firefox', SECOND_GLANCE_EXTRA_HOSTS: '' },
});
let report;
try {
  report = JSON.parse(
    execFileSync(bin('web-ext'), ['lint', '--source-dir', out, '--output', 'json', '--no-config-discovery'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    }).toString(),
  );
} catch (error) {
  report = JSON.parse(String(error.stdout));
}
const warnings = report.warnings.filter(({ code }) => !accepted.has(code));
for (const { code, message, file } of [...report.errors, ...warnings]) console.error(`${code} ${file ?? ''}: ${message}`);
console.log(`store linter: ${report.errors.length} errors, ${warnings.length} warnings, ${report.warnings.length - warnings.length} accepted`);
process.exit(report.errors.length + warnings.length > 0 ? 1 : 0);
