/** Recognising something again without keeping it. */

/**
 * A one-way number (53 bits) for some texts: two multiplicative lanes over salt and texts.
 * It is no cryptographic hash: whoever has the salt can test a guess. What protects the texts is the salt, a random text that
 * stays in the extension on this computer, and that there is no way back from a number to its text.
 */
export function oneWayNumber(texts: readonly (string | null)[], salt: string): number {
  const text = JSON.stringify([salt, ...texts]);
  let high = 0x811c9dc5;
  let low = 0xdeadbeef;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x9e3779b1);
  }
  high = Math.imul(high ^ (low >>> 15), 0x85ebca6b) ^ (high >>> 13);
  low = Math.imul(low ^ (high >>> 16), 0xc2b2ae35) ^ (low >>> 16);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
