import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readRubric } from '../../src/content/rubric';
import { CRITERIA } from '../../src/core/model/scoring';

const root = join(__dirname, '../..');
const source = readFileSync(join(root, 'scenarios/rubric.yaml'), 'utf8');

/** The rubric as plain data with one thing changed. */
function changed(change: (rubric: Plain) => void): string {
  const rubric = JSON.parse(JSON.stringify(parse(source))) as Plain;
  change(rubric);
  return stringify(rubric);
}

interface Plain {
  repairable: string[];
  repairedBy: string[];
  criteria: {
    id: string;
    domain: string;
    thresholds: Record<string, number>;
    indicators: {
      id: string;
      for: boolean;
      moves: string[];
      before?: object;
      after?: object;
      typo?: string;
    }[];
  }[];
}

describe('rubric.yaml', () => {
  it('holds all fourteen criteria, each with indicators for and against', () => {
    const rubric = readRubric(source);
    expect(rubric.criteria.map((criterion) => criterion.id)).toEqual(CRITERIA);
  });

  it('names only topics that exist', () => {
    const known = Object.keys(
      parse(readFileSync(join(root, 'locales/nl/understanding/topics.yaml'), 'utf8')),
    );
    const used = readRubric(source).criteria.flatMap((c) => c.indicators.flatMap((i) => i.topics ?? []));
    expect(used.filter((topic) => !known.includes(topic))).toEqual([]);
  });

  it.each<[string, (rubric: Plain) => void]>([
    ['may not rest on a move that breaks', (r) => r.criteria[0]!.indicators[0]!.moves.push('judge')],
    ['may not rest on a move that builds', (r) => r.criteria[0]!.indicators[4]!.moves.push('hope')],
    [
      '`after` of what speaks for it',
      (r) => (r.criteria[0]!.indicators[0]!.after = { moves: ['judge'], min: 1 }),
    ],
    [
      '`before` of what speaks for it',
      (r) => (r.criteria[0]!.indicators[0]!.before = { moves: ['hope'], min: 1 }),
    ],
    [
      '`after` of what speaks against it',
      (r) => (r.criteria[0]!.indicators[4]!.after = { moves: ['hope'], min: 1 }),
    ],
    [
      '`before` of what speaks against it',
      (r) => (r.criteria[0]!.indicators[4]!.before = { moves: ['judge'], min: 1 }),
    ],
    ['a breaking move cannot repair', (r) => r.repairedBy.push('minimise')],
    ['only what breaks can be made good', (r) => r.repairable.push('hope')],
    ['each criterion exactly once', (r) => r.criteria.pop()],
    ['indicator ids must differ', (r) => (r.criteria[0]!.indicators[1]!.id = 'Z1-own-view')],
    ['stands in another domain', (r) => (r.criteria[0]!.domain = 'skills')],
    ['indicator ids begin with the criterion', (r) => (r.criteria[0]!.indicators[0]!.id = 'K1-own-view')],
    ['each level needs more', (r) => (r.criteria[0]!.thresholds.strong = 1)],
    ['is no move, family:… or any:…', (r) => r.criteria[0]!.indicators[0]!.moves.push('aknowledge')],
    ['typo', (r) => (r.criteria[0]!.indicators[0]!.typo = 'x')],
    [
      'needs indicators for and against',
      (r) => (r.criteria[0]!.indicators = r.criteria[0]!.indicators.filter((i) => i.for)),
    ],
  ])('is refused when it says: %s', (message, change) => {
    expect(() => readRubric(changed(change))).toThrow(message);
  });
});
