import { isAcquainted, isFamiliar } from '../core/acquaintance';
import type { Message, MessageValue } from '../core/message';
import type { MessageObservation } from '../core/observation';
import type { Detail, Fact, RuleContext } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf, wordsOf } from '../core/text';
import { addressesIn, domainOf, isWithin, visibleText } from '../mail/addresses';
import { organisationFor } from '../mail/conversation';
import { closedSuffixes, organisationOf, standingOf, standingOfDomain, withoutSecureMail } from '../mail/domains';
import { looksLikeSamePerson } from '../mail/likeness';
import { carries, destinationOf, hostShownIn, isCalledTracker, isTracker, sameOrganisation } from '../mail/links';
import { lookalikeOf } from '../mail/lookalike';
import { isPersonalMail } from '../mail/personal-mail';
import { isMailing, isServiceAddress, nameIsShared } from '../mail/senders';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `unexpected-sender.${name}`, ...(values && { values }) });

type Organisation = RuleContext['organisation'];

interface Sign {
  readonly name: 'lookalike' | 'link-lookalike' | 'name-address' | 'colleague' | 'organisation' | 'link' | 'reply-to';
  /** One such sign alone is worth more than a look. */
  readonly serious: boolean;
  /** Alone it is as likely a habit as a trick: never more than a chip. */
  readonly faint?: true;
  readonly message: Message;
  /** What the sign is about, for "the same finding once". */
  readonly about: string;
}

/**
 * A message from outside shows signs that it is not from whom it seems to be.
 *
 * Signs, never a verdict: a look-alike domain, a name that belongs to an address inside, words of a link that name another place than the one it goes to,
 * answers that would go to a private mailbox. Newsletters, ticket systems, lists, invitations and notices of shared documents carry other people's names and
 * count clicks by design; where one of them is the likelier explanation nothing is said. Covers look-alike domains while reading, so that one card tells all.
 */
export default defineRule({
  id: 'unexpected-sender',
  theme: 'overshared',
  surface: 'message',
  strength: 'nudge',
  guidance: ['rw-phishing'],
  check(observation, context) {
    const { sender, account } = observation;
    const organisation = organisationFor(account, context);
    if (sender === null || sender.address === null || organisation === null || sender.address === account?.address) return null;
    const signs = [
      ...senderSigns(observation, sender.address, organisation, context),
      ...linkSigns(observation, sender.address, organisation, context),
      ...replySigns(observation, sender.address, organisation, context),
    ];
    const [first] = signs;
    if (!first) return null;
    const values = { count: signs.length, address: pageTextOf(sender.address) };
    return {
      severity: signs.length > 1 || first.serious ? 'serious' : 'caution',
      titles: [said('title', values), said('title-signs', values), said('title-check', values)],
      line: said('line', values),
      facts: [...unique(signs).map(({ name, message }): Fact => ({ name, message })), { name: 'advice', message: said('advice') }],
      details: signs
        .filter((sign) => !unique(signs).includes(sign))
        .slice(0, 20)
        .map(({ message }): Detail => ({ message })),
      subject: [sender.address, ...new Set(signs.map(({ about }) => about))].join('\n'),
      // The page warns of it already, or it lies where junk lies.
      ...(observation.warned === 'yes' || signs.every(({ faint }) => faint) ? { quiet: true as const } : {}),
    };
  },
});

/** The first sign of each kind; the others are behind *Show me*. */
const unique = (signs: readonly Sign[]): readonly Sign[] => signs.filter((sign, index) => signs.findIndex(({ name }) => name === sign.name) === index);

function senderSigns(observation: MessageObservation, address: string, organisation: Organisation, context: RuleContext): Sign[] {
  const signs: Sign[] = [];
  if (standingOf(address, organisation) !== 'outside') return signs;
  const domain = domainOf(address);
  const shown = observation.sender?.name ? visibleText(wordsOf(observation.sender.name)) : '';
  const like = lookalike(domain, organisation, context);
  if (like)
    signs.push({
      name: 'lookalike',
      serious: true,
      about: `lookalike ${domain}`,
      message: said('lookalike', { domain: pageTextOf(domain), like: pageTextOf(like) }),
    });

  // Anyone can call their own mailbox "office".
  const personal = isPersonalMail(domain, context.personalDomains);
  const inName = addressesIn(shown).map((one) => one.address);
  const claimed = inName.find((one) => organisationOf(domainOf(one)) !== organisationOf(domain) && standingOf(one, organisation) !== 'outside');
  if (claimed && !nameIsShared(shown, observation)) {
    signs.push({
      name: 'name-address',
      serious: true,
      about: 'name-address',
      message: said('name-address', { name: pageTextOf(claimed), address: pageTextOf(address) }),
    });
    return signs;
  }
  if (
    shown === '' ||
    nameIsShared(shown, observation) ||
    (isServiceAddress(address) && !personal) ||
    isMailing(observation) ||
    isAcquainted(address, context.acquaintances, context.now)
  )
    return signs;
  const elsewhere = observation.nameElsewhere.find((one) => standingOf(one, organisation) === 'own');
  const isOwnPerson =
    observation.account !== null &&
    looksLikeSamePerson(
      { address: observation.account.address, name: observation.account.name && wordsOf(observation.account.name) },
      { address, name: shown },
    );
  if (elsewhere && !isOwnPerson)
    signs.push({
      name: 'colleague',
      serious: false,
      about: 'colleague',
      // Colleagues do write from home, and then the mailbox bears their name.
      ...(personal && looksLikeSamePerson({ address: elsewhere, name: shown }, { address, name: null }) ? { faint: true as const } : {}),
      message: said('colleague', { name: pageTextOf(shown), like: pageTextOf(elsewhere), address: pageTextOf(address) }),
    });
  else if (personal && namesOrganisation(shown, organisation))
    signs.push({
      name: 'organisation',
      serious: false,
      about: 'organisation',
      message: said('organisation', { name: pageTextOf(shown), address: pageTextOf(address) }),
    });
  return signs;
}

/** Whether a display name holds the organisation's own domain or its first word ("HMCTS Payroll"). */
function namesOrganisation(shown: string, { own }: Organisation): boolean {
  const plain = shown.toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  return own.some((domain) => {
    const name = organisationOf(domain).split('.')[0] ?? '';
    return plain.includes(domain) || (name.length > 3 && words.includes(name));
  });
}

/** A domain of the organisation or of a trusted one that this one resembles; `null` where it is what it is. */
function lookalike(domain: string, organisation: Organisation, context: RuleContext): string | null {
  const real = withoutSecureMail(domain);
  if (isPersonalMail(real, context.personalDomains) || isFamiliar(organisationOf(real), context.acquaintances, context.now)) return null;
  return lookalikeOf(real, [...organisation.own, ...organisation.trusted], [], [])?.like ?? null;
}

function linkSigns(observation: MessageObservation, address: string, organisation: Organisation, context: RuleContext): Sign[] {
  if (standingOf(address, organisation) === 'own') return [];
  const signs: Sign[] = [];
  const sender = domainOf(address);
  const isIn = (host: string): boolean => standingOfDomain(host, organisation) !== 'outside';
  const mailing = isMailing(observation);
  const told = new Set<string>();
  const tell = (sign: Sign): void => {
    if (told.has(sign.about)) return;
    told.add(sign.about);
    signs.push(sign);
  };
  for (const link of observation.links.items) {
    const goes = destinationOf(link);
    if (goes === null || isIn(goes)) continue;
    const like = sameOrganisation(goes, sender) || isTracker(goes) ? null : lookalike(goes, organisation, context);
    if (like) {
      tell({
        name: 'link-lookalike',
        serious: true,
        about: `link ${goes}`,
        message: said('link-lookalike', { domain: pageTextOf(goes), like: pageTextOf(like) }),
      });
      continue;
    }
    const named = hostShownIn(wordsOf(link.shown));
    if (!named || sameOrganisation(named.host, goes) || isTracker(goes) || isTracker(named.host)) continue;
    // Both under names that only public bodies get.
    // Nobody registers a name of their own there: a link from one to the other deceives nobody.
    if (isWithin(goes, closedSuffixes) && isWithin(named.host, closedSuffixes)) continue;
    const known = isIn(named.host);
    // The sender's own pages moved, or are counted by the sender's own service; a newsletter counts every click.
    if (sameOrganisation(named.host, sender) || (!known && sameOrganisation(goes, sender)) || (!known && (mailing || !named.explicit || isCalledTracker(goes))))
      continue;
    if (mailing && clicksThrough(observation, goes) >= 3) continue;
    if (!known && carries(wordsOf(link.target), named.host)) continue;
    tell({ name: 'link', serious: known, about: `link ${goes}`, message: said('link', { shown: pageTextOf(named.host), host: pageTextOf(goes) }) });
  }
  return signs.sort((a, b) => Number(b.serious) - Number(a.serious));
}

const clicksThrough = ({ links }: MessageObservation, host: string): number =>
  links.items.filter((link) => link.host !== null && sameOrganisation(link.host, host)).length;

/** Answers would leave the organisation that seems to write, for a private mailbox or a look-alike. */
function replySigns(observation: MessageObservation, address: string, organisation: Organisation, context: RuleContext): Sign[] {
  const domain = domainOf(address);
  const shown = observation.sender?.name ? visibleText(wordsOf(observation.sender.name)) : '';
  if (isMailing(observation) || isServiceAddress(address) || nameIsShared(shown, observation) || isPersonalMail(domain, context.personalDomains)) return [];
  return observation.replyTo.items.flatMap(({ address: to }): Sign[] => {
    if (to === null || to === address || to === observation.account?.address || organisationOf(domainOf(to)) === organisationOf(domain)) return [];
    const away = domainOf(to);
    const like = lookalike(away, organisation, context);
    const twin = like ?? lookalikeOf(away, [domain], [], [])?.like ?? null;
    if (!twin && !(isPersonalMail(away, context.personalDomains) && !isAcquainted(to, context.acquaintances, context.now))) return [];
    return [
      { name: 'reply-to', serious: twin !== null, about: `reply-to ${to}`, message: said('reply-to', { address: pageTextOf(to), from: pageTextOf(address) }) },
    ];
  });
}
