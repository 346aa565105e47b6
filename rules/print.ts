import type { Message, MessageValue } from '../core/message';
import { defineRule } from '../core/rule';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `print.${name}`, ...(values && { values }) });

/**
 * A page of a mail or meeting site goes to paper.
 * Before the dialog: is paper needed, and who could take it? After it: the pages lie at the printer.
 * Nobody tells an extension whether the person printed or cancelled, so the words after it are conditional.
 */
export default defineRule({
  id: 'print',
  theme: 'overseen',
  surface: 'page',
  strength: 'nudge',
  // Who prints prints daily, and the advice is the same each time.
  rhythm: 'weekly',
  guidance: ['rw-think-before-print', 'cb-dispose-securely'],
  check({ printing }) {
    if (!printing) return null;
    const { moment, what, since } = printing;
    const before = moment === 'about-to';
    const advice = ['personal-info', 'ask', 'store', 'usb'].map((name) => ({ message: said(name) }));
    const facts = before ? ['collect', 'need'] : ['shred', 'store'];
    return {
      severity: 'note',
      titles: before ? [said('title'), said('title-paper'), said('title-who')] : [said('after'), said('after-printer'), said('after-tray')],
      line: said(before ? 'line' : 'after-line'),
      facts: [...(what === 'thread' ? [{ name: 'whole-thread', message: said('whole-thread') }] : []), ...facts.map((name) => ({ name, message: said(name) }))],
      details: before ? [...advice, { message: said('shred') }] : advice.filter(({ message }) => message.key !== 'print.store'),
      // One print is one reason: an answer before the dialog holds after it.
      subject: `${since}`,
    };
  },
});
