import { MOVES } from '../../../src/core/model/moves';
import { type CriterionId, DOMAINS, type Domain } from '../../../src/core/model/scoring';
import { rankOf } from '../../../src/core/scoring/levels';
import { score } from '../../../src/core/scoring/score';
import { TOPICS } from './arbitrary';
import { AVERAGE, AVOIDING, CURT, EXCELLENT, MORALISING, SILENT } from './professionals';
import { markOf, RUBRIC, says, type TurnSpec, talk } from './talk';

const levels = (specs: readonly TurnSpec[]) =>
  Object.fromEntries(score(RUBRIC, talk(specs)).criteria.map((mark) => [mark.id, mark.level]));

function meanRank(specs: readonly TurnSpec[], domain: Domain): number {
  const marks = score(RUBRIC, talk(specs)).criteria.filter((mark) => mark.domain === domain);
  return marks.reduce((sum, mark) => sum + Math.max(1, rankOf(mark.level)), 0) / marks.length;
}

describe('the rubric', () => {
  it('gives an excellent talk competent or strong on nearly everything, V5 included', () => {
    const card = levels(EXCELLENT);
    const good = Object.values(card).filter((level) => level === 'competent' || level === 'strong');
    expect({ card, good: good.length >= 12 }).toMatchObject({ good: true });
    expect(['competent', 'strong']).toContain(card.V5);
  });

  it('gives a curt or a moralising talk begin or developing at most', () => {
    for (const specs of [CURT, MORALISING]) {
      const card = levels(specs);
      expect({
        card,
        high: Object.values(card).filter((l) => l === 'competent' || l === 'strong'),
      }).toMatchObject({
        high: [],
      });
    }
  });

  it('sees no plain words in a reply that reads very hard', () => {
    const explained = (readingEase: number) =>
      markOf(score(RUBRIC, talk([{ sentences: [says('explain')], readingEase }])), 'V2').evidence.map(
        ({ rule }) => rule,
      );
    expect(explained(70)).toContain('V2-plain');
    expect(explained(20)).not.toContain('V2-plain');
  });

  it('puts excellent above average above curt and moralising in every domain', () => {
    for (const domain of DOMAINS) {
      const [excellent, average, curt, moralising] = [EXCELLENT, AVERAGE, CURT, MORALISING].map((specs) =>
        meanRank(specs, domain),
      ) as [number, number, number, number];
      expect({
        domain,
        ranks: [excellent, average, curt, moralising],
        ok: excellent > average,
      }).toMatchObject({
        ok: true,
      });
      expect({ domain, average, curt, ok: average >= curt }).toMatchObject({ ok: true });
      expect({ domain, average, moralising, ok: average >= moralising }).toMatchObject({ ok: true });
    }
  });

  it('keeps a warm talk that avoids the subject at begin on V5, with both concerns named as missed', () => {
    const card = score(RUBRIC, talk(AVOIDING));
    expect(markOf(card, 'V5').level).toBe('begin');
    expect(card.missedConcerns).toEqual(['locked-in', 'sadness']);
    expect(rankOf(markOf(card, 'V1').level)).toBeGreaterThanOrEqual(3);
  });

  it('gives somebody who says nearly nothing no marks', () => {
    expect(new Set(Object.values(levels(SILENT)))).toEqual(new Set(['not-seen']));
  });

  it('gives no marks to somebody who only hums along, and does not blame them for what was not said', () => {
    const hums = Array.from({ length: 12 }, (_, i) => ({
      sentences: [says(i === 0 ? 'contact' : 'other')],
      openConcerns: ['sadness'],
    }));
    const card = score(RUBRIC, talk(hums));
    expect(card.missedConcerns).toEqual([]);
    expect(new Set(card.criteria.map((mark) => mark.level))).toEqual(new Set(['not-seen']));
  });

  it('lets no single sentence, whatever it does and is about, reach above developing', () => {
    const unread = { reading: { kind: 'unsure' }, topics: [], text: 'Zoiets dan.' } as const;
    const filler: TurnSpec = { sentences: Array.from({ length: 6 }, () => unread) };
    for (const move of MOVES) {
      for (const phase of ['arrival', 'agreeing'] as const) {
        const one = {
          sentences: [says(move, ...TOPICS)],
          phase,
          climate: 'open',
          raised: ['sadness'],
        } as const;
        const high = score(RUBRIC, talk([filler, one])).criteria.filter((mark) => rankOf(mark.level) > 2);
        expect({ move, high: high.map((mark) => mark.id) }).toEqual({ move, high: [] });
      }
    }
  });

  it('has no criterion that cannot be reached, and none that every good sentence raises', () => {
    const reached = new Set<CriterionId>();
    for (const mark of score(RUBRIC, talk(EXCELLENT)).criteria)
      if (rankOf(mark.level) >= 3) reached.add(mark.id);
    expect([...reached].length).toBeGreaterThanOrEqual(12);
    for (const criterion of RUBRIC.criteria) {
      const moves = new Set(criterion.indicators.filter((i) => i.for).flatMap((i) => [...i.moves]));
      expect(moves.size).toBeLessThan(MOVES.length / 2);
    }
  });
});
