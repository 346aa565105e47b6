/** Fills Maildirs and Roundcube's database with the letters of the practice mailbox. */
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { account, addressBook, htmlOf, letterOf, letters, organisation, textOf, timeOf, who } from '../../practice/letters.mjs';

export interface MailAccount {
  readonly name: string;
  readonly address: string;
  readonly password: string;
  /** How this person writes. */
  readonly writes: 'html' | 'text';
}

/** The people who can log in. */
export const accounts = {
  amira: { ...account, password: 'practice-only', writes: 'html' },
  tom: { ...who.tom, password: 'practice-only', writes: 'text' },
} as const satisfies Record<string, MailAccount>;

type Letter = (typeof letters)[number];

/** A small PDF that opens, with one line of text. */
function pdf(text: string): Buffer {
  const stream = `BT /F1 20 Tf 50 780 Td (${text.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&')}) Tj ET`;
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const messageId = (id: string): string => `<${id}@${organisation.domain}>`;

/** Ids of the letters before this one, oldest first. */
function referencesOf(letter: Letter): readonly string[] {
  return letter.answers === null ? [] : [...referencesOf(letterOf(letter.answers)), messageId(letter.answers)];
}

function mimeOf(letter: Letter, now: number): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: messageId(letter.id),
    references: [...referencesOf(letter)],
    ...(letter.answers === null ? {} : { inReplyTo: messageId(letter.answers) }),
    date: new Date(timeOf(letter, now)),
    from: { ...letter.from },
    to: letter.to.map((person) => ({ ...person })),
    cc: letter.cc.map((person) => ({ ...person })),
    subject: letter.subject,
    ...(letter.text === null ? { html: `<html><head></head><body lang="EN-GB">${htmlOf(letter, now)}</body></html>` } : {}),
    text: textOf(letter, now),
    attachments: letter.files.map((file) => ({
      filename: file.name,
      content: file.kind === 'pdf' ? pdf(file.name) : Buffer.from(`Practice file: ${file.name}`),
    })),
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error: Error | null, message: Buffer) => (error ? reject(error) : resolve(message)));
  });
}

/**
 * Puts every letter where it belongs: into the inbox of everyone who received it and has an account, into Sent of its author.
 * @param root a folder that gets one Maildir per account
 */
export async function seedMaildirs(root: string, now: number): Promise<void> {
  let serial = 0;
  for (const person of Object.values(accounts)) {
    const mine = letters.flatMap((letter) => {
      if (letter.folder === 'drafts') return [];
      if (letter.from.address === person.address) return [{ letter, folder: '.Sent', flags: 'S' }];
      const received = [...letter.to, ...letter.cc].some(({ address }) => address === person.address || address === who.everyone.address);
      return received ? [{ letter, folder: '', flags: letter.unread ? '' : 'S' }] : [];
    });
    for (const folder of ['', '.Sent', '.Drafts', '.Trash', '.Junk'])
      for (const part of ['cur', 'new', 'tmp']) await mkdir(path.join(root, person.address, folder, part), { recursive: true });
    for (const { letter, folder, flags } of mine) {
      const seconds = Math.floor(timeOf(letter, now) / 1000);
      const file = path.join(root, person.address, folder, 'cur', `${seconds}.${++serial}.practice:2,${flags}`);
      await writeFile(file, await mimeOf(letter, now));
      await utimes(file, seconds, seconds);
    }
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL (SQLite) that gives Roundcube its users with name and signature, and Amira an address book with a group. */
export function roundcubeSql(): string {
  const lines = ['BEGIN;'];
  Object.values(accounts).forEach((person, index) => {
    const editor = person.writes === 'html' ? 1 : 0;
    const signature = person.writes === 'html' ? `<p>${person.name}<br>${organisation.name}</p>` : `${person.name}\n${organisation.name}`;
    lines.push(
      `INSERT INTO users (user_id, username, mail_host, created, language, preferences) VALUES (${index + 1}, ${quoted(person.address)}, '127.0.0.1', datetime('now'), 'en_GB', ${quoted(`a:1:{s:10:"htmleditor";i:${editor};}`)});`,
      `INSERT INTO identities (user_id, changed, standard, name, email, signature, html_signature) VALUES (${index + 1}, datetime('now'), 1, ${quoted(person.name)}, ${quoted(person.address)}, ${quoted(signature)}, ${editor});`,
    );
  });
  const people = addressBook.filter((entry) => entry.kind === 'person');
  people.forEach(({ name, address }, index) => {
    const [first = '', ...rest] = name.split(' ');
    const card = ['BEGIN:VCARD', 'VERSION:3.0', `N:${rest.join(' ')};${first};;;`, `FN:${name}`, `EMAIL;TYPE=INTERNET:${address}`, 'END:VCARD'].join('\r\n');
    const words = ` ${name} ${address} `.toLowerCase();
    lines.push(
      `INSERT INTO contacts (contact_id, user_id, changed, name, email, firstname, surname, vcard, words) VALUES (${index + 1}, 1, datetime('now'), ${quoted(name)}, ${quoted(address)}, ${quoted(first)}, ${quoted(rest.join(' '))}, ${quoted(card)}, ${quoted(words)});`,
    );
  });
  lines.push(`INSERT INTO contactgroups (contactgroup_id, user_id, changed, name) VALUES (1, 1, datetime('now'), 'Dale case');`);
  for (const member of [who.tom, who.grace, who.leah])
    lines.push(
      `INSERT INTO contactgroupmembers (contactgroup_id, contact_id, created) VALUES (1, ${people.findIndex(({ address }) => address === member.address) + 1}, datetime('now'));`,
    );
  return [...lines, 'COMMIT;'].join('\n');
}

/** One line per account for dovecot's passwd-file. */
export const passwordFile = (): string =>
  Object.values(accounts)
    .map(({ address, password }) => `${address}:{PLAIN}${password}::::::\n`)
    .join('');
