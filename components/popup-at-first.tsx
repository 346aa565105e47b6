import { render } from 'preact';
import type { Catalog } from '../core/message';
import type { Pack } from '../guidance/pack';
import { Popup, type PopupProps } from './popup';
import { type Still, stillOf } from './still';
import { WordsProvider } from './words';

const nothing = (): undefined => undefined;

/** The popup before anything is known of the tab, the day or the person. */
export const popupAtFirst = (pack: Pack): PopupProps => ({
  pack,
  rest: false,
  today: '',
  now: '',
  view: { kind: 'asking' },
  sent: null,
  pause: null,
  domainsSet: true,
  mayChangeDomains: false,
  offer: { kind: 'none' },
  onPause: nothing,
  onResume: nothing,
  onTakeDomain: nothing,
  onOpenOptions: nothing,
  onOpenChecklist: nothing,
  onAllow: async () => false,
  onCopy: async () => false,
  onCopyReport: async () => false,
});

/** Its still picture, drawn apart from the page. */
export function popupStill(pack: Pack, catalog: Catalog): readonly Still[] {
  const apart = document.createElement('div');
  render(
    <WordsProvider catalog={catalog}>
      <Popup {...popupAtFirst(pack)} />
    </WordsProvider>,
    apart,
  );
  const still = stillOf(apart);
  render(null, apart);
  return still;
}
