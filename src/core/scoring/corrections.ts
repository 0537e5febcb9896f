import { concernsNamed } from '../dialogue/concerns';
import { matchesAny } from '../dialogue/selectors';
import type { Turn } from '../model/conversation';
import type { Correction } from '../model/correction';
import type { Concern } from '../model/scenario';
import type { CriterionId, Scorecard } from '../model/scoring';
import type { Sentence } from '../model/understanding';

/**
 * The turns as they were meant: each contested sentence carries its corrected reading, for sure, and with it which
 * concerns came up when. What was said, answered and felt stays as it was; the turns handed in are left alone.
 */
export function withCorrections(
  turns: readonly Turn[],
  corrections: readonly Correction[],
  concerns: readonly Concern[] = [],
): readonly Turn[] {
  const meant = new Map(
    corrections.map((correction) => [`${correction.turn}.${correction.sentence}`, correction]),
  );
  const corrected = turns.map((turn): Turn => {
    const sentences = turn.understanding.sentences.map((sentence, index) => {
      const correction = meant.get(`${turn.number}.${index}`);
      return correction ? asMeant(sentence, correction) : sentence;
    });
    return { ...turn, understanding: { ...turn.understanding, sentences } };
  });
  return corrections.length > 0 && concerns.length > 0 ? raisedAnew(turns, corrected, concerns) : corrected;
}

/** Criteria whose level changed from one card to the other. */
export function changedLevels(before: Scorecard, after: Scorecard): readonly CriterionId[] {
  const levels = new Map(before.criteria.map(({ id, level }) => [id, level]));
  return after.criteria.filter(({ id, level }) => levels.get(id) !== level).map(({ id }) => id);
}

function asMeant(sentence: Sentence, { move }: Correction): Sentence {
  return {
    ...sentence,
    moves: [{ move, confidence: 1 }],
    reading: { kind: 'move', move, confidence: 1 },
  };
}

/** When each concern came up, by what the sentences were meant as; what no correction touches stays as recorded. */
function raisedAnew(
  recorded: readonly Turn[],
  meant: readonly Turn[],
  concerns: readonly Concern[],
): readonly Turn[] {
  const first = new Map(
    concerns.map((concern) => [
      concern.id,
      recorded.findIndex((turn, at) => cameUp(concern, turn, meant[at] ?? turn)),
    ]),
  );
  return meant.map((turn, at) => ({
    ...turn,
    raised: concerns.map(({ id }) => id).filter((id) => first.get(id) === at),
    ...(turn.named && { named: concernsNamed(concerns, turn.understanding.sentences) }),
    openConcerns: concerns.map(({ id }) => id).filter((id) => isAfter(first.get(id) ?? -1, at)),
  }));
}

/** -1 stands for never. */
function isAfter(first: number, at: number): boolean {
  return first < 0 || first > at;
}

/** What was recorded holds unless a correction undoes it: talks from before have their own grounds. */
function cameUp(concern: Concern, recorded: Turn, meant: Turn): boolean {
  const names = ({ understanding }: Turn) => concernsNamed([concern], understanding.sentences);
  if (names(meant).length > 0) return true;
  const undone =
    names(recorded).length > 0 ||
    meant.understanding.sentences.some(
      (said, at) => said.reading !== recorded.understanding.sentences[at]?.reading && avoids(said),
    );
  return recorded.raised.includes(concern.id) && !undone;
}

function avoids({ reading }: Sentence): boolean {
  return matchesAny(['family:avoidance'], reading);
}
