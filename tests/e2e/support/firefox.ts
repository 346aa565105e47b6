/**
 * Drives a real Firefox over Marionette, its own remote protocol (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html):
 * Playwright cannot use a system's Firefox, and Marionette can install an unpacked extension and see into its own windows.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../servers/process';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Quiet on the network, and a camera that is a test picture. */
const preferences: Readonly<Record<string, Json>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  // An unpacked extension goes with the browser; what it stored stays.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Messages are `[type, id, name, parameters]` as JSON, each behind its length in bytes and a colon. */
class Connection {
  private rest = Buffer.alloc(0);
  private last = 0;
  private readonly waiting = new Map<number, { resolve(value: Json): void; reject(error: Error): void }>();

  constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Firefox has closed the connection.'));
    });
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const colon = this.rest.indexOf(':');
      const length = Number(this.rest.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.rest.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(this.rest.subarray(colon + 1, colon + 1 + length).toString());
      this.rest = this.rest.subarray(colon + 1 + length);
      // The greeting is an object; answers are lists.
      if (Array.isArray(message)) this.answer(message);
    }
  }

  private answer([, id, error, result]: unknown[]): void {
    const asked = this.waiting.get(Number(id));
    this.waiting.delete(Number(id));
    if (error) asked?.reject(new Error(JSON.stringify(error)));
    else asked?.resolve(result as Json);
  }

  ask(name: string, parameters: Json = {}): Promise<Json> {
    this.last += 1;
    const id = this.last;
    const text = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  end(): void {
    this.socket.destroy();
  }
}

async function connected(port: number, child: ChildProcess): Promise<Socket> {
  const until = Date.now() + 60_000;
  for (;;) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const attempt = connect(port, '127.0.0.1', () => resolve(attempt)).once('error', () => resolve(null));
    });
    if (socket) return socket;
    if (child.exitCode !== null || Date.now() > until) throw new Error('Firefox did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export interface Firefox {
  goto(url: string): Promise<void>;
  /** Runs a function body in the page (`return …`), with `arguments`. */
  inPage(body: string, ...parameters: readonly Json[]): Promise<Json>;
  /** The same with the browser's own rights, which see into closed shadow roots (`openOrClosedShadowRoot`). */
  asSystem(body: string, ...parameters: readonly Json[]): Promise<Json>;
  click(css: string): Promise<void>;
  type(css: string, text: string): Promise<void>;
  /** Asks again until the answer is truthy. */
  until(what: string, ask: () => Promise<Json>): Promise<Json>;
  /** The extension's own address. */
  readonly extensionUrl: string;
  stop(): Promise<void>;
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const enter = '\ue007';

/**
 * Starts Firefox with the unpacked extension in `folder`.
 * @param kept a folder for the profile that outlives this Firefox, with what the extension stored; its owner removes it
 */
export async function startFirefox(executable: string, folder: string, addonId: string, kept: string | null = null): Promise<Firefox> {
  const profile = kept ?? (await mkdtemp(path.join(tmpdir(), 'second-glance-firefox-')));
  const port = await freePort();
  const uuid = '0b7a1c5e-5ec0-4d91-a9ce-5ec09d91a9ce';
  const all: Record<string, Json> = { ...preferences, 'marionette.port': port, 'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }) };
  await writeFile(
    path.join(profile, 'user.js'),
    Object.entries(all)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawn(executable, ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 8000);
    await ended;
    clearTimeout(late);
    if (kept === null) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const connection = new Connection(await connected(port, child));
    await connection.ask('WebDriver:NewSession', {});
    await connection.ask('Addon:Install', { path: folder, temporary: true });
    const run = async (script: string, parameters: readonly Json[], sandbox: string | null = null): Promise<Json> => {
      const answer = await connection.ask('WebDriver:ExecuteScript', { script, args: parameters, sandbox });
      return (answer as { value: Json }).value;
    };
    const find = async (css: string): Promise<string> => {
      const answer = (await connection.ask('WebDriver:FindElement', { using: 'css selector', value: css })) as { value: Record<string, string> };
      return answer.value[elementKey] ?? '';
    };
    return {
      extensionUrl: `moz-extension://${uuid}`,
      goto: async (url) => void (await connection.ask('WebDriver:Navigate', { url })),
      inPage: (body, ...parameters) => run(body, parameters),
      asSystem: (body, ...parameters) => run(body, parameters, 'system'),
      click: async (css) => void (await connection.ask('WebDriver:ElementClick', { id: await find(css) })),
      type: async (css, text) => void (await connection.ask('WebDriver:ElementSendKeys', { id: await find(css), text: text.replace(/\n/g, enter) })),
      async until(what, ask) {
        const limit = Date.now() + 20_000;
        for (;;) {
          const answer = await ask();
          if (answer) return answer;
          if (Date.now() > limit) throw new Error(`Waited in vain for ${what}.`);
          await new Promise((resolve) => setTimeout(resolve, 80));
        }
      },
      async stop() {
        connection.end();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
