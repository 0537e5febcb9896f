import type { Evidence, Scorecard } from '../../model/scoring';

/** Names a sentence of a talk. */
export function sentenceKey({ turn, sentence }: Pick<Evidence, 'turn' | 'sentence'>): string {
  return `${turn}.${sentence}`;
}

/** What each sentence is worth over the whole card: below zero it did more harm than good. */
export function worth(card: Scorecard): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const evidence of card.criteria.flatMap((mark) => mark.evidence)) {
    const key = sentenceKey(evidence);
    total.set(key, (total.get(key) ?? 0) + evidence.points);
  }
  return total;
}
