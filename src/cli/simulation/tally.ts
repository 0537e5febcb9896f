import { METERS, type Meter } from '../../core/model/conversation';
import type { Scenario } from '../../core/model/scenario';
import {
  CRITERIA,
  CRITERIA_BY_DOMAIN,
  type CriterionId,
  DOMAINS,
  type Domain,
  LEVELS,
  type MarkLevel,
  type Rubric,
} from '../../core/model/scoring';
import { rankOf } from '../../core/scoring/levels';
import { score } from '../../core/scoring/score';
import type { Conversation } from './converse';
import { monotonyOf, repeatsOf } from './monotony';

/** What many conversations of one policy came to. Shares are 0–1; means are over conversations. */
export interface PolicyReport {
  readonly runs: number;
  /** Share of conversations by ending, and by ending with its reason. */
  readonly endings: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, number>>;
  readonly turns: number;
  readonly meters: Readonly<Record<Meter, number>>;
  readonly raised: Readonly<Record<string, number>>;
  readonly disclosed: Readonly<Record<string, number>>;
  /** Share of conversations by level, for each criterion. */
  readonly levels: Readonly<Record<CriterionId, Readonly<Record<MarkLevel, number>>>>;
  /** Mean level of a domain: 1 begin … 4 strong; what was not seen counts as begin. */
  readonly domains: Readonly<Record<Domain, number>>;
  /** Share of sentences nobody could read; share of replies in which nothing was understood. */
  readonly unsure: number;
  readonly puzzled: number;
  readonly repeats: RepeatReport;
  /** Longest row of answers with the same line in the same slot, and with the same pattern of slots. */
  readonly monotony: { readonly line: number; readonly pattern: number; readonly meanPattern: number };
}

interface RepeatReport {
  /** A line said again in the same words while it had words nobody had heard. Should be 0. */
  readonly tooSoon: number;
  /** Share of conversations in which the same words came twice, and how often that was on average. */
  readonly conversations: number;
  readonly mean: number;
  /** The lines most often said twice in the same words, with the share of conversations. */
  readonly worst: readonly (readonly [string, number])[];
}

const WORST = 8;

/** Adds conversations up, one by one, without keeping them. */
export class Tally {
  /** Lines and variants that were heard, as `line` and `line#variant`. */
  readonly heard = new Set<string>();
  private runs = 0;
  private turns = 0;
  private sentences = 0;
  private unsure = 0;
  private puzzled = 0;
  private readonly counts = new Map<string, number>();
  private tooSoon = 0;
  private repeated = 0;
  private repeats = 0;
  private lineRow = 0;
  private patternRow = 0;
  private patternRows = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly rubric: Rubric,
  ) {}

  add(conversation: Conversation): void {
    const { state, turns, start } = conversation;
    this.runs += 1;
    this.turns += turns.length;
    this.count(`ending ${state.ending}`);
    this.count(`reason ${state.ending}/${state.reason}`);
    for (const meter of METERS) this.count(`meter ${meter}`, state.memory.meters[meter]);
    for (const id of state.memory.raised) this.count(`raised ${id}`);
    for (const id of state.memory.disclosed) this.count(`disclosed ${id}`);
    for (const mark of score(this.rubric, turns).criteria) this.count(`level ${mark.id} ${mark.level}`);
    for (const [line, use] of Object.entries(start.memory.used)) this.hear(line, use.variants);
    for (const turn of turns) {
      for (const { line, variant } of turn.persona) this.hear(line, [variant]);
      this.sentences += turn.understanding.sentences.length;
      this.unsure += turn.understanding.sentences.filter(({ reading }) => reading.kind === 'unsure').length;
      if (turn.persona.some(({ slot }) => slot === 'puzzled')) this.puzzled += 1;
    }
    this.addVariety(conversation);
  }

  private addVariety(conversation: Conversation): void {
    const repeats = repeatsOf(this.scenario, conversation);
    this.tooSoon += repeats.tooSoon;
    this.repeats += repeats.times;
    if (repeats.times > 0) this.repeated += 1;
    for (const line of repeats.lines) this.count(`repeat ${line}`);
    const row = monotonyOf(conversation.turns);
    this.lineRow = Math.max(this.lineRow, row.line);
    this.patternRow = Math.max(this.patternRow, row.pattern);
    this.patternRows += row.pattern;
  }

  report(): PolicyReport {
    return {
      runs: this.runs,
      endings: this.shares('ending '),
      reasons: this.shares('reason '),
      turns: this.mean(this.turns),
      meters: {
        trust: this.share('meter trust'),
        tension: this.share('meter tension'),
        understood: this.share('meter understood'),
      },
      raised: this.shares('raised '),
      disclosed: this.shares('disclosed '),
      levels: perCriterion((id) => this.levelsOf(id)),
      domains: perDomain((domain) => this.domainMean(domain)),
      unsure: this.unsure / Math.max(1, this.sentences),
      puzzled: this.puzzled / Math.max(1, this.turns),
      repeats: {
        tooSoon: this.tooSoon,
        conversations: this.mean(this.repeated),
        mean: this.mean(this.repeats),
        worst: Object.entries(this.shares('repeat ')).slice(0, WORST),
      },
      monotony: {
        line: this.lineRow,
        pattern: this.patternRow,
        meanPattern: this.mean(this.patternRows),
      },
    };
  }

  private hear(line: string, variants: readonly number[]): void {
    this.heard.add(line);
    for (const variant of variants) this.heard.add(`${line}#${variant}`);
  }

  private count(key: string, by = 1): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }

  private mean(total: number): number {
    return total / Math.max(1, this.runs);
  }

  private share(key: string): number {
    return this.mean(this.counts.get(key) ?? 0);
  }

  /** Highest first. */
  private shares(prefix: string): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.counts]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, total]) => [key.slice(prefix.length), this.mean(total)] as const)
        .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)),
    );
  }

  private levelsOf(id: CriterionId): Readonly<Record<MarkLevel, number>> {
    return Object.fromEntries(LEVELS.map((level) => [level, this.share(`level ${id} ${level}`)])) as Record<
      MarkLevel,
      number
    >;
  }

  private domainMean(domain: Domain): number {
    const ids: readonly CriterionId[] = CRITERIA_BY_DOMAIN[domain];
    const sum = ids.reduce((total, id) => total + meanLevel(this.levelsOf(id)), 0);
    return sum / ids.length;
  }
}

/** 1 begin … 4 strong; what was not seen counts as begin. */
export function meanLevel(levels: Readonly<Record<MarkLevel, number>>): number {
  return LEVELS.reduce((sum, level) => sum + Math.max(1, rankOf(level)) * levels[level], 0);
}

function perCriterion<T>(value: (id: CriterionId) => T): Record<CriterionId, T> {
  return Object.fromEntries(CRITERIA.map((id) => [id, value(id)])) as Record<CriterionId, T>;
}

function perDomain<T>(value: (domain: Domain) => T): Record<Domain, T> {
  return Object.fromEntries(DOMAINS.map((domain) => [domain, value(domain)])) as Record<Domain, T>;
}
