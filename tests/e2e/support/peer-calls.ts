/**
 * A meeting app by other people, for calls between two browsers: peer-calls 3.0.21 (npm, MIT), which Second Glance has no description of.
 * It is old, so it stays apart from the project's packages: installed into `.cache` when it is first asked for, and bound to loopback.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';

const given = path.resolve(import.meta.dirname, '../peer-calls');
const folder = path.resolve(import.meta.dirname, '../../../.cache/peer-calls');
const program = path.join(folder, 'node_modules', 'peer-calls', 'lib', 'index.js');

export interface PeerCalls {
  readonly url: string;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });

/** Puts the app where it can be started. @returns why it cannot be had, or `null` */
export async function installPeerCalls(): Promise<string | null> {
  if (existsSync(program)) return null;
  try {
    await mkdir(folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) await copyFile(path.join(given, file), path.join(folder, file));
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0'], { cwd: folder, stdio: 'ignore', timeout: 90_000 });
    const code = await ended(npm);
    return code === 0 && existsSync(program) ? null : `npm ci of peer-calls ended with ${code}`;
  } catch (error) {
    return `peer-calls cannot be installed: ${String(error)}`;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

/** Starts the app's server on loopback; ready when it says so. */
export async function startPeerCalls(): Promise<PeerCalls> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), BIND: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const over = ended(child);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Listening on')) resolve();
    });
    void over.then(() => reject(new Error(`peer-calls ended early: ${said}`)), reject);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await over;
    },
  };
}
