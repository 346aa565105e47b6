/** The guidance in use: one that is shipped, or the organisation's own. For the extension's own pages; those of sites have `page-pack`. */
import { looksLikePack, type Pack } from '../guidance/pack';
import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import { readManagedPack, readOwnPack } from './own-pack';
import type { Settings } from './settings';

export interface PackInUse {
  readonly pack: Pack;
  /** The organisation's policy has set it. */
  readonly managed?: boolean;
  /** What is wrong with the policy's pack; it is then not used. */
  readonly managedProblems?: readonly string[];
  /** The own pack is chosen and cannot be read; it stays stored, and a shipped one stands in. */
  readonly unreadable: boolean;
}

/** The pack that the settings name. */
export async function readPack(choice: Settings['guidance']): Promise<PackInUse> {
  const kept = await readManagedPack();
  if (looksLikePack(kept?.pack)) return { pack: kept.pack, managed: true, unreadable: false };
  const chosen = await readChosenPack(choice);
  return kept ? { ...chosen, managedProblems: kept.problems } : chosen;
}

async function readChosenPack(choice: Settings['guidance']): Promise<PackInUse> {
  if (choice !== 'own') return { pack: choice === 'general' ? general : moj, unreadable: false };
  const own = await readOwnPack();
  return own ? { pack: own, unreadable: false } : { pack: moj, unreadable: true };
}
