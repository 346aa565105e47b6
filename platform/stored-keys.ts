/** Where things are stored (storage.local), for those who only have to notice that they changed. */

/** Copies of own settings begin with this. */
export const ownCopyPrefix = 'own.';
export const memoryKey = 'pacing';
export const acquaintancesKey = 'acquaintances';
export const pauseKey = 'pause';
export const ownPackKey = 'ownPack';
/** What the background made of the policy's pack (see `managed-pack`). */
export const keptPackKey = 'managedPack';
