/**
 * The Firefox build in a real Firefox, one session for all: cards on the practice mailbox, at the addresses of Gmail, Outlook and Meet and in a real
 * Roundcube, the pages of the extension, and what Firefox does differently (docs/browsers.md).
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { letterOf, organisation, quotedBy, who } from '../../practice/letters.mjs';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { startRoundcube } from '../servers/roundcube';
import { composeForm, docked, around as gmailAround } from '../sites/gmail/hand-made';
import { preJoin as jitsiPreJoin } from '../sites/jitsi/hand-made';
import { chip, compose, around as outlookAround } from '../sites/outlook-web/hand-made';
import { composePage } from '../sites/roundcube/hand-made';
import { strictPolicy } from './support/browser';
import { componentPages } from './support/component-pages';
import { type Firefox, startFirefox, type Tab } from './support/firefox';
import { focusedIn, noNudgeIn, nudgeIn, nudgesIn, pressIn } from './support/firefox-nudge';

const executable = findFirefox();
if (!executable) console.warn('Skipped: there is no Firefox here (Debian: sudo apt-get install firefox-esr).');

const addonId = 'second-glance@second-glance.example';
const home = 'jane_smith@gmail.com';
const gmail = 'https://mail.google.com/mail/u/0/';
const outlook = 'https://outlook.office.com/mail/';
/** A compose in which every part is a web component with an open shadow root. */
const tuta = 'https://app.tuta.com/mail';
const jitsi = 'https://meet.jit.si/CaseConference';
const ownServer = 'mail.example.gov.uk';
const ownWebmail = `https://${ownServer}/roundcube/?_task=mail&_action=compose`;
/** A letter that is read, with a button of the page that prints it (hand-made after Gmail's). */
const letter = 'https://mail.google.com/mail/u/0/?letter';
const printButton =
  '<!doctype html><title>Bundle - Gmail</title><body><div role="main"><h2>Bundle</h2><p>Words of the letter</p><button id="print" aria-label="Print all">Print</button></div><script src="/print.js"></script>';
const callWords = {
  language: 'en',
  join: 'Join now',
  leave: 'Leave call',
  mute: 'Mute',
  unmute: 'Unmute',
  stopCamera: 'Stop camera',
  startCamera: 'Start camera',
};
const served = (body: string) => ({ body, headers: { 'content-security-policy': strictPolicy } });

describe.skipIf(!executable)('Firefox', () => {
  let server: Awaited<ReturnType<typeof startPracticeServer>>;
  let roundcube: Awaited<ReturnType<typeof startRoundcube>>;
  let firefox: Firefox;
  /** A tab of the extension, from which settings are made as another computer or another tab would make them. */
  let backstage: Tab;
  let stage: Tab;

  beforeAll(async () => {
    const folder = inject('firefox');
    const [practice, mail] = await Promise.all([startPracticeServer(), startRoundcube()]);
    server = practice;
    roundcube = mail;
    firefox = await startFirefox(executable ?? '', folder, addonId);
    await firefox.serve({
      [gmail]: served(gmailAround(docked(composeForm({ to: [{ id: home }] })))),
      [letter]: { body: printButton },
      'https://mail.google.com/print.js': {
        body: "document.querySelector('#print').onclick = () => setTimeout(() => print(), 500)",
        contentType: 'text/javascript',
      },
      [outlook]: served(outlookAround(compose({ to: chip(home) }))),
      [tuta]: served(componentPages[0]?.[1] ?? ''),
      [jitsi]: served(jitsiPreJoin(callWords)),
      [ownWebmail]: served(composePage({ to: home })),
    });
    backstage = await firefox.tab();
    await firefox.goto(`${firefox.extensionUrl}/checklist.html`);
    stage = await firefox.open();
    await set({ ownDomains: [organisation.domain], trustedDomains: [organisation.trusted] });
  });
  afterAll(async () => {
    await firefox?.stop();
    await server?.stop();
    if (roundcube && 'stop' in roundcube) await roundcube.stop();
  });
  afterEach(async () => {
    await firefox.switchTo(stage);
    await firefox.goto('about:blank');
  });

  /** Runs in a page of the extension, with its `browser`. */
  const behind = async (body: string, ...values: readonly string[]) => {
    await firefox.switchTo(backstage);
    const answer = await firefox.asSystem(
      `const { browser } = window.wrappedJSObject; const given = (value) => Cu.cloneInto(value, window); ${body}`,
      ...values,
    );
    await firefox.switchTo(stage);
    return answer;
  };
  const set = (settings: object) => behind('return browser.storage.sync.set(given(JSON.parse(arguments[0]))).then(() => true)', JSON.stringify(settings));
  const stored = async (area: 'local' | 'sync'): Promise<Record<string, unknown>> =>
    JSON.parse(String(await behind('return browser.storage[arguments[0]].get(null).then((all) => JSON.stringify(all))', area))) as Record<string, unknown>;
  /**
   * What was answered in one case must not make the next one quieter. A page that has just gone may have told something that the background is still
   * writing, with what it had read before: this waits its turn, and it is forgotten when it stays so with nobody at work.
   */
  const forget = async (): Promise<void> => {
    await firefox.switchTo(backstage);
    await firefox.until('nothing kept', () =>
      firefox.inPage(`
        const isOurs = (key) => !/^own\\.|^layout$/.test(key);
        const nobodyWorks = ({ held, pending }) => held.length + pending.length === 0;
        return navigator.locks.request('second-glance-storage', () => browser.storage.local.clear())
          .then(() => new Promise((resolve) => setTimeout(resolve, 80)))
          .then(async () => nobodyWorks(await navigator.locks.query()) && !Object.keys(await browser.storage.local.get(null)).some(isOurs));`),
    );
    await firefox.switchTo(stage);
  };
  const press = (css: string, words: string) =>
    firefox.until(`the button ${words}`, () =>
      firefox.inPage(
        'const one = [...document.querySelectorAll(arguments[0])].find((button) => button.textContent.includes(arguments[1])); one?.click(); return Boolean(one)',
        css,
        words,
      ),
    );
  const picture = async (name: string): Promise<void> => {
    const folder = process.env['SECOND_GLANCE_SCREENSHOTS'];
    if (folder) await writeFile(path.join(folder, `firefox-${name}.png`), await firefox.screenshot());
  };

  const openMailbox = async (): Promise<void> => {
    await forget();
    await firefox.goto(`${server.url}/mailbox/`);
  };
  const forward = async (): Promise<void> => {
    await openMailbox();
    await press('#messages button', 'RE: Hearing');
    await press('.at-top button', 'Forward');
    await firefox.type('.compose input[name=to]', 'daniel\n');
  };
  const writeHome = async (): Promise<void> => {
    await openMailbox();
    await press('button', 'New message');
    await firefox.until('a compose', () => firefox.inPage("return document.querySelector('.compose input[name=to]') !== null"));
    await firefox.type('.compose input[name=to]', 'amira_khan@gmail.com\n');
  };
  const sent = () => firefox.inPage("return document.querySelector('.toast')?.textContent === 'Message sent'");
  const inHost = () => firefox.inPage("return document.activeElement?.localName === 'second-glance'");

  describe('webmail', () => {
    it('says what a forward carries, in a closed root, and Send works', async () => {
      await forward();
      const nudge = await nudgeIn(firefox, ['quoted-thread'], ({ facts }) => facts['new-people'] !== undefined);
      expect(nudge.counts).toMatchObject({ 'earlier-messages': 5, 'new-people': 1 });
      expect(nudge.text).toContain('5 earlier messages');
      expect(nudge.announced).not.toBe('');
      expect(await firefox.inPage("return document.querySelector('second-glance').shadowRoot")).toBeNull();
      await picture('card');
      await firefox.click('.compose .send');
      await firefox.until('the toast', sent);
      await noNudgeIn(firefox, 'quoted-thread');
    });

    it('asks after Send on the page that opened the window, when that closes with Send', async () => {
      await openMailbox();
      const before = await firefox.tabs();
      await firefox.inPage("window.open(location.href, 'compose', 'width=900,height=640'); return true");
      const opened = async () => (await firefox.tabs()).find((tab) => !before.includes(tab)) ?? '';
      await firefox.switchTo(String(await firefox.until('the window', opened)));
      await press('#messages button', 'RE: Hearing');
      await press('.at-top button', 'Forward');
      await firefox.type('.compose input[name=to]', 'daniel\n');
      await nudgeIn(firefox, ['quoted-thread'], ({ facts }) => facts['new-people'] !== undefined);
      await firefox.inPage(
        "document.querySelector('.compose .send').addEventListener('click', () => setTimeout(() => window.close()), { capture: true }); return true",
      );
      await firefox.click('.compose .send');
      await firefox.switchTo(stage);
      await firefox.until('the line', async () =>
        firefox.asSystem(
          "return [...document.querySelectorAll('second-glance')].some((host) => host.openOrClosedShadowRoot.querySelector('[data-sent]')?.textContent.includes('Sent. Not what you meant?'))",
        ),
      );
    });

    it('is reached by its key, and shows an earlier message in its place', async () => {
      await forward();
      await nudgeIn(firefox, ['quoted-thread']);
      await firefox.click('.compose .editor');
      await firefox.shortcut('Alt', 'Shift', 'G');
      await firefox.until('the focus in the card', inHost);
      expect(await focusedIn(firefox)).not.toBe('');
      await pressIn(firefox, 'quoted-thread', 'Show me');
      // The card finds its place anew when it has grown: pressed where it stands still.
      let before = '';
      const isLetter = ({ name }: { readonly name: string }): boolean => name.startsWith('Leah Brook');
      const shown = await nudgeIn(firefox, ['quoted-thread'], ({ buttons }) => {
        const now = JSON.stringify(buttons.find(isLetter) ?? '');
        const still = now !== '""' && now === before;
        before = now;
        return still;
      });
      const letter = shown.buttons.find(isLetter);
      await firefox.clickAt(letter?.x ?? 0, letter?.y ?? 0);
      await firefox.until('the highlight', () => firefox.inPage("return CSS.highlights.has('second-glance-place') && document.adoptedStyleSheets.length > 0"));
      await picture('show-me');
    });

    it('comes and goes with a recipient', async () => {
      await writeHome();
      expect((await nudgeIn(firefox, ['personal-address'])).text).toContain(who.home.address);
      await firefox.click('.compose [aria-label^="Remove"]');
      await noNudgeIn(firefox);
    });

    it('holds Send once where a reminder is set to confirm, and Send anyway sends once', async () => {
      await set({ ruleStrengths: { 'personal-address': 'confirm' } });
      try {
        await writeHome();
        await nudgeIn(firefox, ['personal-address']);
        await firefox.click('.compose .send');
        await firefox.until('the question', inHost);
        await picture('confirm');
        expect(await sent()).toBe(false);
        // Go back has the focus.
        await firefox.press('Enter');
        await firefox.until('the compose', async () => !(await inHost()));
        expect(await sent()).toBe(false);
        await firefox.click('.compose .send');
        await firefox.until('the question', inHost);
        await firefox.press('Tab');
        await firefox.press('Enter');
        await firefox.until('the toast', sent);
      } finally {
        await set({ ruleStrengths: {} });
      }
    });

    it.each([gmail, outlook, tuta])('reads a private address at %s under a strict policy', async (address) => {
      await forget();
      await firefox.goto(address);
      expect((await nudgeIn(firefox, ['personal-address'])).text).toContain(home);
    });
  });

  describe('meetings', () => {
    it('reminds before a call, and is silent in it', async () => {
      await forget();
      await firefox.goto(`${server.url}/meeting/?wait=0`);
      await nudgeIn(firefox, ['pre-join']);
      await picture('meeting');
      await firefox.click('.join .primary');
      await noNudgeIn(firefox);
    });

    it('reminds before a call at the address of a real service', async () => {
      await forget();
      await firefox.goto(jitsi);
      await nudgeIn(firefox, ['pre-join']);
    });
  });

  describe('pages of the extension', () => {
    it.each(['welcome', 'popup', 'options', 'checklist', 'practice'])('opens %s', async (name) => {
      await firefox.goto(`${firefox.extensionUrl}/${name}.html`);
      await firefox.until('a heading', () => firefox.inPage("return document.querySelector('h1, h2')?.textContent ?? null"));
      await picture(name);
    });

    it('sets the domains in welcome with one press', async () => {
      await set({ ownDomains: [] });
      await firefox.goto(`${firefox.extensionUrl}/welcome.html`);
      await firefox.until('the preset', () => firefox.inPage("return document.querySelector('[data-preset=pack]') !== null"));
      await firefox.click('[data-preset=pack]');
      await firefox.until('the domain', () => firefox.inPage('return document.querySelector(\'[data-domain="justice.gov.uk"]\') !== null'));
      expect((await stored('sync'))['ownDomains']).toEqual(['justice.gov.uk']);
      await set({ ownDomains: [organisation.domain] });
    });

    it('keeps the ticks of the checklist', async () => {
      const open = async () => {
        await firefox.goto(`${firefox.extensionUrl}/checklist.html`);
        await firefox.until('the point', () => firefox.inPage("return document.querySelector('[data-point=cb-window] input') !== null"));
      };
      await open();
      await firefox.click('[data-point=cb-window] input');
      await firefox.until('the tick kept', async () => JSON.stringify(await stored('local')).includes('cb-window'));
      await open();
      await firefox.until('the tick', () => firefox.inPage("return document.querySelector('[data-point=cb-window] input').checked"));
    });

    it('lets a reminder be tried on the practice page, and keeps nothing of it', async () => {
      // The background keeps copies of the settings here, whenever it gets round to it: not the practice page's doing.
      const kept = async () => Object.fromEntries(Object.entries(await stored('local')).filter(([key]) => !key.startsWith('own.')));
      await forget();
      const before = await kept();
      await firefox.goto(`${firefox.extensionUrl}/practice.html#personal-address`);
      await pressIn(firefox, 'personal-address', 'Got it');
      await noNudgeIn(firefox);
      expect(await kept()).toEqual(before);
    });

    it('applies a setting to a page that is open', async () => {
      await writeHome();
      await nudgeIn(firefox, ['personal-address']);
      const options = await firefox.open();
      await firefox.goto(`${firefox.extensionUrl}/options.html`);
      const off = '[data-rule=personal-address] input[value=off]';
      await firefox.until('the setting', () => firefox.inPage('return document.querySelector(arguments[0]) !== null', off));
      await firefox.inPage('document.querySelector(arguments[0]).click()', off);
      await firefox.switchTo(stage);
      await noNudgeIn(firefox, 'personal-address');
      await firefox.switchTo(options);
      await firefox.close(stage);
      await set({ ruleStrengths: {} });
    });
  });

  describe('Roundcube', () => {
    it('says what a forward carries, and Send sends it', async (context) => {
      if ('unavailable' in roundcube) return context.skip(roundcube.unavailable);
      const { amira } = roundcube.accounts;
      const deep = letterOf('dale-5');
      const there = (css: string) => firefox.until(css, () => firefox.inPage('return document.querySelector(arguments[0]) !== null', css));
      await forget();
      roundcube.clear();
      await firefox.goto(roundcube.url);
      await firefox.type('#rcmloginuser', amira.address);
      await firefox.type('#rcmloginpwd', amira.password);
      await firefox.click('#rcmloginsubmit');
      await there('#messagelist tr.message');
      const address = await firefox.inPage(
        `const row = [...document.querySelectorAll('#messagelist tr.message')].find((one) => one.querySelector('.subject a')?.textContent.includes(arguments[0]));
         return row.querySelector('a[href*="_uid="]').href`,
        deep.subject,
      );
      const uid = new URL(String(address)).searchParams.get('_uid');
      await firefox.goto(`${roundcube.url}/?_task=mail&_action=compose&_forward_uid=${uid}&_mbox=INBOX`);
      await there('#compose_to input');
      await firefox.type('#compose_to .recipient-input input', `${who.frost.address},`);
      const nudge = await nudgeIn(firefox, ['quoted-thread'], ({ facts }) => facts['new-people'] !== undefined);
      expect(nudge.counts).toMatchObject({ 'earlier-messages': [deep, ...quotedBy(deep)].length, 'new-people': 1, 'personal-data': 3 });
      await picture('roundcube');
      await firefox.click('#compose-content .formbuttons button.send');
      await firefox.until('the list again', () => firefox.inPage("return !location.search.includes('_action=compose')"));
      expect(roundcube.messages().map(({ to }) => to)).toEqual([[who.frost.address]]);
    });
  });

  describe('what only Firefox does', () => {
    const inExtension = (body: string) => firefox.inBrowser(`const id = '${addonId}'; const { extension } = WebExtensionPolicy.getByID(id); ${body}`);
    const changeAccess = (how: 'add' | 'remove', origin: string) =>
      inExtension(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        return ExtensionPermissions.${how}(id, { permissions: [], origins: ['${origin}'] }, extension).then(() => true)`);
    /** The person's answer to the browser's question. */
    const allow = () =>
      firefox.until('the question of the browser', () =>
        firefox.inBrowser(
          "const button = document.querySelector('#addon-webext-permissions-notification .popup-notification-primary-button'); if (!button || PopupNotifications.panel.state !== 'open') return false; button.click(); return true",
        ),
      );
    const popupSays = (words: string) =>
      firefox.until(`“${words}” in the popup`, () =>
        firefox.inPopup(`return document.body.innerText.replace(/[\\u2066-\\u2069]/g, '').includes(${JSON.stringify(words)})`),
      );
    const offer = (kind: string) =>
      firefox.until(`the offer ${kind}`, () => firefox.inPopup(`return document.querySelector('[data-offer]')?.dataset.offer === '${kind}'`));

    const pressOffer = () =>
      firefox.until('the press of the offer', () =>
        firefox.inPopup("const button = document.querySelector('[data-offer] button'); button?.click(); return Boolean(button)"),
      );

    it('shows in the popup over a tab what is seen there', async () => {
      await writeHome();
      await nudgeIn(firefox, ['personal-address']);
      await firefox.openPopup();
      await popupSays('message is being written');
      const folder = process.env['SECOND_GLANCE_SCREENSHOTS'];
      if (folder) await writeFile(path.join(folder, 'firefox-popup-over-tab.png'), await firefox.popupScreenshot());
      expect(await firefox.inPopup('return document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      await firefox.closePopup();
    });

    it('puts a contact and a report on the clipboard, from the popup', async () => {
      await firefox.goto(`${server.url}/mailbox/`);
      await firefox.openPopup();
      const copy = (css: string) =>
        firefox.until(`copied by ${css}`, () =>
          firefox.inPopup(
            `const button = document.querySelector(${JSON.stringify(css)}); if (!button) return false; if (button.textContent !== 'Copied') { button.click(); return false; } return true`,
          ),
        );
      const words = String(
        await firefox.until('a contact', () => firefox.inPopup("return document.querySelector('.copy button')?.getAttribute('aria-label') ?? null")),
      ).replace(/[\u2066-\u2069]/g, '');
      await copy('.copy button');
      expect(`Copy ${await firefox.clipboard()}`).toBe(words);
      const report = String(
        await firefox.until('the report', () =>
          firefox.inPopup(
            "for (const part of ['[data-situation=wrong-person]', '[data-situation=wrong-person] [data-part=report]']) { const one = document.querySelector(part); if (one) one.open = true; } return document.querySelector('.report pre')?.textContent ?? null",
          ),
        ),
      );
      await copy('.report .copy button');
      expect(await firefox.clipboard()).toBe(report);
      await firefox.closePopup();
    });

    it('reminds of a print by the page’s own button and by the browser, and is never on the paper', async () => {
      await forget();
      await firefox.goto(letter);
      const bare = await firefox.paper();
      await nudgeIn(firefox, ['print']);
      await firefox.inPage("document.querySelector('p').append(' and one more'); return true");
      const longer = await firefox.paper();
      expect(longer === bare, 'more words, another paper').toBe(false);
      await firefox.inPage("document.querySelector('p').textContent = 'Words of the letter'; return true");
      // Compared as a yes or no: nobody reads the difference of two PDFs.
      expect((await firefox.paper()) === bare, 'the same paper with a card on the screen').toBe(true);
      await forget();
      await firefox.goto(letter);
      await firefox.click('#print');
      await nudgeIn(firefox, ['print']);
      await firefox.until('the print', async () => existsSync(firefox.printed));
      await picture('print');
    });

    it('offers to work on a webmail of one’s own, after a press of the toolbar button', async () => {
      await forget();
      await firefox.goto(ownWebmail);
      await firefox.openPopup();
      await offer('looks-like');
      expect(await nudgesIn(firefox)).toEqual([]);
      await pressOffer();
      await allow();
      await nudgeIn(firefox, ['personal-address']);
      await firefox.closePopup();
      await changeAccess('remove', `https://${ownServer}/*`);
      await noNudgeIn(firefox);
    });

    it('notices that a person keeps a built-in site from it, and offers to work there again', async () => {
      await forget();
      await firefox.goto(gmail);
      await nudgeIn(firefox, ['personal-address']);
      await changeAccess('remove', 'https://mail.google.com/*');
      await noNudgeIn(firefox);
      await firefox.goto(`${firefox.extensionUrl}/options.html#sites`);
      await firefox.until('the missing site', () =>
        firefox.inPage("return document.querySelector('[data-access=missing]')?.textContent.includes('Gmail') ?? false"),
      );
      await firefox.goto(gmail);
      await firefox.openPopup();
      await offer('withdrawn');
      await pressOffer();
      await allow();
      await nudgeIn(firefox, ['personal-address']);
      await firefox.closePopup();
    });

    it('wakes its event page when it is needed', async () => {
      await writeHome();
      await nudgeIn(firefox, ['personal-address']);
      // Whatever the page has to tell starts the next one at once: another one, or none, is the proof that this one has ended.
      const background = () => inExtension("return [...extension.views].find(({ viewType }) => viewType === 'background')?.contextId ?? 'none'");
      const first = await firefox.until('an event page', async () => {
        const now = await background();
        return now === 'none' ? null : now;
      });
      await inExtension('return extension.terminateBackground({ disableResetIdleForTest: true }).then(() => true)');
      await firefox.until('the end of the event page', async () => (await background()) !== first);
      await firefox.click('.compose .editor');
      await firefox.shortcut('Alt', 'Shift', 'G');
      await firefox.until('the focus in the card', inHost);
      await inExtension('return extension.terminateBackground({ disableResetIdleForTest: true }).then(() => true)');
      await pressIn(firefox, 'personal-address', 'Got it');
      await noNudgeIn(firefox);
      await firefox.until('the answer kept', async () => JSON.stringify(await stored('local')).includes('personal-address'));
    });

    it('does not run in private windows unless it is let in', async () => {
      await forget();
      expect(await inExtension('return extension.policy.privateBrowsingAllowed')).toBe(false);
      const witness = await firefox.tab();
      const hidden = await firefox.open('private window');
      await firefox.goto(gmail);
      expect(await firefox.inPage("return document.querySelector('form') !== null")).toBe(true);
      await firefox.switchTo(witness);
      await firefox.goto(gmail);
      await nudgeIn(firefox, ['personal-address']);
      // The private page was there before, and had more time.
      await firefox.switchTo(hidden);
      expect(await nudgesIn(firefox)).toEqual([]);
      await firefox.close(witness);
    });

    it('knows Welsh plurals and dates', async () => {
      expect(
        await firefox.inPage(
          "return [0, 1, 2, 3, 6, 7].map((count) => new Intl.PluralRules('cy').select(count)).join(' ') + ' ' + new Intl.DateTimeFormat('cy', { month: 'long' }).format(new Date(2026, 0, 1))",
        ),
      ).toBe('zero one two few many other Ionawr');
    });
  });

  it('asks nothing of the network, and nothing goes wrong in its code', async () => {
    expect(await firefox.refused()).toEqual([]);
    expect(await firefox.complaints()).toEqual([]);
    expect(await nudgesIn(firefox)).toEqual([]);
  });

  // After all others: Firefox ends the extension, and its pages, when it lets it in.
  it('keeps nothing of private windows that it is let into', async () => {
    await forget();
    await firefox.inBrowser(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      return ExtensionPermissions.add('${addonId}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
        .then(() => AddonManager.getAddonByID('${addonId}'))
        .then((addon) => addon.reload())
        .then(() => true)`);
    await firefox.until('private windows', () =>
      firefox.inBrowser(`return WebExtensionPolicy.getByID('${addonId}')?.extension?.policy.privateBrowsingAllowed === true`),
    );
    backstage = await firefox.open();
    await firefox.goto(`${firefox.extensionUrl}/options.html`);
    /** What the history says of this rule: how often it came up. */
    const shown = () => firefox.inPage("return document.querySelectorAll('#history table')[1]?.querySelector('td')?.textContent ?? null");
    await firefox.until('the options', () => firefox.inPage("return document.querySelector('#history') !== null"));
    const before = Number((await shown()) ?? 0);
    const answer = async (): Promise<void> => {
      await firefox.goto(gmail);
      await pressIn(firefox, 'personal-address', 'Got it');
      await noNudgeIn(firefox, 'personal-address');
    };
    await firefox.open('private window');
    await answer();
    await firefox.close(stage);
    await answer();
    await firefox.until('the answer kept', async () => JSON.stringify((await stored('local'))['pacing']).includes('"dismissed":{"personal-address":1}'));
    const session = String(await behind('return browser.storage.session.get(null).then((all) => JSON.stringify(all))'));
    expect(session).not.toContain('private.');
    await firefox.switchTo(backstage);
    await firefox.until('one more in the history', async () => {
      await firefox.goto(`${firefox.extensionUrl}/options.html`);
      await firefox.until('the options', () => firefox.inPage("return document.querySelector('#history') !== null"));
      return Number((await shown()) ?? 0) > before;
    });
    expect(Number(await shown())).toBe(before + 1);
  });
});
