/** Brings files into a page as a person does, by dropping and pasting them. */
import type { Locator, Page } from 'playwright';

interface NamedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Drops files on an element. The events are made in the page: what a debugger drags from outside of it, Chromium 156 lets go nowhere. */
export async function dropFiles(onto: Locator, ...files: readonly NamedFile[]): Promise<void> {
  const dataTransfer = await onto.page().evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      return data;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })),
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await onto.dispatchEvent(type, { dataTransfer });
}

/** Copies a small picture, and pastes it where the caret is. */
export async function pasteImage(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 20);
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob({ type: 'image/png' }) })]);
  });
  await page.keyboard.press('Control+V');
}
