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
  return corrections.length > 0 && concerns.length > 0 ? raisedAnew(corrected, concerns) : corrected;
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

/** Which concerns came up in which turn, by what the sentences were meant as. */
function raisedAnew(turns: readonly Turn[], concerns: readonly Concern[]): readonly Turn[] {
  const raised = new Set<string>();
  return turns.map((turn) => {
    const fresh = concerns.filter(
      (concern) =>
        !raised.has(concern.id) && turn.understanding.sentences.some((said) => raises(concern, said)),
    );
    for (const { id } of fresh) raised.add(id);
    return {
      ...turn,
      raised: fresh.map(({ id }) => id),
      openConcerns: concerns.map(({ id }) => id).filter((id) => !raised.has(id)),
    };
  });
}

function raises(concern: Concern, { reading, topics }: Sentence): boolean {
  return topics.some(({ topic }) => concern.topics.includes(topic)) && matchesAny(concern.moves, reading);
}
