import type {
  ChangedLevel,
  ComparedMark,
  ComparedMoment,
  ComparedTalk,
  Comparison,
  Difference,
  LevelChange,
} from '../model/comparison';
import { ENDINGS, type Ending, type Turn } from '../model/conversation';
import type { Scenario } from '../model/scenario';
import { CRITERIA, type CriterionId, type MarkLevel, type Scorecard } from '../model/scoring';
import type { BranchPoint } from '../model/session';
import { rankOf } from '../scoring/levels';
import { saidBy } from './debrief/transcript';

/** One talk as comparing needs it; the card is that of the corrected turns. */
export interface ComparableTalk {
  readonly id: string;
  readonly startedAt: string;
  readonly branchOf: BranchPoint | null;
  readonly finished: boolean;
  readonly ending: string | null;
  readonly turns: readonly Turn[];
  readonly scorecard: Scorecard;
}

/** Puts talks that branched from each other side by side; each is compared with the one it was taken up from. */
export function compareTalks(scenario: Scenario, unordered: readonly ComparableTalk[]): Comparison {
  const talks = [...unordered].sort(
    (a, b) => compareText(a.startedAt, b.startedAt) || compareText(a.id, b.id),
  );
  const parentOf = (talk: ComparableTalk) => talks.find(({ id }) => id === talk.branchOf?.attempt);
  const domainOf = (id: CriterionId) => markOf(talks[0]?.scorecard, id)?.domain;
  return {
    scenario: { id: scenario.id, title: scenario.texts.title, persona: scenario.texts.persona.name },
    talks: talks.map((talk, index): ComparedTalk => {
      const parent = parentOf(talk);
      const turn = parent ? partingTurn(parent, talk) : 0;
      return {
        attempt: talk.id,
        number: index + 1,
        startedAt: talk.startedAt,
        from: parent ? { number: talks.indexOf(parent) + 1, turn } : null,
        finished: talk.finished,
        ending: endingOf(talk),
        endingTitle: titleOf(scenario, talk),
        trust: trustOf(talk.turns),
        missed: missedOf(scenario, talk),
        moment: parent ? momentOf(parent, talk, turn) : null,
      };
    }),
    rows: CRITERIA.flatMap((criterion) => {
      const domain = domainOf(criterion);
      if (!domain) return [];
      const marks = talks.map((talk) => comparedMark(levelOf(talk, criterion), parentOf(talk), criterion));
      return [{ criterion, domain, marks }];
    }),
  };
}

/** What a talk did otherwise than the one it was taken up from. */
export function differenceOf(scenario: Scenario, before: ComparableTalk, now: ComparableTalk): Difference {
  const [missedBefore, missedNow] = [missedOf(scenario, before), missedOf(scenario, now)];
  const changed = CRITERIA.map(
    (criterion): ChangedLevel => ({
      criterion,
      before: levelOf(before, criterion),
      now: levelOf(now, criterion),
    }),
  );
  const step = ({ before: from, now: to }: ChangedLevel) => rankOf(to) - rankOf(from);
  return {
    attempt: now.id,
    turn: partingTurn(before, now),
    trust: { before: lastTrust(before), now: lastTrust(now) },
    ending: { before: titleOf(scenario, before), now: titleOf(scenario, now) },
    raised: missedBefore.filter((label) => !missedNow.includes(label)),
    missed: missedNow.filter((label) => !missedBefore.includes(label)),
    higher: changed.filter(isHigher).sort((a, b) => step(b) - step(a)),
    lower: changed.filter(isLower).sort((a, b) => step(a) - step(b)),
    sameLevels: changed.every((item) => item.before === item.now),
  };
}

/** Seen for the first time is higher only when it went better than a beginning: not seen is not low. */
function isHigher({ before, now }: ChangedLevel): boolean {
  const change = changeBetween(before, now);
  return change === 'higher' || (change === 'seen' && now !== 'begin');
}

function isLower({ before, now }: ChangedLevel): boolean {
  return changeBetween(before, now) === 'lower';
}

export function changeBetween(before: MarkLevel, now: MarkLevel): LevelChange {
  if (before === now) return 'same';
  if (before === 'not-seen') return 'seen';
  if (now === 'not-seen') return 'unseen';
  return rankOf(now) > rankOf(before) ? 'higher' : 'lower';
}

function comparedMark(level: MarkLevel, parent: ComparableTalk | undefined, id: CriterionId): ComparedMark {
  return { level, change: parent ? changeBetween(levelOf(parent, id), level) : null };
}

/** Where two talks part: what was taken back after branching may lie before the turn that was branched from. */
function partingTurn(before: ComparableTalk, now: ComparableTalk): number {
  const planned = now.branchOf?.turn ?? 1;
  const parted = now.turns.find((turn, at) => turn.text !== before.turns[at]?.text);
  return Math.min(planned, parted?.number ?? planned);
}

function momentOf(before: ComparableTalk, now: ComparableTalk, turn: number): ComparedMoment | null {
  const [was, is] = [before, now].map(({ turns }) => turns.find(({ number }) => number === turn));
  if (!was || !is) return null;
  return {
    turn,
    before: { reply: was.text, answer: saidBy(was) },
    now: { reply: is.text, answer: saidBy(is) },
  };
}

function endingOf({ ending, turns }: ComparableTalk): Ending | null {
  return ENDINGS.find((known) => known === ending) ?? turns.at(-1)?.ending ?? null;
}

function titleOf(scenario: Scenario, talk: ComparableTalk): string | null {
  const ending = endingOf(talk);
  return ending && (scenario.texts.endings[ending]?.title ?? null);
}

function trustOf(turns: readonly Turn[]): readonly number[] {
  const [first] = turns;
  return first ? [first.before.trust, ...turns.map(({ meters }) => meters.trust)] : [];
}

function lastTrust({ turns }: ComparableTalk): number {
  return Math.round(turns.at(-1)?.meters.trust ?? 0);
}

function missedOf(scenario: Scenario, { scorecard }: ComparableTalk): readonly string[] {
  return scorecard.missedConcerns.map((id) => scenario.texts.concerns[id]?.label ?? id);
}

function markOf(card: Scorecard | undefined, id: CriterionId) {
  return card?.criteria.find((mark) => mark.id === id);
}

function levelOf(talk: ComparableTalk, id: CriterionId): MarkLevel {
  return markOf(talk.scorecard, id)?.level ?? 'not-seen';
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
