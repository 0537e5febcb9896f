import { momentsOf } from '../../src/app/noticeMoments';
import { DEFAULT_QUIET, type QuietTimes } from '../../src/app/quietHours';
import { calendar } from '../../src/calendar';
import type { Assignment } from '../../src/core/model/homework';
import { sampleAssignment } from '../support/assignments';

const AMSTERDAM = 'Europe/Amsterdam';
const LONG_AGO = '2026-01-01T08:00:00.000Z';

interface Situation {
  readonly assignment?: Partial<Assignment>;
  readonly since?: string;
  readonly zone?: string;
  readonly quiet?: QuietTimes;
}

function moments({ assignment, since = LONG_AGO, zone = AMSTERDAM, quiet = DEFAULT_QUIET }: Situation) {
  return Object.fromEntries(
    momentsOf(sampleAssignment(assignment), since, zone, { calendar, quiet }).map(({ name, dueAt }) => [
      name,
      dueAt,
    ]),
  );
}

/** The end of a day in Amsterdam. */
const endOf = (day: string) => calendar.at(day, '23:59', AMSTERDAM);

test('is told at once, two days before, and on the day', () => {
  expect(moments({ assignment: { dueAt: endOf('2026-03-12') } })).toEqual({
    assigned: '2026-03-02T09:00:00.000Z',
    'due-soon-2026-03-12': '2026-03-10T08:00:00.000Z',
    'due-today-2026-03-12': '2026-03-12T08:00:00.000Z',
  });
});

test('expires when it is no use any more', () => {
  const all = momentsOf(sampleAssignment({ dueAt: endOf('2026-03-12') }), LONG_AGO, AMSTERDAM, {
    calendar,
    quiet: DEFAULT_QUIET,
  });
  expect(all.map(({ expiresAt }) => expiresAt)).toEqual([
    '2026-03-09T09:00:00.000Z',
    '2026-03-11T23:00:00.000Z',
    '2026-03-12T22:59:00.000Z',
  ]);
});

test.each<[string, Situation, Record<string, string>]>([
  ['a draft', { assignment: { publishedAt: null } }, {}],
  ['what is closed', { assignment: { closedAt: '2026-03-03T09:00:00.000Z' } }, {}],
  [
    'what opens later: told when it opens',
    { assignment: { opensAt: '2026-03-09T08:30:00.000Z', dueAt: endOf('2026-03-19') } },
    {
      assigned: '2026-03-09T08:30:00.000Z',
      'due-soon-2026-03-19': '2026-03-17T08:00:00.000Z',
      'due-today-2026-03-19': '2026-03-19T08:00:00.000Z',
    },
  ],
  [
    'who joins a day before: told then, and on the day',
    { assignment: { dueAt: endOf('2026-03-12') }, since: '2026-03-11T12:00:00.000Z' },
    { assigned: '2026-03-11T12:00:00.000Z', 'due-today-2026-03-12': '2026-03-12T08:00:00.000Z' },
  ],
  [
    'who joins on the day: told once',
    { assignment: { dueAt: endOf('2026-03-12') }, since: '2026-03-12T06:00:00.000Z' },
    { assigned: '2026-03-12T07:00:00.000Z' },
  ],
  [
    'who joins too late',
    { assignment: { dueAt: endOf('2026-03-12') }, since: '2026-03-13T06:00:00.000Z' },
    {},
  ],
  [
    'handed out on Friday evening, due on Monday: told on Monday, once',
    { assignment: { publishedAt: '2026-03-06T19:00:00.000Z', dueAt: endOf('2026-03-09') } },
    { assigned: '2026-03-09T07:00:00.000Z', 'due-today-2026-03-09': '2026-03-09T08:00:00.000Z' },
  ],
  [
    'due on a Saturday, when nothing is sent: the Thursday before is the last that is heard',
    { assignment: { dueAt: endOf('2026-03-14') } },
    { assigned: '2026-03-02T09:00:00.000Z', 'due-soon-2026-03-14': '2026-03-12T08:00:00.000Z' },
  ],
  [
    'due on a Monday: two days before is Saturday, so on Friday',
    { assignment: { dueAt: endOf('2026-03-16') } },
    {
      assigned: '2026-03-02T09:00:00.000Z',
      'due-soon-2026-03-16': '2026-03-13T08:00:00.000Z',
      'due-today-2026-03-16': '2026-03-16T08:00:00.000Z',
    },
  ],
])('%s', (_, situation, expected) => {
  expect(moments(situation)).toEqual(expected);
});

describe('when the clock changes', () => {
  const always: QuietTimes = { hours: { from: '18:00', until: '08:00' }, weekends: false };

  test.each([
    ['2026-03-29', '2026-03-27T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-29T21:59:00.000Z'],
    ['2026-10-25', '2026-10-23T07:00:00.000Z', '2026-10-25T08:00:00.000Z', '2026-10-25T22:59:00.000Z'],
  ])('due on %s, everything stays at its hour', (day, soon, today, due) => {
    expect(endOf(day)).toBe(due);
    expect(moments({ assignment: { dueAt: due }, quiet: always })).toMatchObject({
      [`due-soon-${day}`]: soon,
      [`due-today-${day}`]: today,
    });
  });

  test('a due moment within the hour that comes twice belongs to that day', () => {
    for (const dueAt of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']) {
      expect(Object.keys(moments({ assignment: { dueAt }, quiet: always }))).toEqual([
        'assigned',
        'due-soon-2026-10-25',
      ]);
    }
  });
});

test('somebody far away is told by their own clock and calendar', () => {
  const dueAt = endOf('2026-03-12');
  expect(moments({ assignment: { dueAt }, zone: 'Pacific/Auckland' })).toMatchObject({
    'due-soon-2026-03-12': '2026-03-10T20:00:00.000Z',
    'due-today-2026-03-12': '2026-03-12T20:00:00.000Z',
  });
  expect(moments({ assignment: { dueAt }, zone: 'America/New_York' })).toMatchObject({
    'due-today-2026-03-12': '2026-03-12T13:00:00.000Z',
  });
});
