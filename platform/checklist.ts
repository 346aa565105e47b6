/** Which points of the checklist a person has ticked, and where they work. On this computer only (storage.local). */
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const schema = v.object({
  place: v.picklist(['everywhere', 'home', 'office', 'travelling']),
  ticked: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(500)),
});
const key = 'checklist';

export type ChecklistState = v.InferOutput<typeof schema>;

/** What was ticked; nothing where that is missing or broken. */
export async function readChecklist(): Promise<ChecklistState> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  const parsed = v.safeParse(schema, (stored as Record<string, unknown>)[key]);
  return parsed.success ? parsed.output : { place: 'everywhere', ticked: [] };
}

/** Keeps what is ticked. Rejects when the browser cannot store it. */
export const writeChecklist = (state: ChecklistState): Promise<void> => browser.storage.local.set({ [key]: state });
