import { browser } from 'wxt/browser';

/** The version of this extension, as the store shows it. */
export const version = (): string => browser.runtime.getManifest().version;
