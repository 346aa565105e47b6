/** The policy's guidance pack, checked once when it changes. Background only: the reader of packs is too heavy for a page. */
import { browser } from 'wxt/browser';
import { moj } from '../guidance/packs/moj';
import { readPackText } from '../guidance/read';
import { type KeptManagedPack, readManagedPack } from './own-pack';
import { readSettings } from './settings';
import { keptPackKey } from './stored-keys';

/** Reads the policy's pack and keeps what came of it; forgets it when the policy has none any more. */
export async function keepManagedPack(): Promise<void> {
  const { managedPack: text } = await readSettings();
  const kept = await readManagedPack();
  if (text === null) {
    if (kept) await browser.storage.local.remove(keptPackKey);
    return;
  }
  if (kept?.text === text) return;
  const reading = readPackText(text, moj);
  const fresh: KeptManagedPack =
    reading.kind === 'pack'
      ? { text, pack: reading.pack, problems: [] }
      : { text, pack: null, problems: reading.problems.map(({ reason, field, line }) => [line ?? '', field, reason].join(' ').trim()) };
  await browser.storage.local.set({ [keptPackKey]: fresh });
}
