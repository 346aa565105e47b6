import { defineRule } from '../core/rule';

const said = (name: string) => ({ key: `loudspeakers.${name}` });

/**
 * In a call, the sound seems to come out of loudspeakers, and the person has not been told: the headset was unplugged, or another device took over.
 * A label proves nothing, so the card says "looks like". What was already said at the door of the call (`pre-join`) is not said again.
 */
export default defineRule({
  id: 'loudspeakers',
  theme: 'overheard',
  surface: 'meeting',
  strength: 'nudge',
  guidance: ['cb-headphones', 'cb-overheard', 'cb-surroundings'],
  check({ phase, hearing, code }) {
    if (phase !== 'in-meeting' || hearing.output !== 'loudspeakers' || hearing.outputBefore === 'loudspeakers') return null;
    const unplugged = hearing.outputBefore === 'headset';
    const device = hearing.outputLabel === null ? said('device-unnamed') : { key: 'loudspeakers.device', values: { device: hearing.outputLabel } };
    return {
      severity: 'note',
      titles: unplugged ? [said('title-unplugged'), said('title-unplugged-2')] : [said('title'), said('title-2')],
      line: said('line'),
      facts: [
        { name: 'loudspeakers', message: device },
        { name: 'headphones', message: said('headphones') },
      ],
      details: [{ message: said('overheard') }, { message: said('surroundings') }],
      subject: `${code ?? ''}\n${hearing.outputBefore}`,
    };
  },
});
