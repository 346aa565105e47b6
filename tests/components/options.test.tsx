import type { ComponentChild } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../assets/styles/options.css';
import { Options, type OptionsProps, type OptionsSettings } from '../../components/options';
import { moj } from '../../guidance/packs/moj';
import { comparePacks, readPackText, writePackText } from '../../guidance/read';
import { readableDomain, readDomains, readServer, trustedPresets, tryAddress } from '../../platform/organisation-input';
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
  onKeep: vi.fn(() => Promise.resolve()),
  onExport: vi.fn(),
  ...given,
});

/** The page with a store behind it, as the entrypoint wires it. */
function open(given: Partial<OptionsProps> = {}) {
  let settings: OptionsSettings = { ownDomains: [], trustedDomains: [], ruleStrengths: {}, language: 'auto', guidance: 'moj', ...given.settings };
  let servers: readonly string[] = given.addedServers ?? [];
  const store = vi.fn((_key: string, _value: unknown) => Promise.resolve());
  const screen = (): ComponentChild => {
    const organisation = { own: settings.ownDomains, trusted: settings.trustedDomains };
    return (
      <Options
        managed={[]}
        history={{
          entries: [],
          today: 0,
          kept: true,
          days: 90,
          managed: false,
          onKeep: vi.fn(),
          onDays: vi.fn(),
          onExport: vi.fn(),
          onClear: vi.fn(),
          onMute: vi.fn(),
        }}
        refused={[]}
        rules={[{ id: 'pre-join', theme: 'overseen', strength: settings.ruleStrengths['pre-join'] ?? 'nudge', usual: 'nudge' }]}
        sites={builtIn}
        presets={{ own: [], trusted: trustedPresets }}
        languages={[{ tag: 'en', name: 'English', awaitingReview: false }]}
        version="1.2.3"
        guide={guide()}
        readDomains={(text, list) => readDomains(text, list, organisation)}
        tryAddress={(text) => tryAddress(text, organisation, [])}
        readServer={(text) => readServer(text, ['https://mail.google.com/*'], servers)}
        readable={readableDomain}
        onSet={async (key, value) => {
          await store(key, value);
          settings = { ...settings, [key]: value };
          mounted.update(screen());
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
        {...given}
        settings={settings}
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
  return { root, listed, add, store, plain, settings: () => settings };
}

beforeEach(() => page.viewport(1100, 900));

describe('domains', () => {
  test('apply at once, and can be undone', async () => {
    const { root, listed, add, plain } = open();
    await add('own', 'Ann <ann@justice.gov.uk>; *.hmcts.net');
    await vi.waitFor(() => expect(listed('own')).toEqual(['justice.gov.uk', 'hmcts.net']));
    await vi.waitFor(() => expect(plain('.done')).toContain('2 domains added.'));
    await userEvent.click(named(root, 'button', 'Remove ⁨justice.gov.uk⁩'));
    await vi.waitFor(() => expect(listed('own')).toEqual(['hmcts.net']));
    await userEvent.click(named(root, 'button', 'Undo'));
    await vi.waitFor(() => expect(listed('own')).toEqual(['justice.gov.uk', 'hmcts.net']));
    expect(plain('.done')).toContain('Undone.');
  });

  test('a refused one is explained, linked from the summary, and stays to be mended; good ones are kept', async () => {
    const { root, listed, add, plain } = open();
    await add('own', 'justice.gov.uk, co.uk, 10.0.0.1');
    await vi.waitFor(() => expect(listed('own')).toEqual(['justice.gov.uk']));
    const summary = one(root, '.error-summary');
    await vi.waitFor(() => expect(document.activeElement).toBe(summary));
    expect(plain('.error-summary')).toContain('“co.uk” is shared by everyone who registers a name under it.');
    const field = one<HTMLTextAreaElement>(root, '#domains-own');
    expect(field.value).toBe('co.uk\n10.0.0.1');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(root)).toEqual([]);
    await userEvent.click(one(summary, 'a'));
    expect(document.activeElement).toBe(field);
    await userEvent.fill(field, 'cica.gov.uk');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(listed('own')).toEqual(['justice.gov.uk', 'cica.gov.uk']));
    expect(root.querySelector('.error-summary')).toBeNull();
  });

  test('an error takes the message of an earlier success away, not that of its own', async () => {
    const { add, plain } = open();
    await add('own', 'justice.gov.uk hmcts.net');
    await vi.waitFor(() => expect(plain('.done')).toContain('2 domains added.'));
    await add('own', 'foo');
    await vi.waitFor(() => expect(plain('.error-summary')).toContain('“foo” is not a domain.'));
    expect(plain('.done')).toBe('');
    await add('own', 'cica.gov.uk 10.0.0.1');
    await vi.waitFor(() => expect(plain('.done')).toContain('1 domain added.'));
    expect(plain('.error-summary')).toContain('“10.0.0.1” is an IP address.');
  });

  test.each([
    [320, 500],
    [1100, 900],
  ])('the message is in view, and covers nothing at the page’s end: %d × %d', async (width, height) => {
    await page.viewport(width, height);
    const { root, add, plain } = open();
    await add('own', 'justice.gov.uk hmcts.net');
    await vi.waitFor(() => expect(plain('.done')).toContain('2 domains added.'));
    const bar = () => one(root, '.done').getBoundingClientRect();
    window.scrollTo(0, 400);
    await vi.waitFor(() => expect(window.scrollY).toBe(400));
    expect(bar().top).toBeGreaterThan(0);
    expect(bar().bottom).toBeLessThanOrEqual(innerHeight);
    window.scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(bar().top).toBeGreaterThanOrEqual(one(root, '#about').getBoundingClientRect().bottom));
    expect(bar().bottom).toBeLessThanOrEqual(innerHeight);
  });

  test('a pasted link gives the domain, and says where it came from', async () => {
    const { listed, add, plain } = open();
    await add('own', 'https://www.cps.gov.uk/x');
    await vi.waitFor(() => expect(listed('own')).toEqual(['cps.gov.uk']));
    expect(plain('[data-list=own] form [role=status]')).toContain('cps.gov.uk was taken from www.cps.gov.uk, which is the name of a website.');
  });

  test('duplicates and covered ones are told and change nothing', async () => {
    const { add, listed, plain, store } = open({
      settings: { ownDomains: ['justice.gov.uk'], trustedDomains: [], ruleStrengths: {}, language: 'auto', guidance: 'moj' },
    });
    await add('own', 'digital.justice.gov.uk justice.gov.uk');
    await vi.waitFor(() => expect(plain('[data-list=own] form [role=status]')).toContain('digital.justice.gov.uk is covered by justice.gov.uk already.'));
    expect(plain('[data-list=own] form [role=status]')).toContain('justice.gov.uk is in the list already.');
    expect(listed('own')).toEqual(['justice.gov.uk']);
    expect(store).not.toHaveBeenCalled();
  });

  test('a preset trusts a whole branch', async () => {
    const { root, listed } = open();
    await userEvent.click(one(root, '[data-preset=government]'));
    await vi.waitFor(() => expect(listed('trusted')).toContain('gov.uk'));
  });

  test('an empty field says what to enter', async () => {
    const { root, add, plain } = open();
    await add('trusted', '  ');
    await vi.waitFor(() => expect(plain('.error-summary')).toContain('Enter a domain'));
    expect(one(root, '#domains-trusted').getAttribute('aria-invalid')).toBe('true');
    expect(one(root, '#domains-own').getAttribute('aria-invalid')).toBe('false');
  });

  test('when the browser cannot store it, that is said and the list stays', async () => {
    const { add, listed, plain } = open({ onSet: () => Promise.reject(new Error('full')) });
    await add('own', 'justice.gov.uk');
    await vi.waitFor(() => expect(plain('.error-summary')).toContain('could not store'));
    expect(listed('own')).toEqual([]);
  });

  test('those set by policy cannot be changed', () => {
    const { root } = open({
      managed: ['ownDomains'],
      settings: { ownDomains: ['justice.gov.uk'], trustedDomains: [], ruleStrengths: {}, language: 'auto', guidance: 'moj' },
    });
    expect(one(root, '[data-list=own]').textContent).toContain('Set by your organisation');
    expect(root.querySelector('[data-list=own] button')).toBeNull();
    expect(root.querySelector('[data-list=trusted] form')).not.toBeNull();
  });
});

test('an address is tried while it is typed', async () => {
  const { root, plain } = open({
    settings: { ownDomains: ['justice.gov.uk'], trustedDomains: ['gov.uk'], ruleStrengths: {}, language: 'auto', guidance: 'moj' },
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
  await vi.waitFor(() => expect(settings().ruleStrengths).toEqual({ 'pre-join': 'quiet' }));
  await vi.waitFor(() => expect(one<HTMLInputElement>(root, '[data-rule=pre-join] input[value=quiet]').checked).toBe(true));
  await userEvent.click(named(root, 'button', 'Undo'));
  await vi.waitFor(() => expect(settings().ruleStrengths).toEqual({}));
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
    await vi.waitFor(() => expect(added(root)).toEqual(['mail.example.org']));
    await userEvent.click(named(root, 'button', 'Remove ⁨mail.example.org⁩'));
    await vi.waitFor(() => expect(added(root)).toEqual([]));
    await userEvent.click(named(root, 'button', 'Undo'));
    await vi.waitFor(() => expect(added(root)).toEqual(['mail.example.org']));
  });

  test('a refusal by the browser is said beside the field', async () => {
    const { root, plain } = open({ onAddServer: () => Promise.resolve(false) });
    await type(root, 'mail.example.org');
    await vi.waitFor(() => expect(plain('#server-error')).toContain('did not allow mail.example.org'));
    expect(one<HTMLInputElement>(root, '#server').value).toBe('mail.example.org');
  });

  test('one that is built in is not asked for', async () => {
    const { root, plain } = open();
    await type(root, 'mail.google.com');
    await vi.waitFor(() => expect(plain('#server-error')).toContain('already'));
    expect(await violations(root)).toEqual([]);
  });
});

test('what could not be read is told, with where it is from', () => {
  const { root, plain } = open({ refused: [{ key: 'trustedDomains', source: 'managed', reason: 'is not a domain' }] });
  expect(one(root, '[data-refused]').getAttribute('data-refused')).toBe('1');
  expect(plain('[data-refused]')).toContain('trustedDomains, set by your organisation: is not a domain.');
});

describe('guidance', () => {
  const edit = async (root: HTMLElement, change: (text: string) => string) => {
    await userEvent.click(named(root, 'button', 'Edit as text'));
    const field = await vi.waitFor(() => one<HTMLTextAreaElement>(root, '#pack-text'));
    await userEvent.fill(field, change(field.value));
    await userEvent.click(named(root, 'button', 'Check'));
  };

  test('a contact is changed, checked, compared, and taken into use', async () => {
    const given = guide();
    const { root, plain, settings } = open({ guide: given });
    await edit(root, (text) => text.replace('0800 917 5148', '0800 000 0000'));
    await vi.waitFor(() => expect(plain('#guidance details')).toContain('contacts'));
    expect(plain('#guidance details li')).toBe('contacts: technology-service-desk is changed.');
    expect(given.onKeep).not.toHaveBeenCalled();
    await userEvent.click(named(root, 'button', 'Use this guidance'));
    await vi.waitFor(() => expect(settings().guidance).toBe('own'));
    expect(given.onKeep).toHaveBeenCalledWith(expect.objectContaining({ id: 'moj' }));
  });

  test('a mistake is named by line and field, and nothing is taken over', async () => {
    const given = guide();
    const { root, plain } = open({ guide: given });
    await edit(root, (text) => text.replace('https://www.ncsc.gov.uk', 'javascript:alert(1)//'));
    await vi.waitFor(() => expect(plain('[data-problems]')).toMatch(/Line \d+\.? links\.0\.url: /));
    expect(root.querySelector('#pack-checked')).toBeNull();
    expect(await violations(root)).toEqual([]);
    expect(given.onKeep).not.toHaveBeenCalled();
  });

  test('a file is read', async () => {
    const { root } = open();
    await userEvent.upload(one(root, '#pack-file'), new File([writePackText(moj)], 'pack.yaml'));
    await vi.waitFor(() => expect(one(root, '#pack-checked').textContent).toContain('Ministry of Justice'));
  });

  test('it can be kept as a file', async () => {
    const given = guide();
    const { root } = open({ guide: given });
    await userEvent.click(named(root, 'button', 'Save as a file'));
    await vi.waitFor(() => expect(given.onExport).toHaveBeenCalledWith('second-glance-moj.yaml', writePackText(moj)));
  });

  test('a pack that the browser cannot store leaves everything as it was', async () => {
    const { root, plain, settings } = open({ guide: guide({ onKeep: () => Promise.reject(new Error('full')) }) });
    await edit(root, (text) => text);
    await userEvent.click(await vi.waitFor(() => named(root, 'button', 'Use this guidance')));
    await vi.waitFor(() => expect(plain('#guidance [role=alert]')).toContain('could not store'));
    expect(settings().guidance).toBe('moj');
  });
});
