import type { Turn } from '../../core/model/conversation';
import type { Scenario } from '../../core/model/scenario';
import type { Conversation } from './converse';

/** How often the persona said again, word for word, what it had said before. */
export function repeatsOf(
  scenario: Scenario,
  { start, turns }: Conversation,
): { readonly tooSoon: number; readonly times: number; readonly lines: ReadonlySet<string> } {
  const heard = new Map<string, Set<number>>(
    Object.entries(start.memory.used).map(([line, use]) => [line, new Set(use.variants)]),
  );
  const lines = new Set<string>();
  let tooSoon = 0;
  let times = 0;
  for (const { line, variant } of turns.flatMap((turn) => turn.persona)) {
    const before = heard.get(line) ?? new Set<number>();
    if (before.has(variant)) {
      times += 1;
      lines.add(line);
      if (before.size < (scenario.texts.lines[line]?.length ?? 0)) tooSoon += 1;
    }
    heard.set(line, before.add(variant));
  }
  return { tooSoon, times, lines };
}

/** The longest row of turns whose answers begin with the same line, and of those with the same pattern of slots. */
export function monotonyOf(turns: readonly Turn[]): { readonly line: number; readonly pattern: number } {
  return {
    line: longestRow(turns.map(({ persona }) => persona[0]?.line ?? '')),
    pattern: longestRow(turns.map(({ persona }) => persona.map(({ slot }) => slot).join('+'))),
  };
}

function longestRow(values: readonly string[]): number {
  let longest = 0;
  let row = 0;
  values.forEach((value, i) => {
    row = i > 0 && value === values[i - 1] ? row + 1 : 1;
    longest = Math.max(longest, row);
  });
  return longest;
}
