import type { Move } from '../../model/moves';
import { decideReading, likeliest, sureOf, type Thresholds } from '../reading';
import { CRITICAL, chancesOf, fitTemperature, fitThresholds } from '../training/calibrate';
import type { Example } from '../training/example';
import { type HeldOut, holdOut, joinHeldOut, type ReadTables } from '../training/holdOut';
import { readFirst, readFull } from '../training/learn';
import type { TrainOptions } from '../training/options';
import { buildWordClasses, type TaggedWord } from '../training/wordClasses';
import { bagOfWords } from './bagOfWords';
import { type Judged, type Measures, measure } from './measure';

/** One file that was left out of training, and what was made of it. */
export interface FileResult {
  readonly file: string;
  readonly measures: Measures;
  readonly bagOfWords: Measures;
}

/** How often a safety-critical move is right and found, at its own threshold. */
export interface CriticalResult {
  readonly move: Move;
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  /** Sentences that were surely read as this move. */
  readonly read: number;
  readonly support: number;
}

export interface LearningPoint {
  /** Part of the natural files that was learned from. */
  readonly part: number;
  readonly sentences: number;
  readonly kappa: number;
  readonly valence: number;
}

export interface Evaluation {
  readonly blind: readonly FileResult[];
  readonly natural: readonly FileResult[];
  /** All sentences of the blind files together, each judged with its own file left out. */
  readonly blindTogether: Measures;
  readonly critical: readonly CriticalResult[];
  readonly learning: readonly LearningPoint[];
  readonly temperature: number;
  readonly thresholds: Thresholds;
}

/**
 * Measures the recogniser on files it did not learn from. Each blind file is left out alone, the natural files a
 * fifth at a time: stricter than one by one, and much faster. Temperature and thresholds for a file come from the
 * other files.
 */
export function evaluateAll(
  examples: readonly Example[],
  lexicon: readonly TaggedWord[],
  options: TrainOptions,
  progress: (text: string) => void,
): Evaluation {
  const known = buildWordClasses(examples, lexicon);
  const tables: ReadTables = { first: readFirst(examples), full: readFull(examples, known) };
  const parts = dealParts(examples);
  const held = parts.map((files) => {
    progress(`without ${files.join(', ')}`);
    return holdOut(examples, tables, ({ file }) => files.includes(file), options);
  });
  const results = parts.flatMap((files, at) => {
    const others = joinHeldOut(held.filter((_, other) => other !== at));
    const learned = examples.filter(({ file }) => !files.includes(file));
    return files.map((file) => resultOf(file, held[at] as HeldOut, others, learned));
  });
  const all = joinHeldOut(held);
  const temperature = fitTemperature(all);
  const blind = results.filter(({ judged }) => judged.origin === 'blind');
  const judgedBlind = blind.flatMap(({ judged }) => judged.sentences);
  return {
    blind: blind.map(({ result }) => result),
    natural: results.filter(({ judged }) => judged.origin === 'natural').map(({ result }) => result),
    blindTogether: measure(judgedBlind),
    critical: criticalOf(
      results.flatMap(({ judged }) => judged.sentences),
      fitThresholds(all, temperature),
    ),
    learning: learningCurve(examples, tables, options, progress),
    temperature,
    thresholds: fitThresholds(all, temperature),
  };
}

/** Natural files are left out in so many parts. */
const NATURAL_PARTS = 5;

/** Which files are left out together: each blind file alone, natural ones in a few parts. */
function dealParts(examples: readonly Example[]): readonly (readonly string[])[] {
  const files = (origin: string) => [
    ...new Set(examples.filter((example) => example.origin === origin).map(({ file }) => file)),
  ];
  const natural = files('natural');
  const parts = Array.from({ length: NATURAL_PARTS }, (_, part) =>
    natural.filter((_file, at) => at % NATURAL_PARTS === part),
  );
  return [...files('blind').map((file) => [file]), ...parts].filter((part) => part.length > 0);
}

function resultOf(file: string, held: HeldOut, others: HeldOut, learned: readonly Example[]) {
  const temperature = fitTemperature(others);
  const thresholds = fitThresholds(others, temperature);
  const rows = held.examples.flatMap((example, row) => (example.file === file ? [row] : []));
  const examples = rows.map((row) => held.examples[row] as Example);
  const sentences = rows.map((row) =>
    judge(held.examples[row] as Example, chancesOf(held, row, temperature), thresholds),
  );
  const plain = bagOfWords(learned, examples).map((chances, at) =>
    judge(examples[at] as Example, chances, thresholds),
  );
  const result: FileResult = { file, measures: measure(sentences), bagOfWords: measure(plain) };
  return { result, judged: { origin: examples[0]?.origin ?? 'natural', sentences } };
}

/** Puts a sentence's labels beside what was made of it. */
export function judge(
  { primary, secondary }: Example,
  chances: ArrayLike<number>,
  thresholds: Thresholds,
): Judged {
  const confidence = sureOf(chances, likeliest(chances), thresholds.sureness);
  return { primary, secondary, chances, confidence, reading: decideReading(chances, thresholds) };
}

function criticalOf(judged: readonly Judged[], thresholds: Thresholds): readonly CriticalResult[] {
  return CRITICAL.map((move): CriticalResult => {
    const threshold = thresholds.moves[move];
    const read = judged.filter(({ reading }) => reading.kind === 'move' && reading.move === move);
    const right = read.filter(({ primary }) => primary === move).length;
    const support = judged.filter(({ primary }) => primary === move).length;
    return {
      move,
      threshold,
      precision: read.length === 0 ? 0 : right / read.length,
      recall: support === 0 ? 0 : right / support,
      read: read.length,
      support,
    };
  });
}

/** All blind files, learned from ever more natural files and no blind one. */
function learningCurve(
  examples: readonly Example[],
  tables: ReadTables,
  options: TrainOptions,
  progress: (text: string) => void,
): readonly LearningPoint[] {
  const natural = [...new Set(examples.filter(({ origin }) => origin === 'natural').map(({ file }) => file))];
  return [0.25, 0.5, 1].map((part): LearningPoint => {
    const left = new Set(natural.slice(Math.round(natural.length * part)));
    progress(`learning from ${Math.round(part * 100)}% of the natural files`);
    const held = holdOut(
      examples,
      tables,
      ({ origin, file }) => origin === 'blind' || left.has(file),
      options,
    );
    const temperature = fitTemperature(held);
    const thresholds = fitThresholds(held, temperature);
    const judged = held.examples.flatMap((example, row) =>
      example.origin === 'blind' ? [judge(example, chancesOf(held, row, temperature), thresholds)] : [],
    );
    const { kappa, valence } = measure(judged);
    return { part, sentences: examples.length - held.examples.length, kappa, valence };
  });
}
