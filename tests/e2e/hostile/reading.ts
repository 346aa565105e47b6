/** Pages that try to read the card. Each function runs in the page's own world; what it returns is the loot. */

export interface Reading {
  readonly id: string;
  /** Runs before anything else in the page. */
  readonly before?: () => void;
  /** Runs while the card is shown. */
  readonly attack: (extensionId: string) => unknown;
}

/** Where attacks put what they catch over time. */
interface Loot {
  loot: unknown[];
}

export const readings: readonly Reading[] = [
  {
    id: 'read-tree',
    attack: () => {
      const host = document.querySelector<HTMLElement>('second-glance');
      const all = [...document.querySelectorAll('*'), ...document.all].map((element) => [element.localName, element.textContent, element.outerHTML]);
      const walked: string[] = [];
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
      while (walker.nextNode()) walked.push(`${walker.currentNode.nodeName} ${walker.currentNode.nodeValue}`);
      const found = document.evaluate('//text()', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
      const texts = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index)?.nodeValue);
      const range = document.createRange();
      range.selectNode(document.documentElement);
      return [
        all,
        walked,
        texts,
        range.toString(),
        document.documentElement.innerText,
        host?.innerText,
        String(host?.shadowRoot),
        (host?.cloneNode(true) as HTMLElement | undefined)?.outerHTML,
        new XMLSerializer().serializeToString(document),
        (document.documentElement as HTMLElement & { getHTML?(options: object): string }).getHTML?.({ serializableShadowRoots: true }),
        host && [...host.attributes].map(({ name, value }) => `${name}=${value}`),
        host?.ariaLabel,
        host?.ariaDescription,
        host && Object.keys(host),
      ];
    },
  },
  {
    id: 'read-hooks',
    before: () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      const record = (owner: object, name: string): void => {
        const original = Object.getOwnPropertyDescriptor(owner, name)?.value as ((...args: unknown[]) => unknown) | undefined;
        if (!original) return;
        Object.defineProperty(owner, name, {
          value(this: unknown, ...args: unknown[]) {
            const result = original.apply(this, args);
            loot.push([name, ...[this, result, ...args].map((one) => (one instanceof Node ? one.textContent : typeof one === 'string' ? one : typeof one))]);
            return result;
          },
        });
      };
      for (const name of ['attachShadow', 'append', 'setAttribute', 'showPopover', 'remove']) record(Element.prototype, name);
      for (const name of ['showPopover', 'focus']) record(HTMLElement.prototype, name);
      for (const name of ['appendChild', 'insertBefore']) record(Node.prototype, name);
      for (const name of ['createElement', 'createTextNode', 'adoptNode', 'querySelector']) record(Document.prototype, name);
      record(CSSStyleSheet.prototype, 'replaceSync');
      record(EventTarget.prototype, 'dispatchEvent');
    },
    attack: () => (globalThis as unknown as Loot).loot,
  },
  {
    id: 'read-observer',
    before: () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, attributeName } of records)
          loot.push([type, target.nodeName, attributeName, target.textContent, ...[...addedNodes].map((node) => node.textContent)]);
      }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true, attributeOldValue: true });
    },
    attack: () => (globalThis as unknown as Loot).loot,
  },
  {
    id: 'read-adopted',
    attack: () => {
      const host = document.querySelector<HTMLElement>('second-glance');
      const selection = getSelection();
      if (!host || !selection) return 'no host or no selection';
      const loot: unknown[] = [];
      const take = (view: Window): void => {
        for (const word of ['Got it', 'personal mailbox', 'Snooze']) {
          const found = (view as unknown as { find(text: string): boolean }).find(word);
          const inView = view.getSelection();
          for (const direction of ['backward', 'forward']) {
            inView?.modify('extend', direction, 'documentboundary');
            loot.push([found, inView?.toString(), inView?.anchorNode?.nodeName, host.innerText]);
          }
        }
      };
      // Constructed style sheets are lost with the document that they were made for; so is what they forbid.
      document.implementation.createHTMLDocument('').adoptNode(host);
      document.documentElement.append(host);
      host.style.cssText = 'display:block!important;-webkit-user-select:text!important';
      host.showPopover();
      take(window);
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentDocument?.body.append(host);
      if (frame.contentWindow) take(frame.contentWindow);
      frame.remove();
      return loot;
    },
  },
  {
    id: 'read-animations',
    before: () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      const look = (): void => {
        const host = document.querySelector('second-glance');
        for (const animated of [document, document.documentElement, host]) {
          for (const { effect } of animated instanceof Document ? animated.getAnimations() : (animated?.getAnimations({ subtree: true }) ?? [])) {
            const { target } = effect as KeyframeEffect;
            loot.push([target?.nodeName, target?.getRootNode().textContent]);
          }
        }
        requestAnimationFrame(look);
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
      look();
    },
    attack: () => (globalThis as unknown as Loot).loot,
  },
  {
    id: 'read-internals',
    before: () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      customElements.define(
        'second-glance',
        class extends HTMLElement {
          constructor() {
            super();
            const internals = this.attachInternals();
            loot.push('made', internals.shadowRoot?.textContent, this.shadowRoot?.textContent);
            Object.assign(globalThis, { internals });
          }
          connectedCallback(): void {
            loot.push('connected', (globalThis as unknown as { internals?: ElementInternals }).internals?.shadowRoot?.textContent);
          }
        },
      );
    },
    attack: () => [(globalThis as unknown as Loot).loot, String((globalThis as unknown as { internals?: ElementInternals }).internals?.shadowRoot)],
  },
  {
    id: 'read-selection',
    attack: () => {
      const selection = getSelection();
      const host = document.querySelector('second-glance');
      if (!selection || !host) return 'no selection or no host';
      const loot: string[] = [];
      const take = (): void => {
        loot.push(selection.toString());
        for (const direction of ['backward', 'forward'])
          for (const grain of ['documentboundary', 'line', 'word']) {
            selection.modify('extend', direction, grain);
            loot.push(selection.toString());
          }
      };
      document.execCommand('selectAll');
      take();
      selection.selectAllChildren(host);
      take();
      selection.setBaseAndExtent(document.body, 0, document.documentElement, document.documentElement.childNodes.length);
      take();
      for (const word of ['Got it', 'Not relevant', 'personal', 'Second Glance', 'jane']) {
        selection.removeAllRanges();
        (globalThis as unknown as { find(text: string): boolean }).find(word);
        // The page's own text holds the address, nothing else of this.
        take();
      }
      const taken = document.execCommand('copy') ? loot : loot;
      return taken.filter((text) => !document.body.innerText.includes(text.trim()));
    },
  },
  {
    id: 'read-points',
    attack: () => {
      const loot = new Set<string>();
      for (let x = 0; x < innerWidth; x += 12) {
        for (let y = 0; y < innerHeight; y += 12) {
          for (const element of document.elementsFromPoint(x, y)) if (!document.documentElement.contains(element)) loot.add(element.outerHTML);
          const range = document.caretRangeFromPoint(x, y);
          loot.add(range?.startContainer.nodeName ?? '');
          const place = (document as unknown as { caretPositionFromPoint?(x: number, y: number): { offsetNode: Node } | null }).caretPositionFromPoint?.(x, y);
          if (place && !document.body.contains(place.offsetNode)) loot.add(`${place.offsetNode.nodeName} ${place.offsetNode.textContent?.slice(0, 100)}`);
        }
      }
      return [...loot].filter((text) => text !== '#text').map((text) => text.slice(0, 300));
    },
  },
  {
    id: 'read-highlights',
    attack: () => [
      [...(CSS.highlights as unknown as Iterable<[string, unknown]>)].map(([name]) => name),
      document.adoptedStyleSheets.length,
      [...document.styleSheets].map(({ href }) => href),
    ],
  },
  {
    id: 'read-timeline',
    before: () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      type Pointing = PerformanceEntry & { element?: Element; target?: Node; sources?: { node?: Node }[] };
      for (const type of PerformanceObserver.supportedEntryTypes) {
        try {
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as Pointing[]) {
              const nodes = [entry.element, entry.target, ...(entry.sources ?? []).map(({ node }) => node)];
              loot.push([JSON.stringify(entry), ...nodes.map((node) => node?.getRootNode().textContent)]);
            }
          }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
        } catch {
          // Not every kind can be observed alone.
        }
      }
      // Of long frames the browser names the scripts: here every frame is long.
      const slow = (): void => {
        const start = performance.now();
        while (performance.now() - start < 55);
        requestAnimationFrame(slow);
      };
      requestAnimationFrame(slow);
    },
    attack: async () => {
      await new Promise(requestAnimationFrame);
      return [(globalThis as unknown as Loot).loot, performance.getEntries().map((entry) => JSON.stringify(entry))];
    },
  },
  {
    id: 'read-profile',
    before: () => {
      const loot: unknown[] = [];
      Object.assign(globalThis, { loot });
      type Profiling = new (options: object) => { stop(): Promise<object> };
      const { Profiler: ProfilerOf, ReportingObserver: ReportsOf } = globalThis as unknown as {
        Profiler?: Profiling;
        ReportingObserver: new (callback: (reports: unknown) => void, options: object) => { observe(): void };
      };
      // Only with the header `Document-Policy: js-profiling`, which an attacker's own server sends.
      if (ProfilerOf) Object.assign(globalThis, { profiler: new ProfilerOf({ sampleInterval: 1, maxBufferSize: 100_000 }) });
      new ReportsOf((reports) => loot.push(JSON.stringify(reports)), { buffered: true }).observe();
      for (const type of ['securitypolicyviolation', 'error', 'unhandledrejection'])
        addEventListener(type, (event) => loot.push([type, (event as SecurityPolicyViolationEvent).sourceFile, (event as ErrorEvent).filename]));
    },
    attack: async () => {
      const { profiler, loot } = globalThis as unknown as Loot & { profiler?: { stop(): Promise<object> } };
      return [await profiler?.stop(), loot];
    },
  },
  {
    id: 'read-settings',
    attack: async (extensionId) => {
      const file = (name: string): Promise<string> =>
        fetch(`chrome-extension://${extensionId}/${name}`).then(
          (answer) => `came: ${answer.status}`,
          () => 'refused',
        );
      const loads = (tag: 'img' | 'script' | 'link', name: string): Promise<string> =>
        new Promise((resolve) => {
          const element = document.createElement(tag);
          element.onload = () => resolve('came: loaded');
          element.onerror = () => resolve('refused');
          if (element instanceof HTMLLinkElement) {
            element.rel = 'stylesheet';
            element.href = `chrome-extension://${extensionId}/${name}`;
          } else element.src = `chrome-extension://${extensionId}/${name}`;
          document.head.append(element);
        });
      const { chrome, browser } = globalThis as unknown as Record<'chrome' | 'browser', { runtime?: object; storage?: object } | undefined>;
      return [
        await Promise.all(['engine.js', 'sentinel.js', 'popup.html', 'manifest.json', 'options.html'].map(file)),
        await Promise.all([loads('script', 'engine.js'), loads('img', 'icon/16.png'), loads('link', 'assets/popup.css')]),
        [chrome?.runtime, chrome?.storage, browser?.runtime].map((one) => typeof one),
        await indexedDB.databases(),
        Object.keys(localStorage),
        Object.keys(sessionStorage),
        document.cookie,
        await caches.keys().catch(() => 'refused'),
      ];
    },
  },
];
