import { ENDINGS, METERS } from '../../core/model/conversation';
import { CRITERIA, DOMAINS } from '../../core/model/scoring';
import type { SimulationReport } from './simulation';
import { meanLevel, type PolicyReport } from './tally';

/** A report as tables for a terminal. */
export function printSimulation(report: SimulationReport): string {
  const policies = Object.entries(report.policies);
  const table = (head: readonly string[], row: (it: PolicyReport) => readonly string[]) =>
    rows([['', ...head], ...policies.map(([name, it]) => [name, ...row(it)])]);
  const { unusedLines, unusedVariants } = report;
  return [
    `${report.scenario}: ${report.runs} conversations a policy, seed ${report.seed}, read by ${report.reading}`,
    'Endings (%)',
    table([...ENDINGS, 'turns', ...METERS], (it) => [
      ...ENDINGS.map((ending) => percent(it.endings[ending] ?? 0)),
      it.turns.toFixed(1),
      ...METERS.map((meter) => it.meters[meter].toFixed(0)),
    ]),
    'Card: mean level (1 begin, 2 developing, 3 competent, 4 strong)',
    table([...CRITERIA, ...DOMAINS], (it) => [
      ...CRITERIA.map((id) => meanLevel(it.levels[id]).toFixed(1)),
      ...DOMAINS.map((domain) => it.domains[domain].toFixed(2)),
    ]),
    'V5 (%)',
    table(['not-seen', 'begin', 'developing', 'competent', 'strong'], (it) =>
      Object.values(it.levels.V5).map(percent),
    ),
    'Variety: same words twice (share of talks %, mean times, too soon); longest row of one line, of one pattern',
    table(['talks', 'mean', 'too soon', 'line', 'pattern', 'mean pattern', 'puzzled'], (it) => [
      percent(it.repeats.conversations),
      it.repeats.mean.toFixed(1),
      String(it.repeats.tooSoon),
      String(it.monotony.line),
      String(it.monotony.pattern),
      it.monotony.meanPattern.toFixed(1),
      percent(it.puzzled),
    ]),
    ...policies.map(([name, it]) => details(name, it)),
    `Lines never said (${unusedLines.length}): ${unusedLines.join(', ') || '-'}`,
    `Variants never said (${unusedVariants.length}): ${unusedVariants.join(', ') || '-'}`,
  ].join('\n\n');
}

function details(name: string, it: PolicyReport): string {
  const list = (shares: Readonly<Record<string, number>>) =>
    Object.entries(shares)
      .map(([key, share]) => `${key} ${percent(share)}`)
      .join(', ') || '-';
  return [
    name,
    `  reasons:   ${list(it.reasons)}`,
    `  raised:    ${list(it.raised)}`,
    `  disclosed: ${list(it.disclosed)}`,
    `  repeated:  ${list(Object.fromEntries(it.repeats.worst))}`,
  ].join('\n');
}

function percent(share: number): string {
  return (share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0);
}

function rows(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
