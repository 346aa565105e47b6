/** Opens a saved test page in a frame of this document, with its frames and shadow roots, at once and without running anything. */

export interface OpenedPage {
  readonly page: Document;
  close(): void;
}

/** @param path path, query and hash that the page gets; the host stays that of this document */
export function openSaved(html: string, path = '/mail/'): OpenedPage {
  const frame = document.createElement('iframe');
  frame.width = '1280';
  frame.height = '800';
  document.body.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) throw new Error('no frame');
  page.open();
  page.close();
  view.history.replaceState(null, '', path);
  fill(page, html);
  return { page, close: () => frame.remove() };
}

function fill(page: Document, html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  // The content of frames would load later; it is written here.
  const frames = [...parsed.querySelectorAll('iframe[srcdoc]')].map((inner) => {
    const content = inner.getAttribute('srcdoc') ?? '';
    inner.removeAttribute('srcdoc');
    return [inner as HTMLIFrameElement, content] as const;
  });
  page.replaceChild(page.adoptNode(parsed.documentElement), page.documentElement);
  openShadows(page);
  for (const [inner, content] of frames) if (inner.contentDocument) fill(inner.contentDocument, content);
}

function openShadows(root: Document | ShadowRoot): void {
  for (const template of root.querySelectorAll('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append((template as HTMLTemplateElement).content);
    template.remove();
    openShadows(shadow);
  }
}
