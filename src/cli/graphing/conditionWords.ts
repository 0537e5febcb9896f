import type { Condition, Range } from '../../core/model/condition';

/** A condition as short phrases for a drawing, one a part; none when it always holds. */
export function conditionWords(when: Condition): readonly string[] {
  const { meters, count, streak } = when;
  return [
    ...listed('', when.moves, ' / '),
    ...listed('about ', when.topics, ' / '),
    ...listed('asking ', when.asks, ' / '),
    ...listed('climate ', when.climate, ' / '),
    ...listed('phase ', when.phase, ' / '),
    ...Object.entries(meters ?? {}).flatMap(([meter, range]) => ranged(meter, range)),
    ...listed('told: ', when.disclosed, ' and '),
    ...listed('not told: ', when.hidden, ', '),
    ...ranged('disclosures', when.disclosures),
    ...listed('raised: ', when.raised, ' and '),
    ...listed('not raised: ', when.unraised, ', '),
    ...ranged('concerns', when.concerns),
    ...ranged('turn', when.turn),
    ...(count ?? []).flatMap(({ moves, ...range }) => ranged(moves.join(' / '), range)),
    ...(streak ? [`${streak.min} in a row: ${streak.moves.join(' / ')}`] : []),
    ...listed('after ', when.previous, ' / '),
    ...ranged('asked before', when.asked),
    ...ranged('same question before', when.repeated),
    ...listed('said: ', when.said, ' and '),
    ...listed('not said: ', when.unsaid, ', '),
    ...listed('right after: ', when.follows, ' / '),
    ...(when.choice === undefined ? [] : [when.choice ? 'a choice' : 'no choice']),
    ...listed('settled: ', when.settled, ' and '),
    ...ranged('silent turns', when.silent),
    ...ranged('puzzled turns', when.puzzled),
  ];
}

function listed(before: string, items: readonly string[] | undefined, between: string): readonly string[] {
  return items ? [`${before}${items.join(between)}`] : [];
}

function ranged(name: string, range: Range | undefined): readonly string[] {
  if (!range) return [];
  const { min, max } = range;
  if (min !== undefined && max !== undefined) return [`${name} ${min}–${max}`];
  return [min !== undefined ? `${name} ≥ ${min}` : `${name} ≤ ${max}`];
}
