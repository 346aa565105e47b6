import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { cardPack, packIds, packLanguages } from './scripts/card-packs.mjs';
import { cardWords, popupWords } from './scripts/card-words.mjs';
import { buildInParts } from './scripts/engine-parts.mjs';
import { faultPlugin } from './scripts/fault-plugin.mjs';
import { firstPictures } from './scripts/first-pictures.mjs';
import { managedSchemaOf } from './scripts/managed-schema.mjs';
import { popupPage } from './scripts/popup-page.mjs';
import { hintTable, rulesOf, siteTable } from './scripts/site-table.mjs';

/** Hosts of practice and test builds only (comma-separated match patterns). Store builds are made without it. */
const extraHosts = (process.env['SECOND_GLANCE_EXTRA_HOSTS'] ?? '').split(',').filter(Boolean);
/** A module of its own, read when it is wanted. */
const partOf = (name: string, id: string): string => `${JSON.stringify(name)}: () => import('virtual:${id}').then((one) => one.default)`;
const partsByName = (names: readonly string[], of: string): string => `export default {${names.map((name) => partOf(name, `${of}/${name}`)).join()}};`;
const outDirTemplate = process.env['SECOND_GLANCE_OUT'] ?? '{{browser}}-mv{{manifestVersion}}';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDirTemplate,
  vite: () => ({
    plugins: [
      preact(),
      popupPage(),
      ...(process.env['SECOND_GLANCE_FAULTS'] === '1' ? [faultPlugin(import.meta.dirname)] : []),
      {
        name: 'second-glance-tables',
        resolveId: (id: string) =>
          /^virtual:(?:hints|sites|site-index|card-words|card-packs|first-pictures|popup-words|rules)(?:\/|$)/.test(id) ? id.replace('virtual:', '\0') : null,
        async load(id: string) {
          if (id === '\0card-words') return partsByName(Object.keys(cardWords(import.meta.dirname)), 'card-words');
          if (id.startsWith('\0card-words/')) {
            const { en, ...others } = cardWords(import.meta.dirname);
            return `export default ${JSON.stringify({ ...en, ...others[id.split('/')[1] ?? ''] })};`;
          }
          if (id === '\0card-packs')
            return `export default {${packIds.map((pack) => `${pack}: {${packLanguages.map((language) => partOf(language, `card-packs/${pack}-${language}`)).join()}}`).join()}};`;
          if (id.startsWith('\0card-packs/')) {
            const [pack, language] = id.slice('\0card-packs/'.length).split('-');
            return `export default ${JSON.stringify(await cardPack(import.meta.dirname, pack, language))};`;
          }
          if (id.startsWith('\0rules/')) return await rulesOf(import.meta.dirname, id.slice('\0rules/'.length));
          if (id === '\0first-pictures') return `export default ${JSON.stringify(await firstPictures(import.meta.dirname))};`;
          if (id === '\0popup-words') return `export default ${JSON.stringify(popupWords(import.meta.dirname))};`;
          if (id !== '\0hints' && id !== '\0sites' && id !== '\0site-index') return null;
          const sites = await siteTable(import.meta.dirname);
          if (id === '\0sites') return `export default ${JSON.stringify(sites.map(({ id, name, matches }) => ({ id, name, matches })))};`;
          if (id === '\0site-index')
            return `export default ${JSON.stringify(sites.map(({ id, matches, elsewhere, prints }) => ({ id, matches, elsewhere, prints })))};`;
          return Object.entries(hintTable(sites))
            .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
            .join('\n');
        },
      },
    ],
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Second Glance',
    description: '__MSG_description__',
    default_locale: 'en',
    // Firefox does not tell a locked screen, so it is not asked there (docs/decisions/0008).
    permissions: ['storage', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['idle', 'alarms'])],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'focus-nudge': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandFocusNudge__' },
    },
    action: { default_title: '__MSG_name__', default_popup: 'popup.html' },
    options_ui: { page: 'options.html', open_in_tab: true },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'second-glance@second-glance.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '121', storage: { managed_schema: 'managed_schema.json' } }),
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.length === 1 && entrypoints[0]?.name === 'engine') buildInParts(config);
    },
    async 'build:publicAssets'(wxt, files) {
      if (wxt.config.browser === 'firefox') return;
      files.push({ relativeDest: 'managed_schema.json', contents: `${JSON.stringify(await managedSchemaOf(import.meta.dirname), null, 2)}\n` });
    },
    async 'build:manifestGenerated'(_wxt, manifest) {
      const sites = await siteTable(import.meta.dirname);
      const hosts = [...sites.flatMap((site) => site.matches), ...extraHosts];
      manifest.host_permissions = [...new Set(hosts)];
      manifest.content_scripts = [
        {
          matches: [...new Set(hosts)],
          js: ['sentinel.js'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
        },
      ];
    },
  },
});
