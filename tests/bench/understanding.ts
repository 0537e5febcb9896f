import { join } from 'node:path';
import { trainNlpjs } from '../../src/cli/nlpjs';
import { loadRecogniser, loadUnderstanding } from '../../src/content/understanding';
import { readCorpus } from '../../src/content/understanding/corpus';
import { createTopicFinder } from '../../src/core/understanding/topics';
import { understand } from '../../src/core/understanding/understand';

const FOLDER = 'locales/nl/understanding';
const ROUNDS = 3;
/** Documents nlp.js learns from here: enough for its speed, which is all that is measured. */
const NLPJS_DOCUMENTS = 2000;

/** Sentences a second, time to load, and nlp.js in the same run where it is installed. */
export async function benchUnderstanding(): Promise<readonly string[]> {
  const examples = readCorpus(join(FOLDER, 'corpus')).filter(({ origin }) => origin === 'blind');
  const began = performance.now();
  const recogniser = loadRecogniser(FOLDER);
  const loaded = performance.now() - began;
  const { lexicon, known } = loadUnderstanding(FOLDER);
  const topics = createTopicFinder(lexicon.topics, known);
  const recognised = rate(examples.length, () => {
    for (const { sentence } of examples) recogniser.recognise(sentence);
  });
  const understood = rate(examples.length, () => {
    for (const { sentence } of examples) {
      understand(sentence.text, { personaLine: sentence.personaLine }, recogniser, lexicon, topics);
    }
  });
  return [
    `load: ${loaded.toFixed(0)} ms (at most 200)`,
    `recognise: ${recognised.toFixed(0)} sentences/s (at least 3000)`,
    `understand: ${understood.toFixed(0)} sentences/s, ${(1000 / understood).toFixed(3)} ms each`,
    await nlpjsLine(examples.map(({ sentence }) => sentence.text)),
  ];
}

/** The best of a few rounds, after one that warms up. */
function rate(sentences: number, round: () => void): number {
  round();
  let best = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    const began = performance.now();
    round();
    best = Math.max(best, (sentences * 1000) / (performance.now() - began));
  }
  return best;
}

async function nlpjsLine(texts: readonly string[]): Promise<string> {
  const learn = readCorpus(join(FOLDER, 'corpus')).filter(({ origin }) => origin === 'natural');
  const scoreOf = await trainNlpjs(learn.slice(0, NLPJS_DOCUMENTS));
  if (!scoreOf) return 'nlp.js: not installed, not measured';
  const began = performance.now();
  for (const text of texts) await scoreOf(text);
  return `nlp.js: ${((texts.length * 1000) / (performance.now() - began)).toFixed(0)} sentences/s`;
}
