import { readingKey, valenceOf } from '../../dialogue/selectors';
import type { Effect, Turn } from '../../model/conversation';
import type { Cause, TurningPoint } from '../../model/debrief';
import type { Valence } from '../../model/moves';
import type { Reading } from '../../model/understanding';

/** A smaller change than this is the ordinary swing of a talk. */
const POINTS_THAT_TURN = 5;
const MOST_POINTS = 5;
const MOST_CAUSES = 2;

/** The turns in which trust changed most, in the order of the talk, each with the sentences that did it. */
export function turningPoints(turns: readonly Turn[]): readonly TurningPoint[] {
  return turns
    .map((turn) => ({ turn, change: turn.meters.trust - turn.before.trust }))
    .filter(({ change }) => Math.abs(change) >= POINTS_THAT_TURN)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.turn.number - b.turn.number)
    .slice(0, MOST_POINTS)
    .sort((a, b) => a.turn.number - b.turn.number)
    .map(({ turn, change }) => ({
      turn: turn.number,
      from: Math.round(turn.before.trust),
      to: Math.round(turn.meters.trust),
      causes: causesOf(turn, Math.sign(change)),
    }));
}

/** The effects that pulled in the direction of the change, strongest first, each rule once. */
function causesOf(turn: Turn, direction: number): readonly Cause[] {
  const strength = (effect: Effect) => effect.change.trust * direction;
  const pulling = turn.effects
    .filter((effect) => strength(effect) > 0)
    .sort((a, b) => strength(b) - strength(a) || a.sentence - b.sentence);
  const once = pulling.filter((effect, i) => pulling.findIndex((e) => e.rule === effect.rule) === i);
  const opposite: Valence = direction < 0 ? 'builds' : 'breaks';
  return once.slice(0, MOST_CAUSES).map(({ rule, sentence }): Cause => {
    const said = turn.understanding.sentences[sentence];
    if (!said) return { rule, plain: null, quote: '' };
    const { reading, span } = said;
    return {
      rule,
      plain: valenceOf(reading) === opposite ? null : plainRule(reading),
      quote: turn.text.slice(span.start, span.end),
    };
  });
}

function plainRule(reading: Reading): string {
  return reading.kind === 'move' ? `move:${reading.move}` : readingKey(reading);
}
