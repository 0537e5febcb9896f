import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RULES } from '../../src/content/rules';
import { EXAMPLE_RULES } from '../../src/content/rules/exampleRules';
import { METHOD_RULES } from '../../src/content/rules/methodRules';
import { RUBRIC_RULES } from '../../src/content/rules/rubricRules';
import { condition } from '../../src/content/schemas/condition';
import { ENDINGS } from '../../src/core/model/conversation';
import { FAMILY_NAMES, MOVES } from '../../src/core/model/moves';
import { SLOTS } from '../../src/core/model/scenario';

const guide = readFileSync(join(__dirname, '..', '..', 'scenarios', 'README.md'), 'utf8');
/** Found while a file is read, before any rule. */
const READING = ['B001 error', 'B002 error'];

describe('the guide for authors', () => {
  it('names every diagnostic with its severity, in order, and none that does not exist', () => {
    const listed = [...guide.matchAll(/^\| (B\d{3}) \| (error|warning) \| .+ \|$/gm)].map(
      ([, code, severity]) => `${code} ${severity}`,
    );
    const rules = [...RULES, ...RUBRIC_RULES, ...METHOD_RULES, ...EXAMPLE_RULES].map(
      ({ code, severity }) => `${code} ${severity}`,
    );
    expect(listed).toEqual([...READING, ...rules].sort());
  });

  it('names every move, family, slot, ending and part of a condition', () => {
    // A condition names its own parts when it is given one that it does not know.
    const parts = Object.keys(partsOfCondition());
    const words = [...MOVES, ...SLOTS, ...ENDINGS, ...parts].filter((word) => !guide.includes(`\`${word}\``));
    expect(words).toEqual([]);
    expect(FAMILY_NAMES.filter((name) => !guide.includes(name))).toEqual([]);
  });

  it('gives examples that are YAML', () => {
    const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) expect(() => parse(example)).not.toThrow();
  });
});

function partsOfCondition(): object {
  const everything = {
    moves: ['contact'],
    topics: ['a'],
    climate: ['open'],
    phase: ['arrival'],
    meters: { trust: { min: 1 } },
    disclosed: ['a'],
    hidden: ['a'],
    disclosures: { min: 1 },
    raised: ['a'],
    unraised: ['a'],
    concerns: { min: 1 },
    turn: { min: 1 },
    count: [{ moves: ['contact'], min: 1 }],
    streak: { moves: ['contact'], min: 2 },
    previous: ['contact'],
    asked: { min: 1 },
    asks: ['who'],
    repeated: { min: 1 },
    said: ['a'],
    unsaid: ['a'],
    silent: { min: 1 },
    puzzled: { min: 1 },
  };
  return condition.parse(everything);
}
