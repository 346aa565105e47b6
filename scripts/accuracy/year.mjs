/** A simulated year of work (`tests/core/simulated-year.ts`): how often cards come, what leads them, and what a person could act on. */
import { loadModule } from '../mail-files.mjs';

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

export async function* tables() {
  const { cardsPerWeek, mistakes, profiles, quantile, repeatsOf, simulateYear, tally } = await loadModule('tests/core/simulated-year.ts');
  const years = profiles.map((profile) => [profile.name, simulateYear(profile, 20261121, true)]);
  yield {
    title: 'A simulated year: 225 working days',
    columns: [
      'person',
      'out a day',
      'opened a day',
      'cards a day',
      'median week',
      '9 of 10 weeks below',
      'busiest week',
      'chips a day',
      'same reason twice a day',
      'could act on',
      'mistakes caught',
    ],
    rows: years.map(([name, year]) => [
      name,
      (year.messages / year.days).toFixed(1),
      (year.opened / year.days).toFixed(0),
      (year.cards.length / year.days).toFixed(2),
      ...[0.5, 0.9, 1].map((share) => (quantile(cardsPerWeek(year), share) / 5).toFixed(1)),
      (year.chips / year.days).toFixed(2),
      repeatsOf(year).length,
      percent(year.cards.filter(({ actionable }) => actionable).length, year.cards.length),
      `${mistakes.length - year.missed.length} of ${mistakes.length}`,
    ]),
    misses: years.flatMap(([name, year]) => year.missed.map((what) => `${name}: ${what}`)),
  };
  for (const [name, year] of years) {
    yield {
      title: `${name}: what leads the cards, a day`,
      columns: ['rule', 'cards', 'a day', 'could act on'],
      rows: tally(year.cards.map(({ rules }) => rules[0])).map(([rule, count]) => [
        rule,
        count,
        (count / year.days).toFixed(2),
        percent(year.cards.filter(({ rules, actionable }) => rules[0] === rule && actionable).length, count),
      ]),
    };
    yield {
      title: `${name}: at what moments`,
      columns: ['moment', 'cards', 'a day'],
      rows: tally(year.cards.map(({ moment }) => moment)).map(([moment, count]) => [moment, count, (count / year.days).toFixed(2)]),
    };
  }
}
