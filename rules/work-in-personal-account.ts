import type { Message, MessageValue } from '../core/message';
import type { Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf, wordsOf } from '../core/text';
import { domainOf } from '../mail/addresses';
import { addedFiles, addressedRecipients, isReply, wasPartOf } from '../mail/conversation';
import { standingOf } from '../mail/domains';
import { isPersonalMail } from '../mail/personal-mail';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({
  key: `work-in-personal-account.${name}`,
  ...(values && { values }),
});

/** Protective markings of UK government, as they stand in subjects and file names (Government Security Classifications Policy, June 2023). */
const marking = /(?:^|[^A-Za-z])(?:OFFICIAL[\s_-]*SENSITIVE|OFFICIAL|TOP[\s_-]+SECRET|SECRET)(?=$|[^A-Za-z])/;

/**
 * Work is written from a personal account: to people at work, or with files that carry a protective marking.
 *
 * Everyone has a life outside work: a private message to someone else is none of our business, and neither is the answer to a message that work
 * sent to the private address, unless it brings files. Partners do not count, because citizens write to councils and doctors.
 */
export default defineRule({
  id: 'work-in-personal-account',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 40,
  guidance: ['rw-personal-email', 'rw-official-equipment'],
  check(observation, context) {
    const { account, subject } = observation;
    if (
      account === null ||
      !isPersonalMail(domainOf(account.address), context.personalDomains) ||
      standingOf(account.address, context.organisation) !== 'outside'
    )
      return null;
    const wasHere = wasPartOf(observation);
    const reply = isReply(observation);
    const files = addedFiles(observation);
    const colleagues = addressedRecipients(observation).filter(({ address }) => standingOf(address, context.organisation) === 'own');
    const told = reply && files.length === 0 ? colleagues.filter((recipient) => !wasHere(recipient)) : colleagues;
    const marked = files.filter(({ name }) => marking.test(wordsOf(name)));
    const markedSubject = !reply && marking.test(wordsOf(subject));
    if (told.length === 0 && marked.length === 0 && !markedSubject) return null;

    const facts: Fact[] = [{ name: 'account', message: said('account', { account: pageTextOf(account.address) }) }];
    if (told.length > 0)
      facts.push({ name: 'colleagues', count: told.length, message: said('colleagues', { count: told.length, name: pageTextOf(told[0]?.address ?? '') }) });
    const [file] = marked.length > 0 ? marked : files;
    if (file)
      facts.push({ name: 'files', count: files.length, message: said(marked.length > 0 ? 'marked-file' : 'files', { count: files.length, name: file.name }) });
    else if (markedSubject) facts.push({ name: 'marked-subject', message: said('marked-subject') });
    return {
      severity: marked.length > 0 || markedSubject ? 'serious' : files.length > 0 ? 'caution' : 'note',
      titles: [said('title'), said('title-question'), said('title-work')],
      line: said('line'),
      facts,
      details: [],
      subject: [account.address, ...told.map(({ address }) => address).sort(), ...(files.length > 0 ? ['with files'] : [])].join('\n'),
    };
  },
});
