import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRubric } from '../../../src/content/rubric';
import type { Climate, Ending, Phase, Turn } from '../../../src/core/model/conversation';
import type { Move } from '../../../src/core/model/moves';
import type { CriterionId, CriterionMark, Scorecard } from '../../../src/core/model/scoring';
import type { Reading, Sentence } from '../../../src/core/model/understanding';

export const RUBRIC = readRubric(readFileSync(join(__dirname, '../../../scenarios/rubric.yaml'), 'utf8'));

/** A sentence as a test writes it: what it does and what it is about. */
export interface SentenceSpec {
  readonly reading: Reading;
  readonly topics: readonly string[];
  readonly text: string;
  readonly jargon?: boolean;
}

export interface TurnSpec {
  readonly sentences: readonly SentenceSpec[];
  readonly phase?: Phase;
  readonly climate?: Climate;
  readonly raised?: readonly string[];
  readonly openConcerns?: readonly string[];
  readonly ending?: Ending | null;
  readonly persona?: string;
  readonly readingEase?: number;
}

/** `says('acknowledge', 'faith')`: one sentence with a sure move. */
export function says(move: Move, ...topics: string[]): SentenceSpec {
  return { reading: { kind: 'move', move, confidence: 0.9 }, topics, text: `Een zin: ${move}.` };
}

export function talk(specs: readonly TurnSpec[]): readonly Turn[] {
  return specs.map((spec, index) => turnOf(spec, index + 1));
}

const LEVEL = { trust: 40, tension: 40, understood: 20 };

function turnOf(spec: TurnSpec, number: number): Turn {
  const sentences: Sentence[] = [];
  const jargon: Turn['understanding']['signals']['jargon'][number][] = [];
  let text = '';
  for (const { reading, topics, text: words, jargon: hard } of spec.sentences) {
    if (text !== '') text += ' ';
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    const hits = topics.map((topic) => ({ topic, score: 1, span }));
    const moves = reading.kind === 'move' ? [{ move: reading.move, confidence: reading.confidence }] : [];
    sentences.push({ text: words, span, moves, reading, because: [], topics: hits });
    if (hard) jargon.push({ span: { start: span.start, end: span.start + 1 }, term: 'x', plain: 'y' });
  }
  return {
    number,
    text,
    understanding: {
      sentences,
      signals: {
        language: 'nl',
        personalData: [],
        jargon,
        wordsPerSentence: 8,
        readingEase: spec.readingEase ?? null,
        wordless: spec.sentences.length === 0,
        nonsense: false,
        mixed: false,
        toTheMachine: false,
      },
    },
    effects: [],
    before: LEVEL,
    meters: LEVEL,
    phase: spec.phase ?? 'exploring',
    climate: spec.climate ?? 'guarded',
    disclosed: [],
    raised: spec.raised ?? [],
    openConcerns: spec.openConcerns ?? [],
    persona: [{ line: 'l1', variant: 0, slot: 'reaction', text: spec.persona ?? 'Hm.' }],
    hints: 0,
    ending: spec.ending ?? null,
  };
}

export function markOf(card: Scorecard, id: CriterionId): CriterionMark {
  const found = card.criteria.find((mark) => mark.id === id);
  if (!found) throw new Error(`no mark for ${id}`);
  return found;
}
