import { linesOf, type Rule } from './rule';

/** Lines that come back in nearly every talk. */
const COMES_BACK: ReadonlySet<string> = new Set(['reaction', 'puzzled', 'silence']);

export const singleVariant: Rule = {
  code: 'B134',
  severity: 'warning',
  why: 'A reaction with one variant is heard word for word again in the same talk.',
  check: ({ scenario, texts }) =>
    linesOf(scenario.data)
      .filter(({ slot, line }) => COMES_BACK.has(slot) && line.cooldown === 0 && !isRare(line.when))
      .filter(({ line }) => texts.data.lines[line.id]?.length === 1)
      .map(({ line }) => ({
        in: 'texts',
        path: ['lines', line.id],
        what: `the line "${line.id}" has one variant`,
        fix: 'Write at least two ways to say it, or give the line a cool-down.',
      })),
};

/** A line that waits for something special will not come back soon. */
function isRare(when: object): boolean {
  return Object.keys(when).some((part) => part !== 'moves' && part !== 'climate');
}
