import { render } from 'preact';
import { Popup, type PopupProps } from '../../components/popup';
import { WordsProvider } from '../../components/words';
import { dayOf, minuteOf } from '../../guidance/review';
import { copyText } from '../../platform/clipboard';
import { readFirstPicture } from '../../platform/first-picture';
import { popupCatalogFor } from '../../platform/popup-language';

type Live = typeof import('./live');

const root = document.getElementById('app');
const opened = new Date();
let loading: Promise<Live> | undefined;
let loaded: Live | undefined;

/** Everything that asks the browser is a file of its own, which is not read before contacts are on the screen. */
function live(): Promise<Live> {
  loading ??= import('./live').then((module) => {
    loaded = module;
    return module;
  });
  return loading;
}

/** Contacts must be there at once, so the first picture waits for nothing. */
let { language, ...first } = readFirstPicture();
let props: PopupProps = {
  ...first,
  rest: false,
  today: dayOf(opened),
  now: minuteOf(opened),
  situation: location.hash.slice(1),
  view: { kind: 'asking' },
  sent: null,
  pause: null,
  domainsSet: true,
  mayChangeDomains: false,
  offer: { kind: 'none' },
  onPause: (where, length) => void live().then(({ pauseFor }) => pauseFor(where, length)),
  onResume: () => void live().then(({ resume }) => resume()),
  onTakeDomain: (domain) => void live().then(({ takeDomain }) => takeDomain(domain)),
  onOpenOptions: (section) => void live().then(({ openOptions }) => openOptions(section)),
  onOpenChecklist: () => void live().then(({ openChecklist }) => openChecklist()),
  // Within the press: nothing may be awaited before the browser is asked. Whoever sees an offer has loaded what made it.
  onAllow: (patterns) => loaded?.askForHosts(patterns).catch(() => false) ?? Promise.resolve(false),
  onCopy: copyText,
  onCopyReport: async () => {
    const report = await (await live()).readStructureReport();
    return report !== null && copyText(report);
  },
};

function show(news: Partial<PopupProps> & { readonly language?: string }): void {
  if (!root) return;
  ({ language = language, ...props } = { ...props, ...news, time: Date.now() });
  const catalog = popupCatalogFor(language === 'auto' ? navigator.languages : [language]);
  document.documentElement.lang = catalog.language;
  render(
    <WordsProvider catalog={catalog}>
      <Popup {...props} />
    </WordsProvider>,
    root,
  );
}

let alive = false;
function goOn(): void {
  if (alive) return;
  alive = true;
  void live().then(({ goLive }) => goLive(opened, show));
  show({ rest: true });
}

show({});
// After the frame that shows the first picture; a window that nobody sees has no frames.
requestAnimationFrame(() => setTimeout(goOn));
setTimeout(goOn, 300);
