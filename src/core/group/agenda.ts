import type { Agenda, CriterionSpread, GroupPicture } from '../model/groupPicture';
import { CRITERIA, type CriterionId, LEVELS } from '../model/scoring';
import { rankOf } from '../scoring/levels';

const MOST_POINTS = 3;
const FEWEST_POINTS = 2;
const LITTLE_USED = 2;
const MOMENTS = 2;

/** What was never seen is no weakness: it comes after what is shaky and before what goes well. */
const NEVER_SEEN_RANK = rankOf('developing') + 0.5;

/** Relation first, then listening, then safety: where the sources begin. (KIS 2021, Bijlage 1, punten 5, 8 en 10) */
const TO_START_WITH: readonly CriterionId[] = ['V1', 'H1', 'V5'];

/**
 * Two or three things to work on: where the group as a whole stands lowest; else what the homework asked to watch;
 * else where the sources begin. What the homework asks to watch goes first among equals.
 */
export function agendaFor({ spread, moves, turning }: GroupPicture, focus: readonly CriterionId[]): Agenda {
  return {
    points: spread.kind === 'shown' ? fromGroup(spread.value, focus) : fromHomework(focus),
    littleUsed:
      moves.kind === 'shown' ? moves.value.leastBuilding.slice(0, LITTLE_USED).map(({ move }) => move) : [],
    moments:
      turning.kind === 'shown'
        ? turning.value
            .filter(({ direction }) => direction === 'fell')
            .slice(0, MOMENTS)
            .map(({ direction, cause, phase }) => ({ direction, cause, phase }))
        : [],
  };
}

function fromGroup(spread: readonly CriterionSpread[], focus: readonly CriterionId[]): Agenda['points'] {
  const standing = spread
    .map((one) => ({ criterion: one.criterion, mean: meanRank(one) }))
    .toSorted(
      (a, b) =>
        a.mean - b.mean ||
        Number(focus.includes(b.criterion)) - Number(focus.includes(a.criterion)) ||
        CRITERIA.indexOf(a.criterion) - CRITERIA.indexOf(b.criterion),
    );
  return standing
    .slice(0, MOST_POINTS)
    .filter(({ mean }, index) => index < FEWEST_POINTS || mean < rankOf('competent'))
    .map(({ criterion }) => ({ criterion, reason: 'group' }));
}

function meanRank({ people }: CriterionSpread): number {
  const all = LEVELS.reduce((sum, level) => sum + people[level], 0);
  const ranks = LEVELS.reduce(
    (sum, level) => sum + people[level] * (level === 'not-seen' ? NEVER_SEEN_RANK : rankOf(level)),
    0,
  );
  return all === 0 ? NEVER_SEEN_RANK : ranks / all;
}

function fromHomework(focus: readonly CriterionId[]): Agenda['points'] {
  const asked = CRITERIA.filter((criterion) => focus.includes(criterion)).slice(0, MOST_POINTS);
  const more = TO_START_WITH.filter((criterion) => !asked.includes(criterion));
  return [
    ...asked.map((criterion) => ({ criterion, reason: 'focus' as const })),
    ...more
      .slice(0, Math.max(0, (asked.length === 0 ? MOST_POINTS : FEWEST_POINTS) - asked.length))
      .map((criterion) => ({ criterion, reason: 'start' as const })),
  ];
}
