/** Paper, a computer left alone, and calls (`tests/corpus/moments.ts`): recall and precision, rule by rule. */
import { loadModule } from '../mail-files.mjs';

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

export async function* tables() {
  const { momentScores } = await loadModule('tests/corpus/read-moments.ts');
  const { moments } = await loadModule('tests/corpus/moments.ts');
  const all = momentScores();
  const harmless = moments.filter(([, speaks]) => speaks === '').length;
  yield {
    title: `Rules on ${moments.length} composed moments of printing, leaving and calling, ${harmless} of them harmless`,
    columns: ['rule', 'due', 'heard', 'recall', 'false alarms', 'precision', 'other words'],
    rows: all.map(({ rule, due, hits, falseAlarms, otherWords }) => [
      rule,
      due,
      hits,
      percent(hits, due),
      falseAlarms.length,
      percent(hits, hits + falseAlarms.length),
      otherWords.length,
    ]),
    misses: all.flatMap(({ rule, misses, falseAlarms, otherWords }) => [
      ...misses.map((what) => `${rule}, missed: ${what}`),
      ...falseAlarms.map((what) => `${rule}, false alarm: ${what}`),
      ...otherWords.map((what) => `${rule}, other words: ${what}`),
    ]),
  };
}
