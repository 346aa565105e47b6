import { moj } from '../guidance/packs/moj';
import { Checklist, type ChecklistProps } from './checklist';

const fresh: ChecklistProps = {
  pack: moj,
  today: '2026-11-21',
  place: 'everywhere',
  ticked: [],
  onPlace: () => undefined,
  onTick: () => undefined,
  onClear: () => undefined,
  onPrint: () => undefined,
};

export const examples = {
  everything: () => <Checklist {...fresh} />,
  'at home, some ticked': () => <Checklist {...fresh} place="home" ticked={['cb-window', 'cb-headphones']} />,
};
