import { render } from 'preact';
import { Checklist } from '../../components/checklist';
import { keepFocus } from '../../components/keep-focus';
import { WordsProvider } from '../../components/words';
import { dayOf } from '../../guidance/review';
import { type ChecklistState, readChecklist, writeChecklist } from '../../platform/checklist';
import { catalogFor } from '../../platform/language';
import { readPack } from '../../platform/packs';
import { readSettings } from '../../platform/settings';

const root = document.getElementById('app');

async function open(): Promise<void> {
  const { settings } = await readSettings();
  const catalog = catalogFor(settings.language === 'auto' ? navigator.languages : [settings.language]);
  document.documentElement.lang = catalog.language;
  const { pack } = await readPack(settings.guidance);
  let state = await readChecklist();
  const change = (next: ChecklistState): void => {
    state = next;
    show();
    // A tick that cannot be kept is still a tick on this page.
    void writeChecklist(next).catch(() => undefined);
  };
  const show = (): void => {
    if (!root) return;
    render(
      <WordsProvider catalog={catalog}>
        <Checklist
          pack={pack}
          today={dayOf(new Date())}
          place={state.place}
          ticked={state.ticked}
          onPlace={(place) => change({ ...state, place })}
          onTick={(id, ticked) => change({ ...state, ticked: [...state.ticked.filter((other) => other !== id), ...(ticked ? [id] : [])] })}
          onClear={() => change({ ...state, ticked: [] })}
          onPrint={() => window.print()}
        />
      </WordsProvider>,
      root,
    );
  };
  show();
}

keepFocus(document);
void open();
