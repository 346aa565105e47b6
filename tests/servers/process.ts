/** Runs a server as a child that cannot outlive us, whatever happens to us. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

export interface Running {
  /** Ends the server and everything that it started; resolves when all of it is gone. */
  stop(): Promise<void>;
}

/** A port on loopback that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/**
 * The watcher holds the other end of a pipe. When we stop the server, or die without a word, the pipe ends and the watcher ends the whole process group.
 */
const underWatch = `(
  trap : TERM
  read -r _ <&3
  kill -TERM 0
  for wait in 1 2 3 4 5 6 7 8 9 10; do sleep 0.2; done
  [ -n "$REMOVE_AT_END" ] && rm -rf "$REMOVE_AT_END"
  kill -KILL 0
) & exec "$@" 3<&-`;

interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly log: string;
  /** A folder that goes when the server goes, also after a crash of ours. */
  readonly remove?: string;
}

export function startProcess(command: string, args: readonly string[], options: StartOptions): Running {
  const log = openSync(options.log, 'a');
  const child = spawn('/bin/sh', ['-c', underWatch, command, command, ...args], {
    detached: true,
    env: { ...process.env, ...options.env, REMOVE_AT_END: options.remove ?? '' },
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  const pipe = child.stdio[3];
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    async stop() {
      pipe?.destroy();
      await ended;
    },
  };
}

/** Waits until something listens on a port of loopback; fails with the end of the log. */
export async function listening(port: number, log: string, patience = 20_000): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      }).once('error', () => resolve(false));
    });
    if (open) return;
    if (Date.now() > until) throw new Error(`Nothing listens on port ${port}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
