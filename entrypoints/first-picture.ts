import pictures from 'virtual:first-pictures';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawStill, type Still } from '../components/still';
import { readFirstPicture, shippedPicture } from '../platform/first-picture';

/**
 * The popup's first words: one small file that reads nothing else. The popup itself waits in a template (`scripts/popup-page.mjs`) and is read
 * when the picture is on the screen.
 */
export default defineUnlistedScript(() => {
  const root = document.getElementById('app');
  // A card that leads to help opens a tab at that situation: there the whole page is the first picture.
  if (root && location.hash === '') {
    for (const { language, still } of [readFirstPicture(pictures), shippedPicture(pictures)]) {
      try {
        drawStill(still as readonly Still[], root);
        document.documentElement.lang = language;
        break;
      } catch {
        root.replaceChildren();
      }
    }
  }
  // Nothing listens yet: what is pressed now is done when the popup is there.
  for (const button of root?.querySelectorAll('button') ?? []) button.addEventListener('click', () => button.setAttribute('data-pressed', ''), { once: true });
  let read = false;
  const readPopup = (): void => {
    const popup = document.querySelector('template');
    if (read || !popup) return;
    read = true;
    document.head.append(document.importNode(popup.content, true));
  };
  // After the frame that shows the picture; a window that nobody sees has no frames.
  requestAnimationFrame(() => setTimeout(readPopup));
  setTimeout(readPopup, 300);
});
