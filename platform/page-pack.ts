/** The guidance in use as far as cards show it, in one language: what runs in pages carries no more. */
import packs from 'virtual:card-packs';
import { looksLikePack, type Pack } from '../guidance/pack';
import { readManagedPack, readOwnPack } from './own-pack';
import type { Settings } from './settings';

/**
 * @param choice the pack that the settings name
 * @param language BCP 47 tag of the cards
 */
export async function readPagePack(choice: Settings['guidance'], language: string): Promise<Pack> {
  const managed = (await readManagedPack())?.pack;
  if (looksLikePack(managed)) return managed;
  const own = choice === 'own' ? await readOwnPack() : null;
  if (own) return own;
  const shipped = packs[choice === 'general' ? 'general' : 'moj'];
  return (shipped[language.split('-')[0] ?? ''] ?? shipped.en)();
}
