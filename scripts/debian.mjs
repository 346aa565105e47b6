/** Installs Debian packages where that is possible without asking anybody: as root, or with a sudo that needs no password. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What the tests use when it can be had. */
export const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  // `php-fpm` stands in for Apache, which Debian would bring along otherwise.
  roundcube: [
    ...['php-fpm', 'php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl', 'php-zip', 'php-gd'],
    ...['roundcube-sqlite3', 'roundcube-core', 'roundcube-plugins', 'dovecot-imapd'],
  ],
  horde: [...['php-fpm', 'php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl', 'php-gd'], ...['php-horde-webmail', 'dovecot-imapd']],
};

/** Roundcube must not ask for a database or set up a web server. */
const answers = 'roundcube-core roundcube/dbconfig-install boolean false\nroundcube-core roundcube/reconfigure-webserver multiselect\n';

const onPath = (name) => (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(`${folder}/${name}`));

/** @param {string} name */
export function isInstalled(name) {
  try {
    return execFileSync('dpkg', ['-s', name], { stdio: ['ignore', 'pipe', 'ignore'] }).includes('Status: install ok installed');
  } catch {
    return false;
  }
}

/**
 * Installs what of the packages is missing. No daemon that comes with them is started.
 * @param {readonly string[]} names
 * @returns {boolean} whether all of them are there now
 */
export function installFromDebian(names) {
  const missing = () => names.filter((name) => !isInstalled(name));
  if (!existsSync('/etc/debian_version') || !onPath('apt-get')) return false;
  if (missing().length === 0) return true;
  const root = process.getuid?.() === 0;
  if (!root && !onPath('sudo')) return false;
  const run = (command, options = {}) =>
    execFileSync(root ? command[0] : 'sudo', root ? command.slice(1) : ['-n', '--preserve-env=DEBIAN_FRONTEND', ...command], {
      stdio: ['pipe', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...options,
    });
  // Debian asks this file whether a freshly installed daemon may start; 101 means no.
  const policy = '/usr/sbin/policy-rc.d';
  const guard = !existsSync(policy);
  console.error(`Installing from Debian, once: ${missing().join(', ')} …`);
  try {
    if (!root) run(['true']);
    if (guard) run(['sh', '-c', `printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod 755 ${policy}`]);
    const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
    run(['apt-get', ...wait, 'update']);
    if (missing().includes('roundcube-core')) {
      run(['apt-get', ...wait, 'install', '-y', '--no-install-recommends', 'debconf']);
      run(['debconf-set-selections'], { input: answers });
    }
    run(['apt-get', ...wait, '-o', 'Dpkg::Options::=--force-confold', 'install', '-y', '--no-install-recommends', ...missing()]);
  } catch {
    return missing().length === 0;
  } finally {
    if (guard && existsSync(policy))
      try {
        run(['rm', '-f', policy]);
      } catch {
        console.error(`Remove ${policy}, which this left behind.`);
      }
  }
  return missing().length === 0;
}

// `node scripts/debian.mjs` installs everything, for a fresh machine.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const names of Object.values(debianPackages)) if (!installFromDebian(names)) console.error(`Not installed: ${names.join(', ')}`);
}
