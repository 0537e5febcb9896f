import fc from 'fast-check';
import type { Rubric, Scorecard } from '../../../src/core/model/scoring';
import { rankOf } from '../../../src/core/scoring/levels';
import { score } from '../../../src/core/scoring/score';
import { anySentence, anyTalk, anyTurn, put, talkWithPlace } from './arbitrary';
import { markOf, RUBRIC, says, type TurnSpec, talk } from './talk';

const RUNS = { numRuns: 150 };

/** `not-seen` is no mark, so it is not lower than `begin`. */
const height = (card: Scorecard, index: number) => Math.max(1, rankOf(card.criteria[index]!.level));

describe('a scorecard', () => {
  it('is the same for the same turns, also after a round trip through JSON', () => {
    fc.assert(
      fc.property(anyTalk, (specs) => {
        const turns = talk(specs);
        const card = score(RUBRIC, turns);
        expect(score(RUBRIC, turns)).toEqual(card);
        expect(score(RUBRIC, JSON.parse(JSON.stringify(turns)))).toEqual(card);
      }),
      RUNS,
    );
  });

  it('never gets lower when a breaking sentence is replaced by a building one', () => {
    fc.assert(
      fc.property(talkWithPlace, ({ turns, at, position, breaking, building, about, jargon }) => {
        const text = 'Wat hier staat.';
        const worse = score(
          RUBRIC,
          talk(put(turns, at, position, { ...says(breaking, ...about), text, jargon })),
        );
        const better = score(
          RUBRIC,
          talk(put(turns, at, position, { ...says(building, ...about), text, jargon })),
        );
        for (const [i, mark] of better.criteria.entries()) {
          expect(mark.points).toBeGreaterThanOrEqual(worse.criteria[i]!.points);
          expect(height(better, i)).toBeGreaterThanOrEqual(height(worse, i));
        }
      }),
      { numRuns: 600 },
    );
  });

  const heard: TurnSpec = { sentences: [says('acknowledge'), says('reflect'), says('affirm')] };
  const solution = fc.constantFrom(says('impose-advice'), says('collaborate'), says('network'));
  const first = (turns: readonly TurnSpec[], s: ReturnType<typeof says>): readonly TurnSpec[] => [
    { sentences: [s], phase: 'arrival' },
    ...turns,
  ];
  const last = (turns: readonly TurnSpec[], s: ReturnType<typeof says>): readonly TurnSpec[] => [
    ...turns,
    { sentences: [s], phase: 'bridging' },
  ];

  it('is lower on H4 or V4 when the solution comes before the listening instead of after it, and never higher', () => {
    fc.assert(
      fc.property(anyTalk, fc.nat(), solution, (turns, at, s) => {
        const listening = turns.toSpliced(at % (turns.length + 1), 0, heard);
        const early = score(RUBRIC, talk(first(listening, s)));
        const late = score(RUBRIC, talk(last(listening, s)));
        const [h4, v4] = (['H4', 'V4'] as const).map(
          (id) => markOf(late, id).points - markOf(early, id).points,
        ) as [number, number];
        expect(h4).toBeGreaterThanOrEqual(0);
        expect(v4).toBeGreaterThanOrEqual(0);
        expect(h4 + v4).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('never gains on H4 and V4 by putting the solution first, however little was listened', () => {
    fc.assert(
      fc.property(anyTalk, solution, (turns, s) => {
        const early = score(RUBRIC, talk(first(turns, s)));
        const late = score(RUBRIC, talk(last(turns, s)));
        for (const id of ['H4', 'V4'] as const) {
          expect(markOf(early, id).points).toBeLessThanOrEqual(markOf(late, id).points);
        }
      }),
      RUNS,
    );
  });

  it('gives less and less for the same again: repetition saturates', () => {
    fc.assert(
      fc.property(anySentence, fc.integer({ min: 2, max: 40 }), (sentence, times) => {
        const card = score(RUBRIC, talk(Array.from({ length: times }, () => ({ sentences: [sentence] }))));
        for (const criterion of RUBRIC.criteria) {
          const mark = markOf(card, criterion.id);
          for (const indicator of criterion.indicators) {
            const total = mark.evidence
              .filter((e) => e.rule === indicator.id)
              .reduce((sum, e) => sum + Math.abs(e.points), 0);
            expect(total).toBeLessThanOrEqual(2 * indicator.points);
          }
        }
      }),
      RUNS,
    );
  });

  it('does not look at what the persona said', () => {
    fc.assert(
      fc.property(anyTalk, fc.string(), (specs, words) => {
        const other = specs.map((spec) => ({ ...spec, persona: words }));
        expect(score(RUBRIC, talk(other))).toEqual(score(RUBRIC, talk(specs)));
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which rules and criteria are written', () => {
    fc.assert(
      fc.property(anyTalk, fc.infiniteStream(fc.nat()), (specs, stream) => {
        const shuffle = <T>(items: readonly T[]): readonly T[] =>
          [...items]
            .map((item) => ({ item, key: stream.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const shuffled: Rubric = {
          ...RUBRIC,
          criteria: shuffle(RUBRIC.criteria).map((c) => ({ ...c, indicators: shuffle(c.indicators) })),
        };
        expect(score(shuffled, talk(specs))).toEqual(score(RUBRIC, talk(specs)));
      }),
      RUNS,
    );
  });

  it('quotes literally what was typed, names its rule, and adds up', () => {
    fc.assert(
      fc.property(anyTalk, (specs) => {
        const turns = talk(specs);
        for (const mark of score(RUBRIC, turns).criteria) {
          const rules = RUBRIC.criteria.find((c) => c.id === mark.id)!.indicators.map((i) => i.id);
          for (const e of mark.evidence) {
            const typed = turns[e.turn - 1]!.text;
            expect(e.quote).not.toBe('');
            expect(typed.slice(e.span.start, e.span.end)).toBe(e.quote);
            expect(rules).toContain(e.rule);
            expect(e.points > 0).toBe(e.for);
          }
          expect(mark.points).toBe(mark.evidence.reduce((sum, e) => sum + e.points, 0));
        }
      }),
      RUNS,
    );
  });

  it('counts nothing of which nothing is sure, and lists it as open', () => {
    fc.assert(
      fc.property(anyTalk, (specs) => {
        const unsure = specs.map((spec) => ({
          ...spec,
          openConcerns: [],
          sentences: spec.sentences.map((s) => ({ ...s, reading: { kind: 'unsure' } as const })),
        }));
        const card = score(RUBRIC, talk(unsure));
        expect(card.criteria.every((mark) => mark.level === 'not-seen' && mark.evidence.length === 0)).toBe(
          true,
        );
        expect(card.unsure).toHaveLength(unsure.flatMap((spec) => spec.sentences).length);
      }),
      RUNS,
    );
  });

  it('gives no mark when too little was said', () => {
    const few = fc.array(anySentence, { maxLength: RUBRIC.enoughSentences - 1 });
    fc.assert(
      fc.property(few, (sentences) => {
        const card = score(RUBRIC, talk([{ sentences, openConcerns: ['locked-in'], ending: 'stalemate' }]));
        expect(card.criteria.every((mark) => mark.level === 'not-seen')).toBe(true);
        expect(card.missedConcerns).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keeps V5 at begin and says so when a concern stayed unspoken, however warm the talk', () => {
    const turns = fc.array(anyTurn, { minLength: RUBRIC.concernTurns, maxLength: 14 });
    fc.assert(
      fc.property(turns, (specs) => {
        const open = specs.map((spec) => ({
          ...spec,
          sentences: [says('acknowledge', 'sadness'), says('name-concern', 'safety'), ...spec.sentences],
          openConcerns: ['locked-in'],
        }));
        const card = score(RUBRIC, talk(open));
        expect(markOf(card, 'V5').level).toBe('begin');
        expect(card.missedConcerns).toEqual(['locked-in']);
      }),
      RUNS,
    );
  });

  it('counts a hurt that was made good for less than one that was not, and never for nothing', () => {
    const hurt = { sentences: [says('judge')] };
    const small: TurnSpec = { sentences: Array.from({ length: 5 }, () => says('other')) };
    const against = (specs: readonly TurnSpec[]) =>
      markOf(score(RUBRIC, talk(specs)), 'H3')
        .evidence.filter((e) => !e.for)
        .map((e) => ({ points: e.points, repaired: e.repaired }));
    const left = against([small, hurt, small]);
    const mended = against([small, hurt, { sentences: [says('acknowledge')] }]);
    expect(left).toEqual([{ points: -2, repaired: false }]);
    expect(mended).toEqual([{ points: -1, repaired: true }]);
    expect(against([small, hurt, small, { sentences: [says('acknowledge')] }])).toEqual(left);
  });

  it('does not let warmth mend a danger that was let pass', () => {
    const card = score(
      RUBRIC,
      talk([
        { sentences: Array.from({ length: 5 }, () => says('acknowledge')) },
        { sentences: [says('condone', 'locked-in'), says('acknowledge')] },
        { sentences: [says('own-frame')] },
      ]),
    );
    expect(markOf(card, 'V5').evidence).toMatchObject([{ rule: 'V5-avoids', points: -2.5, repaired: false }]);
  });
});
