/** What kind of sender writes: a person, a list, a service that carries other people's names. Pure; worded as a habit, never as a certainty. */
import type { MessageObservation } from '../core/observation';
import { wordsOf } from '../core/text';

/** First parts of addresses from which programs and offices write, not single people. Reviewed by hand, November 2026. */
const services =
  /^(?:(?:do[._-]?)?no[._-]?t?[._-]?reply|donotreply|noreply|no[._-]?response|notif(?:y|ication|ications)|alerts?|automated|bounces?|mailer(?:-daemon)?|postmaster|daemon|calendar|invitations?|invites?|meetings?|events?|bookings?|tickets?|jira|github|gitlab|support|service|servicedesk|helpdesk|help|desk|info|hello|contact|enquir(?:y|ies)|admin|administrator|office|team|news|newsletter|marketing|updates?|digest|mail|email|e-?mail|lists?|listserv|majordomo|groups?|members?|membership|community|forum|survey|feedback|reply|replies|comments?|messages?|docs?|drive|share|sharing|sharepoint|onedrive|dropbox|docusign|dse|echosign|adobesign|zoom|teams|webex|billing|accounts?|payments?|invoices?|orders?|shop|sales|press|media|jobs|careers|recruitment|hr|people|customer[._-]?(?:services?|care|support)|webmaster|website|wordpress|www|forms?|system|server|root|security|account-security)(?:$|[._+=-])|[._+=-](?:no[._-]?reply|bounces?|notifications?|noreply|list|dm-noreply)(?:$|[._+=-])|^(?:bounce|return|reply|comment|msg|sr|srs\d?)[+=-]/i;

/** Parts of domains that belong to lists and to services that send in the name of others. */
const listHosts = /^(?:lists?|listserv|groups|googlegroups|mailman|notifications?|notify|mailer|bounce|reply|em\d*|sendgrid|mg)\./i;
const serviceHosts =
  /(?:^|\.)(?:googlegroups\.com|groups\.io|jiscmail\.ac\.uk|atlassian\.net|zendesk\.com|freshdesk\.com|service-now\.com|servicenow\.com|salesforce\.com|sharepointonline\.com|docusign\.(?:net|com)|docusign\.eu|zoom\.us|github\.com|slack\.com|trello\.com|asana\.com|monday\.com|basecamp\.com|linkedin\.com|facebookmail\.com|eventbrite\.com|calendly\.com|doodle\.com|surveymonkeyuser\.com|surveymonkey\.com|smartsurvey\.co\.uk|mailchimpapp\.(?:com|net)|mcsv\.net|mail\.intercom\.io|intercom-mail\.com|helpscoutapp\.com|huddle\.(?:com|net)|kahootz\.com|egress\.com|wetransfer\.com|dropbox\.com|workday\.com|myworkday\.com|successfactors\.eu|oraclecloud\.com|notifications\.service\.gov\.uk|govdelivery\.com|onmicrosoft\.com)$/i;

/** Whether an address is one of a program, an office or a list. */
export function isServiceAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return services.test(address.slice(0, at)) || listHosts.test(domain) || serviceHosts.test(domain);
}

/** "Ann Lee via Finance", "Ann Lee (Jira)", "Ann Lee (Google Docs)", and what the page calls "on behalf of": the name is another's by design. */
export function nameIsShared(shown: string, { onBehalfOf }: MessageObservation): boolean {
  return (
    onBehalfOf !== null ||
    /\s(?:via|through|on behalf of|im auftrag|über|de la part de|por|pelo|per conto di|namens|ar ran|trwy)\s|[([][^)\]]*[)\]]\s*$|\s[|/]\s|\sfrom\s|\bshared\b/iu.test(
      shown,
    )
  );
}

/** "Unsubscribe" as newsletters write it into their own text. */
const leave =
  /unsubscribe|opt[- ]?out|(?:manage|update|change) (?:your |my )?(?:e-?mail |communication |subscription )?(?:preferences|subscriptions?|settings)|email preferences|subscription (?:centre|center|preferences)|view (?:this|it) (?:e-?mail )?(?:in|online)|dad-?danysgrif|abbestellen|abmelden|désabonner|désinscri|darse de baja|disiscri|afmelden|uitschrijven|avregistrera|avmeld|afmeld|wypisz|odhlásit|leiratkoz|отписаться/iu;

/** Whether a message is one of a newsletter or list: the page says so, or its own text offers to leave. */
export const isMailing = ({ mailing, links }: MessageObservation): boolean =>
  mailing === 'yes' || links.items.some(({ shown }) => leave.test(wordsOf(shown).slice(0, 120)));
