/** Brings files into a page as a person does, by dropping and pasting them: with events that the browser itself makes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';

interface NamedFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Drags files from outside the browser onto an element and lets go. */
export async function dropFiles(onto: Locator, ...files: readonly NamedFile[]): Promise<void> {
  const page = onto.page();
  const folder = await mkdtemp(path.join(tmpdir(), 'second-glance-dropped-'));
  const session = await page.context().newCDPSession(page);
  try {
    const paths = files.map(({ name }) => path.join(folder, name));
    for (const [index, file] of files.entries()) await writeFile(paths[index] ?? '', file.buffer);
    await onto.scrollIntoViewIfNeeded();
    const box = await onto.boundingBox();
    if (!box) throw new Error('There is nothing to drop on.');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: paths, dragOperationsMask: 1 } };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...at });
    // Read only when it is uploaded.
    await page
      .getByText(files.at(-1)?.name ?? '', { exact: false })
      .first()
      .waitFor();
  } finally {
    await session.detach();
    await rm(folder, { recursive: true, force: true });
  }
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
