import type { Move } from '../../model/moves';
import { decideReading, likeliest, sureOf, type Thresholds } from '../reading';
import { CRITICAL, chancesOf, fitTemperature, fitThresholds } from '../training/calibrate';
import type { Example, Origin } from '../training/example';
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
  /** Which files of whole replies were learned from, beside all isolated sentences. */
  readonly learned: string;
  readonly sentences: number;
  readonly kappa: number;
  readonly valence: number;
}

export interface Evaluation {
  readonly blind: readonly FileResult[];
  readonly plain: readonly FileResult[];
  readonly natural: readonly FileResult[];
  /** All sentences of the blind files together, each judged with its own file left out. */
  readonly blindTogether: Measures;
  readonly critical: readonly CriticalResult[];
  readonly learning: readonly LearningPoint[];
  readonly temperature: number;
  readonly thresholds: Thresholds;
}

/** One training that is needed: without these files, and measured on them. */
export interface HoldOutTask {
  readonly name: string;
  readonly leftOut: readonly string[];
}

/** What has to be trained for an evaluation: for the tables of files, and for the learning curve. */
export interface EvaluationPlan {
  readonly files: readonly HoldOutTask[];
  readonly learning: readonly HoldOutTask[];
}

/** Other files are left out in so many parts. */
const PARTS = 3;

/**
 * Each blind file is left out alone; the plain and the natural files a third at a time: stricter than one by one, and
 * much faster.
 */
export function planEvaluation(examples: readonly Example[]): EvaluationPlan {
  const filesOf = (origin: Origin) => [
    ...new Set(examples.filter((example) => example.origin === origin).map(({ file }) => file)),
  ];
  const [blind, plain, natural] = [filesOf('blind'), filesOf('plain'), filesOf('natural')];
  const parts = Array.from({ length: PARTS }, (_, part) =>
    [...plain, ...natural].filter((_file, at) => at % PARTS === part),
  );
  const leftOut = [...blind.map((file) => [file]), ...parts].filter((part) => part.length > 0);
  return {
    files: leftOut.map((files) => ({ name: `without ${files.join(', ')}`, leftOut: files })),
    learning: [
      {
        name: 'half of the natural files',
        leftOut: [...blind, ...plain, ...natural.slice(Math.round(natural.length / 2))],
      },
      { name: 'the natural files', leftOut: [...blind, ...plain] },
      { name: 'the natural and the plain files', leftOut: blind },
    ],
  };
}

/** Trains without the files of a task and scores their sentences. */
export function runTask(
  examples: readonly Example[],
  tables: ReadTables,
  { leftOut }: HoldOutTask,
  options: TrainOptions,
): Float32Array {
  return holdOut(examples, tables, ({ file }) => leftOut.includes(file), options).scores;
}

/** Reads the features of all examples once, for every task. */
export function readTables(examples: readonly Example[], lexicon: readonly TaggedWord[]): ReadTables {
  return { first: readFirst(examples), full: readFull(examples, buildWordClasses(examples, lexicon)) };
}

/** The scores of every task of a plan, in its order. */
export interface PlanScores {
  readonly files: readonly Float32Array[];
  readonly learning: readonly Float32Array[];
}

/** Puts the scores of all tasks together. Temperature and thresholds for a file come from the other files. */
export function evaluate(examples: readonly Example[], plan: EvaluationPlan, scores: PlanScores): Evaluation {
  const heldOf = ({ leftOut }: HoldOutTask, own: Float32Array | undefined): HeldOut => ({
    examples: examples.filter(({ file }) => leftOut.includes(file)),
    scores: own ?? new Float32Array(0),
  });
  const held = plan.files.map((task, at) => heldOf(task, scores.files[at]));
  const results = plan.files.flatMap(({ leftOut }, at) => {
    const others = joinHeldOut(held.filter((_, other) => other !== at));
    const learned = examples.filter(({ file }) => !leftOut.includes(file));
    return resultsOf(leftOut, held[at] as HeldOut, others, learned);
  });
  const all = joinHeldOut(held);
  const temperature = fitTemperature(all);
  const thresholds = fitThresholds(all, temperature);
  const of = (origin: Origin) => results.filter(({ judged }) => judged.origin === origin);
  const filesOf = (origin: Origin) => of(origin).map(({ result }) => result);
  return {
    blind: filesOf('blind'),
    plain: filesOf('plain'),
    natural: filesOf('natural'),
    blindTogether: measure(of('blind').flatMap(({ judged }) => judged.sentences)),
    critical: criticalOf(
      results.flatMap(({ judged }) => judged.sentences),
      thresholds,
    ),
    learning: plan.learning.map((task, at) =>
      learningPoint(task, examples.length, heldOf(task, scores.learning[at])),
    ),
    temperature,
    thresholds,
  };
}

/** What was made of the files that were left out together. */
function resultsOf(files: readonly string[], held: HeldOut, others: HeldOut, learned: readonly Example[]) {
  const temperature = fitTemperature(others);
  const thresholds = fitThresholds(others, temperature);
  const words = bagOfWords(learned, held.examples);
  const sentences = held.examples.map((example, row) =>
    judge(example, chancesOf(held, row, temperature), thresholds),
  );
  const plain = held.examples.map((example, row) => judge(example, words[row] as Float64Array, thresholds));
  return files.map((file) => {
    const own = (_: Judged, row: number) => held.examples[row]?.file === file;
    const ownSentences = sentences.filter(own);
    const result: FileResult = {
      file,
      measures: measure(ownSentences),
      bagOfWords: measure(plain.filter(own)),
    };
    const origin = held.examples.find((example) => example.file === file)?.origin ?? 'natural';
    return { result, judged: { origin, sentences: ownSentences } };
  });
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

/** All blind files, learned from other files only. */
function learningPoint({ name }: HoldOutTask, sentences: number, held: HeldOut): LearningPoint {
  const temperature = fitTemperature(held);
  const thresholds = fitThresholds(held, temperature);
  const judged = held.examples.flatMap((example, row) =>
    example.origin === 'blind' ? [judge(example, chancesOf(held, row, temperature), thresholds)] : [],
  );
  const { kappa, valence } = measure(judged);
  return { learned: name, sentences: sentences - held.examples.length, kappa, valence };
}
