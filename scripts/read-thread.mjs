/**
 * `npm run read-thread -- FILE…`: one JSON line per file, with the earlier messages as the extension would see them.
 * Takes text, HTML and MIME files, and folders of them. `start` and `end` are UTF-16 offsets into the text that was read:
 * the file itself for text, the text as shown for HTML.
 */
import { filesUnder, readFileAsThread, threadReaders } from './mail-files.mjs';

const person = ({ name, address }) => ({ name, address });

/** One file's line. */
export function lineOf(file, { thread, quoteStart }) {
  return {
    file,
    messages: thread.messages.map((message) => ({
      from: message.from && person(message.from),
      onBehalfOf: message.onBehalfOf ? person(message.onBehalfOf) : null,
      to: message.to.map(person),
      cc: message.cc.map(person),
      date: message.date,
      time: message.time === null ? null : new Date(message.time).toISOString(),
      subject: message.subject,
      start: message.start + quoteStart,
      end: message.end + quoteStart,
      depth: message.depth,
      hidden: message.hidden,
    })),
    participants: thread.participants.map(person),
    personalData: thread.personalData.map(({ kind, count }) => ({ kind, count })),
    carried: thread.carried,
    completeness: thread.completeness,
  };
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Usage: npm run read-thread -- FILE…   (text, HTML or .eml; a folder stands for its files)');
  process.exitCode = 2;
}
const readers = await threadReaders();
for (const path of paths) {
  try {
    for await (const file of filesUnder(path)) {
      try {
        process.stdout.write(`${JSON.stringify(lineOf(file, await readFileAsThread(readers, file)))}\n`);
      } catch (error) {
        process.stdout.write(`${JSON.stringify({ file, error: error.message })}\n`);
        process.exitCode = 1;
      }
    }
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    process.exitCode = 1;
  }
}
