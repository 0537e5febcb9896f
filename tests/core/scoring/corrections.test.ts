import fc from 'fast-check';
import type { Turn } from '../../../src/core/model/conversation';
import type { Correction } from '../../../src/core/model/correction';
import { MOVES, type Move } from '../../../src/core/model/moves';
import type { Concern } from '../../../src/core/model/scenario';
import { changedLevels, withCorrections } from '../../../src/core/scoring/corrections';
import { score } from '../../../src/core/scoring/score';
import { anyTalk } from './arbitrary';
import { markOf, RUBRIC, says, talk } from './talk';

const CONCERNS: readonly Concern[] = [
  { id: 'locked-in', topics: ['safety'], moves: ['name-concern', 'family:question'] },
];

function correction(turn: number, sentence: number, move: Move): Correction {
  const machine = { kind: 'unsure' } as const;
  return { attempt: 'a', turn, sentence, move, machine, why: '', by: 'l', at: '2026-11-21T12:00:00.000Z' };
}

const anyCorrections = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.nat(4), fc.constantFrom(...MOVES))
    .map(([turn, sentence, move]) => correction(turn, sentence, move)),
  { maxLength: 6 },
);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

describe('corrections', () => {
  it('leave the turns they are put on as they were', () => {
    fc.assert(
      fc.property(anyTalk, anyCorrections, (specs, corrections) => {
        const turns = frozen(talk(specs));
        const before = JSON.stringify(turns);
        withCorrections(turns, frozen(corrections), CONCERNS);
        expect(JSON.stringify(turns)).toBe(before);
      }),
    );
  });

  it('that are none give the same turns and the same card', () => {
    fc.assert(
      fc.property(anyTalk, (specs) => {
        const turns = talk(specs);
        expect(withCorrections(turns, [], CONCERNS)).toEqual(turns);
        expect(score(RUBRIC, withCorrections(turns, []))).toEqual(score(RUBRIC, turns));
      }),
    );
  });

  it('that say what the machine said for sure change no mark', () => {
    fc.assert(
      fc.property(anyTalk, fc.nat(), (specs, pick) => {
        const turns = talk(specs);
        const sure = turns.flatMap(({ number, understanding }) =>
          understanding.sentences.flatMap(({ reading }, at) =>
            reading.kind === 'move' ? [correction(number, at, reading.move)] : [],
          ),
        );
        const one = sure[pick % Math.max(1, sure.length)];
        if (one) expect(score(RUBRIC, withCorrections(turns, [one]))).toEqual(score(RUBRIC, turns));
      }),
    );
  });

  it('score as if the machine had read it so, whatever their order', () => {
    fc.assert(
      fc.property(anyTalk, anyCorrections, (specs, corrections) => {
        const once = [...new Map(corrections.map((c) => [`${c.turn}.${c.sentence}`, c])).values()];
        const turns = talk(specs);
        const read = talk(
          specs.map((spec, t) => ({
            ...spec,
            sentences: spec.sentences.map((sentence, s) => {
              const found = once.find((c) => c.turn === t + 1 && c.sentence === s);
              return found
                ? { ...sentence, reading: { kind: 'move', move: found.move, confidence: 1 } }
                : sentence;
            }),
          })),
        );
        const card = score(RUBRIC, read);
        expect(score(RUBRIC, withCorrections(turns, once))).toEqual(card);
        expect(score(RUBRIC, withCorrections(turns, [...once].reverse()))).toEqual(card);
      }),
    );
  });

  it('only change the words a mark rests on by adding or leaving out literal quotes', () => {
    fc.assert(
      fc.property(anyTalk, anyCorrections, (specs, corrections) => {
        const turns = talk(specs);
        const card = score(RUBRIC, withCorrections(turns, corrections));
        for (const { turn, quote } of card.criteria.flatMap(({ evidence }) => evidence)) {
          expect(turns[turn - 1]?.text).toContain(quote);
        }
      }),
    );
  });

  it('name the levels they changed', () => {
    const turns = talk([
      { sentences: [says('judge'), says('explain'), says('explain')] },
      { sentences: [says('explain'), says('explain'), says('explain')] },
    ]);
    const before = score(RUBRIC, turns);
    const after = score(RUBRIC, withCorrections(turns, [correction(1, 0, 'open-question')]));
    const changed = changedLevels(before, after);
    expect(changed).toContain('H1');
    for (const { id, level } of after.criteria) {
      expect(changed.includes(id)).toBe(level !== markOf(before, id).level);
    }
    expect(changedLevels(before, before)).toEqual([]);
  });
});

describe('a concern', () => {
  const raised = (turns: readonly Turn[]) => turns.map((turn) => turn.raised);
  const open = (turns: readonly Turn[]) => turns.map((turn) => turn.openConcerns);
  const never = { raised: [], openConcerns: ['locked-in'] };
  const since = { raised: [], openConcerns: [] };
  const now = { raised: ['locked-in'], openConcerns: [] };

  it('came up when a corrected sentence named it', () => {
    const turns = talk([
      { sentences: [says('explain')], ...never },
      { sentences: [says('argue', 'safety')], ...never },
      { sentences: [says('explain')], ...never },
    ]);
    const meant = withCorrections(turns, [correction(2, 0, 'name-concern')], CONCERNS);
    expect(raised(meant)).toEqual([[], ['locked-in'], []]);
    expect(open(meant)).toEqual([['locked-in'], [], []]);
    expect(score(RUBRIC, meant).missedConcerns).toEqual([]);
  });

  it('did not come up when the only sentence that named it meant something else', () => {
    const turns = talk([
      { sentences: [says('name-concern', 'safety')], ...now },
      { sentences: [says('explain')], ...since },
    ]);
    const meant = withCorrections(turns, [correction(1, 0, 'argue')], CONCERNS);
    expect(raised(meant)).toEqual([[], []]);
    expect(open(meant)).toEqual([['locked-in'], ['locked-in']]);
  });

  it('came up later when a later sentence names it too', () => {
    const turns = talk([
      { sentences: [says('name-concern', 'safety')], ...now },
      { sentences: [says('open-question', 'safety')], ...since },
    ]);
    const meant = withCorrections(turns, [correction(1, 0, 'argue')], CONCERNS);
    expect(raised(meant)).toEqual([[], ['locked-in']]);
  });

  it('stays as it was recorded when a correction has nothing to do with it', () => {
    const turns = talk([
      { sentences: [says('open-question'), says('explain')], ...now },
      { sentences: [says('explain')], ...since },
    ]);
    const meant = withCorrections(turns, [correction(1, 1, 'affirm')], CONCERNS);
    expect(raised(meant)).toEqual([['locked-in'], []]);
  });
});
