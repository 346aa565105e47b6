/** `unexpected-sender` on composed messages that are read (`tests/corpus/reading.ts`): recall and precision. */
import { loadModule } from '../mail-files.mjs';

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

export async function* tables() {
  const { readingScore } = await loadModule('tests/corpus/read-messages.ts');
  const { due, hits, harmless, misses, falseAlarms, otherSigns } = readingScore();
  yield {
    title: `Warning signs on ${due + harmless} composed messages, ${harmless} of them harmless`,
    columns: ['rule', 'due', 'heard', 'recall', 'false alarms', 'precision', 'other signs'],
    rows: [['unexpected-sender', due, hits, percent(hits, due), falseAlarms.length, percent(hits, hits + falseAlarms.length), otherSigns.length]],
    misses: [
      ...misses.map((what) => `missed: ${what}`),
      ...falseAlarms.map((what) => `false alarm: ${what}`),
      ...otherSigns.map((what) => `other signs: ${what}`),
    ],
  };
}
