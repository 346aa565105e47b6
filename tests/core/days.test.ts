import { expect, test } from 'vitest';
import { dayText } from '../../core/days';
import { catalogFor } from '../../platform/language';

test.each([
  ['en', '2026-11-21', '21 November 2026'],
  ['en', '2021-01-05', '5 January 2021'],
  ['cy', '2020-12-31', '31 Rhagfyr 2020'],
  ['en', '2026-11-21T14:05', '21 November 2026'],
  ['en', 'soon', 'soon'],
  ['en', '', ''],
  ['en', '2026-13-01', '2026-13-01'],
])('in %s, %j reads %j', (language, day, text) => expect(dayText(catalogFor([language]), day)).toBe(text));
