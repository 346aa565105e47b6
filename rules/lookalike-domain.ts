import { isFamiliar } from '../core/acquaintance';
import type { Message, MessageValue } from '../core/message';
import type { Detail, Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf } from '../core/text';
import { domainOf } from '../mail/addresses';
import { addressedRecipients, isReply, isUnfinished, organisationFor } from '../mail/conversation';
import { organisationOf, withoutSecureMail } from '../mail/domains';
import { type Lookalike, lookalikeOf } from '../mail/lookalike';
import { isPersonalMail, personalMailDomains } from '../mail/personal-mail';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `lookalike-domain.${name}`, ...(values && { values }) });

/** Large mail providers whose misspelt names belong to somebody else; compared letter by letter only. */
const providers = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'yahoo.co.uk',
  'btinternet.com',
  'icloud.com',
  'protonmail.com',
];

/** A conversation that has lasted so long (ms) with someone is no trap any more. */
const longSince = 7 * 86_400_000;

/**
 * An address nearly matches the organisation's, a trusted or another domain of the conversation.
 *
 * Domains that are listed, that are personal mail providers, that the person writes to often, or that have been part of this conversation
 * for a week are what they are. Half an address, from which one of the resembled domains could still come by typing on, is nothing yet. Under closed suffixes (`gov.uk`, `nhs.uk`) nobody can forge a name: there only one slip of the own name counts.
 */
export default defineRule({
  id: 'lookalike-domain',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 10,
  guidance: ['rw-outside-recipient', 'rw-phishing'],
  check(observation, context) {
    const organisation = organisationFor(observation.account, context);
    const listed = organisation === null ? [] : [...organisation.own, ...organisation.trusted];
    const recipients = addressedRecipients(observation);
    const { thread, initialRecipients } = observation;
    const established = new Set(
      thread.participants.flatMap(({ address, seen }) => {
        const times = seen.map(({ message }) => thread.messages[message]?.time ?? null).filter((time) => time !== null);
        return address !== null && times.length > 1 && Math.max(...times) - Math.min(...times) >= longSince ? [organisationOf(domainOf(address))] : [];
      }),
    );
    const around = new Set(
      [...thread.participants, ...(isReply(observation) ? (initialRecipients ?? []) : [])].flatMap(({ address }) =>
        address === null ? [] : [domainOf(address)],
      ),
    );

    const found: { readonly address: string; readonly lookalike: Lookalike }[] = [];
    const genuine = recipients.some(({ typed }) => typed)
      ? [...listed, ...listed.map((one) => `${one}.cjsm.net`), ...around, ...personalMailDomains(), ...context.personalDomains]
      : [];
    for (const recipient of recipients) {
      if (isUnfinished(recipient, genuine)) continue;
      const { address } = recipient;
      const domain = withoutSecureMail(domainOf(address));
      const whose = organisationOf(domain);
      if (isPersonalMail(domain, context.personalDomains) || established.has(whose) || isFamiliar(whose, context.acquaintances, context.now)) continue;
      const others = [...around].filter((other) => !isPersonalMail(other, context.personalDomains));
      const lookalike = lookalikeOf(domain, listed, providers, others);
      if (lookalike) found.push({ address, lookalike });
    }
    const [first] = found;
    if (!first) return null;

    const { lookalike } = first;
    const domain = domainOf(first.address);
    const values = { count: found.length, domain: pageTextOf(domain), like: pageTextOf(lookalike.like) };
    const facts: Fact[] = [
      { name: 'pair', count: found.length, message: said(lookalike.kind === 'inside' ? 'inside' : 'pair', { ...values, address: pageTextOf(first.address) }) },
    ];
    if (lookalike.kind !== 'inside') facts.push({ name: 'difference', message: differenceMessage(lookalike, domain) });
    return {
      severity: providers.includes(lookalike.like) ? 'caution' : 'serious',
      titles: [said('title', values), said('title-look', values), said('title-meant', values)],
      line: said('line', values),
      facts,
      details: found
        .slice(1, 20)
        .map((one): Detail => ({ message: said('detail', { address: pageTextOf(one.address), like: pageTextOf(one.lookalike.like) }) })),
      subject: found
        .map(({ address }) => domainOf(address))
        .sort()
        .join('\n'),
    };
  },
});

function differenceMessage({ part, instead }: Lookalike, domain: string): Message {
  if (domain.includes('xn--')) return said('alphabet', { part: pageTextOf(part) });
  if (part === '') return said('missing', { instead: pageTextOf(instead) });
  return instead === '' ? said('extra', { part: pageTextOf(part) }) : said('difference', { part: pageTextOf(part), instead: pageTextOf(instead) });
}
