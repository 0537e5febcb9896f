import type { Move } from '../../src/core/model/moves';
import type { Reading, Sentence, Understanding } from '../../src/core/model/understanding';

/** A sentence that was read for sure; tests of the engine say what was understood instead of training for it. */
export function sentence(
  reading: Move | Reading,
  topics: readonly string[] = [],
  text = 'dit is gezegd',
): Sentence {
  const sure: Reading =
    typeof reading === 'string' ? { kind: 'move', move: reading, confidence: 0.9 } : reading;
  return {
    text,
    span: { start: 0, end: text.length },
    moves: sure.kind === 'move' ? [{ move: sure.move, confidence: sure.confidence }] : [],
    reading: sure,
    because: [],
    topics: topics.map((topic) => ({ topic, score: 1, span: { start: 0, end: 1 } })),
  };
}

export function understood(...sentences: readonly Sentence[]): Understanding {
  return {
    sentences,
    signals: {
      language: 'nl',
      personalData: [],
      jargon: [],
      wordsPerSentence: 5,
      readingEase: null,
      wordless: sentences.length === 0,
      nonsense: false,
      mixed: false,
      toTheMachine: false,
    },
  };
}
