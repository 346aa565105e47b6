import type { ComponentChild } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import english from '../../assets/language/en.json';
import '../../assets/styles/options.css';
import { Options, type OptionsProps } from '../../components/options';
import type { SettingChange } from '../../core/setting';
import { moj } from '../../guidance/packs/moj';
import { comparePacks, readPackText, writePackText } from '../../guidance/read';
import { readAddresses, readableDomain, readDomains, readProviders, readServer, trustedPresets, tryAddress } from '../../platform/organisation-input';
import { definitions, type SettingKey, type Settings, settingKeys } from '../../platform/setting-definitions';
import { settingViews } from '../../platform/setting-views';
import type { ReadSettings } from '../../platform/settings';
import { readSettingsFile } from '../../platform/settings-file';
import { until } from '../support/until';
import { mount, named, one, violations } from './support';

const builtIn = [{ id: 'gmail', name: 'Gmail', matches: ['https://mail.google.com/*'] }];

const guide = (given: Partial<OptionsProps['guide']> = {}): OptionsProps['guide'] => ({
  pack: moj,
  ownPack: null,
  unreadable: false,
  today: '2026-11-21',
  readPack: (text) => Promise.resolve(readPackText(text)),
  writePack: (pack) => Promise.resolve(writePackText(pack)),
  compare: (pack) => Promise.resolve(comparePacks(pack, moj)),
  onKeep: vi.fn(() => Promise.resolve(() => Promise.resolve())),
  onForget: vi.fn(() => Promise.resolve(() => Promise.resolve())),
  onExport: vi.fn(),
  ...given,
});

/** What is not told about the settings is as the definitions have it. */
const readOf = (settings: Partial<Settings>, managed: readonly SettingKey[] = []): ReadSettings => ({
  settings: { ...(Object.fromEntries(settingKeys.map((key) => [key, definitions[key].default])) as unknown as Settings), ...settings },
  own: settings,
  here: [],
  managed,
  managedEntries: {},
  managedRules: [],
  offeredHosts: [],
  managedPack: null,
  refused: [],
});

interface Given extends Partial<Omit<OptionsProps, 'settings'>> {
  readonly settings?: Partial<Settings>;
  readonly managed?: readonly SettingKey[];
  readonly read?: Partial<ReadSettings>;
}

/** The page with a store behind it, as the entrypoint wires it. */
function open({ settings: given = {}, managed = [], read = {}, ...rest }: Given = {}, fresh = true) {
  if (fresh) sessionStorage.clear();
  let settings: Partial<Settings> = given;
  let servers: readonly string[] = rest.addedServers ?? [];
  const file = vi.fn((_values: object) => Promise.resolve());
  const store = vi.fn((_change: SettingChange) => Promise.resolve());
  const after = (change: SettingChange): Partial<Settings> => {
    const all = readOf(settings).settings;
    if ('rule' in change) return { ...settings, ruleStrengths: { ...all.ruleStrengths, [change.rule]: change.strength } };
    if ('to' in change) return { ...settings, [change.key]: change.to };
    const before = all[change.key as 'ownDomains'];
    return { ...settings, [change.key]: [...before.filter((entry) => !change.remove.includes(entry)), ...change.add] };
  };
  const take = (next: Partial<Settings>): (() => Promise<void>) => {
    const before = settings;
    settings = next;
    mounted.update(screen());
    return () => {
      settings = before;
      mounted.update(screen());
      return Promise.resolve();
    };
  };
  const screen = (): ComponentChild => {
    const now = { ...readOf(settings, managed), ...read };
    const { ownDomains, trustedDomains, personalDomains, groupAddresses, ruleStrengths } = now.settings;
    const organisation = { own: ownDomains, trusted: trustedDomains };
    return (
      <Options
        history={{ entries: [], today: 0, onExport: vi.fn(), onClear: () => Promise.resolve(() => Promise.resolve()) }}
        packProblems={[]}
        rules={[{ id: 'pre-join', theme: 'overseen', strength: ruleStrengths['pre-join'] ?? 'nudge', usual: 'nudge' }]}
        sites={builtIn}
        presets={{ own: [], trusted: trustedPresets }}
        languages={[{ tag: 'en', name: 'English', awaitingReview: false }]}
        version="1.2.3"
        guide={guide()}
        readDomains={(text, list) => {
          if (list === 'personal') return readProviders(text, personalDomains);
          return list === 'groups' ? readAddresses(text, groupAddresses) : readDomains(text, list, organisation);
        }}
        tryAddress={(text) => tryAddress(text, organisation, [])}
        readServer={(text) => readServer(text, ['https://mail.google.com/*'], servers)}
        readable={readableDomain}
        onChange={async (change) => {
          await store(change);
          return take(after(change));
        }}
        onReset={(keys) => Promise.resolve(take(Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.includes(key)))))}
        onForgetAnswers={() => Promise.resolve(() => Promise.resolve())}
        onCopy={() => Promise.resolve(true)}
        onExportFile={vi.fn()}
        readFile={(text) => readSettingsFile(text, now, servers, false)}
        onTakeFile={async (values) => {
          await file(values);
          return take({ ...settings, ...values });
        }}
        onAddServers={(patterns) => {
          servers = [...servers, ...patterns];
          mounted.update(screen());
          return Promise.resolve(true);
        }}
        onAddServer={(pattern) => {
          servers = [...servers, pattern];
          mounted.update(screen());
          return Promise.resolve(true);
        }}
        onRemoveServer={(pattern) => {
          servers = servers.filter((other) => other !== pattern);
          mounted.update(screen());
          return Promise.resolve(true);
        }}
        refused={[]}
        {...rest}
        settings={settingViews(now)}
        addedServers={servers}
      />
    );
  };
  const mounted = mount(screen());
  const { root } = mounted;
  const listed = (list: string) => [...root.querySelectorAll(`[data-list=${list}] [data-domain]`)].map((row) => row.getAttribute('data-domain'));
  const add = async (list: 'own' | 'trusted', text: string) => {
    await userEvent.fill(one(root, `#domains-${list}`), text);
    await userEvent.click(named(one(root, `[data-list=${list}]`), 'button', 'Add'));
  };
  const plain = (selector: string) => (root.querySelector(selector)?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
  return { root, listed, add, store, file, plain, settings: () => readOf(settings).settings };
}

beforeEach(() => page.viewport(1100, 900));

describe('domains', () => {
  test('apply at once, and can be undone', async () => {
    const { root, listed, add, plain } = open();
    await add('own', 'Ann <ann@justice.gov.uk>; *.hmcts.net');
    await until(() => expect(listed('own')).toEqual(['justice.gov.uk', 'hmcts.net']));
    await until(() => expect(plain('.done')).toContain('2 domains added.'));
    await userEvent.click(named(root, 'button', 'Remove ⁨justice.gov.uk⁩'));
    await until(() => expect(listed('own')).toEqual(['hmcts.net']));
    await userEvent.click(named(root, 'button', 'Undo'));
    await until(() => expect(listed('own')).toEqual(['justice.gov.uk', 'hmcts.net']));
    expect(plain('.done')).toContain('Undone: justice.gov.uk removed.');
  });

  test('a refused one is explained, linked from the summary, and stays to be mended; good ones are kept', async () => {
    const { root, listed, add, plain } = open();
    await add('own', 'justice.gov.uk, co.uk, 10.0.0.1');
    await until(() => expect(listed('own')).toEqual(['justice.gov.uk']));
    const summary = one(root, '.error-summary');
    await until(() => expect(document.activeElement).toBe(summary));
    expect(plain('.error-summary')).toContain('“co.uk” is shared by everyone who registers a name under it.');
    const field = one<HTMLTextAreaElement>(root, '#domains-own');
    expect(field.value).toBe('co.uk\n10.0.0.1');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(root)).toEqual([]);
    await userEvent.click(one(summary, 'a'));
    expect(document.activeElement).toBe(field);
    await userEvent.fill(field, 'cica.gov.uk');
    await userEvent.keyboard('{Enter}');
    await until(() => expect(listed('own')).toEqual(['justice.gov.uk', 'cica.gov.uk']));
    expect(root.querySelector('.error-summary')).toBeNull();
  });

  test('thousands of words that are no domains are told in a few lines, and stay in the field', async () => {
    const { root, add, plain } = open();
    await add('own', Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' '));
    const field = one<HTMLTextAreaElement>(root, '#domains-own');
    await until(() => expect(plain('.error-summary')).toContain('2,990 more are still in the field'));
    expect(root.querySelectorAll('.error-summary li')).toHaveLength(11);
    expect(field.value.split('\n')).toHaveLength(3000);
  });

  test('a list of 2,000 shows its last entries, all on demand, and what is searched for', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `office${index}.example`);
    const { root, listed } = open({ settings: { ownDomains: many } });
    expect(listed('own')).toEqual(many.slice(-50));
    await userEvent.fill(one(root, '#options-query'), 'office77.');
    await until(() => expect(listed('own')).toEqual(['office77.example']));
    await userEvent.clear(one(root, '#options-query'));
    await userEvent.click(named(one(root, '[data-list=own]'), 'button', 'Show all 2,000 entries'));
    await until(() => expect(listed('own')).toEqual(many));
    await userEvent.click(named(one(root, '[data-list=own]'), 'button', 'Show the last 50 only'));
    await until(() => expect(listed('own')).toHaveLength(50));
  });

  test('a field of 10,000 lines is not drawn anew with every key, and outlives the page', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `office${index}.example`).join('\n');
    const { root } = open();
    const field = one<HTMLTextAreaElement>(root, '#domains-own');
    field.value = lines;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => expect(field.rows).toBe(6));
    const stored = vi.spyOn(Storage.prototype, 'setItem');
    let changes = 0;
    const watching = new MutationObserver((records) => {
      changes += records.length;
    });
    watching.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let key = 0; key < 20; key += 1) field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(stored).not.toHaveBeenCalled();
    dispatchEvent(new Event('pagehide'));
    expect(stored).toHaveBeenCalledTimes(1);
    expect(changes + watching.takeRecords().length).toBe(0);
    watching.disconnect();
    stored.mockRestore();
    expect(one<HTMLTextAreaElement>(open({}, false).root, '#domains-own').value).toBe(lines);
    sessionStorage.clear();
  });

  test('an error takes the message of an earlier success away, not that of its own', async () => {
    const { add, plain } = open();
    await add('own', 'justice.gov.uk hmcts.net');
    await until(() => expect(plain('.done')).toContain('2 domains added.'));
    await add('own', 'foo');
    await until(() => expect(plain('.error-summary')).toContain('“foo” is not a domain.'));
    expect(plain('.done')).toBe('');
    await add('own', 'cica.gov.uk 10.0.0.1');
    await until(() => expect(plain('.done')).toContain('1 domain added.'));
    expect(plain('.error-summary')).toContain('“10.0.0.1” is an IP address.');
  });

  test.each([
    [320, 500],
    [1100, 900],
  ])('the message is in view, and covers nothing at the page’s end: %d × %d', async (width, height) => {
    await page.viewport(width, height);
    const { root, add, plain } = open();
    await add('own', 'justice.gov.uk hmcts.net');
    await until(() => expect(plain('.done')).toContain('2 domains added.'));
    const bar = () => one(root, '.done').getBoundingClientRect();
    window.scrollTo(0, 400);
    await until(() => expect(window.scrollY).toBe(400));
    expect(bar().top).toBeGreaterThan(0);
    expect(bar().bottom).toBeLessThanOrEqual(innerHeight);
    window.scrollTo(0, document.documentElement.scrollHeight);
    await until(() => expect(bar().top).toBeGreaterThanOrEqual(one(root, '#about').getBoundingClientRect().bottom));
    expect(bar().bottom).toBeLessThanOrEqual(innerHeight);
  });

  test('a pasted link gives the domain, and says where it came from', async () => {
    const { listed, add, plain } = open();
    await add('own', 'https://www.cps.gov.uk/x');
    await until(() => expect(listed('own')).toEqual(['cps.gov.uk']));
    expect(plain('[data-list=own] form [role=status]')).toContain('cps.gov.uk was taken from www.cps.gov.uk, which is the name of a website.');
  });

  test('duplicates and covered ones are told and change nothing', async () => {
    const { add, listed, plain, store } = open({
      settings: { ownDomains: ['justice.gov.uk'] },
    });
    await add('own', 'digital.justice.gov.uk justice.gov.uk');
    await until(() => expect(plain('[data-list=own] form [role=status]')).toContain('digital.justice.gov.uk is covered by justice.gov.uk already.'));
    expect(plain('[data-list=own] form [role=status]')).toContain('justice.gov.uk is in the list already.');
    expect(listed('own')).toEqual(['justice.gov.uk']);
    expect(store).not.toHaveBeenCalled();
  });

  test('a preset trusts a whole branch', async () => {
    const { root, listed } = open();
    await userEvent.click(one(root, '[data-preset=government]'));
    await until(() => expect(listed('trusted')).toContain('gov.uk'));
  });

  test('an empty field says what to enter', async () => {
    const { root, add, plain } = open();
    await add('trusted', '  ');
    await until(() => expect(plain('.error-summary')).toContain('Enter a domain'));
    expect(one(root, '#domains-trusted').getAttribute('aria-invalid')).toBe('true');
    expect(one(root, '#domains-own').getAttribute('aria-invalid')).toBe('false');
  });

  test('when the browser cannot store it, that is said and the list stays', async () => {
    const { add, listed, plain } = open({ onChange: () => Promise.reject(new Error('full')) });
    await add('own', 'justice.gov.uk');
    await until(() => expect(plain('.error-summary')).toContain('could not store'));
    expect(listed('own')).toEqual([]);
  });

  test('those set by policy cannot be changed', () => {
    const { root } = open({
      managed: ['ownDomains'],
      settings: { ownDomains: ['justice.gov.uk'] },
    });
    expect(one(root, '[data-list=own]').textContent).toContain('Set by your organisation');
    expect(root.querySelector('[data-list=own] button')).toBeNull();
    expect(root.querySelector('[data-list=trusted] form')).not.toBeNull();
  });
});

test('an address is tried while it is typed', async () => {
  const { root, plain } = open({
    settings: { ownDomains: ['justice.gov.uk'], trustedDomains: ['gov.uk'] },
  });
  for (const [text, standing, why] of [
    ['ann@digital.justice.gov.uk', 'own', 'digital.justice.gov.uk belongs to justice.gov.uk'],
    ['ann@homeoffice.gov.uk', 'trusted', 'belongs to gov.uk'],
    ['ann@gmail.com', 'personal', 'is a personal mail provider'],
    ['ann@firm.co.uk', 'outside', 'is in neither list'],
  ]) {
    await userEvent.fill(one(root, '#try'), text ?? '');
    expect(one(root, '.tried [data-standing]').getAttribute('data-standing')).toBe(standing);
    expect(plain('.tried')).toContain(why);
  }
  await userEvent.fill(one(root, '#try'), 'ann@');
  expect(plain('.tried')).toContain('not a whole address yet');
});

test('a reminder is made quiet with the arrow keys, and undone', async () => {
  const { root, settings } = open();
  one(root, '[data-rule=pre-join] input:checked').focus();
  await userEvent.keyboard('{ArrowDown}');
  await until(() => expect(settings().ruleStrengths).toEqual({ 'pre-join': 'quiet' }));
  await until(() => expect(one<HTMLInputElement>(root, '[data-rule=pre-join] input[value=quiet]').checked).toBe(true));
  await userEvent.click(named(root, 'button', 'Undo'));
  await until(() => expect(settings().ruleStrengths).toEqual({}));
});

describe('servers', () => {
  const type = async (root: HTMLElement, text: string) => {
    await userEvent.fill(one(root, '#server'), text);
    await userEvent.keyboard('{Enter}');
  };
  const added = (root: HTMLElement) => [...root.querySelectorAll('[data-sites=added] li span')].map((row) => row.textContent);

  test('one is added, removed, and brought back', async () => {
    const { root } = open();
    await type(root, 'https://mail.example.org/webmail/?_task=mail');
    await until(() => expect(added(root)).toEqual(['mail.example.org']));
    await userEvent.click(named(root, 'button', 'Remove ⁨mail.example.org⁩'));
    await until(() => expect(added(root)).toEqual([]));
    await userEvent.click(named(root, 'button', 'Undo'));
    await until(() => expect(added(root)).toEqual(['mail.example.org']));
  });

  test('a refusal by the browser is said beside the field', async () => {
    const { root, plain } = open({ onAddServer: () => Promise.resolve(false) });
    await type(root, 'mail.example.org');
    await until(() => expect(plain('#server-error')).toContain('did not allow mail.example.org'));
    expect(one<HTMLInputElement>(root, '#server').value).toBe('mail.example.org');
  });

  test('one that is built in is not asked for', async () => {
    const { root, plain } = open();
    await type(root, 'mail.google.com');
    await until(() => expect(plain('#server-error')).toContain('already'));
    expect(await violations(root)).toEqual([]);
  });
});

test('what is not used is told in plain words, and leads to its field', async () => {
  const { root, plain } = open({
    refused: [
      { key: 'trustedDomains', entry: 1, source: 'managed', reason: { kind: 'no-domain' }, shown: 'not a domain' },
      { key: 'historyDays', entry: null, source: 'own', reason: { kind: 'bounds', minimum: 1, maximum: 730 }, shown: '0' },
      { key: 'rule-pre-join', entry: null, source: 'managed', reason: { kind: 'choice', choices: ['off', 'quiet', 'nudge', 'confirm'] }, shown: 'loud' },
      { key: 'fromTheFuture', entry: null, source: 'managed', reason: { kind: 'unknown' }, shown: '' },
    ],
    packProblems: ['12 contacts.0.team missing'],
  });
  expect(one(root, '[data-refused]').getAttribute('data-refused')).toBe('5');
  expect(plain('[data-refused]')).toContain(
    'Trusted partners (trustedDomains[1]), set by your organisation. “not a domain” is not a domain like example.gov.uk',
  );
  expect(plain('[data-refused-here=setting-trustedDomains]')).toContain('Entry 2: “not a domain” is not a domain');
  expect(plain('[data-refused-here=setting-historyDays]')).toBe('Stored, and not used. “0” is not a whole number from 1 to 730.');
  expect(plain('[data-refused-here=rule-pre-join]')).toContain(
    '“loud” is none of these: off (Off), quiet (Small chip), nudge (Card), confirm (Hold Send once).',
  );
  expect(plain('[data-pack-problems]')).toContain('12 contacts.0.team missing');
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-refused] a')) {
    await userEvent.click(link);
    expect(`#${document.activeElement?.id}`).toBe(link.getAttribute('href'));
  }
  expect(root.querySelectorAll('[data-refused] a')).toHaveLength(4);
  expect(await violations(root)).toEqual([]);
});

describe('guidance', () => {
  const edit = async (root: HTMLElement, change: (text: string) => string) => {
    await userEvent.click(named(root, 'button', 'Edit as text'));
    const field = await until(() => one<HTMLTextAreaElement>(root, '#pack-text'));
    // A whole pack, key by key, takes seconds.
    field.value = change(field.value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await userEvent.click(named(root, 'button', 'Check'));
  };

  test('a contact is changed, checked, compared, and taken into use', async () => {
    const given = guide();
    const { root, plain, settings } = open({ guide: given });
    await edit(root, (text) => text.replace('0800 917 5148', '0800 000 0000'));
    await until(() => expect(plain('#guidance details')).toContain('Contact'));
    expect(plain('#guidance details li')).toBe('Contact: technology-service-desk is changed.');
    expect(given.onKeep).not.toHaveBeenCalled();
    await userEvent.click(named(root, 'button', 'Use this guidance'));
    await until(() => expect(settings().guidance).toBe('own'));
    expect(given.onKeep).toHaveBeenCalledWith(expect.objectContaining({ id: 'moj' }));
  });

  test('a mistake is named by line and field, and nothing is taken over', async () => {
    const given = guide();
    const { root, plain } = open({ guide: given });
    await edit(root, (text) => text.replace('https://www.ncsc.gov.uk', 'javascript:alert(1)//'));
    await until(() => expect(plain('[data-problems]')).toMatch(/Line \d+\.? links\.0\.url: /));
    expect(root.querySelector('#pack-checked')).toBeNull();
    expect(await violations(root)).toEqual([]);
    expect(given.onKeep).not.toHaveBeenCalled();
  });

  test('a file is read', async () => {
    const { root } = open();
    await userEvent.upload(one(root, '#pack-file'), new File([writePackText(moj)], 'pack.yaml'));
    await until(() => expect(one(root, '#pack-checked').textContent).toContain('Ministry of Justice'));
  });

  test('it can be kept as a file', async () => {
    const given = guide();
    const { root } = open({ guide: given });
    await userEvent.click(named(root, 'button', 'Save as a file'));
    await until(() => expect(given.onExport).toHaveBeenCalledWith('second-glance-moj.yaml', writePackText(moj)));
  });

  test('an own one is removed only after a second press, and undo brings it back', async () => {
    const done: string[] = [];
    const note = (what: string) => () => {
      done.push(what);
      return Promise.resolve();
    };
    const given = guide({ ownPack: moj, onForget: () => note('removed')().then(() => note('put back')) });
    const { root, plain, settings } = open({ settings: { guidance: 'own' }, guide: given });
    await userEvent.click(named(one(root, '[data-part=reset]'), 'button', 'Go back to the shipped guidance'));
    expect(await until(() => named(root, '[data-part=reset] .mark', 'This removes'))).toBeTruthy();
    expect(await violations(root)).toEqual([]);
    await userEvent.click(named(one(root, '[data-part=reset]'), 'button', 'Leave as it is'));
    await userEvent.click(await until(() => named(one(root, '[data-part=reset]'), 'button', 'Go back')));
    expect(done).toEqual([]);
    await userEvent.click(await until(() => named(root, 'button', 'Remove it')));
    await until(() => expect(settings().guidance).toBe('moj'));
    expect(done).toEqual(['removed']);
    await until(() => expect(plain('.done')).toContain('Your own guidance is removed'));
    await userEvent.click(named(one(root, '.done'), 'button', 'Undo'));
    await until(() => expect(settings().guidance).toBe('own'));
    expect(done).toEqual(['removed', 'put back']);
  });

  test('one that cannot be removed stays, and that is said', async () => {
    const given = guide({ ownPack: moj, onForget: () => Promise.reject(new Error('locked')) });
    const { root, plain, settings } = open({ settings: { guidance: 'own' }, guide: given });
    await userEvent.click(named(one(root, '[data-part=reset]'), 'button', 'Go back'));
    await userEvent.click(await until(() => named(root, 'button', 'Remove it')));
    await until(() => expect(plain('#guidance [role=alert]')).toContain('could not store'));
    expect(settings().guidance).toBe('own');
  });

  test.each<[string, Given]>([
    ['whose guidance it is', { managed: ['guidance'], guide: guide({ ownPack: moj }) }],
    ['the guidance itself', { guide: guide({ ownPack: moj, packManaged: true }) }],
  ])('where the organisation has set %s, it cannot be edited, replaced or reset', (_, given) => {
    const { root } = open(given);
    const section = one(root, '#guidance');
    expect(section.querySelectorAll('[data-part=reset], [data-act=edit-contacts], #pack-file, input[name=guidance]:enabled')).toHaveLength(0);
    expect([...section.querySelectorAll('button')].map((button) => button.textContent)).not.toContain('Edit as text');
    expect(section.textContent).toContain('Save as a file');
  });

  test('a pack that the browser cannot store leaves everything as it was', async () => {
    const { root, plain, settings } = open({ guide: guide({ onKeep: () => Promise.reject(new Error('full')) }) });
    await edit(root, (text) => text);
    await userEvent.click(await until(() => named(root, 'button', 'Use this guidance')));
    await until(() => expect(plain('#guidance [role=alert]')).toContain('could not store'));
    expect(settings().guidance).toBe('moj');
  });
});

describe('every setting', () => {
  test.each(settingKeys)('%s has its place, with title, description and bounds of its definition', (key) => {
    const { root } = open();
    const place = one(root, `[data-setting=${key}]`);
    expect(place.closest(`#${definitions[key].section}`)).not.toBeNull();
    if (key === 'ruleStrengths' || key === 'guidance') return;
    expect(place.textContent).toContain(english[`setting.${key}.title`]);
    expect(place.textContent).toContain(english[`setting.${key}.description`]);
    const { policy } = definitions[key];
    if (policy.type === 'integer')
      expect((place.textContent ?? '').replace(/[\u2068\u2069]/g, '')).toContain(`From ${policy.minimum} to ${policy.maximum.toLocaleString('en-GB')}.`);
  });

  test.each(settingKeys.filter((key) => key !== 'ruleStrengths'))('%s set by policy says so, and cannot be changed', (key) => {
    const { root } = open({ managed: [key] });
    const place = one(root, `[data-setting=${key}]`);
    expect(place.textContent).toContain('Set by your organisation');
    const open1 = [...place.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
      (field) => !field.disabled && field.closest('fieldset:disabled') === null,
    );
    expect(open1).toEqual([]);
  });

  test('a rule set by policy says so; the others are open', () => {
    const rules = ['pre-join', 'print'].map((id) => ({ id, theme: 'overseen', strength: 'nudge', usual: 'nudge', managed: id === 'print' }) as const);
    const { root } = open({ rules });
    expect(one(root, '#rule-print').textContent).toContain('Set by your organisation');
    expect(one(root, '#rule-pre-join').textContent).not.toContain('Set by your organisation');
    expect(one<HTMLFieldSetElement>(root, '[data-rule=pre-join]').disabled).toBe(false);
  });

  test('entries that the organisation adds are marked one by one, and stay', () => {
    const { root } = open({
      read: { settings: readOf({ trustedDomains: ['gov.uk', 'partner.example'] }).settings, managedEntries: { trustedDomains: ['gov.uk'] } },
    });
    expect(one(root, '[data-list=trusted] [data-domain="gov.uk"]').textContent).toContain('Set by your organisation');
    expect(root.querySelector('[data-list=trusted] [data-domain="gov.uk"] button')).toBeNull();
    expect(root.querySelector('[data-list=trusted] [data-domain="partner.example"] button')).not.toBeNull();
  });

  test('a number outside its bounds is explained and stays to be mended; a good one applies', async () => {
    const { root, plain, settings } = open();
    const field = one<HTMLInputElement>(root, '#field-historyDays');
    for (const wrong of ['0', '731', '1.5', '-3', 'many', '']) {
      await userEvent.fill(field, wrong);
      await userEvent.keyboard('{Enter}');
      await until(() => expect(plain('.error-summary')).toContain('Days of history: enter a whole number from 1 to 730'));
      expect(field.value).toBe(wrong);
      expect(settings().historyDays).toBe(90);
    }
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(one(root, '.error-summary a'));
    expect(document.activeElement).toBe(field);
    expect(await violations(root)).toEqual([]);
    await userEvent.fill(field, ' 30 ');
    await userEvent.keyboard('{Enter}');
    await until(() => expect(settings().historyDays).toBe(30));
    expect(root.querySelector('.error-summary')).toBeNull();
  });

  test('a number that is left wrong is told, and nobody is moved', async () => {
    const { root, plain } = open();
    await userEvent.fill(one(root, '#field-historyDays'), '0');
    await userEvent.keyboard('{Tab}');
    await until(() => expect(plain('.error-summary')).toContain('Days of history'));
    expect(document.activeElement).not.toBe(one(root, '.error-summary'));
    expect(one(root, '#history').contains(document.activeElement)).toBe(true);
  });

  test('a group address and a mail provider are added; what is no address is explained', async () => {
    const { root, listed, plain } = open();
    await userEvent.fill(one(root, '#domains-groups'), 'Team <team@justice.gov.uk>; foo');
    await userEvent.keyboard('{Enter}');
    await until(() => expect(listed('groups')).toEqual(['team@justice.gov.uk']));
    await userEvent.fill(one(root, '#domains-groups'), 'foo');
    await userEvent.keyboard('{Enter}');
    await until(() => expect(plain('.error-summary')).toContain('“foo” is not an address.'));
    await userEvent.fill(one(root, '#domains-personal'), 'gmail.com my-isp.example');
    await userEvent.keyboard('{Enter}');
    await until(() => expect(listed('personal')).toEqual(['my-isp.example']));
    expect(plain('[data-list=personal] form [role=status]')).toContain('gmail.com is known as a personal mail provider anyway.');
  });
});

describe('undo', () => {
  test('goes back step by step', async () => {
    const { root, settings, plain } = open();
    await userEvent.click(one(root, '#field-history'));
    await until(() => expect(settings().history).toBe(false));
    await userEvent.click(one(root, '#field-showWelcome'));
    await until(() => expect(settings().showWelcome).toBe(false));
    await userEvent.click(named(root, '.done button', 'Undo'));
    await until(() => expect(plain('.done')).toContain('Undone: Welcome page: off.'));
    expect(settings()).toMatchObject({ history: false, showWelcome: true });
    await userEvent.click(named(root, '.done button', 'Undo the change before'));
    await until(() => expect(settings()).toMatchObject({ history: true, showWelcome: true }));
    expect(root.querySelectorAll('.done button')).toHaveLength(1);
  });

  test('takes a reset of a section back', async () => {
    const { root, settings } = open({ settings: { ownDomains: ['justice.gov.uk'], historyDays: 30 } });
    await userEvent.click(named(root, 'button', 'Reset this section: ⁨History⁩'));
    await until(() => expect(settings()).toMatchObject({ ownDomains: ['justice.gov.uk'], historyDays: 90 }));
    expect(root.querySelector('#history .section-reset')).toBeNull();
    await userEvent.click(named(root, '.done button', 'Undo'));
    await until(() => expect(settings().historyDays).toBe(30));
  });
});

describe('search', () => {
  const shown = (root: HTMLElement) =>
    [...root.querySelectorAll<HTMLElement>('[data-findable=true]')].filter((found) => found.offsetParent !== null).map((found) => found.id || found.className);
  const sections = (root: HTMLElement) =>
    [...root.querySelectorAll<HTMLElement>('main > section')].filter((section) => section.offsetParent !== null).map(({ id }) => id);

  test.each([
    ['a setting by its title', 'days of hist', ['setting-historyDays'], ['history']],
    ['a setting by its description', 'wrote to before', ['setting-rememberPeople'], ['pacing']],
    ['a rule', 'before a CALL', ['rule-pre-join'], ['rules']],
    ['by an entry of a list', 'my-agency', ['setting-ownDomains'], ['domains']],
  ])('finds %s', async (_what, query, ids, where) => {
    const { root, plain } = open({ settings: { ownDomains: ['my-agency.example'] } });
    await userEvent.fill(one(root, '#options-query'), query);
    await until(() => expect(plain('[data-results]')).toBe(`${ids.length} result${ids.length === 1 ? '' : 's'}`));
    expect(shown(root)).toEqual(ids);
    expect(sections(root)).toEqual(where);
    expect(await violations(root)).toEqual([]);
  });

  test('finds sites and contacts, which can be used from there', async () => {
    const { root } = open();
    await userEvent.fill(one(root, '#options-query'), 'gmail');
    await until(() => expect(sections(root)).toEqual(['sites']));
    await userEvent.fill(one(root, '#options-query'), '0800 917 5148');
    await until(() => expect(root.querySelector('[data-found-contact]:not([hidden]) a[href="tel:08009175148"]')).not.toBeNull());
    expect(sections(root)).toEqual(['guidance']);
    expect(await violations(root)).toEqual([]);
  });

  test('is worked with the keyboard alone', async () => {
    const { root } = open();
    await userEvent.keyboard('/history');
    expect(document.activeElement?.id).toBe('options-query');
    await until(() => expect(sections(root)).toEqual(['history', 'file']));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('field-history');
    // In a field a slash is a slash.
    one(root, '#field-historyDays').focus();
    await userEvent.keyboard('/');
    expect(document.activeElement?.id).toBe('field-historyDays');
    one(root, '#options-query').focus();
    await userEvent.keyboard('{Escape}');
    await until(() => expect(sections(root).length).toBeGreaterThan(5));
    expect(one<HTMLInputElement>(root, '#options-query').value).toBe('');
  });

  test('that finds nothing says so, and gives everything back', async () => {
    const { root, plain } = open();
    await userEvent.fill(one(root, '#options-query'), 'zzz');
    await until(() => expect(plain('[data-nothing-found]')).toContain('“zzz”'));
    expect(plain('[data-results]')).toBe('0 results');
    expect(sections(root)).toEqual([]);
    await userEvent.click(named(root, 'button', 'Show everything'));
    await until(() => expect(sections(root).length).toBeGreaterThan(5));
  });
});

describe('sections', () => {
  test.each([
    [400, 900],
    [1280, 640],
  ])('their links stay in view, lead there, and mark the one that is read: %d × %d', async (width, height) => {
    await page.viewport(width, height);
    const { root } = open();
    const link = (id: string) => one<HTMLAnchorElement>(root, `nav a[href="#${id}"]`);
    for (const id of ['history', 'domains', 'guidance']) {
      one(root, `#${id}`).scrollIntoView();
      await until(() => expect([...root.querySelectorAll('nav [aria-current]')].map((each) => each.getAttribute('href'))).toEqual([`#${id}`]));
      const box = link(id).getBoundingClientRect();
      expect(box.top, id).toBeGreaterThanOrEqual(0);
      expect(box.bottom, id).toBeLessThanOrEqual(height);
      await until(() => expect(link(id).getBoundingClientRect().left).toBeGreaterThanOrEqual(0));
      await until(() => expect(link(id).getBoundingClientRect().right).toBeLessThanOrEqual(width));
      // The line of links covers no heading.
      const bar = width < 960 ? one(root, 'nav').getBoundingClientRect().bottom : 0;
      expect(one(root, `#${id}-title`).getBoundingClientRect().top, id).toBeGreaterThanOrEqual(Math.floor(bar));
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await violations(root)).toEqual([]);
  });

  test('the list of built-in sites is folded, and the search opens it', async () => {
    const { root } = open();
    const list = one(root, '[data-sites=built-in]');
    expect(list.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    await userEvent.fill(one(root, '#options-query'), 'gmail');
    await until(() => expect(list.checkVisibility({ contentVisibilityAuto: true })).toBe(true));
  });
});

describe('what is typed and not applied', () => {
  test('outlives a reload, and a change by another window', async () => {
    const { root } = open();
    await userEvent.fill(one(root, '#domains-own'), 'justice.gov');
    await userEvent.fill(one(root, '#field-replyAllPeople'), '2x');
    const again = open({ settings: { ownDomains: ['hmcts.net'] } }, false).root;
    expect(one<HTMLTextAreaElement>(again, '#domains-own').value).toBe('justice.gov');
    expect(one<HTMLInputElement>(again, '#field-replyAllPeople').value).toBe('2x');
    expect(one(again, '[data-list=own]').textContent).toContain('hmcts.net');
  });
});

test('values put aside are shown as they were, kept as a file, and removed', async () => {
  const onSave = vi.fn();
  const onForget = vi.fn(() => Promise.resolve(() => Promise.resolve()));
  const { root, plain } = open({
    kept: {
      values: [
        { key: 'ownDomains', text: '{"a":1}' },
        { key: 'pacing', text: `"${'x'.repeat(500)}"` },
      ],
      onSave,
      onForget,
    },
  });
  expect(plain('[data-kept] li')).toBe('Domains of your organisation {"a":1}');
  expect(plain('[data-kept] li:nth-child(2)')).toBe(`pacing "${'x'.repeat(199)}…`);
  await userEvent.click(named(root, 'button', 'Save them as a file'));
  expect(onSave).toHaveBeenCalledOnce();
  await userEvent.click(named(root, 'button', 'Remove them'));
  await until(() => expect(plain('.done')).toContain('The values put aside are removed.'));
  expect(await violations(root)).toEqual([]);
});

test('a history that cannot be kept says so instead of being empty', async () => {
  const onRetry = vi.fn(() => Promise.resolve());
  const { root, plain } = open({
    history: {
      entries: [],
      today: 0,
      trouble: { why: 'full', waiting: 1 },
      onRetry,
      onExport: vi.fn(),
      onClear: () => Promise.resolve(() => Promise.resolve()),
    },
  });
  expect(plain('[data-history-trouble=full]')).toContain('no room for the history.1 entry waits in memory');
  expect(plain('#history')).not.toContain('Nothing yet');
  await userEvent.click(named(root, 'button', 'Try again'));
  expect(onRetry).toHaveBeenCalledOnce();
  expect(await violations(root)).toEqual([]);
});

describe('a file of settings', () => {
  const choose = async (root: HTMLElement, file: object | string) => {
    await userEvent.upload(one(root, '#settings-file'), new File([typeof file === 'string' ? file : JSON.stringify(file)], 'settings.json'));
  };
  const good = (settings: object, more: object = {}) => ({ secondGlance: 'settings', version: 1, settings, ...more });

  test('shows what it changes before it does, then changes all of it, and is taken back in one step', async () => {
    const { root, plain, settings, file } = open({ settings: { ownDomains: ['old.example'], historyDays: 30 }, managed: ['language'] });
    await choose(
      root,
      good(
        { ownDomains: ['old.example', 'new.example', 'no domain'], historyDays: 60, language: 'cy', ruleStrengths: { 'pre-join': 'off' }, x: 1 },
        { servers: ['https://mail.example.org/*', 'https://*/*', 'javascript:alert(1)'] },
      ),
    );
    await until(() => expect(plain('[data-file=preview]')).toContain('This file changes 3 settings'));
    expect(plain('[data-difference=ownDomains]')).toBe('Domains of your organisationAdds 1: new.example');
    expect(plain('[data-difference=historyDays]')).toBe('Days of history: 60 instead of 30');
    expect(plain('[data-difference=rule-pre-join]')).toBe('Before a call: Off instead of as usual');
    expect(plain('[data-file=preview]')).toContain('Left out, because your organisation has set them: Language.');
    expect(plain('[data-file=refused]')).toContain('Domains of your organisation (ownDomains[2]): “no domain” is not a domain like example.gov.uk');
    expect(plain('[data-file=refused]')).toContain('x: This version knows no such setting.');
    expect(settings()).toMatchObject({ ownDomains: ['old.example'], historyDays: 30 });
    expect(file).not.toHaveBeenCalled();
    expect(await violations(root)).toEqual([]);
    await userEvent.click(one(root, '[data-file=take]'));
    await until(() =>
      expect(settings()).toMatchObject({ ownDomains: ['old.example', 'new.example'], historyDays: 60, language: 'auto', ruleStrengths: { 'pre-join': 'off' } }),
    );
    expect(plain('[data-file=servers]')).toContain('mail.example.org.');
    await userEvent.click(one(root, '[data-file=servers] button'));
    await until(() => expect(one(root, '[data-sites=added]').textContent).toContain('mail.example.org'));
    await userEvent.click(named(root, '.done button', 'Undo'));
    await until(() => expect(settings()).toMatchObject({ ownDomains: ['old.example'], historyDays: 30, ruleStrengths: {} }));
  });

  test.each([
    ['{', 'cannot be read as JSON'],
    ['[]', 'not a file of settings of Second Glance'],
    ['{"settings": {}}', 'not a file of settings of Second Glance'],
    [`"${'x'.repeat(1_100_000)}"`, 'too large'],
  ])('that is none is told of: %.20s', async (text, why) => {
    const { root, plain } = open();
    await choose(root, text);
    await until(() => expect(plain('#file [role=alert]')).toContain(why));
    expect(root.querySelector('[data-file=preview]')).toBeNull();
    expect(await violations(root)).toEqual([]);
  });

  test('that the browser cannot store leaves everything as it was, and can be tried again', async () => {
    const { root, plain, settings } = open({ onTakeFile: () => Promise.reject(new Error('full')) });
    await choose(root, good({ historyDays: 60 }));
    await userEvent.click(await until(() => one(root, '[data-file=take]')));
    await until(() => expect(plain('.error-summary')).toContain('could not store'));
    expect(settings().historyDays).toBe(90);
    expect(root.querySelector('[data-file=preview]')).not.toBeNull();
  });

  test('all own settings are reset, and brought back', async () => {
    const { root, settings } = open({ settings: { ownDomains: ['old.example'], historyDays: 30 } });
    await userEvent.click(one(root, '[data-file=reset]'));
    await until(() => expect(settings()).toMatchObject({ ownDomains: [], historyDays: 90 }));
    expect(one<HTMLButtonElement>(root, '[data-file=reset]').disabled).toBe(true);
    await userEvent.click(named(root, '.done button', 'Undo'));
    await until(() => expect(settings()).toMatchObject({ ownDomains: ['old.example'], historyDays: 30 }));
  });
});
