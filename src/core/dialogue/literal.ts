import type { LiteralRule, Scenario } from '../model/scenario';
import type { Sentence, Understanding } from '../model/understanding';
import { saidLiterally, wordCount } from './concerns';
import { matchesAny, matchesMove } from './selectors';

/** From here on a sentence is believed to go along with danger; below it, nobody knows. */
const SURE_OF_CONDONING = 0.5;
/** Fewer words go along with nothing. */
const FEWEST_WORDS = 4;

/**
 * Takes a sentence at its word where the recogniser was not sure of it: who says "zelfmoord" names it, who promises
 * to write nothing down promises that. What was read for sure stays as it is, unless a rule says otherwise.
 */
export function takenLiterally(
  { literally, concerns }: Pick<Scenario, 'literally' | 'concerns'>,
  understanding: Understanding,
): Understanding {
  const condoning = [
    ...literally.filter(({ move }) => move === 'condone'),
    // What takes a danger back in the same breath goes along with it when it stands alone.
    ...concerns.map(({ unless }) => ({ topics: unless ?? [], unless: [] })),
  ];
  const sentences = understanding.sentences.map((sentence) => {
    const rule = literally.find((item) => applies(item, sentence));
    return rule ? byRule(rule, sentence) : unlessGuessed(condoning, sentence);
  });
  return { ...understanding, sentences };
}

type Words = Pick<LiteralRule, 'topics' | 'unless'>;

/**
 * Going along with danger makes a talk end unsafe: that rests on a whole sentence that was read for sure. A question
 * agrees to nothing.
 */
function unlessGuessed(condoning: readonly Words[], sentence: Sentence): Sentence {
  const { reading, text } = sentence;
  if (reading.kind !== 'move' || !matchesMove('condone', reading)) return sentence;
  const whole = wordCount(text) >= FEWEST_WORDS && !/\?\s*$/.test(text);
  const inWords = condoning.some((words) => isSaid(words, sentence));
  const sure = whole && (inWords || reading.confidence >= SURE_OF_CONDONING);
  return sure ? sentence : { ...sentence, reading: { kind: 'unsure' }, because: [] };
}

function applies(rule: LiteralRule, sentence: Sentence): boolean {
  return matchesAny(rule.over, sentence.reading) && isSaid(rule, sentence);
}

function isSaid({ topics, unless }: Words, sentence: Sentence): boolean {
  return (
    saidLiterally(sentence.topics, topics) && !sentence.topics.some(({ topic }) => unless.includes(topic))
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
