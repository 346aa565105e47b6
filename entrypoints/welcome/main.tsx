import { render } from 'preact';
import { keepFocus } from '../../components/keep-focus';
import { Welcome } from '../../components/welcome';
import { WordsProvider } from '../../components/words';
import { ownPresets } from '../../guidance/pack';
import { changeSetting } from '../../platform/change-settings';
import { catalogFor } from '../../platform/language';
import { readableDomain, readDomains } from '../../platform/organisation-input';
import { readPack } from '../../platform/packs';
import { readSettings, watchSettings } from '../../platform/settings';
import { openOptions } from '../../platform/tab';

const root = document.getElementById('app');

async function show(): Promise<void> {
  if (!root) return;
  const { settings, managed } = await readSettings();
  const { pack } = await readPack(settings.guidance);
  const { language, ownDomains, trustedDomains } = settings;
  const catalog = catalogFor(language === 'auto' ? navigator.languages : [language]);
  document.documentElement.lang = catalog.language;
  render(
    <WordsProvider catalog={catalog}>
      <Welcome
        ownDomains={ownDomains}
        managed={managed.includes('ownDomains')}
        presets={ownPresets(pack, catalog.language)}
        readDomains={(text) => readDomains(text, 'own', { own: ownDomains, trusted: trustedDomains })}
        readable={readableDomain}
        onDomains={async (change) => {
          await changeSetting({ key: 'ownDomains', ...change });
          await show();
        }}
        onOpenOptions={() => void openOptions()}
      />
    </WordsProvider>,
    root,
  );
}

keepFocus(document);
void show();
watchSettings(() => void show());
