/** The rules on the corpus of composed situations (`tests/corpus`): recall and precision, rule by rule. */
import { loadModule } from '../mail-files.mjs';

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

export async function* tables() {
  const { scores, situations } = await loadModule('tests/corpus/read.ts');
  const { expectedOf } = await loadModule('tests/corpus/situation.ts');
  const all = scores();
  const harmless = situations.filter((situation) => expectedOf(situation).speaks.length === 0).length;
  yield {
    title: `Rules on ${situations.length} composed situations, ${harmless} of them harmless`,
    columns: ['rule', 'due', 'heard', 'recall', 'false alarms', 'precision'],
    rows: all.map(({ rule, due, hits, falseAlarms }) => [rule, due, hits, percent(hits, due), falseAlarms.length, percent(hits, hits + falseAlarms.length)]),
    misses: all.flatMap(({ rule, misses, falseAlarms }) => [
      ...misses.map((what) => `${rule}, missed: ${what}`),
      ...falseAlarms.map((what) => `${rule}, false alarm: ${what}`),
    ]),
  };
}
