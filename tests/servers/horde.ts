/**
 * A real Horde (IMP): Debian's php-horde-webmail with SQLite.
 * The program stays where Debian puts it; a folder of links gives it a configuration of its own, so nothing of the system is used or changed.
 * Debian 12 ships it for a PHP that it no longer has; two lines that fail there are mended in copies that live as long as the server.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asUser } from './dovecot';
import { accounts } from './seed';
import { configuration, type Ports, php, startWebmail, type Webmail } from './webmail';

const programFolder = '/usr/share/horde';
const libraries = '/usr/share/php';
/** Applications that IMP cannot do without: Turba keeps contacts, Content their tags. */
const applications = ['imp', 'turba', 'content'] as const;
/** Calls that PHP 8 refuses, by the file of Debian 12 that makes them. */
const mendings = {
  'Horde/Core/Ajax/Application/Handler.php': ['new ReflectionMethod($this, $action)', 'new ReflectionMethod($this, (string)$action)'],
  'Net/DNS2/Cache/File.php': ['fread($fp, filesize($this->cache_file))', 'fread($fp, max(1, filesize($this->cache_file)))'],
} as const;

const none = { driver: 'Null' };

const baseConfiguration = (folder: string, port: number, smtpPort: number): string =>
  configuration('conf', {
    use_ssl: 0,
    server: { name: '127.0.0.1', port },
    cookie: { domain: '', path: '/' },
    debug_level: 1,
    umask: 63,
    compress_pages: false,
    max_exec_time: 0,
    secret_key: 'practice-only',
    session: { name: 'Horde', cache_limiter: 'nocache', max_time: 72_000, timeout: 0, use_only_cookies: true },
    auth: { admins: [], driver: 'application', params: { app: 'imp' }, checkip: false, checkbrowser: false },
    prefs: { driver: 'Session' },
    sql: { phptype: 'sqlite', database: `${folder}/horde.db`, charset: 'utf-8' },
    share: { driver: 'Sqlng', auto_create: true, cache: false },
    group: { driver: 'Mock' },
    perms: none,
    token: none,
    lock: none,
    history: none,
    hashtable: { driver: 'none' },
    cache: { driver: 'File', params: { dir: `${folder}/temp` }, default_lifetime: 86_400 },
    tmpdir: `${folder}/temp`,
    vfs: { type: 'File', params: { vfsroot: `${folder}/files` } },
    sessionhandler: { type: 'Builtin' },
    mailer: { type: 'smtp', params: { host: '127.0.0.1', port: smtpPort, secure: false, auth: false } },
    cachecss: false,
    cachejs: false,
    cachethemes: false,
    log: { enabled: true, type: 'file', name: `${folder}/horde.log`, params: { append: true }, priority: 'WARNING', ident: 'HORDE' },
    imsp: { enabled: false },
    kolab: { enabled: false },
    activesync: { enabled: false },
    signup: { allow: false },
    user: { autocomplete: true, select_view: true, force_view: '' },
    urls: { pretty: false, token_lifetime: 30, hmac_lifetime: 30 },
    portal: { fixed_blocks: [] },
  });

const mailConfiguration = configuration('conf', {
  user: { select_view: true, force_view: '' },
  compose: {
    ...{ use_vfs: true, link_attachments: false, attach_size_limit: 0, attach_count_limit: 0, htmlsig_img_size: 30_000 },
    ...{ reply_limit: 200_000, ac_threshold: 3, ac_browser: 30, convert_to_related: true },
  },
  spam: { reporting: false },
  print: { add_printedby: false },
  maillog: { driver: 'none' },
  sentmail: none,
  contactsimage: { backends: [] },
});

const contactsConfiguration = configuration('conf', {
  menu: { import_export: false },
  shares: { source: 'localsql' },
  comments: { allow: false },
  documents: { type: 'none' },
  tags: { enabled: false },
  client: {},
  gal: {},
});

const backend = (imapPort: number, smtpPort: number): string =>
  configuration('servers', {
    imap: {
      ...{ disabled: false, name: 'Practice', hostspec: '127.0.0.1', hordeauth: false, protocol: 'imap', port: imapPort, secure: false, maildomain: '' },
      smtp: { host: '127.0.0.1', port: smtpPort, secure: false, auth: false },
    },
  });

const writesText = Object.values(accounts)
  .filter(({ writes }) => writes === 'text')
  .map(({ address }) => address);

/** Who writes plain text, and who HTML. */
const preferences = `<?php
$_prefs['compose_html']['value'] = in_array($GLOBALS['registry']->getAuth(), ${php(writesText)}) ? 0 : 1;
`;

/** Runs before every script: where the configuration is, and a function that left PHP in 8.0 and that the minimal view still calls. */
const prelude = (base: string): string => `<?php
define('HORDE_BASE', ${php(base)});
foreach (${php([...applications])} as $app) define(strtoupper($app) . '_BASE', HORDE_BASE . '/' . $app);
if (!function_exists('each')) {
  function each(&$list) {
    $key = key($list);
    if ($key === null) return false;
    $value = current($list);
    next($list);
    return [1 => $value, 'value' => $value, 0 => $key, 'key' => $key];
  }
}
`;

/** Makes the tables. */
const migration = `<?php
$_SERVER['SERVER_NAME'] = '127.0.0.1';
$_SERVER['SERVER_PORT'] = 80;
require_once HORDE_BASE . '/lib/Application.php';
Horde_Registry::appInit('horde', ['authentication' => 'none', 'cli' => true, 'nologintasks' => true]);
$migration = new Horde_Core_Db_Migration(HORDE_BASE);
$wanted = ['content', 'turba', 'Horde_Auth', 'Horde_Alarm', 'Horde_Group', 'Horde_Perms'];
foreach (array_intersect($wanted, $migration->apps) as $app) $migration->getMigrator($app, null)->up();
`;

/** A folder that holds links to everything of another one but what is named. */
async function linkFolder(from: string, to: string, except: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of readdirSync(from)) if (!except.includes(name)) await symlink(path.join(from, name), path.join(to, name));
}

async function prepare(folder: string, ports: Ports) {
  const base = path.join(folder, 'web', 'horde');
  for (const name of ['web', 'files', 'static', 'php']) await mkdir(path.join(folder, name));
  await linkFolder(programFolder, base, ['config', 'static', ...applications]);
  await symlink(path.join(folder, 'static'), path.join(base, 'static'));
  await cp(path.join(programFolder, 'config'), path.join(base, 'config'), { recursive: true, dereference: true });
  for (const app of applications) {
    await linkFolder(path.join(programFolder, app), path.join(base, app), ['config']);
    const own = path.join(programFolder, app, 'config');
    if (existsSync(own)) await cp(own, path.join(base, app, 'config'), { recursive: true, dereference: true });
    else await mkdir(path.join(base, app, 'config'));
  }
  await writeFile(path.join(base, 'config', 'conf.php'), baseConfiguration(folder, ports.http, ports.smtp));
  await writeFile(path.join(base, 'imp', 'config', 'conf.php'), mailConfiguration);
  await writeFile(path.join(base, 'imp', 'config', 'backends.local.php'), backend(ports.imap, ports.smtp));
  await writeFile(path.join(base, 'imp', 'config', 'prefs.local.php'), preferences);
  await writeFile(path.join(base, 'turba', 'config', 'conf.php'), contactsConfiguration);
  await writeFile(path.join(folder, 'before.php'), prelude(base));
  await writeFile(path.join(folder, 'migrate.php'), migration);

  for (const [file, [before, after]] of Object.entries(mendings)) {
    const mended = path.join(folder, 'php', file);
    await mkdir(path.dirname(mended), { recursive: true });
    await writeFile(mended, readFileSync(path.join(libraries, file), 'utf8').replaceAll(before, after));
  }
  const flags = [
    ...['-d', `auto_prepend_file=${folder}/before.php`, '-d', `include_path=${folder}/php:${libraries}`],
    ...['-d', 'error_reporting=0', '-d', 'display_errors=0', '-d', `error_log=${folder}/php-errors.log`, '-d', `sys_temp_dir=${folder}/temp`],
  ];
  return { flags, webRoot: path.join(folder, 'web') };
}

/** Starts it, seeded and ready to log in; or says in one sentence why it cannot be had here. */
export const startHorde = (): Promise<Webmail | { readonly unavailable: string }> =>
  startWebmail({
    name: 'Horde',
    packages: 'horde',
    files: [`${programFolder}/imp/dynamic.php`],
    byHand:
      'Debian 12, and root or a sudo without password to install its packages (or: sudo apt-get install php-fpm php-horde-webmail php-sqlite3 dovecot-imapd).',
    path: '/horde',
    login: ['login.php', 'horde_login'],
    prepare,
    beforeStart(folder, { flags }) {
      const [command, args] = asUser('php', [...flags, path.join(folder, 'migrate.php')]);
      execFileSync(command, args, { stdio: 'pipe' });
    },
  });
