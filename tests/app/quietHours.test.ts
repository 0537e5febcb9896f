import fc from 'fast-check';
import { DEFAULT_QUIET, isQuiet, nextAllowed, type QuietTimes } from '../../src/app/quietHours';
import { calendar } from '../../src/calendar';

const AMSTERDAM = 'Europe/Amsterdam';

test.each([
  ['an afternoon', '2026-03-02T13:00:00.000Z', false],
  ['a minute before the evening', '2026-03-02T16:59:00.000Z', false],
  ['the evening', '2026-03-02T17:00:00.000Z', true],
  ['midnight', '2026-03-02T23:00:00.000Z', true],
  ['a minute before the morning', '2026-03-03T06:59:00.000Z', true],
  ['the morning', '2026-03-03T07:00:00.000Z', false],
  ['Friday afternoon', '2026-03-06T16:59:00.000Z', false],
  ['Saturday noon', '2026-03-07T11:00:00.000Z', true],
  ['Sunday noon', '2026-03-08T11:00:00.000Z', true],
  ['Monday morning', '2026-03-09T07:00:00.000Z', false],
])('%s', (_, moment, quiet) => {
  expect(isQuiet(moment, AMSTERDAM, DEFAULT_QUIET, calendar)).toBe(quiet);
});

test.each([
  ['a moment that is allowed stays', '2026-03-02T13:00:00.000Z', '2026-03-02T13:00:00.000Z'],
  ['an evening waits for the morning', '2026-03-02T19:00:00.000Z', '2026-03-03T07:00:00.000Z'],
  ['a night too', '2026-03-03T02:00:00.000Z', '2026-03-03T07:00:00.000Z'],
  ['Friday evening waits for Monday', '2026-03-06T18:00:00.000Z', '2026-03-09T07:00:00.000Z'],
  [
    'the weekend in which the clock goes forward is an hour shorter',
    '2026-03-27T17:00:00.000Z',
    '2026-03-30T06:00:00.000Z',
  ],
  ['the one in which it goes back longer', '2026-10-23T16:00:00.000Z', '2026-10-26T07:00:00.000Z'],
])('%s', (_, moment, next) => {
  expect(nextAllowed(moment, AMSTERDAM, DEFAULT_QUIET, calendar)).toBe(next);
});

test('goes by the clock where somebody is', () => {
  const moment = '2026-03-02T13:00:00.000Z';
  expect(isQuiet(moment, 'Asia/Tokyo', DEFAULT_QUIET, calendar)).toBe(true);
  expect(nextAllowed(moment, 'Asia/Tokyo', DEFAULT_QUIET, calendar)).toBe('2026-03-02T23:00:00.000Z');
  expect(isQuiet(moment, 'America/New_York', DEFAULT_QUIET, calendar)).toBe(false);
});

test.each<[string, QuietTimes, string, string]>([
  [
    'hours within a day',
    { hours: { from: '12:00', until: '13:30' }, weekends: false },
    '2026-03-02T11:15:00.000Z',
    '2026-03-02T12:30:00.000Z',
  ],
  [
    'hours within a day, before a weekend that is quiet',
    { hours: { from: '22:00', until: '23:30' }, weekends: true },
    '2026-03-07T12:00:00.000Z',
    '2026-03-08T23:00:00.000Z',
  ],
  ['weekends alone', { hours: null, weekends: true }, '2026-03-07T12:00:00.000Z', '2026-03-08T23:00:00.000Z'],
  ['nothing', { hours: null, weekends: false }, '2026-03-07T02:00:00.000Z', '2026-03-07T02:00:00.000Z'],
])('%s may be quiet', (_, quiet, moment, next) => {
  expect(nextAllowed(moment, AMSTERDAM, quiet, calendar)).toBe(next);
});

test('whatever the moment, the place and the hours, the answer is no earlier and not quiet', () => {
  const minute = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const hours = fc.record({ from: minute, until: minute }).filter(({ from, until }) => from !== until);
  const quiet = fc.record({ hours: fc.option(hours), weekends: fc.boolean() });
  const moment = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
    .map((at) => new Date(at).toISOString());
  const zone = fc.constantFrom(AMSTERDAM, 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC');
  fc.assert(
    fc.property(moment, zone, quiet, (from, where, times) => {
      const next = nextAllowed(from, where, times, calendar);
      expect(next >= from).toBe(true);
      expect(isQuiet(next, where, times, calendar)).toBe(false);
    }),
    { numRuns: 300 },
  );
});
