import { matchesAny } from '../../dialogue/selectors';
import type { Turn } from '../../model/conversation';
import type { TouchedPoint } from '../../model/debrief';
import { ATTENTION_POINTS, type Rubric } from '../../model/scoring';
import type { Sentence } from '../../model/understanding';

/** Which attention points of the case-discussion tool (KIS 2021, Bijlage 1, 5–11) the learner touched, and where first. */
export function attentionPoints(rubric: Rubric, turns: readonly Turn[]): readonly TouchedPoint[] {
  return ATTENTION_POINTS.map((point) => {
    const rows = rubric.attention.filter((row) => row.point === point);
    const fits = (sentence: Sentence) =>
      rows.some(
        ({ moves, topics }) =>
          matchesAny(moves, sentence.reading) &&
          (!topics || sentence.topics.some(({ topic }) => topics.includes(topic))),
      );
    const [touched] = turns.flatMap((turn) =>
      turn.understanding.sentences
        .filter(fits)
        .map(({ span }) => ({ turn: turn.number, quote: turn.text.slice(span.start, span.end) })),
    );
    return { point, touched: touched ?? null };
  });
}
