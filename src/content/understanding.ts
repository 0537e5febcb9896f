import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';
import { z } from 'zod';
import type { JargonTerm, Lexicon, Recogniser, TopicWords } from '../core/model/understanding';
import { type MoveModel, parseModel, serialiseModel } from '../core/understanding/model';
import { createRecogniser } from '../core/understanding/recogniser';
import type { TaggedWord } from '../core/understanding/training/wordClasses';
import { plainLetters } from '../core/understanding/words';
import { parseYaml } from './yaml';

/** Names of the files in a folder of understanding, e.g. `locales/nl/understanding`. */
export const UNDERSTANDING_FILES = {
  model: 'moves.model',
  topics: 'topics.yaml',
  jargon: 'jargon.yaml',
  lexicon: 'lexicon',
  corpus: 'corpus',
  adversarial: 'adversarial.jsonl',
  topicSet: 'topic-replies.jsonl',
} as const;

/** Everything that understanding replies in one language needs, ready for use. */
export interface UnderstandingContent {
  readonly recogniser: Recogniser;
  /** General topics and jargon; a scenario adds its own topics. */
  readonly lexicon: Lexicon;
  /** Known words of the language: these are never taken for typing errors. */
  readonly known: ReadonlySet<string>;
}

const topicsFile = z.record(z.string(), z.array(z.string().min(2)).min(1));
const jargonFile = z.record(z.string(), z.string().min(1));

/** Reads model, topics, jargon and lexicon of a folder. Throws a readable error when one is missing or broken. */
export function loadUnderstanding(folder: string): UnderstandingContent {
  return { recogniser: loadRecogniser(folder), lexicon: loadLexicon(folder), known: loadKnownWords(folder) };
}

export function loadRecogniser(folder: string): Recogniser {
  return createRecogniser(loadModel(folder));
}

/** Throws a readable error when the model is missing, broken or of another version. */
export function loadModel(folder: string): MoveModel {
  const path = join(folder, UNDERSTANDING_FILES.model);
  return parseModel(unpack(readFileSync(path), path));
}

function unpack(packed: Uint8Array, path: string): Uint8Array {
  try {
    return inflateSync(packed);
  } catch (cause) {
    throw new Error(`${path} is not a model file; run train again`, { cause });
  }
}

/** A model file: packed by a library of our own choosing, for Node's own may give other bytes in another version. */
export function packModel(model: MoveModel): Uint8Array {
  return zlibSync(serialiseModel(model), { level: 9 });
}

export function loadLexicon(folder: string): Lexicon {
  const topics = Object.entries(readYaml(join(folder, UNDERSTANDING_FILES.topics), topicsFile));
  const jargon = Object.entries(readYaml(join(folder, UNDERSTANDING_FILES.jargon), jargonFile));
  return {
    topics: topics.map(([id, words]): TopicWords => ({ id, words })),
    jargon: jargon.map(([term, plain]): JargonTerm => ({ term, plain })),
  };
}

/** The words of the tagged lexicon, in plain small letters. */
export function loadKnownWords(folder: string): ReadonlySet<string> {
  return new Set(loadTaggedWords(folder).map(({ word }) => plainLetters(word)));
}

/** The lexicon: tab-separated lines of a word and its semantic classes. */
export function loadTaggedWords(folder: string): readonly TaggedWord[] {
  const lexicon = join(folder, UNDERSTANDING_FILES.lexicon);
  return readdirSync(lexicon)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(join(lexicon, name), 'utf8').split('\n'))
    .flatMap((line): readonly TaggedWord[] => {
      const [word, classes] = line.split('\t');
      return word && classes ? [{ word, classes: classes.split(',') }] : [];
    });
}

function readYaml<Shape>(path: string, shape: z.ZodType<Shape>): Shape {
  const parsed = shape.safeParse(parseYaml(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
