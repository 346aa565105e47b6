import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { linkOf, wordsIn } from '../../guidance/pack';
import { moj } from '../../guidance/packs/moj';
import { packSchema } from '../../guidance/schema';

/** Every point of the source guidance and where a person meets it: rule ids, or `checklist` or `popup`. */
const map: readonly (readonly [id: string, ...places: string[]])[] = [
  ['cb-privacy-screen', 'pre-join', 'checklist'],
  ['cb-dispose-securely', 'print', 'checklist'],
  ['cb-window', 'pre-join', 'screen-share', 'sharing-while-writing', 'checklist'],
  ['cb-private-space', 'pre-join', 'checklist'],
  ['cb-headphones', 'pre-join', 'loudspeakers', 'checklist'],
  ['cb-surroundings', 'pre-join', 'checklist'],
  ['cb-overheard', 'pre-join', 'checklist'],
  ['rw-smart-devices', 'pre-join', 'checklist'],
  ['cb-group-addresses', 'group-address', 'reply-all-audience', 'checklist'],
  ['cb-chain', 'quoted-thread', 'checklist'],
  ['cb-password', 'password-in-message', 'checklist'],
  ['rw-password-manager', 'password-in-message', 'checklist'],
  ['cb-lock', 'unlocked-screen', 'checklist'],
  ['cb-badge', 'pre-join', 'checklist'],
  ['rw-advertise', 'pre-join', 'checklist'],
  ['rw-personal-email', 'personal-address', 'work-in-personal-account', 'checklist'],
  ['rw-outside-recipient', 'outside-recipient', 'visible-recipients', 'lookalike-domain'],
  ['rw-think-before-print', 'print', 'checklist'],
  ['rw-print-usb', 'print'],
  ['rw-print-personal-info', 'print'],
  ['rw-print-ask', 'print'],
  ['rw-print-store', 'print'],
  ['rw-phishing', 'unexpected-sender'],
  ['rw-official-equipment', 'work-in-personal-account', 'checklist'],
  ['rw-family', 'unlocked-screen', 'checklist'],
  ['rw-unattended', 'unlocked-screen', 'checklist'],
  ['rw-clear-desk', 'checklist'],
  ['rw-overlooked', 'screen-share', 'sharing-while-writing', 'pre-join', 'checklist'],
  ['rw-be-professional', 'checklist'],
  ['rw-follow-policy', 'checklist'],
  ['rw-report', 'popup'],
  ['rw-manager', 'popup'],
  ['cb-travel', 'checklist'],
];

const stories: readonly (readonly [id: string, ...rules: string[]])[] = [
  ['cb-why-victim', 'quoted-thread', 'outside-recipient'],
  ['cb-why-staff', 'quoted-thread', 'outside-recipient', 'personal-address'],
];

const contacts: readonly (readonly [team: string, group: string, ...values: string[]])[] = [
  ['Technology Service Desk', 'theft-and-loss', 'itservicedesk@justice.gov.uk', '0800 917 5148'],
  ['Digital Service Desk', 'theft-and-loss', 'servicedesk@digital.justice.gov.uk', '#digitalservicedesk'],
  ['HMPPS Information & security', 'theft-and-loss', 'informationmgmtsecurity@justice.gov.uk', '0203 334 0324'],
  ['Operational Security Team', 'incidents', 'OperationalSecurityTeam@justice.gov.uk', '#security'],
  [
    'Privacy Team',
    'privacy',
    'privacy@justice.gov.uk',
    '#securityprivacyteam',
    'https://intranet.justice.gov.uk/guidance/knowledge-information/protecting-information/',
  ],
  ['Cyber Consultants & Risk Advisors', 'cyber', 'security@digital.justice.gov.uk', '#security'],
  ['MoJ headquarters staff', 'paper', 'Records_Retention_@justice.gov.uk'],
  ['HMCTS and HMPPS staff', 'paper', 'BranstonRegistryRequests2@justice.gov.uk'],
  ['JustStore', 'juststore', 'KIM@justice.gov.uk'],
];

describe('the Ministry of Justice pack', () => {
  test('is valid', () => {
    expect(v.safeParse(packSchema, moj).issues ?? []).toEqual([]);
  });

  test.each(map)('%s is where the map says', (id, ...places) => {
    const point = moj.points.find((candidate) => candidate.id === id);
    expect(point, id).toBeDefined();
    for (const place of places.filter((candidate) => candidate !== 'popup')) {
      if (place === 'checklist') expect(point?.checklist?.length, id).toBeGreaterThan(0);
      else expect([...(moj.rules[place]?.points ?? []), ...(moj.rules[place]?.details ?? [])], place).toContain(id);
    }
  });

  test('has no point that the map does not know', () => {
    expect(moj.points.map((point) => point.id).sort()).toEqual(map.map(([id]) => id).sort());
  });

  test.each(stories)('story %s belongs to its rules and is announced', (id, ...rules) => {
    expect(moj.stories.find((story) => story.id === id)?.notice).toBeTruthy();
    for (const rule of rules) expect(moj.rules[rule]?.stories, rule).toContain(id);
  });

  test.each(contacts)('%s can be reached', (team, group, ...values) => {
    const contact = moj.contacts.find((candidate) => wordsIn(moj, candidate.team, 'en') === team);
    expect(contact?.group).toBe(group);
    expect(contact?.channels.map((channel) => channel.value)).toEqual(expect.arrayContaining(values));
    expect(contact && moj.situations.some((situation) => situation.contacts.includes(contact.id))).toBe(true);
  });

  test('a mailbox that nobody reads is never a link, and the channel that works comes first', () => {
    const desk = moj.contacts.find((contact) => contact.id === 'technology-service-desk');
    expect(desk?.channels[0]?.kind).toBe('phone');
    const closed = moj.contacts.flatMap((contact) => contact.channels).filter((channel) => channel.state === 'closed');
    expect(closed.map((channel) => channel.value)).toEqual(['itservicedesk@justice.gov.uk']);
    expect(closed.map(linkOf)).toEqual([null]);
    for (const channel of moj.contacts.flatMap((contact) => contact.channels)) {
      if ((channel.state ?? 'works') !== 'works') expect(channel.source, channel.value).toBeDefined();
    }
    for (const contact of moj.contacts) expect(contact.channels[0]?.state ?? 'works', contact.id).not.toBe('closed');
  });

  test('takes no sentence over from its sources', () => {
    const borrowed = ['Only conduct video calls from private spaces', 'Never send work material to personal email accounts', 'sick', 'place of safety'];
    for (const sentence of borrowed) expect(JSON.stringify(moj)).not.toContain(sentence);
  });
});
