/**
 * Drives a real Firefox over Marionette, its own remote protocol (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html):
 * Playwright cannot use a system's Firefox, and Marionette can install an unpacked extension and see into its own windows.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../servers/process';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Quiet on the network, and a camera that is a test picture. */
const preferences: Readonly<Record<string, Json>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  // An unpacked extension goes with the browser; what it stored stays.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  'network.captive-portal-service.enabled': false,
  // What a page prints goes to a file at once, without a question.
  'print.always_print_silent': true,
  print_printer: 'Mozilla Save to PDF',
  'print.printer_Mozilla_Save_to_PDF.print_to_file': true,
  'network.connectivity-service.enabled': false,
};

/** Messages are `[type, id, name, parameters]` as JSON, each behind its length in bytes and a colon. */
class Connection {
  private rest = Buffer.alloc(0);
  private last = 0;
  private readonly waiting = new Map<number, { resolve(value: Json): void; reject(error: Error): void }>();

  constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Firefox has closed the connection.'));
    });
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const colon = this.rest.indexOf(':');
      const length = Number(this.rest.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.rest.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(this.rest.subarray(colon + 1, colon + 1 + length).toString());
      this.rest = this.rest.subarray(colon + 1 + length);
      // The greeting is an object; answers are lists.
      if (Array.isArray(message)) this.answer(message);
    }
  }

  private answer([, id, error, result]: unknown[]): void {
    const asked = this.waiting.get(Number(id));
    this.waiting.delete(Number(id));
    if (error) asked?.reject(new Error(JSON.stringify(error)));
    else asked?.resolve(result as Json);
  }

  ask(name: string, parameters: Json = {}): Promise<Json> {
    this.last += 1;
    const id = this.last;
    const text = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  end(): void {
    this.socket.destroy();
  }
}

async function connected(port: number, child: ChildProcess): Promise<Socket> {
  const until = Date.now() + 60_000;
  for (;;) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const attempt = connect(port, '127.0.0.1', () => resolve(attempt)).once('error', () => resolve(null));
    });
    if (socket) return socket;
    if (child.exitCode !== null || Date.now() > until) throw new Error('Firefox did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A page to be served at an address. */
export interface ServedPage {
  readonly body: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A tab by the name that Marionette gives it. */
export type Tab = string;

export interface Firefox {
  goto(url: string): Promise<void>;
  /** Runs a function body in the page (`return …`), with `arguments`. */
  inPage(body: string, ...parameters: readonly Json[]): Promise<Json>;
  /** The same with the browser's own rights, which see into closed shadow roots (`openOrClosedShadowRoot`). */
  asSystem(body: string, ...parameters: readonly Json[]): Promise<Json>;
  /** Runs a function body in the browser's own window: tabs, toolbar, permissions; it may return a promise. */
  inBrowser(body: string, ...parameters: readonly Json[]): Promise<Json>;
  click(css: string): Promise<void>;
  /** A press of the mouse at a place of the page, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  type(css: string, text: string): Promise<void>;
  /** Presses keys together where the focus is: `press('Alt', 'Shift', 'g')`. */
  press(...keys: readonly string[]): Promise<void>;
  /** The same, as the browser's own window gets them: shortcuts of extensions are found there. */
  shortcut(...keys: readonly string[]): Promise<void>;
  /** Presses the toolbar button; the popup stays open until `closePopup`. */
  openPopup(): Promise<void>;
  /** Runs a function body in the popup as if a person had pressed something there; what it returns may be `null` while the popup is not there yet. */
  inPopup(body: string): Promise<Json>;
  /** PNG of the popup. */
  popupScreenshot(): Promise<Buffer>;
  closePopup(): Promise<void>;
  /** Opens a tab, or a private window, and goes on in it. */
  open(where?: 'tab' | 'private window'): Promise<Tab>;
  tab(): Promise<Tab>;
  /** Every tab of every window. */
  tabs(): Promise<readonly Tab[]>;
  switchTo(tab: Tab): Promise<void>;
  /** Closes the tab and goes on in another one. */
  close(next: Tab): Promise<void>;
  /** Answers these addresses itself; what pages and extensions ask of the world beyond is refused, and noted in `refused`. */
  serve(pages: Readonly<Record<string, ServedPage>>): Promise<void>;
  /** Addresses of requests that left for the world and did not get there. */
  refused(): Promise<readonly string[]>;
  /**
   * Errors and warnings that the extension's own code caused, as the browser's console has them.
   * Left out is what Firefox says when a page is left while it has work to do: answers that come too late, listeners of `pagehide` that it ends, and
   * parts that are there and were still being fetched.
   */
  complaints(): Promise<readonly string[]>;
  /** What of a PDF of the page is drawn: without its date and tables, which are new each time. */
  paper(): Promise<string>;
  /** What the clipboard holds as text. */
  clipboard(): Promise<string>;
  /** PNG of the page as it is painted, closed roots and top layer included. */
  screenshot(): Promise<Buffer>;
  /** Asks again until the answer is truthy. */
  until(what: string, ask: () => Promise<Json>): Promise<Json>;
  /** The extension's own address. */
  readonly extensionUrl: string;
  /** Where the file is that a page has printed. */
  readonly printed: string;
  stop(): Promise<void>;
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const enter = '\ue007';
/** Keys without a letter (w3.org/TR/webdriver2, "Keyboard actions"). */
const namedKeys: Readonly<Record<string, string>> = {
  Enter: enter,
  Tab: '\ue004',
  Escape: '\ue00c',
  Shift: '\ue008',
  Control: '\ue009',
  Alt: '\ue00a',
};

/** Runs in the browser's window: the button is taken out of the extensions menu, as a person can do, and pressed. */
const pressButton = `
const widget = arguments[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_');
CustomizableUI.addWidgetToArea(widget + '-browser-action', CustomizableUI.AREA_NAVBAR);
document.getElementById(widget + '-BAP').click();`;

/** Runs in the browser's window, which asks the process of the popup. */
const askPopup = `
const popup = document.querySelector('browser[webextension-view-type=popup]');
if (!popup?.messageManager) return null;
const name = 'second-glance-answer';
return new Promise((resolve) => {
  const take = ({ data }) => {
    popup.messageManager?.removeMessageListener(name, take);
    resolve(data);
  };
  popup.messageManager.addMessageListener(name, take);
  // A popup that is closing, or still being put together, may never answer.
  setTimeout(() => resolve(null), 1000);
  const script = '{ const press = content.windowUtils.setHandlingUserInput(true); let answer = null;' +
    'try { answer = ((window, document) => {' + arguments[0] + '})(content, content.document) ?? null; } catch (error) { answer = null; } finally { press.destruct(); }' +
    "sendAsyncMessage('" + name + "', answer); }";
  popup.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
});`;
const hidePopup = `
const panel = document.querySelector('browser[webextension-view-type=popup]')?.closest('panel');
if (!panel || panel.state === 'closed') return true;
return new Promise((resolve) => {
  panel.addEventListener('popuphidden', () => resolve(true), { once: true });
  panel.hidePopup();
});`;
const readClipboard = `
const held = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
held.init(null);
held.addDataFlavor('text/plain');
Services.clipboard.getData(held, Services.clipboard.kGlobalClipboard);
const data = {};
try { held.getTransferData('text/plain', data); } catch { return ''; }
return data.value.QueryInterface(Ci.nsISupportsString).data;`;
const paintPopup = `
const popup = document.querySelector('browser[webextension-view-type=popup]');
return popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white').then((bitmap) => {
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL().split(',')[1];
});`;

/**
 * Runs in the browser's window: pages come from a list, as the browser's own remote protocol (`network.provideResponse`) does it.
 * The world is not reached.
 */
const serving = `
const pages = new Map(arguments[0]);
if (window.secondGlanceServing) {
  window.secondGlanceServing.pages = pages;
  return true;
}
const serving = { pages, refused: [] };
window.secondGlanceServing = serving;
Services.obs.addObserver({
  observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { spec, host } = channel.URI;
    if (host === '127.0.0.1' || host === 'localhost') return;
    const known = [...serving.pages.keys()].some((address) => new URL(address).host === host);
    const page = serving.pages.get(spec.split('#')[0]);
    if (!known) {
      // What the browser itself asks for is its own affair.
      if (channel.loadInfo.triggeringPrincipal.isSystemPrincipal) return;
      serving.refused.push(spec);
      channel.cancel(Cr.NS_ERROR_ABORT);
      return;
    }
    const response = Cc['@mozilla.org/network/replaced-http-response;1'].createInstance(Ci.nsIReplacedHttpResponse);
    response.responseStatus = page ? 200 : 404;
    response.responseStatusText = page ? 'OK' : 'Not Found';
    response.responseBody = page ? page.body : 'There is no such page here.';
    for (const [name, value] of page ? page.headers : [['content-type', 'text/plain']]) response.setResponseHeader(name, value, false);
    channel.QueryInterface(Ci.nsIHttpChannelInternal).setResponseOverride(response);
  },
}, 'http-on-before-connect');
return true;`;

/**
 * Starts Firefox with the unpacked extension in `folder`.
 * @param kept a folder for the profile that outlives this Firefox, with what the extension stored; its owner removes it
 */
export async function startFirefox(executable: string, folder: string, addonId: string, kept: string | null = null): Promise<Firefox> {
  const profile = kept ?? (await mkdtemp(path.join(tmpdir(), 'second-glance-firefox-')));
  const port = await freePort();
  const uuid = '0b7a1c5e-5ec0-4d91-a9ce-5ec09d91a9ce';
  const all: Record<string, Json> = {
    ...preferences,
    'print.printer_Mozilla_Save_to_PDF.print_to_filename': path.join(profile, 'printed.pdf'),
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
  };
  await writeFile(
    path.join(profile, 'user.js'),
    Object.entries(all)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawn(executable, ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 8000);
    await ended;
    clearTimeout(late);
    if (kept === null) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const connection = new Connection(await connected(port, child));
    await connection.ask('WebDriver:NewSession', {});
    await connection.ask('Addon:Install', { path: folder, temporary: true });
    const run = async (script: string, parameters: readonly Json[], sandbox: string | null = null): Promise<Json> => {
      const answer = await connection.ask('WebDriver:ExecuteScript', { script, args: parameters, sandbox });
      return (answer as { value: Json }).value;
    };
    const find = async (css: string): Promise<string> => {
      const answer = (await connection.ask('WebDriver:FindElement', { using: 'css selector', value: css })) as { value: Record<string, string> };
      return answer.value[elementKey] ?? '';
    };
    const inBrowser = async (body: string, parameters: readonly Json[]): Promise<Json> => {
      await connection.ask('Marionette:SetContext', { value: 'chrome' });
      try {
        return await run(body, parameters, 'system');
      } finally {
        await connection.ask('Marionette:SetContext', { value: 'content' });
      }
    };
    const act = async (...actions: readonly Json[]): Promise<void> => {
      await connection.ask('WebDriver:PerformActions', { actions });
      await connection.ask('WebDriver:ReleaseActions', {});
    };
    const pressKeys = (keys: readonly string[]): Promise<void> => {
      const values = keys.map((key) => namedKeys[key] ?? key);
      return act({
        type: 'key',
        id: 'keyboard',
        actions: [...values.map((value) => ({ type: 'keyDown', value })), ...values.toReversed().map((value) => ({ type: 'keyUp', value }))],
      });
    };
    const switchTo = async (handle: Tab): Promise<void> => void (await connection.ask('WebDriver:SwitchToWindow', { handle, focus: true }));
    return {
      extensionUrl: `moz-extension://${uuid}`,
      printed: path.join(profile, 'printed.pdf'),
      inBrowser: (body, ...parameters) => inBrowser(body, parameters),
      async clickAt(x, y) {
        await act({
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        });
      },
      press: (...keys) => pressKeys(keys),
      async shortcut(...keys) {
        await connection.ask('Marionette:SetContext', { value: 'chrome' });
        try {
          await pressKeys(keys);
        } finally {
          await connection.ask('Marionette:SetContext', { value: 'content' });
        }
      },
      openPopup: async () => void (await inBrowser(pressButton, [addonId])),
      inPopup: (body) => inBrowser(askPopup, [body]),
      popupScreenshot: async () => Buffer.from(String(await inBrowser(paintPopup, [])), 'base64'),
      closePopup: async () => void (await inBrowser(hidePopup, [])),
      async open(where = 'tab') {
        const wanted = where === 'tab' ? { type: 'tab' } : { type: 'window', private: true };
        const { handle } = (await connection.ask('WebDriver:NewWindow', { ...wanted, focus: true })) as { handle: Tab };
        await switchTo(handle);
        return handle;
      },
      tab: async () => ((await connection.ask('WebDriver:GetWindowHandle')) as { value: Tab }).value,
      tabs: async () => (await connection.ask('WebDriver:GetWindowHandles')) as readonly Tab[],
      switchTo,
      async close(next) {
        await connection.ask('WebDriver:CloseWindow');
        await switchTo(next);
      },
      async serve(pages) {
        await inBrowser(serving, [
          Object.entries(pages).map(([address, { body, contentType = 'text/html; charset=utf-8', headers = {} }]) => [
            address,
            { body, headers: Object.entries({ 'content-type': contentType, ...headers }) },
          ]),
        ]);
      },
      refused: async () => (await inBrowser('return window.secondGlanceServing?.refused ?? []', [])) as string[],
      async complaints() {
        const all = (await inBrowser(
          `return Services.console.getMessageArray()
            .filter((one) => one instanceof Ci.nsIScriptError && (one.sourceName.includes(arguments[0]) || one.errorMessage.includes(arguments[0])))
            .filter((one) => !/^(Promise re(jected|solved) (after|while) context|Script terminated by timeout)/.test(one.errorMessage))
            .map((one) => one.errorMessage + ' (' + one.sourceName.split('/').at(-1) + ':' + one.lineNumber + ':' + one.columnNumber + ')')`,
          [uuid],
        )) as string[];
        const fetched = /^Loading failed for the module with source .moz-extension:\/\/[^/]+(?<file>\/[^”?]+)/;
        return all.filter((one) => {
          const file = fetched.exec(one)?.groups?.['file'];
          return file === undefined || !existsSync(path.join(folder, file));
        });
      },
      async paper() {
        const { value } = (await connection.ask('WebDriver:Print', {})) as { value: string };
        const objects = Buffer.from(value, 'base64').toString('latin1').split('endobj');
        return objects.filter((one) => one.includes('endstream') && !/\/Type ?\/(?:ObjStm|XRef)/.test(one)).join('');
      },
      clipboard: async () => String(await inBrowser(readClipboard, [])),
      screenshot: async () => Buffer.from(((await connection.ask('WebDriver:TakeScreenshot', { full: false })) as { value: string }).value, 'base64'),
      goto: async (url) => void (await connection.ask('WebDriver:Navigate', { url })),
      inPage: (body, ...parameters) => run(body, parameters),
      asSystem: (body, ...parameters) => run(body, parameters, 'system'),
      click: async (css) => void (await connection.ask('WebDriver:ElementClick', { id: await find(css) })),
      type: async (css, text) => void (await connection.ask('WebDriver:ElementSendKeys', { id: await find(css), text: text.replace(/\n/g, enter) })),
      async until(what, ask) {
        const limit = Date.now() + 30_000;
        for (;;) {
          const answer = await ask();
          if (answer) return answer;
          if (Date.now() > limit) throw new Error(`Waited in vain for ${what}.`);
          await new Promise((resolve) => setTimeout(resolve, 80));
        }
      },
      async stop() {
        connection.end();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
