/**
 * Finds a Chromium to run, or says in one sentence what to do.
 * Order: a variable, the system's, Playwright's, on Debian (as root or with sudo) from its packages.
 */
import { existsSync } from 'node:fs';
import { debianPackages, installFromDebian } from './debian.mjs';

const onPath = (name) => {
  for (const folder of (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')) {
    const file = `${folder}/${name}`;
    if (folder && existsSync(file)) return file;
  }
  return null;
};

const systemPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
];

async function playwrights() {
  try {
    const { chromium } = await import('playwright');
    const file = chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** @returns {Promise<string>} path of a Chromium; throws an Error with one sentence of advice */
export async function findChromium() {
  const given = process.env.SECOND_GLANCE_CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`SECOND_GLANCE_CHROMIUM names ${given}, which does not exist.`);
  }
  // Google Chrome itself is left out: since version 137 it ignores --load-extension.
  const found =
    onPath('chromium') ??
    onPath('chromium-browser') ??
    systemPaths.find((file) => existsSync(file)) ??
    (await playwrights()) ??
    (installFromDebian(debianPackages.chromium) ? onPath('chromium') : null);
  if (found) return found;
  throw new Error(
    'No Chromium was found: install it (Debian: sudo apt-get install chromium; elsewhere: npx playwright install chromium) or set SECOND_GLANCE_CHROMIUM to its path.',
  );
}

/** @returns {string | null} path of a Firefox, or null */
export function findFirefox() {
  const given = process.env.SECOND_GLANCE_FIREFOX;
  if (given) return existsSync(given) ? given : null;
  return onPath('firefox-esr') ?? onPath('firefox') ?? ['/Applications/Firefox.app/Contents/MacOS/firefox'].find((file) => existsSync(file)) ?? null;
}

/** Flags for every Chromium that the project starts: quiet on the network, and able to run as root. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
