import type { LineRule, PersonaUtterance, Scenario, Slot } from '../model/scenario';
import type { LineUse, RolePlayMemory } from '../model/session';
import { type Facts, holds, specificity } from './conditions';
import { stableHash } from './text';

/** Why a line was chosen: how many stood ready, and how specific the winner was. */
export interface LineTrace {
  readonly slot: Slot;
  readonly line: string;
  readonly specificity: number;
  readonly candidates: readonly string[];
}

export interface ChosenLine {
  readonly rule: LineRule;
  readonly utterance: PersonaUtterance;
  /** The words have not been heard before. */
  readonly fresh: boolean;
  readonly trace: LineTrace;
}

interface Candidate {
  readonly rule: LineRule;
  readonly fresh: boolean;
  readonly specificity: number;
  readonly order: number;
}

/**
 * Picks a line for a slot. Those whose condition holds and that are not cooling down stand ready; a line with
 * variants nobody has heard yet goes before one that would repeat itself, then the most specific, then the
 * heaviest. Among equals the learner's own words decide, so that the same talk always goes the same way.
 */
export function chooseLine(
  scenario: Scenario,
  slot: Slot,
  facts: Facts,
  seed: string,
  extra?: (rule: LineRule) => boolean,
  order: 'specific' | 'heavy' = 'specific',
): ChosenLine | null {
  const candidates = linesOf(scenario, slot)
    .filter((rule) => (extra ? extra(rule) : true))
    .filter((rule) => holds(rule.when, facts))
    .filter((rule) => !coolingDown(rule, facts.memory))
    .filter((rule) => !rule.dodges || mayDodge(scenario, facts))
    .map((rule) => candidate(scenario, rule, facts.memory, seed))
    .sort(order === 'specific' ? better : heavier);
  const best = candidates[0];
  if (!best) return null;
  return {
    rule: best.rule,
    fresh: best.fresh,
    utterance: speak(scenario, best.rule, facts.memory.used[best.rule.id], seed),
    trace: {
      slot,
      line: best.rule.id,
      specificity: best.specificity,
      candidates: candidates.map((item) => item.rule.id),
    },
  };
}

/** Remembers that a line was said, and what it says yes to. */
export function markUsed(
  memory: RolePlayMemory,
  said: PersonaUtterance,
  settles: readonly string[] = [],
): RolePlayMemory {
  const heard = memory.used[said.line]?.variants ?? [];
  const used: LineUse = {
    variants: [...heard.filter((variant) => variant !== said.variant), said.variant],
    lastTurn: memory.turn,
  };
  const before = memory.settled ?? [];
  const fresh = settles.filter((id) => !before.includes(id));
  return {
    ...memory,
    used: { ...memory.used, [said.line]: used },
    ...(fresh.length > 0 ? { settled: [...before, ...fresh] } : {}),
  };
}

const bySlot = new WeakMap<Scenario, ReadonlyMap<Slot, readonly LineRule[]>>();

function linesOf(scenario: Scenario, slot: Slot): readonly LineRule[] {
  let index = bySlot.get(scenario);
  if (!index) {
    index = new Map(Object.entries(Object.groupBy(scenario.lines, (line) => line.slot))) as ReadonlyMap<
      Slot,
      readonly LineRule[]
    >;
    bySlot.set(scenario, index);
  }
  return index.get(slot) ?? [];
}

function variantsOf(scenario: Scenario, line: string): readonly string[] {
  return scenario.texts.lines[line] ?? [];
}

function coolingDown(rule: LineRule, memory: RolePlayMemory): boolean {
  const use = memory.used[rule.id];
  return use !== undefined && rule.cooldown > 0 && memory.turn - use.lastTurn <= rule.cooldown;
}

/** Who was dodged once, or asks about the persona's own words, gets an answer. */
function mayDodge({ lines }: Scenario, { memory, echoes }: Facts): boolean {
  const lately = ({ id, dodges }: LineRule) => dodges && memory.used[id]?.lastTurn === memory.turn - 1;
  return !echoes && !lines.some(lately);
}

function candidate(scenario: Scenario, rule: LineRule, memory: RolePlayMemory, seed: string): Candidate {
  const heard = memory.used[rule.id]?.variants.length ?? 0;
  return {
    rule,
    fresh: heard < variantsOf(scenario, rule.id).length,
    specificity: specificity(rule.when),
    order: stableHash(`${seed}|${rule.id}`),
  };
}

function better(a: Candidate, b: Candidate): number {
  return (
    Number(b.fresh) - Number(a.fresh) ||
    b.specificity - a.specificity ||
    b.rule.weight - a.rule.weight ||
    a.order - b.order
  );
}

/** Answers go by weight: which of two questions in one sentence is meant is for the author to say. */
function heavier(a: Candidate, b: Candidate): number {
  return Number(b.fresh) - Number(a.fresh) || b.rule.weight - a.rule.weight || better(a, b);
}

function speak(scenario: Scenario, rule: LineRule, use: LineUse | undefined, seed: string): PersonaUtterance {
  const texts = variantsOf(scenario, rule.id);
  const variant = nextVariant(texts.length, use, seed);
  return { line: rule.id, variant, slot: rule.slot, text: texts[variant] ?? '' };
}

/** An unheard variant chosen by the seed; when all were heard, the one heard longest ago. */
function nextVariant(count: number, use: LineUse | undefined, seed: string): number {
  const heard = use?.variants ?? [];
  const unheard = Array.from({ length: count }, (_, i) => i).filter((i) => !heard.includes(i));
  if (unheard.length === 0) return heard[0] ?? 0;
  return unheard[stableHash(seed) % unheard.length] ?? 0;
}
