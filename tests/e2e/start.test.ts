/** `npm start` where there is no display: the tour that a newcomer gets as pictures. */
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...withoutDisplay } = process.env;

it.skipIf(process.platform === 'darwin' || process.platform === 'win32')(
  'walks through the practice pages, meets every reminder, and says where the pictures are',
  { timeout: 120_000 },
  async () => {
    // Built the same way, once for all tests.
    const env = { ...withoutDisplay, SECOND_GLANCE_EXTENSION: inject('extension') };
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'scripts', 'start.mjs')], { cwd: root, env });
    const folder = path.join(root, '.output', 'tour');
    expect(stdout).toContain(folder);
    const pictures = readdirSync(folder).sort();
    expect(pictures.map((name) => name.replace(/^\d\d-|\.png$/g, ''))).toEqual([
      'start',
      'thread',
      'forward-outside',
      'why-this-matters',
      'sent-home',
      'reason-gone',
      'pre-join',
      'popup',
      'options',
    ]);
    for (const name of pictures) expect(statSync(path.join(folder, name)).size, name).toBeGreaterThan(8000);
  },
);
