import { judgeAttempts } from '../../src/app/countingAttempts';
import type { AttemptRecord } from '../../src/app/ports';
import { sampleAssignment } from '../support/assignments';

const FIRST: AttemptRecord = {
  id: 'a1',
  learner: 'anna',
  conversation: 'c1',
  scenario: 'hasna',
  content: 'hash',
  level: 'practise',
  locale: 'nl',
  startedAt: '2026-03-03T09:00:00.000Z',
  finishedAt: '2026-03-03T09:30:00.000Z',
  ending: 'stalemate',
  reason: 'nothing',
  preparation: {},
  reflection: {},
  branchOf: null,
};

const attempt = (id: string, day: number, changes: Partial<AttemptRecord> = {}): AttemptRecord => ({
  ...FIRST,
  id,
  startedAt: `2026-03-0${day}T09:00:00.000Z`,
  ...changes,
});

const judged = (
  attempts: readonly AttemptRecord[],
  changes: Parameters<typeof sampleAssignment>[0] = {},
): Record<string, string> =>
  Object.fromEntries(
    judgeAttempts(sampleAssignment(changes), attempts).map(({ attempt: { id }, whyNot }) => [
      id,
      whyNot ?? 'counts',
    ]),
  );

describe('an attempt counts', () => {
  it('when it was begun after the learner could see the assignment', () => {
    const attempts = [attempt('before', 1), attempt('after', 3)];
    expect(judged(attempts)).toEqual({ after: 'counts' });
    expect(judged(attempts, { opensAt: '2026-03-04T00:00:00.000Z' })).toEqual({});
    expect(judged(attempts, { opensAt: '2026-02-01T00:00:00.000Z' })).toEqual({ after: 'counts' });
    expect(judged(attempts, { publishedAt: null })).toEqual({});
  });

  it('at the scenarios that are asked, each by itself', () => {
    const attempts = [
      attempt('a', 3),
      attempt('b', 4, { scenario: 'noor' }),
      attempt('c', 5, { scenario: 'x' }),
    ];
    expect(judged(attempts)).toEqual({ a: 'counts' });
    expect(judged(attempts, { scenarios: ['noor', 'hasna'], attempts: 1 })).toEqual({
      a: 'counts',
      b: 'counts',
    });
  });

  it('at the level that is asked', () => {
    const attempts = [attempt('a', 3, { level: 'guided' }), attempt('b', 4)];
    expect(judged(attempts, { level: 'practise' })).toEqual({ a: 'level', b: 'counts' });
    expect(judged(attempts)).toEqual({ a: 'counts', b: 'counts' });
  });

  it('when it is finished, prepared and looked back on, where that is asked', () => {
    const attempts = [
      attempt('open', 3, { finishedAt: null }),
      attempt('bare', 4),
      attempt('skipped', 5, { preparation: { facts: ' ' }, reflection: { priority: '' } }),
      attempt('prepared', 6, { preparation: { facts: 'Ze is moe.' } }),
      attempt('whole', 7, { preparation: { facts: 'Ze is moe.' }, reflection: { priority: 'Rust.' } }),
    ];
    expect(judged(attempts, { preparation: true, reflection: true })).toEqual({
      open: 'unfinished',
      bare: 'preparation',
      skipped: 'preparation',
      prepared: 'reflection',
      whole: 'counts',
    });
  });

  it('up to the number of attempts, of which those that do not count take nothing', () => {
    const attempts = [
      attempt('d', 6),
      attempt('open', 3, { finishedAt: null }),
      attempt('b', 4),
      attempt('c', 5),
    ];
    expect(judged(attempts, { attempts: 2 })).toEqual({
      open: 'unfinished',
      b: 'counts',
      c: 'counts',
      d: 'too-many',
    });
  });

  it('when it was taken up again, but not from words that were said before', () => {
    const old = attempt('old', 1);
    const again = attempt('again', 3, { branchOf: { attempt: 'old', turn: 2 } });
    const twice = attempt('twice', 4, { branchOf: { attempt: 'again', turn: 2 } });
    const fresh = attempt('fresh', 5);
    const branch = attempt('branch', 6, { branchOf: { attempt: 'fresh', turn: 1 } });
    expect(judged([old, again, twice, fresh, branch])).toEqual({
      again: 'older',
      twice: 'older',
      fresh: 'counts',
      branch: 'counts',
    });
    expect(judged([again])).toEqual({ again: 'older' });
  });
});
