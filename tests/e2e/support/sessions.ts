import type { Cookie, Page } from 'playwright';

/**
 * Logs in once per name and keeps the cookies; from then on a page gets in with them, as after closing a tab.
 * Sessions of other names in the same browser are left behind, not ended.
 */
export function keepSessions(): (page: Page, name: string, logIn: () => Promise<void>) => Promise<void> {
  const kept = new Map<string, readonly Cookie[]>();
  return async (page, name, logIn) => {
    const context = page.context();
    await context.clearCookies();
    const cookies = kept.get(name);
    if (cookies) return context.addCookies([...cookies]);
    await logIn();
    kept.set(name, await context.cookies());
  };
}
