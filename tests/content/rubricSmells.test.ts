import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkRubric } from '../../src/content/checkRubric';
import { rubricSchema } from '../../src/content/rubric';
import { RUBRIC_RULES } from '../../src/content/rules/rubricRules';
import { readYaml } from '../../src/content/yamlFile';

const root = join(__dirname, '..', '..');
const source = readFileSync(join(root, 'scenarios', 'rubric.yaml'), 'utf8');
const topics = new Set(
  Object.keys(parse(readFileSync(join(root, 'locales/nl/understanding/topics.yaml'), 'utf8'))),
);

interface Plain {
  criteria: {
    id: string;
    thresholds: Record<string, number>;
    indicators: { id: string; for: boolean; moves: string[]; topics?: string[]; points: number }[];
  }[];
}

/** One bad example for each smell: one change to the rubric. */
const BAD: Readonly<Record<string, (rubric: Plain) => void>> = {
  B201: (rubric) => {
    rubric.criteria[0]!.thresholds.strong = 40;
  },
  B202: (rubric) => {
    rubric.criteria[0]!.indicators[0]!.points = 6;
  },
  B203: (rubric) => {
    for (const criterion of rubric.criteria) {
      const first = criterion.indicators.find((indicator) => indicator.for)!;
      first.moves.push('hope');
      for (const part of ['topics', 'phase', 'after', 'needs'] as const)
        delete (first as Record<string, unknown>)[part];
    }
  },
  B204: (rubric) => {
    for (const { indicators } of rubric.criteria) {
      for (const indicator of indicators) {
        indicator.moves = indicator.moves.map((move) => (move === 'family:avoidance' ? 'minimise' : move));
        indicator.moves = indicator.moves.map((move) => (move === 'condone' ? 'minimise' : move));
      }
    }
  },
  B205: (rubric) => {
    rubric.criteria[1]!.indicators[0]!.topics = ['moon'];
  },
};

function codesOf(text: string): readonly string[] {
  const read = readYaml('rubric.yaml', text, rubricSchema);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return checkRubric({ rubric: read.source, topics }).map(({ code, what }) => `${code} ${what}`);
}

function changed(change: (rubric: Plain) => void): string {
  const rubric = parse(source, { merge: true }) as Plain;
  const copy = JSON.parse(JSON.stringify(rubric)) as Plain;
  change(copy);
  return stringify(copy);
}

describe('smells of the rubric', () => {
  it('have a bad example each', () => {
    expect(Object.keys(BAD)).toEqual(RUBRIC_RULES.map(({ code }) => code));
  });

  it.each(Object.entries(BAD))('%s is found', (code, change) => {
    const before = codesOf(source);
    const found = codesOf(changed(change)).filter((line) => line.startsWith(code));
    expect(found.filter((line) => !before.includes(line)).length).toBeGreaterThan(0);
  });

  it('are few in the rubric itself', () => {
    expect(codesOf(source).filter((line) => !line.startsWith('B203'))).toEqual([]);
  });
});
