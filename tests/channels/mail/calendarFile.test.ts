import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { calendarFile } from '../../../src/channels/mail/calendarFile';
import type { CalendarDay } from '../../../src/core/model/letter';
import { sampleLetter } from '../../support/letters';

const DAY = sampleLetter().day as CalendarDay;
const ORIGIN = 'https://oefenen.example.org';

function linesOf(day: CalendarDay): readonly string[] {
  return calendarFile(day, ORIGIN).replace(/\r\n /g, '').split('\r\n');
}

test('holds the day without a time, so that no zone moves it', () => {
  const lines = linesOf(DAY);
  expect(lines).toContain('DTSTART;VALUE=DATE:20260329');
  expect(lines).toContain('DTEND;VALUE=DATE:20260330');
  expect(lines).toContain('TRANSP:TRANSPARENT');
  expect(lines).toContain('METHOD:PUBLISH');
  expect(lines).toContain('STATUS:CONFIRMED');
  expect(lines).toContain('URL;VALUE=URI:https://oefenen.example.org/homework/h1');
});

test('stays the same event when it moves, and is taken out when it is cancelled', () => {
  const moved = linesOf({ ...DAY, sequence: 3, day: '2026-10-25' });
  expect(moved).toContain('UID:homework-h1@bruggesprek');
  expect(moved).toContain('SEQUENCE:3');
  expect(moved).toContain('DTSTART;VALUE=DATE:20261025');
  expect(moved).toContain('DTEND;VALUE=DATE:20261026');
  const cancelled = linesOf({ ...DAY, sequence: 4, cancelled: true });
  expect(cancelled).toContain('METHOD:CANCEL');
  expect(cancelled).toContain('STATUS:CANCELLED');
  expect(cancelled).toContain('UID:homework-h1@bruggesprek');
});

test('keeps a title within its line, whatever is in it', () => {
  const lines = linesOf({ ...DAY, title: 'a;b,c\\d\r\nBEGIN:VEVENT\r\nUID:x' });
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(['UID:homework-h1@bruggesprek']);
  expect(lines.find((line) => line.startsWith('SUMMARY:'))).toContain('a\\;b\\,c\\\\d');
});

test.each(['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'UTC'])(
  'says the same on a server in %s',
  (zone) => {
    const built = resolve(__dirname, '../../../dist/src/channels/mail/calendarFile.js');
    if (!existsSync(built)) throw new Error('Build first: this test runs dist, as `npm test` makes it.');
    const script = `process.stdout.write(require(process.argv[1]).calendarFile(JSON.parse(process.argv[2]), null))`;
    const made = execFileSync(process.execPath, ['-e', script, built, JSON.stringify(DAY)], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(made).toBe(calendarFile(DAY, null));
  },
);
