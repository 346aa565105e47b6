/** What the popup asks about the tab in front. */
import { browser } from 'wxt/browser';
import type { ProblemPart, TabStatus } from '../core/ports';
import { askEngine } from './messages';
import { readStatuses } from './status';

/** What all frames of the tab in front say together. */
export interface FrontTab {
  readonly site: TabStatus['site'];
  readonly composes: number;
  readonly meeting: boolean;
  readonly problems: readonly ProblemPart[];
  /** Lower-case ASCII domain of the sending account, asked from the page for this popup only. */
  readonly accountDomain: string | null;
}

/** What Second Glance sees on the tab in front; `null` where no frame of it is watched. */
export async function readFrontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const statuses = Object.entries(await readStatuses(tab.id));
  if (statuses.length === 0) return null;
  const tabId = tab.id;
  const domains = await Promise.all(statuses.map(([frameId]) => askEngine(tabId, Number(frameId), { name: 'account-domain' })));
  const accountDomain = domains.find((domain): domain is string => typeof domain === 'string' && domain !== '') ?? null;
  return {
    site: statuses.find(([, status]) => status.site !== null)?.[1].site ?? null,
    composes: statuses.reduce((sum, [, status]) => sum + status.composes, 0),
    meeting: statuses.some(([, status]) => status.meeting),
    problems: [...new Set(statuses.flatMap(([, status]) => status.problems))],
    accountDomain,
  };
}

/** The structure of what Second Glance watches on the tab in front, without any text of the page; `null` where nothing answers. */
export async function readStructureReport(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const tabId = tab.id;
  const frames = Object.keys(await readStatuses(tabId));
  const reports = await Promise.all(frames.map((frameId) => askEngine(tabId, Number(frameId), { name: 'structure-report' })));
  const texts = reports.filter((report): report is string => typeof report === 'string');
  return texts.length > 0 ? texts.join('\n\n') : null;
}

const pages = { help: '/popup.html', options: '/options.html', sent: '/popup.html#sent' } as const;

/** Opens what a card leads to, in a tab of its own. */
export async function openPage(page: keyof typeof pages): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(pages[page] as '/popup.html') });
}

/** Opens the options page at a section. */
export async function openOptions(section?: 'domains' | 'sites' | 'history'): Promise<void> {
  if (section) await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${section}` });
  else await browser.runtime.openOptionsPage();
}

/** Opens the checklist in a tab of its own. */
export async function openChecklist(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/checklist.html') });
}
