/** Builds the extension for practice and tests: with loopback among its hosts, in a folder of its own beside the store builds. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** Hosts that store builds do not have. A match pattern without port covers every port. */
export const practiceHosts = ['http://127.0.0.1/*'];

/**
 * @param {string} name folder below `.output`
 * @param {{ browser?: 'chrome' | 'firefox', hosts?: readonly string[], env?: Record<string, string> }} [options]
 * @returns {Promise<string>} the folder of the unpacked extension; fails with what the build said
 */
export async function buildExtension(name, { browser = 'chrome', hosts = practiceHosts, env = {} } = {}) {
  const wxt = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const child = spawn(process.execPath, [wxt, 'build', '-b', browser, '--mv3'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env, SECOND_GLANCE_EXTRA_HOSTS: hosts.join(','), SECOND_GLANCE_OUT: name },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The extension could not be built:\n${said}`);
  return path.join(root, '.output', name);
}
