/**
 * A real Roundcube on loopback: Debian's roundcube and dovecot, PHP's own web server, SQLite, and our SMTP sink.
 * Everything is in one temporary folder and on free ports, so several can run beside each other, and nothing of the system's own configuration is used or changed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianPackages, installFromDebian } from '../../scripts/debian.mjs';
import { asUser, giveAway, logs, prepareDovecot, startDovecot } from './dovecot';
import { freePort, listening, type Running, startProcess } from './process';
import { accounts, roundcubeSql } from './seed';
import { type Sent, startSink } from './sink';

export interface Roundcube {
  readonly url: string;
  readonly accounts: typeof accounts;
  readonly controlUrl: string;
  messages(): readonly Sent[];
  clear(): void;
  stop(): Promise<void>;
}

const publicFolder = '/var/lib/roundcube/public_html';
const programFolder = '/usr/share/roundcube';
const debianConfig = '/etc/roundcube';

function installed(): boolean {
  const there = () => [publicFolder, programFolder, '/usr/sbin/dovecot', '/usr/bin/php'].every((file) => existsSync(file));
  return there() || (installFromDebian(debianPackages.roundcube) && there());
}

function roundcubeConfig(folder: string, imapPort: number, smtpPort: number): string {
  const settings: Record<string, string | number | boolean | readonly string[]> = {
    db_dsnw: `sqlite:///${folder}/roundcube.db?mode=0640`,
    imap_host: `127.0.0.1:${imapPort}`,
    smtp_host: `127.0.0.1:${smtpPort}`,
    smtp_user: '%u',
    smtp_pass: '%p',
    des_key: 'practice-only-24-letters',
    product_name: 'Practice Roundcube',
    temp_dir: `${folder}/temp`,
    log_dir: `${folder}/logs`,
    plugins: ['archive'],
    skin: 'elastic',
    language: 'en_GB',
    enable_spellcheck: false,
    htmleditor: 1,
    reply_mode: 1,
    show_images: 1,
    drafts_mbox: 'Drafts',
    sent_mbox: 'Sent',
    trash_mbox: 'Trash',
    junk_mbox: 'Junk',
    create_default_folders: false,
    session_lifetime: 600,
    // PHP locks a session while a request works on it. Roundcube's own storage lets two requests overwrite each other, which loses a compose that was just begun.
    session_storage: 'php',
    login_rate_limit: 1000,
  };
  const php = (value: string | number | boolean | readonly string[]): string =>
    Array.isArray(value) ? `[${value.map(php).join(', ')}]` : typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value);
  return `<?php\n$config = [];\n${Object.entries(settings)
    .map(([name, value]) => `$config['${name}'] = ${php(value)};\n`)
    .join('')}`;
}

/** Starts it, seeded and ready to log in; or says in one sentence why it cannot be had here. */
export async function startRoundcube(): Promise<Roundcube | { readonly unavailable: string }> {
  if (!installed())
    return {
      unavailable:
        'Roundcube is not here: it needs Debian, and root or a sudo without password to install its packages (or: sudo apt-get install roundcube roundcube-sqlite3 dovecot-imapd php-cli).',
    };
  const folder = await mkdtemp(path.join(tmpdir(), 'second-glance-roundcube-'));
  const running: Running[] = [];
  const sink = await startSink();
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await chmod(folder, 0o755);
    for (const name of ['config', 'temp', 'logs', 'sessions']) await mkdir(path.join(folder, name));
    const [imapPort, httpPort] = [await freePort(), await freePort()];
    for (const name of ['defaults.inc.php', 'mimetypes.php']) await copyFile(path.join(debianConfig, name), path.join(folder, 'config', name));
    await writeFile(path.join(folder, 'config', 'config.inc.php'), roundcubeConfig(folder, imapPort, sink.port));
    await prepareDovecot(folder, imapPort);
    const initial = readFileSync(path.join(programFolder, 'SQL', 'sqlite.initial.sql'), 'utf8');
    execFileSync('php', ['-r', `(new PDO('sqlite:${folder}/roundcube.db'))->exec(stream_get_contents(STDIN));`], { input: `${initial}\n${roundcubeSql()}` });
    giveAway(folder);

    running.push(startDovecot(folder));
    const php = [
      ...['-d', 'upload_max_filesize=25M', '-d', 'post_max_size=26M', '-d', 'memory_limit=256M', '-d', `session.save_path=${folder}/sessions`],
      ...['-S', `127.0.0.1:${httpPort}`, '-t', publicFolder],
    ];
    running.push(
      startProcess(...asUser('php', php), {
        env: { ROUNDCUBE_CONFIG_DIR: path.join(folder, 'config'), PHP_CLI_SERVER_WORKERS: '4' },
        log: path.join(folder, 'php.log'),
        remove: folder,
      }),
    );
    await listening(imapPort, path.join(folder, 'dovecot-start.log'));
    await listening(httpPort, path.join(folder, 'php.log'));
    const url = `http://127.0.0.1:${httpPort}`;
    const page = await (await fetch(`${url}/`)).text();
    if (!page.includes('rcmloginuser')) throw new Error(`Roundcube shows no login:\n${logs(folder)}`);
    return { url, accounts, controlUrl: sink.controlUrl, messages: sink.messages, clear: sink.clear, stop };
  } catch (error) {
    const why = logs(folder);
    await stop();
    throw new Error(`Roundcube did not start: ${String(error)}\n${why}`);
  }
}
