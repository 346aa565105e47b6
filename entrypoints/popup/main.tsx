import { render } from 'preact';
import { keepFocus } from '../../components/keep-focus';
import { Popup, type PopupProps } from '../../components/popup';
import { popupAtFirst, popupStill } from '../../components/popup-at-first';
import { WordsProvider } from '../../components/words';
import { moj } from '../../guidance/packs/moj';
import { dayOf, minuteOf } from '../../guidance/review';
import { copyText } from '../../platform/clipboard';
import { keepFirstPicture } from '../../platform/first-picture';
import { popupCatalogFor } from '../../platform/popup-language';
import { askForHosts, goLive, type News, openChecklist, openOptions, pauseFor, readStructureReport, resume, takeDomain } from './live';

/** Storage that does not answer must not keep the contacts from anybody: after so long (ms) they are shown as shipped. */
const patience = 3000;

const nameOf = (part: Element): string => JSON.stringify({ ...(part as HTMLElement).dataset });

/** Shows the whole popup in place of its first picture, as soon as it is known in which language and whose guidance. */
function takeOver(root: HTMLElement): void {
  const opened = new Date();
  let language = 'auto';
  let props: PopupProps = {
    ...popupAtFirst(moj),
    rest: true,
    today: dayOf(opened),
    now: minuteOf(opened),
    situation: location.hash.slice(1),
    onPause: (where, length) => void pauseFor(where, length),
    onResume: () => void resume(),
    onTakeDomain: (domain) => void takeDomain(domain),
    onOpenOptions: (section) => void openOptions(section),
    onOpenChecklist: () => void openChecklist(),
    onAllow: (patterns) => askForHosts(patterns).catch(() => false),
    onCopy: copyText,
    onCopyReport: async () => {
      const report = await readStructureReport();
      return report !== null && copyText(report);
    },
  };
  let known = false;

  const draw = (): void => {
    const catalog = popupCatalogFor(language === 'auto' ? navigator.languages : [language]);
    document.documentElement.lang = catalog.language;
    render(
      <WordsProvider catalog={catalog}>
        <Popup {...props} />
      </WordsProvider>,
      root,
    );
  };
  const keep = (): void => {
    const catalog = popupCatalogFor(language === 'auto' ? navigator.languages : [language]);
    keepFirstPicture(language, { language: catalog.language, still: popupStill(props.pack, catalog) });
  };

  const begin = (): void => {
    if (known) return;
    known = true;
    // What the person has done with the picture so far stays done.
    const open = [...root.querySelectorAll('details[open]')].map(nameOf);
    const pressed = root.querySelector<HTMLElement>('[data-pressed]');
    props = { ...props, typed: root.querySelector('input')?.value ?? '' };
    draw();
    for (const part of root.querySelectorAll('details')) if (open.includes(nameOf(part))) part.open = true;
    pressed?.click();
  };
  const show = (news: News): void => {
    ({ language = language, ...props } = { ...props, ...news, time: Date.now() });
    if (known) draw();
    if (!news.pack) return;
    begin();
    requestIdleCallback(keep);
  };
  setTimeout(begin, patience);
  goLive(opened, show);
}

const root = document.getElementById('app');
keepFocus(document);
if (root) takeOver(root);
