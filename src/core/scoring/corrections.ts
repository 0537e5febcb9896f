import { namesConcern } from '../dialogue/concerns';
import type { NamedConcern, Turn } from '../model/conversation';
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
    ...(turn.named && { named: namedIn(turn, concerns) }),
    openConcerns: concerns.map(({ id }) => id).filter((id) => isAfter(first.get(id) ?? -1, at)),
  }));
}

/** -1 stands for never. */
function isAfter(first: number, at: number): boolean {
  return first < 0 || first > at;
}

/** A sentence may continue a subject without naming it, so what was recorded holds unless a correction undoes it. */
function cameUp(concern: Concern, recorded: Turn, meant: Turn): boolean {
  if (meant.understanding.sentences.some((said) => namesConcern(concern, said))) return true;
  const undone = recorded.understanding.sentences.some(
    (said, index) =>
      said.reading !== meant.understanding.sentences[index]?.reading && namesConcern(concern, said),
  );
  return recorded.raised.includes(concern.id) && !undone;
}

function namedIn(turn: Turn, concerns: readonly Concern[]): readonly NamedConcern[] {
  return turn.understanding.sentences.flatMap((said, sentence) =>
    concerns.filter((concern) => namesConcern(concern, said)).map(({ id }) => ({ concern: id, sentence })),
  );
}
