/** A policy that sets every key, and what the options page shows of it; the same in every browser. */

/** A pack with nothing but a contact of the organisation's own. */
export const ownDesk = JSON.stringify({
  contacts: [
    {
      id: 'our-desk',
      group: 'theft-and-loss',
      team: 'Our own desk',
      channels: [{ kind: 'phone', value: '020 7946 0000' }],
      sources: [{ document: 'remote-working' }],
      checked: '2026-11-01',
    },
  ],
  situations: [],
  rules: {},
});

/** Lists, each with an entry. */
export const listEntries = {
  ownDomains: 'justice.example',
  trustedDomains: 'partner.example',
  personalDomains: 'isp.example',
  groupAddresses: 'all@justice.example',
} as const;

/** Numbers, choices and truth values. */
export const fieldValues = {
  replyAllPeople: 12,
  visiblePeople: 9,
  visiblePersonal: 6,
  calmAfterCards: 5,
  unlockedMinutes: 7,
  historyDays: 14,
  language: 'cy',
  rememberPeople: false,
  history: false,
  showWelcome: true,
} as const;

export const everyKey = {
  ...Object.fromEntries(Object.entries(listEntries).map(([key, entry]) => [key, [entry]])),
  ...fieldValues,
  'rule-quoted-thread': 'confirm',
  guidance: 'general',
  hosts: ['https://mail.justice.example'],
} as const;
