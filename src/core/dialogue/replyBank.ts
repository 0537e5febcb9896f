import type { Condition } from '../model/condition';
import { familyOf } from '../model/moves';
import { type BankReply, REPLY_QUALITIES } from '../model/replyBank';
import type { Scenario } from '../model/scenario';
import type { RolePlayState } from '../model/session';
import { type Facts, holds, specificity } from './conditions';
import { stableHash } from './text';

/** The moment at which examples are shown. */
export interface Moment {
  readonly state: RolePlayState;
  /** What the persona's last words were about. */
  readonly topics: readonly string[];
  /** Places in the bank of what was shown before in this talk. */
  readonly shown: readonly number[];
  /** What decides among equals, and the order in which they are shown. */
  readonly seed: string;
}

interface Candidate {
  readonly index: number;
  readonly fit: number;
  readonly order: number;
}

/** How much an answer to the very words just said goes before others; each part of a condition weighs 1. */
const ANSWERS_WHAT_WAS_SAID = 4;
const SAME_TOPIC = 2;
const ANY_TOPIC = 1;
/** What fits but for the mood comes after all that fits. */
const MOOD_MISSED = -100;

/**
 * Three replies from the bank that fit the moment and were not shown before: one that helps, one in between and
 * one that hurts, as places in the bank. A quality that is used up leaves its place to another; only when next to
 * nothing is left there are fewer than three.
 */
export function examplesFor(scenario: Scenario, moment: Moment): readonly number[] {
  const ranked = rank(scenario, moment);
  const best = REPLY_QUALITIES.flatMap((quality) => {
    const first = ranked.find(({ index }) => scenario.replies[index]?.quality === quality);
    return first ? [first] : [];
  });
  const others = ranked.filter((candidate) => !best.includes(candidate));
  return [...best, ...others]
    .slice(0, REPLY_QUALITIES.length)
    .map(({ index }) => ({ index, place: stableHash(`${index}|${moment.seed}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ index }) => index);
}

/** Replies that help at this moment, each in another style: no two begin with the same kind of move. */
export function helpfulReplies(scenario: Scenario, moment: Moment, most: number): readonly string[] {
  const styles = new Set<string>();
  return rank(scenario, moment)
    .flatMap(({ index }) => {
      const reply = scenario.replies[index];
      const style = reply && styleOf(reply);
      if (!reply || !style || reply.quality !== 'helps' || styles.has(style)) return [];
      styles.add(style);
      return [reply.text];
    })
    .slice(0, most);
}

function styleOf(reply: BankReply): string | null {
  const move = reply.moves[0]?.[0];
  return move ? familyOf(move) : null;
}

/** All replies that may be shown now, the best fitting first. */
function rank(scenario: Scenario, moment: Moment): readonly Candidate[] {
  const facts = factsOf(moment);
  const said = saidLast(scenario, moment.state);
  return scenario.replies
    .flatMap((reply, index): readonly Candidate[] => {
      if (moment.shown.includes(index)) return [];
      const fit = fitOf(reply, facts, said);
      return fit === null ? [] : [{ index, fit, order: stableHash(`${moment.seed}|${reply.text}`) }];
    })
    .sort((a, b) => b.fit - a.fit || a.order - b.order);
}

/** How well a reply fits; null when it may not be shown now. */
function fitOf(reply: BankReply, facts: Facts, said: SaidLast): number | null {
  const mood = holds(reply.when, facts);
  if (!mood && !holds(withoutMood(reply.when), facts)) return null;
  const answers =
    reply.to.lines.some((line) => said.lines.has(line)) ||
    reply.to.slots.some((slot) => said.slots.has(slot));
  return (
    specificity(reply.when) +
    topicFit(reply, facts.topics) +
    (answers ? ANSWERS_WHAT_WAS_SAID : 0) +
    (mood ? 0 : MOOD_MISSED)
  );
}

function topicFit({ topics }: BankReply, atHand: readonly string[]): number {
  if (topics.length === 0) return ANY_TOPIC;
  return topics.some((topic) => atHand.includes(topic)) ? SAME_TOPIC : 0;
}

/** What was told, said or happened must hold; climate, phase and meters may give way when nothing else is left. */
function withoutMood({ climate: _c, phase: _p, meters: _m, topics: _t, ...rest }: Condition): Condition {
  return rest;
}

function factsOf({ state, topics }: Moment): Facts {
  const { memory } = state;
  return {
    phase: state.phase,
    climate: state.climate,
    memory: { ...memory, turn: memory.turn + 1 },
    reading: memory.previous,
    topics,
  };
}

interface SaidLast {
  readonly lines: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
}

/** The lines of the persona's last answer. */
function saidLast(scenario: Scenario, { memory }: RolePlayState): SaidLast {
  const lines = new Set(
    Object.entries(memory.used).flatMap(([line, use]) => (use.lastTurn === memory.turn ? [line] : [])),
  );
  const slots = new Set(scenario.lines.flatMap(({ id, slot }) => (lines.has(id) ? [slot] : [])));
  return { lines, slots };
}
