import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  loadKnownWords,
  loadLexicon,
  loadModel,
  loadTaggedWords,
  UNDERSTANDING_FILES,
} from '../content/understanding';
import { readCorpus, readLabelledFile } from '../content/understanding/corpus';
import { readTopicFile } from '../content/understanding/topicSet';
import { MOVES } from '../core/model/moves';
import {
  type Evaluation,
  evaluate,
  type FileResult,
  judge,
  planEvaluation,
} from '../core/understanding/evaluation/evaluate';
import { type Measures, measure } from '../core/understanding/evaluation/measure';
import { type ReportExtras, renderReport } from '../core/understanding/evaluation/report';
import { measureTopics } from '../core/understanding/evaluation/topics';
import type { Thresholds } from '../core/understanding/reading';
import { createRecogniser } from '../core/understanding/recogniser';
import { createTopicFinder } from '../core/understanding/topics';
import type { Example } from '../core/understanding/training/example';
import { corpusFingerprint } from '../core/understanding/training/train';
import { runTasks } from './holdOutThreads';
import type { CommandIo } from './io';
import { trainNlpjs } from './nlpjs';
import { option } from './options';

/**
 * `evaluate [--folder F] [--check]`: trains without each file, measures on it, and writes REPORT.md and
 * report.json into the folder; with `--check` it compares with what is there instead (exit code 1 when they differ).
 * nlp.js is measured in the same run, where it is installed.
 * `evaluate --file X [--folder F]`: measures the committed model on a labelled file of either form, as JSON.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const folder = option(args, 'folder') ?? 'locales/nl/understanding';
  const file = option(args, 'file');
  if (file !== null) {
    if (!existsSync(file)) {
      io.err(`no such file: ${file}\n`);
      return 2;
    }
    io.out(`${JSON.stringify(measureFile(folder, file), null, 2)}\n`);
    return 0;
  }
  const { report, json } = await evaluateFolder(folder, io);
  return args.includes('--check') ? compare(folder, report, io) : write(folder, report, json, io);
}

/** The committed model on a labelled file. It is only honest for a file that is not in the corpus. */
export function measureFile(folder: string, file: string): Measures {
  const { judgeAll } = committedModel(folder);
  return measure(judgeAll(readLabelledFile(file)));
}

function committedModel(folder: string) {
  const model = loadModel(folder);
  const recogniser = createRecogniser(model);
  return {
    judgeAll: (examples: readonly Example[]) =>
      examples.map((example) => {
        const chances = new Float64Array(MOVES.length);
        const { moves } = recogniser.recognise(example.sentence);
        for (const { move, confidence } of moves) chances[MOVES.indexOf(move)] = confidence;
        return judge(example, chances, model.head.thresholds);
      }),
  };
}

async function evaluateFolder(folder: string, io: CommandIo): Promise<{ report: string; json: string }> {
  const examples = readCorpus(join(folder, UNDERSTANDING_FILES.corpus));
  const lexicon = loadTaggedWords(folder);
  const plan = planEvaluation(examples);
  const tasks = [...plan.files, ...plan.learning];
  const scores = await runTasks(folder, tasks, ({ name }) => io.err(`${name}\n`));
  const evaluation = evaluate(examples, plan, {
    files: scores.slice(0, plan.files.length),
    learning: scores.slice(plan.files.length),
  });
  const extras: ReportExtras = {
    corpus: corpusFingerprint(examples, lexicon),
    nlpjs: await measureNlpjs(examples, evaluation.thresholds, io),
    adversarial: measureFile(folder, join(folder, UNDERSTANDING_FILES.adversarial)),
    topics: measureTopics(
      readTopicFile(join(folder, UNDERSTANDING_FILES.topicSet)),
      createTopicFinder(loadLexicon(folder).topics, loadKnownWords(folder)),
    ),
  };
  const json = JSON.stringify({ ...extras, ...brief(evaluation) }, rounded, 1);
  const shown = JSON.parse(json) as Evaluation & ReportExtras;
  return { report: `${renderReport(shown, shown)}\n`, json: `${json}\n` };
}

/** Leaves the long tables out of all but the whole: they would make the file twenty times longer. */
function brief(evaluation: Evaluation): Evaluation {
  const shorten = (measures: Measures): Measures => ({
    ...measures,
    confusion: [],
    reliability: [],
    moves: [],
  });
  const files = (results: readonly FileResult[]) =>
    results.map(({ file, measures, bagOfWords }) => ({
      file,
      measures: shorten(measures),
      bagOfWords: shorten(bagOfWords),
    }));
  return {
    ...evaluation,
    blind: files(evaluation.blind),
    plain: files(evaluation.plain),
    natural: files(evaluation.natural),
  };
}

/** nlp.js with all blind files left out, where it is installed. */
async function measureNlpjs(
  examples: readonly Example[],
  thresholds: Thresholds,
  io: CommandIo,
): Promise<Measures | null> {
  const scoreOf = await trainNlpjs(examples.filter(({ origin }) => origin !== 'blind'));
  if (!scoreOf) {
    io.err('nlp.js is not installed: not measured\n');
    return null;
  }
  const judged = [];
  for (const example of examples.filter(({ origin }) => origin === 'blind')) {
    judged.push(judge(example, await scoreOf(example.sentence.text), thresholds));
  }
  return measure(judged);
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 10_000) / 10_000 : value;
}

const REPORT = 'REPORT.md';
const REPORT_JSON = 'report.json';

function write(folder: string, report: string, json: string, io: CommandIo): number {
  writeFileSync(join(folder, REPORT), report);
  writeFileSync(join(folder, REPORT_JSON), json);
  io.out(`${join(folder, REPORT)}\n`);
  return 0;
}

function compare(folder: string, report: string, io: CommandIo): number {
  const path = join(folder, REPORT);
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (committed === report) {
    io.out(`${path} is what evaluate measures\n`);
    return 0;
  }
  io.err(`${path} differs from what evaluate measures now; run evaluate and commit the report\n`);
  return 1;
}
