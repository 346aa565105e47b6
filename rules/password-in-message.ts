import type { Message, MessageValue } from '../core/message';
import type { Detail, Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { wordsOf } from '../core/text';
import { domainOf } from '../mail/addresses';
import { addedFiles, addressedRecipients, isUnfinished, organisationFor } from '../mail/conversation';
import { type CredentialKind, credentialsIn } from '../mail/credentials';
import { standingOf } from '../mail/domains';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `password-in-message.${name}`, ...(values && { values }) });

/**
 * The person's own text hands over a password, a PIN or a code. Says in which line and marks the place, never what.
 * What stands in earlier messages was handed over by somebody else before and is not looked at here.
 */
export default defineRule({
  id: 'password-in-message',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 20,
  guidance: ['cb-password', 'rw-password-manager'],
  check(observation, context) {
    const found = credentialsIn(wordsOf(observation.authored));
    const [first] = found;
    if (!first) return null;
    const organisation = organisationFor(observation.account, context);
    const outside =
      organisation === null
        ? []
        : addressedRecipients(observation).filter(
            (recipient) =>
              standingOf(recipient.address, organisation) === 'outside' && !isUnfinished(recipient, [...organisation.own, ...organisation.trusted]),
          );
    const files = addedFiles(observation);

    const facts: Fact[] = [{ name: 'place', count: found.length, message: said('place', { count: found.length, line: first.line }) }];
    if (outside.length > 0) facts.push({ name: 'outside-people', count: outside.length, message: said('outside', { count: outside.length }) });
    if (files.length > 0) facts.push({ name: 'files', count: files.length, message: said('files', { count: files.length }) });
    facts.push({ name: 'instead', message: said('instead') });
    const kind: CredentialKind = found.some((one) => one.kind === 'password') ? 'password' : first.kind;
    return {
      severity: outside.length > 0 ? 'serious' : 'caution',
      titles: [said(`title-${kind}`, { count: found.length }), said(`title-${kind}-question`, { count: found.length }), said('title-apart')],
      line: said(`line-${kind}`, { count: found.length }),
      facts,
      details: found.slice(0, 20).map(({ line, start, end }): Detail => ({ message: said('detail', { line }), place: { part: 'authored', start, end } })),
      // Who gets it is part of the reason, what it is is not kept anywhere.
      subject: [`${found.length}`, ...new Set(outside.map(({ address }) => domainOf(address)))].sort().join('\n'),
    };
  },
});
