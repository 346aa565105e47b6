/** A real Roundcube: Debian's, with SQLite. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { roundcubeSql } from './seed';
import { configuration, type Ports, startWebmail, type Webmail } from './webmail';

const publicFolder = '/var/lib/roundcube/public_html';
const programFolder = '/usr/share/roundcube';
const debianConfig = '/etc/roundcube';

const roundcubeConfig = (folder: string, { imap, smtp }: Ports): string =>
  configuration('config', {
    db_dsnw: `sqlite:///${folder}/roundcube.db?mode=0640`,
    imap_host: `127.0.0.1:${imap}`,
    smtp_host: `127.0.0.1:${smtp}`,
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
  });

async function prepare(folder: string, ports: Ports) {
  await mkdir(path.join(folder, 'config'));
  for (const name of ['defaults.inc.php', 'mimetypes.php']) await copyFile(path.join(debianConfig, name), path.join(folder, 'config', name));
  await writeFile(path.join(folder, 'config', 'config.inc.php'), roundcubeConfig(folder, ports));
  const initial = readFileSync(path.join(programFolder, 'SQL', 'sqlite.initial.sql'), 'utf8');
  execFileSync('php', ['-r', `(new PDO('sqlite:${folder}/roundcube.db'))->exec(stream_get_contents(STDIN));`], { input: `${initial}\n${roundcubeSql()}` });
  return { flags: [], env: { ROUNDCUBE_CONFIG_DIR: path.join(folder, 'config') }, webRoot: publicFolder };
}

/** Starts it, seeded and ready to log in; or says in one sentence why it cannot be had here. */
export const startRoundcube = (): Promise<Webmail | { readonly unavailable: string }> =>
  startWebmail({
    name: 'Roundcube',
    packages: 'roundcube',
    files: [publicFolder, programFolder],
    byHand: 'Debian, and root or a sudo without password to install its packages (or: sudo apt-get install roundcube roundcube-sqlite3 dovecot-imapd php-cli).',
    path: '',
    login: ['', 'rcmloginuser'],
    prepare,
  });
