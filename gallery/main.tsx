/** Every component in every state, from the examples that the tests use. `?show=` is one example alone, which the overview frames. */
import { render, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import { WordsProvider } from '../components/words';
import type { Catalog } from '../core/message';
import { catalogFor, languageNames } from '../platform/language';
import overviewStyles from './overview.css?inline';

type Example = (catalog?: Catalog) => VNode;
interface Examples {
  readonly examples: Readonly<Record<string, Example>>;
  /** Styles of what stands in a shadow root inside other people's pages. */
  readonly styles?: string;
}
interface State {
  readonly component: string;
  readonly state: string;
  readonly example: Example;
  readonly styles: string | undefined;
}

const modules = import.meta.glob<Examples>('../components/*.examples.tsx', { eager: true });
const pageStyles = import.meta.glob<string>('../assets/styles/*.css', { eager: true, query: '?inline', import: 'default' });

/** By component and state, as `nudge-card/chip`. */
const shown = new Map<string, State>(
  Object.entries(modules).flatMap(([file, { examples, styles }]) => {
    const component = file.replace(/^.*\/|\.examples\.tsx$/g, '');
    return Object.entries(examples).map(([state, example]): [string, State] => [`${component}/${state}`, { component, state, example, styles }]);
  }),
);

const styleOf = (name: string): string | undefined =>
  pageStyles[`../assets/styles/${name}.css`] ?? pageStyles[`../assets/styles/${pageOf[name] ?? 'options'}.css`];
/** Which page a part stands in that has no styles of its own; the others are parts of the options. */
const pageOf: Readonly<Record<string, string>> = { 'pause-control': 'popup' };

function adopt(root: Document | ShadowRoot, ...styles: readonly (string | undefined)[]): void {
  root.adoptedStyleSheets = styles
    .filter((css) => css !== undefined)
    .map((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
}

function showOne(id: string, language: string, app: HTMLElement): void {
  const one = shown.get(id);
  if (!one) throw new Error(`no example ${id}`);
  const catalog = catalogFor([language]);
  const content = <WordsProvider catalog={catalog}>{one.example(catalog)}</WordsProvider>;
  document.documentElement.lang = language;
  document.title = id;
  let root: HTMLElement | ShadowRoot = app;
  if (one.styles === undefined) {
    adopt(document, pageStyles['../assets/styles/pages.css'], styleOf(one.component));
  } else {
    document.body.style.minHeight = '480px';
    const shadow = app.attachShadow({ mode: 'open' });
    adopt(shadow, one.styles);
    root = shadow.appendChild(document.createElement('div'));
    root.className = 'slot';
  }
  render(content, root);
  root.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  const frame = window.frameElement;
  if (frame instanceof HTMLElement) frame.style.height = `${Math.min(document.documentElement.scrollHeight, 1600)}px`;
}

function Overview() {
  const [language, setLanguage] = useState('en');
  const [scheme, setScheme] = useState('light');
  const [width, setWidth] = useState('640');
  const [direction, setDirection] = useState('ltr');
  const choice = (label: string, value: string, set: (value: string) => void, values: readonly (readonly [string, string])[]) => (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {values.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <header>
        <h1>Gallery</h1>
        {choice(
          'Language',
          language,
          setLanguage,
          languageNames().map(({ tag, name }) => [tag, name] as const),
        )}
        {choice('Theme', scheme, setScheme, [
          ['light', 'Light'],
          ['dark', 'Dark'],
        ])}
        {choice('Width', width, setWidth, [
          ['320', '320 px, or 400% zoom'],
          ['640', '640 px'],
          ['1280', '1280 px'],
        ])}
        {choice('Direction', direction, setDirection, [
          ['ltr', 'Left to right'],
          ['rtl', 'Right to left'],
        ])}
      </header>
      <main>
        {[...shown].map(([id, { component, state }]) => (
          <figure key={id}>
            <figcaption>
              <b>{component}</b> {state}
            </figcaption>
            <iframe
              key={language + direction}
              title={id}
              loading="lazy"
              width={width}
              style={{ colorScheme: scheme }}
              src={`?${new URLSearchParams({ show: id, language, direction })}`}
            />
          </figure>
        ))}
      </main>
    </>
  );
}

const app = document.getElementById('app');
const asked = new URLSearchParams(location.search);
const id = asked.get('show');
document.documentElement.dir = asked.get('direction') ?? 'ltr';
if (app && id) showOne(id, asked.get('language') ?? 'en', app);
else if (app) {
  adopt(document, overviewStyles);
  render(<Overview />, app);
  // Read by the script that takes the pictures.
  document.documentElement.dataset['examples'] = JSON.stringify([...shown.keys()]);
}
