import { calendar } from '../src/calendar';

const AMSTERDAM = 'Europe/Amsterdam';

test.each([
  ['an ordinary day', '2026-01-05', '18:00', '2026-01-05T17:00:00.000Z'],
  ['summer', '2026-07-05', '18:00', '2026-07-05T16:00:00.000Z'],
  ['the night the clock goes forward, after it', '2026-03-29', '23:59', '2026-03-29T21:59:00.000Z'],
  ['a time that night skips', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['a time that comes twice', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
])('%s', (_, day, time, moment) => {
  expect(calendar.at(day, time, AMSTERDAM)).toBe(moment);
});

test('tells what calendar and clock show there', () => {
  expect(calendar.there('2026-03-28T23:30:00.000Z', AMSTERDAM)).toEqual({
    day: '2026-03-29',
    time: '00:30',
    weekday: 7,
  });
});

test('counts days, not hours, over the change of the clock', () => {
  expect(calendar.plusDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(calendar.plusDays('2026-03-01', -1)).toBe('2026-02-28');
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['28-02-2026', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(calendar.isDay(text)).toBe(is);
});

test.each([
  [AMSTERDAM, true],
  ['Europe/Brugge', false],
])('%s is a zone: %s', (zone, known) => {
  expect(calendar.knows(zone)).toBe(known);
});

describe('whatever the season in which it is asked', () => {
  afterEach(() => jest.useRealTimers());

  test.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])(
    'a time that comes twice is its first (%s)',
    (now) => {
      jest.useFakeTimers({ now: new Date(now) });
      expect(calendar.at('2026-10-25', '02:30', AMSTERDAM)).toBe('2026-10-25T00:30:00.000Z');
      expect(calendar.at('2026-04-05', '02:30', 'Australia/Sydney')).toBe('2026-04-04T15:30:00.000Z');
      expect(calendar.at('2026-03-29', '02:30', AMSTERDAM)).toBe('2026-03-29T01:30:00.000Z');
    },
  );
});
