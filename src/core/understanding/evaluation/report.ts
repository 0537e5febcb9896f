import { MOVES } from '../../model/moves';
import type { Evaluation, FileResult } from './evaluate';
import type { Measures } from './measure';

/** What else is measured beside the files that were left out. */
export interface ReportExtras {
  /** Fingerprint of the corpus. */
  readonly corpus: string;
  /** nlp.js with all blind files left out, or null when it was not measured. */
  readonly nlpjs: Measures | null;
  readonly adversarial: Measures | null;
  readonly topics: TopicMeasures | null;
}

export interface TopicMeasures {
  readonly replies: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The readable page: every figure of an evaluation, in Markdown. */
export function renderReport(evaluation: Evaluation, extras: ReportExtras): string {
  return [
    '# How well replies are understood',
    '',
    `Made by \`npm run -s cli -- evaluate\` (corpus ${extras.corpus}); do not edit by hand. The corpus is written for this project;`,
    'it is no field data. Every figure is of sentences in files that were left out of training as a whole, writer and',
    'domain included. `blind_*` files are by writers who had never seen the manual: they are the yardstick. `plain_*`',
    'files are of that kind too, from other writers and readers; they are learned from, and shown by themselves.',
    'Blind files were left out one by one, the others a third at a time.',
    '',
    ...bars(evaluation),
    ...files('Blind files', evaluation.blind),
    ...files('Plain files', evaluation.plain),
    ...files('Natural files', evaluation.natural),
    ...baselines(evaluation, extras),
    ...extraTables(extras),
    ...coverage(evaluation.blindTogether),
    ...critical(evaluation),
    ...moves(evaluation.blindTogether),
    ...reliability(evaluation.blindTogether),
    ...learning(evaluation),
    ...confusions(evaluation.blindTogether),
  ].join('\n');
}

/** What was aimed at and what was reached. */
function bars({ blind, natural }: Evaluation): readonly string[] {
  const rows = [
    ['κ on blind files, mean', f(meanOf(blind, ({ kappa }) => kappa)), '0.600 (goal 0.690)'],
    ['valence on blind files, mean', f(meanOf(blind, ({ valence }) => valence)), '0.790'],
    [
      'share of blind sentences that is surely read, mean',
      f(meanOf(blind, ({ sureCoverage }) => sureCoverage)),
      '0.600',
    ],
    ['accuracy on that share, mean', f(meanOf(blind, ({ sureAccuracy }) => sureAccuracy)), '0.800'],
    ['κ on natural files, mean', f(meanOf(natural, ({ kappa }) => kappa)), '0.690'],
  ];
  return ['## Bars', '', ...table(['', 'reached', 'bar'], rows)];
}

/** The mean of one figure over files. */
export function meanOf(results: readonly FileResult[], figure: (measures: Measures) => number): number {
  return results.reduce((sum, { measures }) => sum + figure(measures), 0) / Math.max(1, results.length);
}

function f(value: number): string {
  return value.toFixed(3);
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

const FIGURES: readonly (readonly [string, (measures: Measures) => number])[] = [
  ['accuracy', ({ accuracy }) => accuracy],
  ['κ', ({ kappa }) => kappa],
  ['macro-F1', ({ macroF1 }) => macroF1],
  ['valence', ({ valence }) => valence],
  ['family', ({ family }) => family],
  ['either label', ({ eitherLabel }) => eitherLabel],
  ['ECE', ({ calibrationError }) => calibrationError],
  ['sure: share', ({ sureCoverage }) => sureCoverage],
  ['sure: accuracy', ({ sureAccuracy }) => sureAccuracy],
];

function figures(measures: Measures): readonly string[] {
  return FIGURES.map(([, figure]) => f(figure(measures)));
}

function files(title: string, results: readonly FileResult[]): readonly string[] {
  const rows = results.map(({ file, measures }) => [file, measures.sentences, ...figures(measures)]);
  const total = results.reduce((sum, { measures }) => sum + measures.sentences, 0);
  const mean = ['**mean**', total, ...FIGURES.map(([, figure]) => f(meanOf(results, figure)))];
  return [
    `## ${title}`,
    '',
    ...table(['file', 'sentences', ...FIGURES.map(([name]) => name)], [...rows, mean]),
  ];
}

function baselines(evaluation: Evaluation, { nlpjs }: ReportExtras): readonly string[] {
  const plain = evaluation.blind.map(({ file, bagOfWords }) => ({ file, measures: bagOfWords, bagOfWords }));
  const shown = (results: readonly FileResult[]) =>
    [FIGURES[0], FIGURES[1], FIGURES[2], FIGURES[3]].map((figure) =>
      f(figure ? meanOf(results, figure[1]) : 0),
    );
  const rows = [
    ['this recogniser', ...shown(evaluation.blind)],
    ['bag of words (multinomial naive Bayes)', ...shown(plain)],
  ];
  if (nlpjs) {
    rows.push([
      'nlp.js (all blind files left out)',
      f(nlpjs.accuracy),
      f(nlpjs.kappa),
      f(nlpjs.macroF1),
      f(nlpjs.valence),
    ]);
  }
  return [
    '## Baselines, on the blind files',
    '',
    ...table(['', 'accuracy', 'κ', 'macro-F1', 'valence'], rows),
  ];
}

function extraTables({ adversarial, topics }: ReportExtras): readonly string[] {
  const lines: string[] = [];
  if (adversarial) {
    lines.push(
      '## Adversarial sentences',
      '',
      'Negation, irony, quoted words, "ik begrijp het, maar", compliments with a sting, polite threats, condoning in',
      'warm words. With the committed model; none of them is in the corpus.',
      '',
    );
    lines.push(
      ...table(
        ['sentences', ...FIGURES.map(([name]) => name)],
        [[adversarial.sentences, ...figures(adversarial)]],
      ),
    );
  }
  if (topics) {
    lines.push(
      '## Topics',
      '',
      `Measured on ${topics.replies} labelled replies; the words of topics.yaml were chosen with these in sight.`,
      '',
    );
    lines.push(
      ...table(['precision', 'recall', 'F1'], [[f(topics.precision), f(topics.recall), f(topics.f1)]]),
    );
  }
  return lines;
}

function coverage({ coverage: points }: Measures): readonly string[] {
  const rows = points.map((point) => [
    `${Math.round(point.coverage * 100)}%`,
    f(point.accuracy),
    f(point.confidence),
  ]);
  return [
    '## Accuracy against coverage (blind)',
    '',
    ...table(['surest', 'accuracy', 'least confidence'], rows),
  ];
}

function critical({ critical: results, thresholds, temperature }: Evaluation): readonly string[] {
  const rows = results.map(({ move, threshold, precision, recall, read, support }) => [
    move,
    f(threshold),
    f(precision),
    f(recall),
    read,
    support,
  ]);
  return [
    '## Safety-critical moves, at their thresholds (all that were left out)',
    '',
    `Temperature ${temperature}; general threshold ${f(thresholds.moves.other)}; families from ${f(thresholds.family)}.`,
    '',
    ...table(['move', 'threshold', 'precision', 'recall', 'surely read', 'labelled'], rows),
  ];
}

function moves({ moves: results }: Measures): readonly string[] {
  const rows = results.map(({ move, precision, recall, f1, support }) => [
    move,
    f(precision),
    f(recall),
    f(f1),
    support,
  ]);
  return ['## Every move (blind)', '', ...table(['move', 'precision', 'recall', 'F1', 'support'], rows)];
}

function reliability({ reliability: bins }: Measures): readonly string[] {
  const rows = bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, confidence, accuracy }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      count,
      f(confidence),
      f(accuracy),
    ]);
  return [
    '## Reliability (blind)',
    '',
    ...table(['confidence', 'sentences', 'mean confidence', 'accuracy'], rows),
  ];
}

function learning({ learning: points }: Evaluation): readonly string[] {
  const rows = points.map(({ learned, sentences, kappa, valence }) => [
    learned,
    sentences,
    f(kappa),
    f(valence),
  ]);
  return [
    '## Learning curve (all blind files left out)',
    '',
    ...table(['whole replies learned from', 'sentences learned', 'κ', 'valence'], rows),
  ];
}

function confusions({ confusion }: Measures): readonly string[] {
  const short = MOVES.map((move) => move.slice(0, 4));
  const rows = MOVES.map((move, at) => [
    move,
    ...(confusion[at] ?? []).map((count) => (count === 0 ? '' : String(count))),
  ]);
  return ['## Confusions (blind): rows are labels, columns are guesses', '', ...table(['', ...short], rows)];
}
