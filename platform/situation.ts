/** Everything that a page's engine has to know of settings and memory, read and checked by the background: pages carry no schemas. */
import type { Acquaintances } from '../core/acquaintance';
import type { PacingMemory } from '../core/pacing';
import type { Pause } from '../core/pause';
import { readAcquaintances } from './acquaintances';
import { readMemory } from './memory';
import { readPause } from './pause';
import { readPrivateMemory } from './private-windows';
import { readSettings, type Settings } from './settings';

export interface StoredSituation {
  readonly settings: Settings;
  readonly memory: PacingMemory;
  readonly acquaintances: Acquaintances;
  readonly pause: Pause;
}

/**
 * As it is stored now.
 * @param incognito for a private window, which has a memory of its own
 */
export async function readSituation(incognito: boolean): Promise<StoredSituation> {
  const [{ settings }, memory, acquaintances, pause] = await Promise.all([
    readSettings(),
    incognito ? readPrivateMemory() : readMemory(),
    readAcquaintances(),
    readPause(),
  ]);
  return { settings, memory, acquaintances, pause };
}
