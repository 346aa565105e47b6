import { render } from 'preact';
import pagesCss from '../../assets/styles/pages.css?inline';
import guideCss from '../../assets/styles/practice-guide.css?inline';
import { PracticeGuide, type PracticeView } from '../../components/practice-guide';
import { WordsProvider } from '../../components/words';
import { startEngine } from '../../engine/start';
import { catalogFor } from '../../platform/language';
import { createPracticePorts } from '../../platform/practice-ports';
import { readSettings, watchSettings } from '../../platform/settings';
import { openOptions } from '../../platform/tab';
import { madeUpDevices } from '../../practice/devices.mjs';
import { organisation } from '../../practice/letters.mjs';
import { openMailbox } from '../../practice/mailbox/view.mjs';
import { openMeeting } from '../../practice/meeting/view.mjs';
import { scenes } from '../../practice/scenes.mjs';

/** The engine reads this page as it reads any other: it finds the compose or the call by itself. See docs/decisions/0007. */
const world = { own: [organisation.domain], trusted: [organisation.trusted] };
const stage = document.getElementById('practice');
const guide = guideRoot(document.getElementById('guide'));
const devices = madeUpDevices();
// Labels of devices are what the engine hears by; those of the real computer are no business of a practice page.
Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { value: devices.enumerateDevices, configurable: true });

let view: PracticeView = 'mailbox';
let rule: string | null = null;
let unplugged = false;
let life = new AbortController();

/** The words above have the looks of the extension's pages, which must not reach the mailbox below. */
function guideRoot(host: HTMLElement | null): ShadowRoot | null {
  if (!host) return null;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [pagesCss.replaceAll(':root', ':host'), guideCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return root;
}

async function showGuide(): Promise<void> {
  if (!guide) return;
  const { settings } = await readSettings();
  const catalog = catalogFor(settings.language === 'auto' ? navigator.languages : [settings.language]);
  document.documentElement.lang = catalog.language;
  render(
    <WordsProvider catalog={catalog}>
      <PracticeGuide
        view={view}
        rule={rule}
        headset={view === 'meeting' ? (unplugged ? 'unplugged' : 'plugged') : null}
        onView={(next) => leadTo(next)}
        onAgain={() => begin()}
        onUnplug={() => {
          unplugged = true;
          devices.unplug();
          navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
          void showGuide();
        }}
        onOptions={() => void openOptions()}
      />
    </WordsProvider>,
    guide,
  );
}

/** A look around in the mailbox or the meeting. */
function leadTo(next: PracticeView): void {
  rule = null;
  view = next;
  history.replaceState(null, '', location.pathname);
  begin();
}

/** Begins anew: what was done before is forgotten. */
function begin(): void {
  if (!stage) return;
  life.abort();
  life = new AbortController();
  const { signal } = life;
  const scene = rule === null ? null : (scenes[rule] ?? null);
  if (scene) view = scene.view;
  unplugged = false;
  devices.plug();
  void showGuide();
  if (view === 'mailbox') {
    openMailbox(stage, { onMeeting: () => leadTo('meeting'), scene: scene?.view === 'mailbox' ? scene : null });
  } else {
    signal.addEventListener('abort', openMeeting(stage, { devices, inside: scene?.view === 'meeting' && scene.inside === true }), { once: true });
  }
  const ports = (): ReturnType<typeof createPracticePorts> =>
    createPracticePorts({ organisation: world, sharingScreen: scene?.sharing === true, leftUnlocked: scene?.away });
  // What a person does before anybody looks would bring nothing about.
  stage.ariaBusy = 'true';
  const watched = (): void => {
    if (!signal.aborted) stage.ariaBusy = 'false';
  };
  // Nobody asks this page's engine anything: it has no tab of a site.
  void startEngine(document, ports, () => () => undefined, signal).then(watched, watched);
}

function follow(): void {
  const wanted = location.hash.slice(1);
  rule = Object.hasOwn(scenes, wanted) ? wanted : null;
  if (wanted === 'meeting' || wanted === 'mailbox') view = wanted;
  begin();
}

addEventListener('hashchange', follow);
watchSettings(() => void showGuide());
follow();
