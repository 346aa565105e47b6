import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The manifest as the stores get it. */
function manifestOf(browser: 'chrome' | 'firefox'): Record<string, unknown> {
  const out = `contract-${browser}`;
  execFileSync(process.execPath, [path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', browser], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, SECOND_GLANCE_OUT: out, SECOND_GLANCE_EXTRA_HOSTS: '', SECOND_GLANCE_FAULTS: '' },
  });
  return JSON.parse(readFileSync(path.join(root, '.output', out, 'manifest.json'), 'utf8'));
}

describe.each(['chrome', 'firefox'] as const)('%s', (browser) => {
  // A build of its own: on a busy machine that alone took more than a minute.
  test('permissions, hosts and everything else that a store asks about', { timeout: 600_000 }, async () => {
    const { version: _version, ...manifest } = manifestOf(browser);
    expect(manifest['web_accessible_resources']).toBeUndefined();
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(`manifest.${browser}.json`);
  });
});
