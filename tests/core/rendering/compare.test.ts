import { LEVEL_CHANGES } from '../../../src/core/model/comparison';
import type { BranchPoint } from '../../../src/core/model/session';
import {
  type ComparableTalk,
  changeBetween,
  compareTalks,
  differenceOf,
} from '../../../src/core/rendering/compare';
import { compareCard } from '../../../src/core/rendering/compareCard';
import { score } from '../../../src/core/scoring/score';
import { textsFor, withMeters } from '../../pages/debriefSample';
import { AVOIDING, EXCELLENT, MORALISING } from '../scoring/professionals';
import { RUBRIC, type TurnSpec, talk } from '../scoring/talk';
import { scenario } from './debriefScenario';

function said(id: string, specs: readonly TurnSpec[], branchOf: BranchPoint | null = null): ComparableTalk {
  const turns = withMeters(talk(specs));
  const startedAt = `2026-11-21T12:0${id.length}:00.000Z`;
  const ending = turns.at(-1)?.ending ?? null;
  return { id, startedAt, branchOf, finished: true, ending, turns, scorecard: score(RUBRIC, turns) };
}

const first = said('a', MORALISING);
const branch = said('aa', [...MORALISING.slice(0, 2), ...EXCELLENT.slice(2)], { attempt: 'a', turn: 3 });

describe('talks side by side', () => {
  it('stand in the order in which they began, each with what it was taken up from', () => {
    const third = said('aaa', MORALISING.slice(0, 3), { attempt: 'aa', turn: 3 });
    const { talks } = compareTalks(scenario, [third, branch, first]);
    expect(talks.map(({ attempt, number, from }) => [attempt, number, from])).toEqual([
      ['a', 1, null],
      ['aa', 2, { number: 1, turn: 3 }],
      ['aaa', 3, { number: 2, turn: 3 }],
    ]);
  });

  it('have a mark for every criterion, with what changed beside the one it came from', () => {
    const { rows } = compareTalks(scenario, [first, branch]);
    expect(rows).toHaveLength(14);
    for (const { marks } of rows) {
      expect(marks).toHaveLength(2);
      expect(marks[0]?.change).toBeNull();
      expect(LEVEL_CHANGES).toContain(marks[1]?.change);
    }
    const same = compareTalks(scenario, [first, { ...first, id: 'b', branchOf: { attempt: 'a', turn: 1 } }]);
    expect(new Set(same.rows.map(({ marks }) => marks[1]?.change))).toEqual(new Set(['same']));
  });

  it('show what was said at the turn where they part', () => {
    const [, compared] = compareTalks(scenario, [first, branch]).talks;
    expect(compared?.moment).toMatchObject({
      turn: 3,
      before: { reply: first.turns[2]?.text },
      now: { reply: branch.turns[2]?.text },
    });
  });

  it('part earlier when a copied turn was taken back afterwards', () => {
    const changed = said('aa', [MORALISING[0]!, EXCELLENT[1]!, EXCELLENT[2]!], { attempt: 'a', turn: 3 });
    expect(compareTalks(scenario, [first, changed]).talks[1]?.from).toEqual({ number: 1, turn: 2 });
  });

  it('have no moment while nothing was said there', () => {
    const open = said('aa', MORALISING.slice(0, 2), { attempt: 'a', turn: 3 });
    expect(compareTalks(scenario, [first, open]).talks[1]?.moment).toBeNull();
  });

  it.each([
    ['begin', 'begin', 'same'],
    ['begin', 'strong', 'higher'],
    ['competent', 'developing', 'lower'],
    ['not-seen', 'begin', 'seen'],
    ['strong', 'not-seen', 'unseen'],
    ['not-seen', 'not-seen', 'same'],
  ] as const)('from %s to %s is %s', (before, now, change) => {
    expect(changeBetween(before, now)).toBe(change);
  });
});

describe('what was different from last time', () => {
  it('names levels that rose and fell, the ending, trust and concerns', () => {
    const difference = differenceOf(scenario, first, branch);
    expect(difference).toMatchObject({ attempt: 'aa', turn: 3 });
    expect(difference.higher.length).toBeGreaterThan(0);
    const back = differenceOf(scenario, branch, first);
    expect(back.raised).toEqual(difference.missed);
  });

  it('does not call lower what was only not seen, nor higher what only began', () => {
    for (const [before, now] of [
      [first, branch],
      [branch, first],
      [first, said('empty', [])],
      [said('empty', []), first],
    ] as const) {
      const { higher, lower, sameLevels } = differenceOf(scenario, before, now);
      expect(lower.filter((level) => level.now === 'not-seen')).toEqual([]);
      expect(higher.filter((level) => level.before === 'not-seen' && level.now === 'begin')).toEqual([]);
      expect(sameLevels).toBe(false);
    }
    expect(differenceOf(scenario, first, first)).toMatchObject({ higher: [], lower: [], sameLevels: true });
  });

  it('warns of a concern that came up before and not now', () => {
    const unsafe = differenceOf(
      scenario,
      said('a', EXCELLENT),
      said('aa', AVOIDING, { attempt: 'a', turn: 1 }),
    );
    const card = compareCard(unsafe, textsFor('nl', 'je'));
    expect(card.blocks[0]).toMatchObject({ kind: 'text', style: 'warning' });
    expect(JSON.stringify(card)).toContain('Hasna is opgesloten geweest');
  });

  it.each(['nl', 'en'] as const)('is a card without a missing word, in %s', (locale) => {
    for (const address of ['je', 'u'] as const) {
      for (const [before, now] of [
        [first, branch],
        [branch, first],
        [first, first],
        [first, said('empty', [])],
      ] as const) {
        const words = JSON.stringify(
          compareCard(differenceOf(scenario, before, now), textsFor(locale, address)),
        );
        expect(words).not.toMatch(/(scorecard|pages)\.[a-z]+\.|\{\{|undefined|NaN/);
        expect(words).toContain('/compare/');
      }
    }
  });
});
