import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type HidingReport, type HidingScore, measureHiding, readMarked } from '../core/review/measure';
import { pseudonymise } from '../core/review/pseudonymise';
import type { CommandIo } from './io';
import { option } from './options';
import { PROJECT_ROOT } from './root';

const FILE = join(PROJECT_ROOT, 'tests/core/review/pseudonyms.yaml');
const Marked = z.strictObject({
  known: z.strictObject({ own: z.string(), group: z.array(z.string()), scenario: z.array(z.string()) }),
  held: z.array(z.string()),
  tuned: z.array(z.string()),
});

/** Replies that were kept apart, and those that the rules were made on. */
export interface PseudonymReport {
  readonly held: HidingReport;
  readonly tuned: HidingReport;
}

/** Measures how much of what must be hidden is hidden, each reply by itself. */
export function measurePseudonyms(file: string = FILE): PseudonymReport {
  const { known, held, tuned } = Marked.parse(parse(readFileSync(file, 'utf8')));
  const people = [
    { name: known.own, is: 'own' as const },
    ...known.group.map((name) => ({ name, is: 'group' as const })),
  ];
  const hiding = {
    people,
    scenario: new Set(known.scenario),
    keep: [],
    hide: [],
    standIn: (kind: string, number: number) => `[${kind} ${number}]`,
  };
  const measure = (replies: readonly string[]): HidingReport =>
    measureHiding(
      replies.map(readMarked).flatMap((marked) => {
        const [hidden] = pseudonymise([marked.text], hiding).texts;
        return hidden ? [{ marked, hidden }] : [];
      }),
    );
  return { held: measure(held), tuned: measure(tuned) };
}

/** `pseudonyms [--errors tuned|held]`: how well names and numbers are hidden in made-up replies. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const report = measurePseudonyms();
  io.out(printPart('Replies kept apart (written first, measured last)', report.held));
  io.out(printPart('Replies that the rules were made on', report.tuned));
  const part = option(args, 'errors');
  if (part === 'tuned' || part === 'held') io.out(printErrors(report[part]));
  return 0;
}

function printPart(title: string, { kinds, all, replaced, right }: HidingReport): string {
  const rows = Object.entries(kinds).map(([kind, score]) => row(kind, score));
  return [
    title,
    `${'kind'.padEnd(14)}${'hidden'.padStart(9)}${'recall'.padStart(9)}`,
    ...rows,
    row('all', all),
    `precision     ${`${right}/${replaced}`.padStart(9)}${share(right, replaced).padStart(9)}`,
    '',
    '',
  ].join('\n');
}

function row(kind: string, { hidden, marked }: HidingScore): string {
  return `${kind.padEnd(14)}${`${hidden}/${marked}`.padStart(9)}${share(hidden, marked).padStart(9)}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

function printErrors({ missed, needless }: HidingReport): string {
  const lines = [
    ...missed.map(({ kind, words, text }) => `missed    ${kind} "${words}" in: ${text}`),
    ...needless.map(({ words, text }) => `needless  "${words}" in: ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}
