/**
 * Pages that are out to harm: the built extension in a real Chromium, at the address of a real site that fell into wrong hands.
 * Each `id` is a row of the table in docs/threat-model.md, which says what was gained; a row without a test, or a test without a row, fails here.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import english from '../../assets/language/en.json';
import { type MailPage, mailPage, permissive } from './hostile/mail-page';
import { readings } from './hostile/reading';
import { startBrowser, type TestBrowser } from './support/browser';
import { cardFor, nudgeFor, nudgesOn, nudgeWhere, onRoots, pressInNudge, type ShownNudge } from './support/nudge';
import { openPopup } from './support/popup';

const address = 'https://mail.google.com/mail/u/0/';
const rule = 'personal-address';
/** Texts that only the card has. */
const cardOnly = ['Got it', 'Not relevant here', 'Snooze', 'goes to a personal mailbox', 'personal mail provider', 'Why this matters', 'Get help'];

let browser: TestBrowser;
let clean: { readonly text: string; readonly picture: Buffer };

beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: ['justice.example'] });
  const page = await open();
  const card = await cardOn(page);
  clean = { text: card.text, picture: await pictureOf(page, card) };
  await page.close();
  // The wording turns with every card.
  await browser.forget();
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await Promise.all(browser.context.pages().map((page, index) => (index === 0 ? undefined : page.close())));
  await browser.context.unrouteAll();
  await browser.forget();
});

const tried = new Set<string>();
/** One attack: its id is a row of the table. */
function attack(id: string, what: () => Promise<void>, timeout = 120_000): void {
  tried.add(id);
  it(id, { timeout }, what);
}

async function open(page: MailPage = {}, before?: () => void): Promise<Page> {
  await browser.serve({ [address]: { body: mailPage(page), headers: { 'content-security-policy': permissive, 'document-policy': 'js-profiling' } } });
  const tab = await browser.newPage();
  if (before) await tab.addInitScript(before);
  await tab.goto(address);
  return tab;
}
const cardOn = (page: Page): Promise<ShownNudge> => nudgeFor(page, rule);
/** What is seen inside the card's border; behind its rounded corners is the page. */
const pictureOf = (page: Page, { box }: ShownNudge): Promise<Buffer> =>
  page.screenshot({ clip: { x: Math.round(box.x) + 6, y: Math.round(box.y) + 6, width: Math.round(box.width) - 12, height: Math.round(box.height) - 12 } });

/** How many of a thousand pixels of two pictures differ by more than the smoothing of letters does. */
const difference = async (a: Buffer, b: Buffer): Promise<number> => {
  const [page] = browser.context.pages();
  if (!page) throw new Error('no page to compare in');
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (base64) => {
          const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          canvas?.drawImage(bitmap, 0, 0);
          return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!one || !other || one.length !== other.length) return 1000;
      let differ = 0;
      for (let at = 0; at < one.length; at += 4) if ([0, 1, 2].some((by) => Math.abs((one[at + by] ?? 0) - (other[at + by] ?? 0)) > 48)) differ += 1;
      return (differ * 4000) / one.length;
    },
    [a.toString('base64'), b.toString('base64')],
  );
};
/** The card looks as on a page that does nothing to it, once the page has drawn itself anew. */
const same = async (page: Page, card: ShownNudge): Promise<void> => {
  await page.mouse.move(1, 1);
  await expect.poll(async () => difference(await pictureOf(page, card), clean.picture)).toBeLessThan(4);
};

interface Kept {
  readonly pacing: { readonly dismissed: object; readonly notRelevant: object; readonly snoozedUntil: object };
  readonly strengths: object;
}
/** What Second Glance has stored of a person's answers. */
const kept = async (): Promise<Kept> =>
  (await browser.worker()).evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'sync', { get(): Promise<Record<string, unknown>> }> } }).chrome;
    const { dismissed = {}, notRelevant = {}, snoozedUntil = {} } = ((await storage.local.get())['pacing'] ?? {}) as Record<string, object>;
    return { pacing: { dismissed, notRelevant, snoozedUntil }, strengths: ((await storage.sync.get())['ruleStrengths'] ?? {}) as object };
  });
const nothingKept: Kept = { pacing: { dismissed: {}, notRelevant: {}, snoozedUntil: {} }, strengths: {} };

/** The problems that the popup would speak of, of all tabs. */
const problems = async (): Promise<readonly string[]> =>
  (await browser.worker()).evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'session', { get(): Promise<Record<string, unknown>> }> } }).chrome;
    const statuses = Object.entries(await storage.session.get()).filter(([key]) => key.startsWith('status.'));
    return statuses.flatMap(([, frames]) => Object.values(frames as Record<string, { problems: string[] }>).flatMap((frame) => frame.problems));
  });

const hosts = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('second-glance').length);
const sent = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { sent?: number }).sent ?? 0);

/** The dialogs that hold a message now, with their buttons. */
const dialogsOn = async (page: Page) =>
  (
    await onRoots(page, function (this: ShadowRoot) {
      return [...this.querySelectorAll<HTMLDialogElement>('dialog[data-confirm]')]
        .filter((dialog) => dialog.checkVisibility())
        .map((dialog) =>
          [...dialog.querySelectorAll<HTMLElement>('[data-act]')].map((button) => {
            const { x, y, width, height } = button.getBoundingClientRect();
            return { act: button.dataset['act'] ?? '', x: x + width / 2, y: y + height / 2 };
          }),
        );
    })
  ).flat();
async function dialogOn(page: Page) {
  await expect.poll(async () => (await dialogsOn(page)).length).toBe(1);
  const [buttons = []] = await dialogsOn(page);
  return (act: 'back' | 'send') => buttons.find((button) => button.act === act) ?? { x: 0, y: 0 };
}

/** Runs in the page, with a closed shadow root as `this`: what the focused button does. */
function focusIn(this: ShadowRoot): string | null {
  return this.activeElement?.getAttribute('data-act') ?? null;
}

describe('reading the card', () => {
  for (const { id, before, attack: steal } of readings) {
    attack(id, async () => {
      const page = await open({}, before);
      const card = await cardOn(page);
      const loot = JSON.stringify(await page.evaluate(steal, browser.extensionId));
      for (const text of cardOnly) expect(loot).not.toContain(text);
      for (const name of ['came: ', 'chrome-extension:', 'engine.js', 'sentinel.js']) expect(loot).not.toContain(name);
      expect(card.text).toBe(clean.text);
    });
  }

  attack('read-events', async () => {
    const page = await open({}, () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      const types = Object.keys(Object.getOwnPropertyDescriptors(HTMLElement.prototype)).filter((name) => name.startsWith('on'));
      for (const type of [...types.map((name) => name.slice(2)), 'focusin', 'focusout', 'dragstart', 'copy', 'selectionchange', 'beforetoggle', 'toggle'])
        addEventListener(
          type,
          (event) => {
            const { dataTransfer, clipboardData } = event as DragEvent & ClipboardEvent;
            const host = event.target instanceof Element && event.target.localName === 'second-glance';
            const path = event.composedPath().map((one) => (one as Node).nodeName ?? 'window');
            if (host) loot.push([type, path, dataTransfer?.getData('text'), clipboardData?.getData('text'), String(getSelection())]);
          },
          { capture: true },
        );
    });
    const card = await cardOn(page);
    const title = { x: card.box.x + 60, y: card.box.y + 50 };
    await page.mouse.move(title.x, title.y);
    await page.mouse.down();
    await page.mouse.move(title.x + 120, title.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.mouse.dblclick(title.x, title.y);
    await page.keyboard.press('Control+c');
    await pressInNudge(page, rule, 'Get help');
    await pressInNudge(page, rule, 'Why this matters');
    const link = await nudgeWhere(page, 'a link', (shown) => shown[0]?.buttons.find(({ name }) => /@|policy|guid/i.test(name)) ?? shown[0]?.buttons.at(-1));
    await page.mouse.move(link.x, link.y);
    await page.mouse.down();
    await page.mouse.move(20, 20, { steps: 4 });
    await page.mouse.up();
    const loot = (await page.evaluate(() => (globalThis as unknown as { loot: [string, string[], string?, string?, string?][] }).loot)) ?? [];
    expect(loot.some(([type]) => type === 'click')).toBe(true);
    for (const [, path, ...texts] of loot) {
      expect(path[0]).toBe('SECOND-GLANCE');
      expect(texts.filter(Boolean)).toEqual([]);
    }
  });

  attack('read-fonts', async () => {
    const asked: string[] = [];
    const families = [
      'Arial',
      'Helvetica',
      'Helvetica Neue',
      'Noto Sans',
      'sans-serif',
      'system-ui',
      'Segoe UI',
      'Roboto',
      'DejaVu Sans',
      'Times New Roman',
      'inherit',
    ];
    const faces = families.map((family, index) => `@font-face{font-family:"${family}";src:url("/font/${index}.woff2")}`).join('');
    browser.context.on('request', (request) => asked.push(request.url()));
    const page = await open({ before: `<style>${faces} * { font-family: monospace !important }</style>` });
    expect((await cardOn(page)).text).toBe(clean.text);
    expect(
      await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status !== 'unloaded').map(({ family }) => family))),
    ).toEqual([]);
    expect(asked.filter((url) => url.includes('/font/'))).toEqual([]);
  });

  attack('read-words', async () => {
    const page = await open();
    await cardOn(page);
    // The browser itself answers whether a text is on screen; nothing more than yes or no comes of it.
    const [known, unknown, text] = await page.evaluate(() => {
      const find = (word: string): boolean => (globalThis as unknown as { find(text: string): boolean }).find(word);
      return [find('personal mailbox'), find('a word of no card'), String(getSelection())];
    });
    expect([known, unknown, text]).toEqual([true, false, '']);
  });
});

describe('noticing Second Glance', () => {
  attack('notice-before-a-card', async () => {
    const page = await open({ to: null }, () => {
      const seen: unknown[] = [];
      for (const type of ['securitypolicyviolation', 'error', 'unhandledrejection', 'beforetoggle', 'animationstart', 'transitionrun'])
        addEventListener(type, () => seen.push(type), { capture: true });
      Object.assign(globalThis, { seen, before: Object.getOwnPropertyNames(globalThis).length + 2 });
      new MutationObserver((records) => {
        for (const { type, target, attributeName, addedNodes } of records)
          if (document.readyState === 'complete') seen.push([type, target.nodeName, attributeName, addedNodes.length]);
      }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
      for (const type of ['focusin', 'selectionchange', 'scroll', 'toggle', 'message', 'storage'])
        addEventListener(type, () => seen.push(type), { capture: true });
    });
    // Another tab shows that the engine had its turn.
    const witness = await browser.newPage();
    await witness.goto(address);
    await page.locator('#cc').pressSequentially('other@justice.example');
    await expect.poll(problems).toEqual([]);
    await expect
      .poll(async () =>
        (await browser.worker()).evaluate(async () => {
          const { storage } = (globalThis as unknown as { chrome: { storage: Record<'session', { get(): Promise<Record<string, unknown>> }> } }).chrome;
          return Object.values(await storage.session.get()).filter((one) => JSON.stringify(one).includes('"composes":1')).length;
        }),
      )
      .toBe(2);
    await page.locator('#cc').press('End');
    const found = await page.evaluate(() => {
      const world = globalThis as unknown as { seen: unknown[]; before: number };
      return {
        seen: world.seen.filter((one) => one !== 'focusin' && one !== 'selectionchange'),
        names: Object.getOwnPropertyNames(globalThis).length - world.before,
        sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
        highlights: CSS.highlights.size,
        element: document.querySelector('second-glance'),
        marks: document.documentElement.getAttributeNames(),
        loads: performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length,
      };
    });
    expect(found).toEqual({ seen: [], names: 0, sheets: 0, highlights: 0, element: null, marks: ['lang'], loads: 0 });
  });

  attack('notice-with-a-card', async () => {
    const page = await open();
    await cardOn(page);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('second-glance');
      return host && [[...host.attributes].map(({ name }) => name).sort(), host.childNodes.length, host.getBoundingClientRect().width];
    });
    // That it is there can be seen; nothing of it says for what.
    expect(seen).toEqual([['contenteditable', 'popover', 'translate'], 0, 0]);
    await page.locator('#to').fill('colleague@justice.example');
    await expect.poll(() => hosts(page)).toBe(0);
  });
});

describe('pressing its buttons', () => {
  attack('press-by-script', async () => {
    const page = await open();
    const { box } = await cardOn(page);
    await page.evaluate(({ x, y, width, height }) => {
      const host = document.querySelector<HTMLElement>('second-glance');
      if (!host) throw new Error('no host');
      host.click();
      for (let left = x; left < x + width; left += 8) {
        for (let top = y; top < y + height; top += 8) {
          const at = { clientX: left, clientY: top, bubbles: true, composed: true, detail: 1 };
          for (const target of [host, document.elementFromPoint(left, top) ?? host]) {
            for (const type of ['pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, at));
            for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, at));
          }
        }
      }
      for (const key of ['Enter', ' ', 'Escape', 'Tab'])
        for (const type of ['keydown', 'keyup']) host.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      host.focus();
      host.dispatchEvent(new Event('cancel'));
      host.dispatchEvent(new Event('close'));
    }, box);
    expect((await cardOn(page)).text).toBe(clean.text);
    expect(await kept()).toEqual(nothingKept);
  });

  attack('press-through-a-cover', async () => {
    const page = await open();
    const card = await cardOn(page);
    const button = card.buttons.find(({ name }) => name === 'Not relevant here');
    if (!button) throw new Error('no button');
    const cover = (): Promise<void> =>
      page.evaluate(async () => {
        document.querySelector('#cover')?.remove();
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.textContent = 'Press here to win';
        cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;margin:0;background:#fff;pointer-events:none';
        cover.setAttribute('popover', 'manual');
        document.body.append(cover);
        cover.showPopover();
        // The browser tells of what is seen ten times a second.
        await new Promise((resolve) => setTimeout(resolve, 900));
      });
    await cover();
    await page.mouse.click(button.x, button.y);
    expect(await kept()).toEqual(nothingKept);
    // Instead the card came to the top.
    await same(page, card);
    await cover();
    await page.mouse.click(button.x, button.y);
    expect((await nudgesOn(page)).length).toBe(1);
    expect(await kept()).toEqual(nothingKept);
    // A person who sees it can press it.
    await page.evaluate(() => document.querySelector('#cover')?.remove());
    await expect
      .poll(async () => {
        await page.mouse.click(button.x, button.y);
        return (await nudgesOn(page)).length;
      })
      .toBe(0);
  });

  attack('put-under-the-pointer', async () => {
    const shift = (page: Page): Promise<void> =>
      page.evaluate(() => {
        const compose = document.querySelector<HTMLElement>('#compose');
        if (compose) compose.style.cssText = 'width:520px;position:fixed;left:500px;top:60px;background:#fff';
        document.dispatchEvent(new Event('scroll'));
      });
    // Where the card goes when its compose is put where it stands.
    const moved = async (page: Page, from: ShownNudge): Promise<ShownNudge['buttons'][number]> => {
      await shift(page);
      return nudgeWhere(page, 'the card in another place', (shown) => {
        const there = shown.find(({ box }) => Math.abs(box.x - from.box.x) > 20 || Math.abs(box.y - from.box.y) > 20);
        return there?.buttons.find(({ name }) => name === 'Not relevant here');
      });
    };
    const first = await open();
    const aim = await moved(first, await cardOn(first));
    await first.close();
    await browser.forget();
    const page = await open();
    const card = await cardOn(page);
    await page.mouse.move(aim.x, aim.y);
    expect(await moved(page, card)).toMatchObject({ x: aim.x, y: aim.y });
    // The person presses what was there.
    await page.mouse.down();
    await page.mouse.up();
    expect(await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done('drawn')))))).toBe('drawn');
    expect((await nudgesOn(page)).length).toBe(1);
    expect(await kept()).toEqual(nothingKept);
    // Who comes to the button presses it.
    await page.mouse.move(aim.x + 60, aim.y - 60);
    await page.mouse.click(aim.x, aim.y);
    await expect.poll(async () => (await nudgesOn(page)).length).toBe(0);
  });

  attack('fill-the-screen', async () => {
    const page = await open({ before: '<div id="full" style="background:#fff"><button id="go">Full screen</button></div>' });
    await cardOn(page);
    await page.evaluate(() => document.querySelector('#go')?.addEventListener('click', () => void document.querySelector('#full')?.requestFullscreen()));
    await page.locator('#go').click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.querySelector('second-glance') !== null)).toBe(true);
    // Whatever is outside of what fills the screen cannot be pressed, so the card is in it.
    await pressInNudge(page, rule, 'Got it');
    await expect.poll(async () => (await nudgesOn(page)).length).toBe(0);
  });
});

describe('changing how it looks', () => {
  attack('style-it', async () => {
    const page = await open({
      before: `<style>second-glance{--ink:transparent!important;--paper:red;--accent:lime;direction:rtl!important;unicode-bidi:bidi-override!important;font-size:40px;letter-spacing:9px;
        color:red!important;zoom:3!important;opacity:0!important;filter:blur(9px)!important;transform:scale(0)!important;visibility:hidden!important;display:none!important;writing-mode:vertical-rl!important;
        -webkit-text-security:disc!important;text-transform:uppercase;-webkit-text-fill-color:transparent;mix-blend-mode:difference!important;clip-path:inset(50%)!important;content:"gone"}
        second-glance::before{content:"fake"} *{color:red;font-size:30px!important} ::part(card){display:none} :root{color-scheme:light;--ink:transparent}
        @property --paper{syntax:"<color>";inherits:false;initial-value:red}</style>`,
    });
    const card = await cardOn(page);
    expect(card.text).toBe(clean.text);
    await same(page, card);
  });

  attack('style-around-it', async () => {
    const page = await open();
    const card = await cardOn(page);
    await page.evaluate(() => {
      document.documentElement.style.cssText =
        'opacity:0.01;filter:opacity(0.01);clip-path:inset(50%);mix-blend-mode:difference;pointer-events:none;font-size:60px;direction:rtl;cursor:none;user-select:all';
    });
    const after = await nudgeWhere(page, 'the card', (shown) => shown[0]);
    expect(after.text).toBe(card.text);
    await same(page, after);
  });

  attack('zoom-it', async () => {
    const page = await open();
    const card = await cardOn(page);
    for (const zoom of ['0.05', '3']) {
      await page.evaluate((factor) => {
        document.documentElement.style.zoom = factor;
      }, zoom);
      // As large as ever, and on the screen.
      await nudgeWhere(page, `the card at a zoom of ${zoom}`, (shown) =>
        shown.find(
          ({ box }) =>
            Math.abs(box.width - card.box.width) < 2 && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 800 && box.height > 100,
        ),
      );
    }
  });

  attack('edit-it', async () => {
    const page = await open();
    await cardOn(page);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('second-glance');
      document.designMode = 'on';
      if (host) host.contentEditable = 'true';
      document.body.contentEditable = 'true';
      document.documentElement.contentEditable = 'true';
      const find = (word: string): boolean => (globalThis as unknown as { find(text: string): boolean }).find(word);
      for (const word of ['personal mailbox', 'Got it', 'Snooze']) {
        find(word);
        document.execCommand('insertText', false, 'HACKED');
        document.execCommand('delete');
        document.execCommand('insertHTML', false, '<b>HACKED</b>');
      }
      // A page that can be edited as a whole is no compose any more; the card would go with it.
      document.designMode = 'off';
      document.body.removeAttribute('contenteditable');
      document.documentElement.removeAttribute('contenteditable');
    });
    expect((await nudgeWhere(page, 'the card', (shown) => shown[0])).text).toBe(clean.text);
  });

  attack('draw-a-fake', async () => {
    const page = await open({ before: '<second-glance id="early" popover="manual"><b>Your mail is safe</b></second-glance>' });
    await cardOn(page);
    await page.evaluate(() => {
      const fake = document.createElement('second-glance');
      fake.id = 'late';
      const root = fake.attachShadow({ mode: 'open' });
      root.setHTMLUnsafe?.('<section data-nudge="personal-address"><button data-act="not-relevant">Not relevant here</button></section>');
      fake.style.cssText = 'position:fixed;left:0;top:600px';
      document.body.append(fake);
    });
    await page.mouse.click(20, 610);
    // What stood there before is cleared away; what is drawn later is only a drawing: it can do nothing.
    expect(await page.locator('#early').count()).toBe(0);
    expect(await kept()).toEqual(nothingKept);
    expect((await nudgesOn(page)).filter(({ text }) => text === clean.text).length).toBe(1);
  });
});

describe('taking it away', () => {
  attack('remove-it', async () => {
    const page = await open();
    await cardOn(page);
    await page.evaluate(() => document.querySelector('second-glance')?.remove());
    // Once it comes back by itself …
    expect((await cardOn(page)).text).toBe(clean.text);
    await page.evaluate(() => {
      Object.assign(globalThis, { comings: 0 });
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          if ([...addedNodes].some((node) => node.nodeName === 'SECOND-GLANCE')) (globalThis as unknown as { comings: number }).comings += 1;
        document.querySelector('second-glance')?.remove();
      }).observe(document.documentElement, { childList: true });
      document.querySelector('second-glance')?.remove();
    });
    // … then it stays away, whatever happens, and the popup says so.
    await expect.poll(problems).toContain('removed');
    const popup = await openPopup(browser, page);
    await expect.poll(() => popup.read<string>(`document.querySelector('[data-problems]')?.textContent ?? ''`)).toBe(english['tab.removed']);
    await popup.close();
    await page.locator('#cc').pressSequentially('someone_else@hotmail.com ');
    await page.locator('#subject').pressSequentially(' and more');
    await expect.poll(problems).toContain('present');
    expect(await page.evaluate(() => (globalThis as unknown as { comings: number }).comings)).toBe(0);
    await page.locator('#send').click();
    expect(await sent(page)).toBe(1);
  });

  attack('move-it', async () => {
    const page = await open();
    await cardOn(page);
    await page.evaluate(() => {
      const hidden = document.createElement('div');
      hidden.style.display = 'none';
      document.body.append(hidden);
      const host = document.querySelector('second-glance');
      if (host) hidden.append(host);
    });
    expect((await cardOn(page)).text).toBe(clean.text);
    expect(await page.evaluate(() => document.querySelector('second-glance')?.parentElement === document.documentElement)).toBe(true);
  });

  attack('write-anew', async () => {
    const page = await open();
    await cardOn(page);
    // All listeners of the document and the window go with what was written before.
    await page.evaluate(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      mailPage({ to: 'other_one@hotmail.com' }),
    );
    const card = await nudgeWhere(page, 'a card for what is there now', (shown) => shown.find(({ text }) => text.includes('other_one')));
    expect(await hosts(page)).toBe(1);
    expect(card.text).not.toContain('jane_smith');
  });

  attack('switch-it-off', async () => {
    const page = await open();
    const card = await cardOn(page);
    const spoil = (): Promise<void> =>
      page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('second-glance');
        if (!host) return;
        host.inert = true;
        host.setAttribute('aria-hidden', 'true');
        host.hidden = true;
        host.style.cssText = 'display:none!important;opacity:0!important;left:-9000px!important';
        host.className = 'x';
        host.contentEditable = 'true';
        if (host.matches(':popover-open')) host.hidePopover();
        host.removeAttribute('popover');
      });
    await spoil();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const host = document.querySelector<HTMLElement>('second-glance');
          return host && [host.inert, host.hasAttribute('aria-hidden'), host.hidden, host.contentEditable, host.matches(':popover-open')];
        }),
      )
      .toEqual([false, false, false, 'false', true]);
    await same(page, card);
    // For ever: it gives in, and says so.
    await page.evaluate(() => {
      new MutationObserver(() => {
        const host = document.querySelector<HTMLElement>('second-glance');
        if (host && !host.inert) host.inert = true;
      }).observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ['inert'] });
      const host = document.querySelector<HTMLElement>('second-glance');
      if (host) host.inert = true;
    });
    await expect.poll(problems).toContain('removed');
    expect(await hosts(page)).toBe(0);
  });
});

describe('forging', () => {
  attack('forge-messages', async () => {
    const page = await open();
    await cardOn(page);
    const before = browser.context.pages().length;
    const reached = await page.evaluate((id) => {
      const forged = [
        { name: 'wake' },
        { name: 'dismissed', data: { rules: ['personal-address'], how: 'not-relevant', reasons: [] } },
        { name: 'make-quiet', data: { rule: 'personal-address' } },
        { name: 'snooze', data: { rules: ['personal-address'], length: 'today' } },
        { name: 'open', data: { page: 'options' } },
        { name: 'account-domain' },
        { name: 'sharing-changed', data: true },
      ];
      for (const message of forged) {
        for (const text of [message, JSON.stringify(message), { source: 'second-glance', ...message }]) {
          postMessage(text, '*');
          for (const target of [window, document, document.documentElement, document.querySelector('second-glance')]) {
            target?.dispatchEvent(new CustomEvent(message.name, { detail: text, bubbles: true, composed: true }));
            target?.dispatchEvent(new CustomEvent('second-glance', { detail: text, bubbles: true, composed: true }));
            target?.dispatchEvent(new MessageEvent('message', { data: text }));
          }
          new BroadcastChannel('second-glance').postMessage(text);
        }
      }
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?(id: string, message: unknown): void; connect?(id: string): void } } };
      let reached = 0;
      for (const message of forged) {
        try {
          chrome?.runtime?.sendMessage?.(id, message);
          chrome?.runtime?.connect?.(id);
          if (chrome?.runtime?.sendMessage) reached += 1;
        } catch {
          // Nobody there.
        }
      }
      return reached;
    }, browser.extensionId);
    expect(reached).toBe(0);
    expect((await cardOn(page)).text).toBe(clean.text);
    expect(await kept()).toEqual(nothingKept);
    expect(browser.context.pages().length).toBe(before);
  });
});

describe('acting for the person', () => {
  attack('forge-sending', async () => {
    const page = await open();
    const learnt = async () =>
      (await browser.worker()).evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }> } }).chrome;
        const { pacing = {}, acquaintances = {} } = (await storage.local.get()) as Record<string, { cards?: unknown[]; records?: object }>;
        return { cards: pacing.cards?.length ?? 0, known: Object.keys(acquaintances.records ?? {}), last: (await storage.session.get())['lastSent'] ?? null };
      });
    await cardOn(page);
    // A page that sends by itself and takes its compose away as if the message were gone.
    for (const how of ['click', 'submit']) {
      await page.evaluate((by) => {
        const form = document.querySelector<HTMLFormElement>('#compose');
        const send = form?.querySelector<HTMLElement>('#send');
        Object.assign(globalThis, { again: form?.cloneNode(true) });
        if (by === 'click') send?.click();
        else form?.requestSubmit(send);
        form?.remove();
      }, how);
      await expect.poll(async () => (await nudgesOn(page)).length).toBe(0);
      await page.evaluate(() => document.body.append((globalThis as unknown as { again: Node }).again));
      await cardFor(page, rule);
    }
    // What the person does comes after all that, and is all that is kept.
    await pressInNudge(page, rule, 'Got it');
    await expect.poll(async () => (await learnt()).cards).toBeGreaterThan(0);
    expect(await learnt()).toEqual({ cards: 1, known: [], last: null });
  });
});

describe('breaking it before it starts', () => {
  const works = async (page: Page): Promise<void> => {
    // The page's own world is of no use to the test either.
    const cards = () => nudgesOn(page, true);
    await expect.poll(async () => (await cards())[0]?.text).toBe(clean.text);
    const button = (await cards())[0]?.buttons.find(({ name }) => name === 'Got it');
    await page.mouse.click(button?.x ?? 0, button?.y ?? 0);
    await expect.poll(async () => (await cards()).length).toBe(0);
  };

  attack('poison-prototypes', async () => {
    await works(
      await open({}, () => {
        const bad = (): never => {
          throw new Error('poisoned');
        };
        const { defineProperty } = Object;
        for (const [owner, names] of [
          [Array.prototype, ['map', 'filter', 'flatMap', 'find', 'some']],
          [String.prototype, ['replace', 'split', 'toLowerCase', 'normalize']],
          [Map.prototype, ['get', 'set']],
          [Promise.prototype, ['then', 'catch']],
          [JSON, ['stringify', 'parse']],
          [Element.prototype, ['querySelectorAll', 'matches', 'closest', 'getAttribute', 'attachShadow', 'append', 'getBoundingClientRect', 'checkVisibility']],
          [Document.prototype, ['createElement', 'querySelector', 'querySelectorAll', 'adoptNode']],
          [EventTarget.prototype, ['addEventListener']],
          [HTMLElement.prototype, ['showPopover', 'hidePopover', 'focus']],
          [
            globalThis,
            [
              'MutationObserver',
              'IntersectionObserver',
              'ResizeObserver',
              'AbortController',
              'CSSStyleSheet',
              'DOMParser',
              'setTimeout',
              'requestAnimationFrame',
            ],
          ],
        ] as [object, string[]][])
          for (const name of names) defineProperty(owner, name, { value: bad, configurable: true, writable: true });
        for (const name of ['children', 'attributes', 'innerHTML', 'isConnected', 'textContent', 'value'])
          for (const owner of [Element.prototype, Node.prototype, HTMLInputElement.prototype])
            if (Object.hasOwn(owner, name)) defineProperty(owner, name, { get: bad, configurable: true });
        defineProperty(Object.prototype, 'data', { get: bad, set: bad, configurable: true });
      }),
    );
  });

  attack('clobber-names', async () => {
    const names = [
      ...'querySelector querySelectorAll body head documentElement addEventListener createElement implementation adoptNode defaultView activeElement'.split(
        ' ',
      ),
      ...'designMode getElementById location title getSelection createRange createTreeWalker children contains nodeType ownerDocument append'.split(' '),
      ...'matches closest getAttribute attributes isConnected childElementCount parentElement dispatchEvent visibilityState fullscreenElement'.split(' '),
    ];
    const documents = names.map((name) => `<form name="${name}"></form><img name="${name}" id="${name}"><embed name="${name}">`).join('');
    const windows = [
      'browser',
      'chrome',
      'runtime',
      'globalThis',
      'document',
      'MutationObserver',
      'performance',
      'setTimeout',
      'crypto',
      'navigator',
      '__proto__',
      'n',
      't',
      'e',
    ]
      .map(
        (name) =>
          `<a id="${name}" name="${name}"></a><form id="${name}" name="${name}"><input name="runtime" id="x"><input name="id"><input name="storage"><input name="sendMessage"></form>`,
      )
      .join('');
    const inside = names.map((name) => `<input type="hidden" name="${name}">`).join('');
    // In the form from the start as well, without those by which the page's own markup works.
    const page = await open({ before: `<div hidden>${documents}${windows}</div>`, inside });
    expect((await cardOn(page)).text).toBe(clean.text);
    // Playwright itself cannot fill in such a form.
    const write = (text: string): Promise<void> =>
      page.evaluate((value) => {
        const field = Document.prototype.getElementById.call(document, 'to') as HTMLInputElement;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, text);
    await write('tom_hughes@outlook.com');
    await nudgeWhere(page, 'the other address', (shown) => shown.find(({ text }) => text.includes('tom_hughes')));
    await write('jane_smith@gmail.com');
    await nudgeWhere(page, 'the first address', (shown) => shown.find(({ text }) => text.includes('jane_smith')));
    await pressInNudge(page, rule, 'Got it');
    await expect.poll(async () => (await nudgesOn(page)).length).toBe(0);
    expect(await problems()).toEqual([]);
  });

  attack('spoil-elements', async () => {
    const long = 'x'.repeat(2_000_000);
    const page = await open(
      {
        before: `<div title="${long}" aria-label="${long}" class="${'c '.repeat(200_000)}"></div><x-bad to="1"><input name="to" aria-label="${'To '.repeat(100_000)}"></x-bad>`,
      },
      () => {
        customElements.define(
          'x-bad',
          class extends HTMLElement {
            static observedAttributes = ['to'];
            connectedCallback(): void {
              this.setAttribute('to', String(Math.random()));
              throw new Error('disruptive');
            }
            disconnectedCallback(): void {
              document.body.append(this);
            }
            attributeChangedCallback(): void {
              throw new Error('disruptive');
            }
          },
        );
      },
    );
    await works(page);
    browser.clearComplaints();
  });

  attack('flood-with-composes', async () => {
    const page = await open();
    await cardOn(page);
    const gaps = await page.evaluate(async () => {
      const form = document.querySelector('#compose');
      if (!form) throw new Error('no compose');
      const gaps: number[] = [];
      let last = performance.now();
      const beat = setInterval(() => {
        gaps.push(performance.now() - last);
        last = performance.now();
      }, 4);
      const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
      const room = document.createElement('div');
      room.style.cssText = 'height:300px;overflow:auto';
      document.body.append(room);
      for (let round = 0; round < 10; round += 1) {
        room.replaceChildren(...Array.from({ length: 100 }, () => form.cloneNode(true)));
        await pause(100);
      }
      // The last hundred stay long enough to be looked at.
      await pause(2500);
      clearInterval(beat);
      return gaps
        .sort((a, b) => b - a)
        .slice(0, 5)
        .map(Math.round);
    });
    console.log('flood-with-composes: longest gaps (ms)', gaps.join(' '));
    const start = performance.now();
    await page.locator('#compose > button').first().click({ force: true });
    expect(await sent(page)).toBeGreaterThan(0);
    console.log('flood-with-composes: Send took (ms)', Math.round(performance.now() - start));
    expect((await nudgesOn(page)).length).toBeLessThanOrEqual(30);
    await page.evaluate(() => document.querySelector('body > div:last-of-type')?.remove());
    await expect.poll(async () => (await nudgesOn(page)).length).toBe(1);
  });
});

describe('breaking out of texts', () => {
  attack('break-out-of-texts', async () => {
    const markup = '<img src=x onerror="window.broken=1"></style></script><script>window.broken=1</script>{address}{count}';
    const page = await open({
      to: `"${markup.replace(/"/g, "'")}" <jane_smith@gmail.com>, "\u202egpj.exe\u202c\n\n" <a_b@hotmail.com>`,
      subject: `Fwd: ${markup}`,
      files: [`${markup}.docx`, `${'long'.repeat(5000)}.pdf`, '\u202efdp.exe'],
    });
    await cardOn(page);
    for (const panel of ['Show me', 'Why this matters', 'Get help'])
      if ((await nudgesOn(page))[0]?.buttons.some(({ name }) => name === panel)) await pressInNudge(page, rule, panel);
    const [inside] = await onRoots(page, function (this: ShadowRoot) {
      return {
        made: this.querySelectorAll('img, script, iframe, link, [onerror], [onclick], a[href^="javascript"]').length,
        widths: [...this.querySelectorAll('.slot')].map((slot) => slot.scrollWidth - slot.clientWidth),
      };
    });
    expect(inside?.made).toBe(0);
    expect(inside?.widths.every((over) => over <= 1)).toBe(true);
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  });

  attack('break-out-of-packs', async () => {
    const markup = '<img src=x onerror="window.broken=1">{name}</style><script>window.broken=1</script>';
    const options = await browser.extensionPage('options.html');
    await options.evaluate(async (text) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'sync', { set(values: object): Promise<void> }> } }).chrome;
      const words = { en: text };
      await storage.local.set({
        ownPack: {
          format: 1,
          id: 'own',
          name: words,
          organisation: words,
          documents: [{ id: 'd', title: words, url: 'javascript:window.broken=1' }],
          points: [{ id: 'p', text: words, detail: words, sources: [{ document: 'd', section: text }], rules: ['personal-address'] }],
          details: [],
          stories: [{ id: 's', notice: words, paragraphs: [words], rules: ['personal-address'] }],
          contacts: [
            { id: 'c', team: words, note: words, channels: [{ kind: 'web', value: 'javascript:window.broken=1', state: 'open' }], rules: ['personal-address'] },
          ],
          situations: [],
          checklist: [],
        },
      });
      await storage.sync.set({ guidance: 'own' });
    }, markup);
    try {
      const page = await open();
      await cardOn(page);
      for (const panel of ['Why this matters', 'Get help'])
        if ((await nudgesOn(page))[0]?.buttons.some(({ name }) => name === panel)) await pressInNudge(page, rule, panel);
      const [inside] = await onRoots(page, function (this: ShadowRoot) {
        return this.querySelectorAll('img, script, iframe, [onerror], a[href^="javascript" i]').length;
      });
      expect(inside).toBe(0);
      expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
    } finally {
      await browser.set({ guidance: 'moj' });
    }
  });
});

describe('holding Send for ever', () => {
  beforeAll(() => browser.set({ ruleStrengths: { [rule]: 'confirm' } }));
  afterAll(() => browser.set({ ruleStrengths: {} }));

  const held = async (page: Page) => {
    await cardOn(page);
    await page.locator('#send').click();
    const at = await dialogOn(page);
    expect(await sent(page)).toBe(0);
    return at;
  };

  attack('hold-and-remove-the-dialog', async () => {
    const page = await open();
    await held(page);
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector('second-glance')?.remove()).observe(document.documentElement, { childList: true });
      document.querySelector('second-glance')?.remove();
    });
    await expect.poll(() => hosts(page)).toBe(0);
    await page.locator('#send').click();
    expect(await sent(page)).toBe(1);
    // Nothing can be shown any more, so nothing is held any more.
    await page.locator('#send').click();
    expect(await sent(page)).toBe(2);
  });

  attack('hold-and-rebuild-send', async () => {
    const page = await open();
    const at = await held(page);
    await page.evaluate(() => {
      const send = document.querySelector('#send');
      send?.replaceWith(send.cloneNode(true));
    });
    await page.mouse.click(at('send').x, at('send').y);
    await expect.poll(() => sent(page)).toBe(1);
    expect(await dialogsOn(page)).toEqual([]);
  });

  attack('hold-and-swallow-presses', async () => {
    const page = await open();
    const at = await held(page);
    // What a focus trap does to everything outside of its own box.
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'touchstart'])
        document.addEventListener(
          type,
          (event) => {
            const target = event.target as Element;
            if (target.id === 'send') return;
            event.preventDefault();
            event.stopImmediatePropagation();
          },
          { capture: true },
        );
    });
    await page.mouse.click(at('send').x, at('send').y);
    await expect.poll(() => sent(page)).toBe(1);
    expect(await dialogsOn(page)).toEqual([]);
  });

  attack('hold-from-code', async () => {
    const page = await open();
    await cardOn(page);
    // A page's own code sends when it likes, as without us; it can neither open our dialog nor answer it.
    await page.evaluate(() => document.querySelector<HTMLElement>('#send')?.click());
    expect(await sent(page)).toBe(1);
    expect(await dialogsOn(page)).toEqual([]);
    const submitted = await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('#compose');
      let count = 0;
      form?.addEventListener('submit', () => {
        count += 1;
      });
      form?.requestSubmit(form.querySelector<HTMLElement>('#send'));
      return count;
    });
    expect(submitted).toBe(1);
    expect(await dialogsOn(page)).toEqual([]);
  });

  attack('hold-and-swallow-keys', async () => {
    const page = await open({}, () => {
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(
          type,
          (event) => {
            if ((event.target as Element).id === 'send') return;
            event.preventDefault();
            event.stopImmediatePropagation();
          },
          { capture: true },
        );
    });
    const focused = async (): Promise<unknown> => (await onRoots(page, focusIn))[0];
    for (const [keys, sentThen] of [
      [['Escape'], 0],
      [['Tab', 'Enter'], 1],
    ] as const) {
      await cardOn(page);
      await page.locator('#send').focus();
      await page.keyboard.press('Enter');
      await dialogOn(page);
      await expect.poll(focused).toBe('back');
      for (const key of keys) {
        await page.keyboard.press(key);
        if (key === 'Tab') await expect.poll(focused).toBe('send');
      }
      await expect.poll(async () => (await dialogsOn(page)).length).toBe(0);
      expect(await sent(page)).toBe(sentThen);
    }
  });

  attack('hold-and-cover', async () => {
    const page = await open();
    const at = await held(page);
    await page.evaluate(async () => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;margin:0;background:#fff;pointer-events:none';
      cover.setAttribute('popover', 'manual');
      document.body.append(cover);
      cover.showPopover();
      await new Promise((resolve) => setTimeout(resolve, 900));
    });
    await page.mouse.click(at('send').x, at('send').y);
    expect(await sent(page)).toBe(0);
    // Escape is always a way back, and the next press of Send goes out.
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await dialogsOn(page)).length).toBe(0);
  });
});

it('every attack is a row of docs/threat-model.md, and every row an attack', () => {
  const text = readFileSync(new URL('../../docs/threat-model.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
  expect([...rows].sort()).toEqual([...tried].sort());
});
