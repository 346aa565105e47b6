/** Who becomes an acquaintance when a message is sent. */
import { acquaintanceKey, mostPerMessage } from '../core/acquaintance';
import type { ComposeObservation } from '../core/observation';
import type { RuleContext } from '../core/rule';
import { domainOf } from './addresses';
import { addressedRecipients, organisationFor } from './conversation';
import { organisationOf, standingOf } from './domains';
import { groupKindOf } from './groups';
import { isPersonalMail } from './personal-mail';

/**
 * Keys for everyone outside, every group, and the organisations behind the outside ones (never a personal mail provider).
 * Colleagues are not remembered: nothing is ever asked about them. Empty for a mailing, and as long as there is no salt.
 */
export function acquaintanceKeys(observation: ComposeObservation, context: RuleContext): number[] {
  const { salt } = context.acquaintances;
  const recipients = addressedRecipients(observation);
  if (salt === '' || recipients.length > mostPerMessage) return [];
  const organisation = organisationFor(observation.account, context);
  const keys = new Set<number>();
  for (const recipient of recipients) {
    const { address } = recipient;
    const inside = organisation !== null && standingOf(address, organisation) === 'own';
    if (inside && groupKindOf(recipient) === null && !context.groupAddresses.includes(address)) continue;
    keys.add(acquaintanceKey(address, salt));
    const domain = domainOf(address);
    if (!inside && !isPersonalMail(domain, context.personalDomains)) keys.add(acquaintanceKey(organisationOf(domain), salt));
  }
  return [...keys];
}
