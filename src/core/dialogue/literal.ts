import type { LiteralRule, Scenario } from '../model/scenario';
import type { Sentence, Understanding } from '../model/understanding';
import { saidLiterally } from './concerns';
import { matchesAny } from './selectors';

/**
 * Takes a sentence at its word where the recogniser was not sure of it: who says "zelfmoord" names it, who promises
 * to write nothing down promises that. What was read for sure stays as it is, unless a rule says otherwise.
 */
export function takenLiterally(
  { literally }: Pick<Scenario, 'literally'>,
  understanding: Understanding,
): Understanding {
  const sentences = understanding.sentences.map((sentence) => {
    const rule = literally.find((item) => applies(item, sentence));
    return rule ? byRule(rule, sentence) : sentence;
  });
  return { ...understanding, sentences };
}

function applies({ topics, unless, over }: LiteralRule, sentence: Sentence): boolean {
  return (
    matchesAny(over, sentence.reading) &&
    saidLiterally(sentence.topics, topics) &&
    !sentence.topics.some(({ topic }) => unless.includes(topic))
  );
}

function byRule(rule: LiteralRule, sentence: Sentence): Sentence {
  const move = /\?\s*$/.test(sentence.text) ? rule.asked : rule.move;
  const words = sentence.topics.filter(({ topic }) => rule.topics.includes(topic));
  return {
    ...sentence,
    moves: [{ move, confidence: 1 }, ...sentence.moves.filter((guess) => guess.move !== move)].slice(0, 3),
    reading: { kind: 'move', move, confidence: 1 },
    because: words.map(({ span }) => span),
  };
}
