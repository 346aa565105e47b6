/** What every webmail server of the tests stands on: Debian's dovecot on a free port of loopback, without root rights. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Running, startProcess } from './process';
import { passwordFile, seedMaildirs } from './seed';

/** Servers do not run as root: as root, they get this user of Debian's. */
const webUser = { name: 'www-data', group: 'www-data' };

const isRoot = (): boolean => process.getuid?.() === 0;
const whoRuns = (): { name: string; group: string } =>
  isRoot() ? webUser : { name: execFileSync('id', ['-un']).toString().trim(), group: execFileSync('id', ['-gn']).toString().trim() };
export const asUser = (command: string, args: readonly string[]): [string, string[]] =>
  isRoot() ? ['setpriv', [`--reuid=${webUser.name}`, `--regid=${webUser.group}`, '--init-groups', command, ...args]] : [command, [...args]];

/** Dovecot without root rights: no chroot, one user for everything (doc.dovecot.org, "Rootless installation"). */
function dovecotConfig(folder: string, port: number): string {
  const { name, group } = whoRuns();
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%Lu
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu ${folder}/passwords
}
userdb {
  driver = static
  args = uid=${name} gid=${group} home=${folder}/mail/%Lu
}
namespace inbox {
  inbox = yes
  separator = .
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
  mailbox Junk {
    auto = subscribe
    special_use = \\Junk
  }
}
`;
}

/** The end of each server's log, to say why something failed. */
export const logs = (folder: string): string =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.log'))
    .map((file) => `--- ${file}\n${readFileSync(path.join(folder, file), 'utf8').slice(-1500)}`)
    .join('\n');

/** Fills the folder with mailboxes and configuration of dovecot. */
export async function prepareDovecot(folder: string, port: number): Promise<void> {
  for (const name of ['mail', 'run']) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, 'dovecot.conf'), dovecotConfig(folder, port));
  await writeFile(path.join(folder, 'passwords'), passwordFile());
  await seedMaildirs(path.join(folder, 'mail'), Date.now());
}

/** Gives a folder to the user that the servers run as. */
export const giveAway = (folder: string): void => {
  if (isRoot()) execFileSync('chown', ['-R', `${webUser.name}:${webUser.group}`, folder]);
};

/** Starts dovecot on a folder that `prepareDovecot` filled and that was given away. */
export const startDovecot = (folder: string): Running =>
  startProcess(...asUser('/usr/sbin/dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')]), { log: path.join(folder, 'dovecot-start.log') });
