import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { kindOfPage } from '../engine/look';

/**
 * Runs once in the page over which a person opened the popup, where Second Glance may not work yet (`activeTab`).
 * Its value is one of three words: all that leaves the page.
 */
export default defineUnlistedScript(() => {
  try {
    return kindOfPage(document) ?? 'other';
  } catch {
    return 'other';
  }
});
