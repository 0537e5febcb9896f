import { type Criterion, type Evidence, LEVELS, type MarkLevel } from '../model/scoring';

/** However many points one sentence is worth, it shows no more than a start: these levels need more of them. */
const SENTENCES_NEEDED = { competent: 2, strong: 3 } as const;

/** The level that evidence supports; none at all means that the criterion was not seen. */
export function levelOf(thresholds: Criterion['thresholds'], evidence: readonly Evidence[]): MarkLevel {
  if (evidence.length === 0) return 'not-seen';
  const points = pointsOf(evidence);
  const sentences = new Set(evidence.filter((e) => e.for).map((e) => `${e.turn}.${e.sentence}`)).size;
  if (points >= thresholds.strong && sentences >= SENTENCES_NEEDED.strong) return 'strong';
  if (points >= thresholds.competent && sentences >= SENTENCES_NEEDED.competent) return 'competent';
  return points >= thresholds.developing ? 'developing' : 'begin';
}

export function pointsOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, e) => sum + e.points, 0);
}

/** 0 for `not-seen` up to 4 for `strong`. */
export function rankOf(level: MarkLevel): number {
  return LEVELS.indexOf(level);
}
