import type { MessageCase } from '../support/observations';

/** What is open, the signs that must be named (space-separated, in order of the card; none: harmless), and how it looks. */
export type ReadingSituation = readonly [what: string, signs: string, given: MessageCase];

const colleague = { elsewhere: ['ann.lee@justice.gov.uk'] };

/** Messages as a civil servant opens them, written by hand. Most are harmless and tempting: people and firms are invented. */
export const readingSituations: readonly ReadingSituation[] = [
  // Signs.
  ['A dash for a dot', 'lookalike', { from: 'Ann Lee <ann.lee@justice-gov.uk>' }],
  ['The dot is missing', 'lookalike', { from: 'Ann Lee <ann.lee@justicegov.uk>' }],
  ['The own domain before a stranger’s', 'lookalike', { from: 'IT <it@justice.gov.uk.mail-portal.com>' }],
  ['The own domain under uk.com', 'lookalike', { from: 'HR <hr@justice.gov.uk.com>' }],
  ['A digit for a letter', 'lookalike', { from: 'Payroll <payroll@hmct5.net>' }],
  ['A Cyrillic letter', 'lookalike', { from: 'Payroll <payroll@hmсts.net>' }],
  ['A letter too much at the end', 'lookalike', { from: 'Ann Lee <ann.lee@justice.gov.ukk>' }],
  ['A twin, and a colleague’s name', 'lookalike colleague', { from: 'Ann Lee <ann.lee@justice-gov.uk>', ...colleague }],
  ['A colleague’s address as the name', 'name-address', { from: 'ann.lee@justice.gov.uk <ceo.desk@mailbox-41.com>' }],
  ['A colleague’s address after the name', 'name-address', { from: 'Ann Lee ann.lee@justice.gov.uk <ceo.desk@mailbox-41.com>' }],
  ['A partner’s address as the name', 'name-address', { from: 'pc.dale@met.police.uk <pc.dale@policemail.online>' }],
  ['A colleague’s name at a made-up mailbox', 'colleague', { from: 'Ann Lee <executive.office221@gmail.com>', ...colleague }],
  ['A colleague’s name at a Yahoo mailbox', 'colleague', { from: 'Lee, Ann <a.lee.urgent@yahoo.com>', ...colleague }],
  ['A colleague’s name at a stranger’s domain', 'colleague', { from: 'Ann Lee <ann@consult-desk.co>', ...colleague }],
  ['The organisation’s name at a private mailbox', 'organisation', { from: 'HMCTS Finance <accounts.hmcts@outlook.com>' }],
  ['The organisation’s domain as a name', 'organisation', { from: 'justice.gov.uk Helpdesk <desk.moj@gmail.com>' }],
  ['A link shows the own portal', 'link', { links: ['https://portal.justice.gov.uk/login → https://portal-login.web-ms.net/a'] }],
  ['A bare own domain as words', 'link', { links: ['hmcts.net → https://tinyhost.app/x'] }],
  ['A link shows gov.uk', 'link', { links: ['www.gov.uk/pay-fine → https://pay-fine.online-uk.net/'] }],
  ['A link in a sentence shows gov.uk', 'link', { links: ['Visit https://www.gov.uk/tax-refund today → https://refund.hm-tax.net/'] }],
  ['A link shows the police', 'link', { links: ['www.met.police.uk/report → https://report-case.net/'] }],
  ['A user name that looks like the own host', 'link', { links: ['https://justice.gov.uk/docs → https://justice.gov.uk@files-77.net/docs'] }],
  [
    'Behind Safe Links',
    'link',
    { links: ['https://portal.justice.gov.uk → https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fportal.web-ms.net%2F&data=05%7C01'] },
  ],
  ['Behind Proofpoint 2', 'link', { links: ['portal.justice.gov.uk → https://urldefense.proofpoint.com/v2/url?u=https-3A__portal.web-2Dms.net_a&d=DwM'] }],
  ['Behind Proofpoint 3', 'link', { links: ['portal.justice.gov.uk → https://urldefense.com/v3/__https://portal.web-ms.net/a__;!!CQl3mcHX2A!abc'] }],
  ['Behind Google', 'link', { links: ['portal.justice.gov.uk → https://www.google.com/url?q=https%3A%2F%2Fportal.web-ms.net&sa=D'] }],
  [
    'Behind two wrappers',
    'link',
    {
      links: [
        'portal.justice.gov.uk → https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fportal.web-ms.net',
      ],
    },
  ],
  [
    'A partner’s mailbox was taken over',
    'link',
    { from: 'Sam Vale <sam.vale@leeds.gov.uk>', links: ['https://portal.justice.gov.uk → https://shared-doc.web-ms.net/'] },
  ],
  ['A look-alike behind a button', 'link-lookalike', { links: ['Review document → https://justice-gov-uk.com/docs'] }],
  [
    'A look-alike behind Mimecast that tells the domain',
    'link-lookalike',
    { links: ['Sign in → https://url.uk.m.mimecastprotect.com/s/AbC?domain=justice-gov.uk'] },
  ],
  ['A bank’s address that goes elsewhere', 'link', { links: ['https://www.northbank.co.uk/secure → https://nb-secure.web-ms.net/'] }],
  ['Answers go from a firm to a private mailbox', 'reply-to', { from: 'Eve Hall <eve.hall@hallandco.co.uk>', replyTo: 'eve.hall.partner@gmail.com' }],
  ['Answers go to a twin of the supplier', 'reply-to', { from: 'Dan Fir <dan.fir@brightprint.co.uk>', replyTo: 'dan.fir@brightprlnt.co.uk' }],
  ['A colleague’s real address, answers elsewhere', 'reply-to', { from: 'Ann Lee <ann.lee@justice.gov.uk>', replyTo: 'ann.lee.gov@outlook.com' }],
  [
    'Everything at once',
    'lookalike link reply-to',
    { from: 'Ann Lee <ann.lee@justice-gov.uk>', links: ['https://portal.justice.gov.uk → https://portal.web-ms.net/'], replyTo: 'a.lee@gmail.com' },
  ],

  // Harmless, and tempting.
  ['A supplier', '', { from: 'Dan Fir <dan.fir@brightprint.co.uk>', links: ['www.brightprint.co.uk → https://www.brightprint.co.uk/'] }],
  ['A citizen', '', { from: 'Kay Marsh <kay.marsh71@gmail.com>' }],
  ['A citizen with a colleague’s surname', '', { from: 'Kay Lee <kay.lee@gmail.com>' }],
  [
    'A charity named after justice',
    '',
    { from: 'Justice Network <hello@justicenetwork.org.uk>', links: ['justicenetwork.org.uk → https://justicenetwork.org.uk'] },
  ],
  [
    'A newsletter through GovDelivery',
    '',
    { from: 'GOV.UK emails <gov.uk.email@notifications.service.gov.uk>', links: ['www.gov.uk/pay → https://lnks.gd/l/abc', 'Unsubscribe → https://lnks.gd/u'] },
  ],
  [
    'A newsletter through Mailchimp',
    '',
    {
      from: 'Law Weekly <news@lawweekly.co.uk>',
      links: [
        'www.gov.uk/guidance → https://lawweekly.us1.list-manage.com/track/click?u=1',
        'unsubscribe from this list → https://lawweekly.us1.list-manage.com/unsubscribe',
      ],
    },
  ],
  [
    'A newsletter with a tracker of its own',
    '',
    {
      from: 'Training <hello@training.co.uk>',
      links: ['https://www.gov.uk/x → https://t.trainmail.net/1', 'Book → https://t.trainmail.net/2', 'Opt out → https://t.trainmail.net/3'],
    },
  ],
  [
    'A newsletter that the page marks',
    '',
    { mailing: true, from: 'Club <club@club.org>', replyTo: 'secretary.club@gmail.com', links: ['https://venue.co.uk → https://go.club.org/1'] },
  ],
  ['A mailing list with munged names', '', { from: 'Ann Lee via JISCMAIL <law-list@jiscmail.ac.uk>', ...colleague, replyTo: 'ann.lee.home@gmail.com' }],
  ['A Google group', '', { from: "'Ann Lee' via Court Users <court-users@googlegroups.com>", ...colleague }],
  [
    'A shared document of Google',
    '',
    { from: 'Ann Lee (via Google Docs) <drive-shares-dm-noreply@google.com>', ...colleague, links: ['Open → https://docs.google.com/document/d/1'] },
  ],
  [
    'A shared document of SharePoint',
    '',
    { from: 'Ann Lee <no-reply@sharepointonline.com>', ...colleague, links: ['Minutes.docx → https://justiceuk.sharepoint.com/:w:/s/1'] },
  ],
  ['A comment in a document', '', { from: 'Ann Lee (Google Docs) <comments-noreply@docs.google.com>', ...colleague }],
  ['A Dropbox file', '', { from: 'Ann Lee via Dropbox <no-reply@dropbox.com>', ...colleague }],
  [
    'A signature request',
    '',
    { from: 'Ann Lee via Docusign <dse_na4@docusign.net>', ...colleague, links: ['REVIEW DOCUMENT → https://eu.docusign.net/Signing/x'] },
  ],
  ['A ticket of Jira', '', { from: 'Ann Lee (Jira) <jira@moj.atlassian.net>', ...colleague, replyTo: 'jira+abc@moj.atlassian.net' }],
  ['A ticket of Zendesk', '', { from: 'Ann Lee (MoJ Helpdesk) <support@moj.zendesk.com>', ...colleague }],
  ['A ticket of ServiceNow', '', { from: 'HMCTS Service Desk <hmcts@service-now.com>', replyTo: 'hmcts@service-now.com' }],
  ['A ticket system of a supplier', '', { from: 'Brightprint Support <tickets@brightprint.co.uk>', replyTo: 'brightprint@freshdesk.com' }],
  ['GitHub', '', { from: 'Ann Lee <notifications@github.com>', ...colleague, replyTo: 'reply+abc@reply.github.com' }],
  ['Slack', '', { from: 'Ann Lee (Slack) <notification@slack.com>', ...colleague }],
  ['A Zoom invitation', '', { from: 'Ann Lee <no-reply@zoom.us>', ...colleague, links: ['https://zoom.us/j/1234 → https://zoom.us/j/1234'] }],
  [
    'A Teams invitation of a partner',
    '',
    {
      from: 'Sam Vale <sam.vale@leeds.gov.uk>',
      links: ['Join the meeting now → https://teams.microsoft.com/l/meetup-join/1', 'aka.ms/JoinTeamsMeeting → https://aka.ms/JoinTeamsMeeting?omkt=en-GB'],
    },
  ],
  ['A Google Calendar invitation', '', { from: 'Ann Lee <calendar-notification@google.com>', ...colleague, replyTo: 'ann.lee@justice.gov.uk' }],
  ['A secretary on behalf of', '', { from: 'Ann Lee <pa.office@chambers.co.uk>', behalf: 'Ann Lee <ann.lee@justice.gov.uk>', ...colleague }],
  ['A name with its firm in brackets', '', { from: 'Ann Lee (Brightprint) <ann.lee@brightprint.co.uk>', ...colleague }],
  ['A survey in a colleague’s name', '', { from: 'Ann Lee via SurveyMonkey <member@surveymonkeyuser.com>', ...colleague }],
  ['A namesake who is written to', '', { from: 'Ann Lee <known@oldfriend.example>', ...colleague }],
  ['My own private mailbox', '', { from: 'Jane Smith <jane.smith84@gmail.com>', elsewhere: ['jane.smith@justice.gov.uk'] }],
  ['My own message in Sent', '', { from: 'Jane Smith <jane.smith@justice.gov.uk>', links: ['www.gov.uk → https://other.example/'] }],
  [
    'A colleague pastes a wrong link',
    '',
    { from: 'Ann Lee <ann.lee@justice.gov.uk>', links: ['https://intranet.justice.gov.uk → https://justiceuk.sharepoint.com/sites/x'] },
  ],
  [
    'Safe Links around what it shows',
    '',
    { links: ['https://www.justice.gov.uk/a → https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.justice.gov.uk%2Fa&data=05'] },
  ],
  ['Proofpoint around what it shows', '', { links: ['www.gov.uk/a → https://urldefense.com/v3/__https://www.gov.uk/a__;!!abc'] }],
  ['Mimecast that hides all', '', { links: ['www.gov.uk/a → https://protect-eu.mimecast.com/s/AbCdEf'] }],
  ['Sophos that hides all', '', { links: ['www.gov.uk/a → https://eu-west-2.protection.sophos.com/?d=gov.uk&u=aHR0cHM6'] }],
  ['A signature with the firm’s new name', '', { from: 'Eve Hall <eve@hallandco.co.uk>', links: ['www.hallandco.co.uk → https://www.hallvale.com/'] }],
  ['A signature with the firm’s other ending', '', { from: 'Eve Hall <eve@hallandco.co.uk>', links: ['www.hallandco.co.uk → https://hallandco.com'] }],
  [
    'A signature with social media',
    '',
    {
      from: 'Eve Hall <eve@hallandco.co.uk>',
      links: ['LinkedIn → https://www.linkedin.com/in/eve', 'twitter.com/eve → https://x.com/eve', 'https://youtube.com/hall → https://youtu.be/abc'],
    },
  ],
  [
    'File names as links',
    '',
    {
      links: [
        'Order 1182.pdf → https://files.brightprint.co.uk/1',
        'draft.v3.docx → https://files.brightprint.co.uk/2',
        'readme.md → https://files.brightprint.co.uk/3',
      ],
    },
  ],
  ['Programs with dots', '', { links: ['Node.js → https://nodejs.org', 'ASP.NET → https://dotnet.microsoft.com'] }],
  ['Two pages of government', '', { links: ['www.gov.uk/government/publications/x → https://assets.publishing.service.gov.uk/x.pdf'] }],
  ['A page that moved within the NHS', '', { links: ['www.england.nhs.uk/a → https://digital.nhs.uk/a'] }],
  ['The BBC’s two endings', '', { links: ['https://www.bbc.co.uk/news/1 → https://www.bbc.com/news/1'] }],
  ['A short address in words', '', { links: ['bit.ly/plan → https://bit.ly/plan', 'https://bit.ly/x → https://www.brightprint.co.uk'] }],
  [
    'A redirect that names the place',
    '',
    { links: ['https://www.lawgazette.co.uk/a → https://redirect.brightprint.co.uk/?to=https%3A%2F%2Fwww.lawgazette.co.uk%2Fa'] },
  ],
  ['A mail address in words', '', { links: ['ann.lee@justice.gov.uk → https://contact.brightprint.co.uk/ann'] }],
  ['Wide words, no address', '', { links: ['Click here to view → https://docs.brightprint.co.uk', 'Track your parcel → https://track.parcels.co.uk'] }],
  ['A web form of a charity', '', { from: 'Website <wordpress@charity.org.uk>', replyTo: 'kay.marsh71@gmail.com' }],
  ['A contact form without a reply name', '', { from: 'Contact form <noreply@charity.org.uk>', replyTo: 'kay.marsh71@gmail.com' }],
  ['A firm of two domains', '', { from: 'Eve Hall <eve@hallandco.co.uk>', replyTo: 'eve@hallgroup.com' }],
  ['A citizen with two mailboxes', '', { from: 'Kay Marsh <kay.marsh71@gmail.com>', replyTo: 'kay.marsh@outlook.com' }],
  ['Secure mail', '', { from: 'Ann Lee <ann.lee@justice.gov.uk.cjsm.net>' }],
  ['A partner whose name is near', '', { from: 'Sam Vale <sam.vale@justices.gov.uk>' }],
  ['A French ministry', '', { from: 'Claude Petit <c.petit@justice.gouv.fr>' }],
  ['A short firm name', '', { from: 'BT <billing@bt.com>', links: ['bt.com → https://www.bt.com'] }],
  ['A shop', '', { from: 'Parcels <no-reply@parcels.co.uk>', links: ['Track → https://click.parcels.co.uk/1'] }],
  [
    'A bank that warns of look-alikes',
    '',
    { from: 'Northbank <alerts@northbank.co.uk>', links: ['www.northbank.co.uk → https://click.email.northbank.co.uk/1'] },
  ],
  ['A sender by name only', '', { from: 'Ann Lee', links: ['www.gov.uk → https://other.example'] }],
  ['An unreadable sender', '', { from: null, links: ['www.gov.uk → https://other.example'] }],
];
