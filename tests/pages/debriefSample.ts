import { join } from 'node:path';
import { loadTexts } from '../../src/content/texts';
import type { Turn } from '../../src/core/model/conversation';
import type { Debrief } from '../../src/core/model/debrief';
import { buildDebrief } from '../../src/core/rendering/debrief';
import { score } from '../../src/core/scoring/score';
import { scenario } from '../core/rendering/debriefScenario';
import { AVOIDING, EXCELLENT, MORALISING } from '../core/scoring/professionals';
import { RUBRIC, says, type TurnSpec, talk } from '../core/scoring/talk';

export const textsFor = loadTexts(join(__dirname, '../../locales'));

export const NASTY = '<script>alert("x")</script> & \'zo\' </style>';

/** A talk with meters that move, told from what each turn does. */
export function withMeters(turns: readonly Turn[]): readonly Turn[] {
  let before = { trust: 35, tension: 50, understood: 15 };
  return turns.map((turn) => {
    const effects = turn.understanding.sentences.map((sentence, i) => {
      const move = sentence.reading.kind === 'move' ? sentence.reading.move : 'other';
      const pull = PULL[move] ?? 2;
      return { sentence: i, rule: `move:${move}`, change: { trust: pull, tension: -pull, understood: pull } };
    });
    const pull = effects.reduce((sum, e) => sum + e.change.trust, 0);
    const meters = {
      trust: clamp(before.trust + pull),
      tension: clamp(before.tension - pull),
      understood: clamp(before.understood + pull * 1.2),
    };
    const moved = { ...turn, before, meters, effects };
    before = meters;
    return moved;
  });
}

const PULL: Readonly<Record<string, number>> = {
  judge: -9,
  argue: -6,
  stereotype: -9,
  threaten: -12,
  'impose-advice': -5,
  'leading-question': -5,
  minimise: -4,
  other: 0,
  explain: 1,
};

function clamp(value: number): number {
  return Math.min(100, Math.max(0, value));
}

export function debriefOf(specs: readonly TurnSpec[], preparation: Record<string, string> = {}): Debrief {
  const turns = withMeters(talk(specs));
  return buildDebrief({
    scenario,
    rubric: RUBRIC,
    turns,
    scorecard: score(RUBRIC, turns),
    attempt: { id: 'a1', ending: turns.at(-1)?.ending ?? null, reason: 'shut-door', preparation },
  });
}

export const SAMPLES: Readonly<Record<string, Debrief>> = {
  excellent: debriefOf(EXCELLENT, {
    facts: 'Hasna is twee dagen niet op school geweest.',
    feelings: 'Spannend.',
  }),
  moralising: debriefOf(MORALISING),
  avoiding: debriefOf(AVOIDING),
  nasty: debriefOf(
    [
      {
        sentences: Array.from({ length: 6 }, () => ({ ...says('judge', 'faith'), text: NASTY })),
        persona: NASTY,
      },
    ],
    { facts: NASTY },
  ),
  empty: debriefOf([]),
};
