/**
 * A webmail written in PHP on loopback: Debian's dovecot, PHP's own web server, and our SMTP sink.
 * Everything is in one temporary folder and on free ports, so several can run beside each other, and nothing of the system's own configuration is used or changed.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianPackages, installFromDebian } from '../../scripts/debian.mjs';
import { asUser, giveAway, logs, prepareDovecot, startDovecot } from './dovecot';
import { freePort, listening, type Running, startProcess } from './process';
import { accounts } from './seed';
import { type Sent, startSink } from './sink';

export interface Webmail {
  readonly url: string;
  readonly accounts: typeof accounts;
  readonly controlUrl: string;
  messages(): readonly Sent[];
  clear(): void;
  stop(): Promise<void>;
}

/** Where a server's parts listen. */
export interface Ports {
  readonly http: number;
  readonly imap: number;
  readonly smtp: number;
}

/** What a program needs from PHP. */
interface Program {
  /** Options of PHP. */
  readonly flags: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The folder that is served. */
  readonly webRoot: string;
}

interface WebmailParts {
  readonly name: string;
  readonly packages: keyof typeof debianPackages;
  /** Files by which it is known to be installed. */
  readonly files: readonly string[];
  /** What to install by hand, and on what. */
  readonly byHand: string;
  /** Path below the server's address. */
  readonly path: string;
  /** Its login page below that, and something that only this page holds. */
  readonly login: readonly [page: string, sign: string];
  prepare(folder: string, ports: Ports): Promise<Program>;
  /** Runs when everything belongs to the server's user, before it starts. */
  beforeStart?(folder: string, program: Program): void;
}

/** Something to be written into a configuration file of PHP. */
export type Setting = string | number | boolean | readonly string[] | { readonly [key: string]: Setting };

export const php = (value: Setting): string => {
  if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&')}'`;
  if (typeof value !== 'object') return String(value);
  const pairs = Array.isArray(value) ? value.map(php) : Object.entries(value).map(([key, inner]) => `'${key}' => ${php(inner)}`);
  return `[${pairs.join(', ')}]`;
};

/** A configuration file that fills the array `$name`. */
export const configuration = (name: string, settings: Readonly<Record<string, Setting>>): string =>
  `<?php\n${Object.entries(settings)
    .map(([key, value]) => `$${name}['${key}'] = ${php(value)};\n`)
    .join('')}`;

const serving = ['/usr/sbin/dovecot', '/usr/bin/php'];
/** Serves files as other web servers do: with their type, to be kept. PHP's own would send each of them again for every page. */
const router = `<?php
$file = $_SERVER['DOCUMENT_ROOT'] . rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$types = [
  'js' => 'text/javascript', 'css' => 'text/css', 'svg' => 'image/svg+xml', 'png' => 'image/png', 'gif' => 'image/gif', 'jpg' => 'image/jpeg',
  'ico' => 'image/x-icon', 'woff' => 'font/woff', 'woff2' => 'font/woff2',
];
$type = $types[strtolower(pathinfo($file, PATHINFO_EXTENSION))] ?? null;
if ($type === null || !is_file($file)) return false;
header("Content-Type: $type");
header('Cache-Control: max-age=3600');
readfile($file);
`;
const limits = ['-d', 'upload_max_filesize=25M', '-d', 'post_max_size=26M', '-d', 'memory_limit=256M'];

function installed({ packages, files }: WebmailParts): boolean {
  const there = () => [...files, ...serving].every((file) => existsSync(file));
  return there() || (installFromDebian(debianPackages[packages]) && there());
}

/** Starts it, seeded and ready to log in; or says in one sentence why it cannot be had here. */
export async function startWebmail(parts: WebmailParts): Promise<Webmail | { readonly unavailable: string }> {
  const { name } = parts;
  if (!installed(parts)) return { unavailable: `${name} is not here: it needs ${parts.byHand}` };
  const folder = await mkdtemp(path.join(tmpdir(), `second-glance-${name.toLowerCase()}-`));
  const running: Running[] = [];
  const sink = await startSink();
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await chmod(folder, 0o755);
    for (const inner of ['temp', 'logs', 'sessions']) await mkdir(path.join(folder, inner));
    const ports = { imap: await freePort(), http: await freePort(), smtp: sink.port };
    await prepareDovecot(folder, ports.imap);
    const program = await parts.prepare(folder, ports);
    await writeFile(path.join(folder, 'router.php'), router);
    giveAway(folder);
    parts.beforeStart?.(folder, program);
    running.push(startDovecot(folder));
    const php = [
      ...limits,
      '-d',
      `session.save_path=${folder}/sessions`,
      ...program.flags,
      '-S',
      `127.0.0.1:${ports.http}`,
      '-t',
      program.webRoot,
      `${folder}/router.php`,
    ];
    running.push(
      startProcess(...asUser('php', php), {
        env: { ...program.env, PHP_CLI_SERVER_WORKERS: '4' },
        log: path.join(folder, 'server.log'),
        remove: folder,
      }),
    );
    await listening(ports.imap, path.join(folder, 'dovecot-start.log'));
    await listening(ports.http, path.join(folder, 'server.log'));
    const url = `http://127.0.0.1:${ports.http}${parts.path}`;
    const [login, sign] = parts.login;
    if (!(await (await fetch(`${url}/${login}`)).text()).includes(sign)) throw new Error(`${name} shows no login.`);
    return { url, accounts, controlUrl: sink.controlUrl, messages: sink.messages, clear: sink.clear, stop };
  } catch (error) {
    const why = logs(folder);
    await stop();
    throw new Error(`${name} did not start: ${String(error)}\n${why}`);
  }
}
