import type { BlindMark } from '../model/review';
import { CRITERIA, type CriterionId, LEVELS, type MarkLevel, type Scorecard } from '../model/scoring';
import { rankOf } from '../scoring/levels';
import { type Agreement, brennanPrediger, cohen, fleiss } from './kappa';

/**
 * How often people agree, for who never heard of κ. The limits are those of Landis & Koch (Biometrics 33, 1977,
 * 159–174): "substantial" and better is often, "fair" and "moderate" is sometimes, "slight" and worse is seldom.
 */
export type AgreementWord = 'often' | 'sometimes' | 'seldom' | 'too-few';

const OFTEN = 0.61;
const SOMETIMES = 0.21;

/**
 * With less than this nothing is concluded: three people who all marked three criteria make nine pairs. It is our own
 * choice, and a low one. To publish a κ takes many more (some 2k² items for k levels: Cicchetti & Fleiss, Applied
 * Psychological Measurement 1, 1977, 195–201); a team only needs to know what to talk about.
 */
const CRITERIA_NEEDED = 3;
const PAIRS_NEEDED = 9;
/** Beside the card there is one pair a criterion. */
const CRITERIA_NEEDED_BESIDE_CARD = 5;

/** Where chance alone makes more than half of all pairs agree, nearly everything got the same level: κ says little. */
const MOSTLY_ALIKE = 0.5;

export interface Judgement {
  readonly word: AgreementWord;
  /** Null when nothing can be said: nobody marked, or everything got the very same level. */
  readonly kappa: number | null;
  /** Share that agrees exactly, and within one level; null when there is nothing to compare. */
  readonly exact: number | null;
  readonly withinOne: number | null;
  /** Nearly everything got the same level; the word then rests on Brennan & Prediger's measure instead of κ. */
  readonly alike: boolean;
  /** Pairs that were compared. */
  readonly pairs: number;
}

/** What the team made of one criterion. */
export interface CriterionAgreement {
  readonly criterion: CriterionId;
  /** One a member, those who skipped it left out; in the order of their ids. */
  readonly marks: readonly Pick<BlindMark, 'by' | 'level'>[];
  /** Members who marked something, but not this. */
  readonly skipped: number;
  /** What more than half of them gave, else the level in the middle; null where there is neither. */
  readonly team: MarkLevel | null;
  /** Null when there is no card. */
  readonly card: MarkLevel | null;
  /** Distance between the two marks that lie furthest apart; 0 when all gave the same. */
  readonly spread: number;
  /** Distance between team and card; 0 when they agree or one of them is not there. */
  readonly apart: number;
  /** The two levels that lie furthest apart; null when all gave the same. */
  readonly ends: readonly [MarkLevel, MarkLevel] | null;
}

/** Something to talk about. */
export interface Difference {
  readonly criterion: CriterionId;
  readonly among: boolean;
  readonly withCard: boolean;
}

export interface TeamAgreement {
  /** Who marked something, by id. */
  readonly members: readonly string[];
  readonly criteria: readonly CriterionAgreement[];
  readonly among: Judgement;
  /** The team as one beside the card; null when there is no card. */
  readonly withCard: Judgement | null;
  /** Each mark beside the card: the same question where there are too few criteria for the team as one. */
  readonly eachWithCard: Judgement | null;
  /** What lies furthest apart first. */
  readonly agenda: readonly Difference[];
}

/**
 * Lays side by side what members marked before they saw the card. Whoever skips a criterion is left out there and
 * counts where they did mark. Who is handed in first makes no difference.
 */
export function agreementOf(
  all: readonly BlindMark[],
  focus: readonly CriterionId[],
  card: Scorecard | null,
): TeamAgreement {
  const marks = all.filter(({ criterion }) => focus.includes(criterion));
  const members = [...new Set(marks.map(({ by }) => by))].sort();
  const criteria = CRITERIA.filter((criterion) => focus.includes(criterion)).map((criterion) =>
    ofCriterion(
      criterion,
      members.flatMap((member) =>
        marks.filter(({ by, criterion: at }) => by === member && at === criterion).slice(-1),
      ),
      members.length,
      card?.criteria.find(({ id }) => id === criterion)?.level ?? null,
    ),
  );
  return {
    members,
    criteria,
    among: judgeMembers(criteria),
    withCard: card && judgeBesideCard(criteria),
    eachWithCard: card && judgeEachBesideCard(criteria),
    agenda: agendaOf(criteria),
  };
}

/** "Not seen" is no lower level but another answer: as far from any level as two levels are from each other. */
const SEEN_OR_NOT = 2;

/** How far apart two marks are; 0 when they are the same. */
export function distanceOf(one: MarkLevel, other: MarkLevel): number {
  if (one === other) return 0;
  if (one === 'not-seen' || other === 'not-seen') return SEEN_OR_NOT;
  return Math.abs(rankOf(one) - rankOf(other));
}

function ofCriterion(
  criterion: CriterionId,
  marks: readonly BlindMark[],
  members: number,
  card: MarkLevel | null,
): CriterionAgreement {
  const levels = marks.map(({ level }) => level);
  const team = teamLevel(levels);
  const pairs = pairsOf(LEVELS.filter((level) => levels.includes(level)));
  const spread = Math.max(0, ...pairs.map(([a, b]) => distanceOf(a, b)));
  return {
    criterion,
    marks: marks.map(({ by, level }) => ({ by, level })),
    skipped: members - marks.length,
    team,
    card,
    spread,
    apart: team === null || card === null ? 0 : distanceOf(team, card),
    ends: pairs.find(([a, b]) => distanceOf(a, b) === spread) ?? null,
  };
}

/** Of an even number there is a middle only where the two in the middle are the same: else one of them would win. */
function teamLevel(levels: readonly MarkLevel[]): MarkLevel | null {
  const most = LEVELS.find((level) => levels.filter((one) => one === level).length > levels.length / 2);
  if (most) return most;
  const seen = levels.filter((level) => level !== 'not-seen').sort((a, b) => rankOf(a) - rankOf(b));
  if (seen.length <= levels.length / 2) return null;
  const [low, high] = [Math.floor((seen.length - 1) / 2), Math.floor(seen.length / 2)];
  return seen[low] === seen[high] ? (seen[low] ?? null) : null;
}

function judgeMembers(criteria: readonly CriterionAgreement[]): Judgement {
  const items = criteria
    .map(({ marks }) => marks.map(({ level }) => level))
    .filter(({ length }) => length > 1);
  const measured = fleiss(items);
  const enough = items.length >= CRITERIA_NEEDED && (measured?.pairs ?? 0) >= PAIRS_NEEDED;
  return judged(measured, items.flatMap(pairsOf), enough);
}

function judgeBesideCard(criteria: readonly CriterionAgreement[]): Judgement {
  const pairs = criteria.flatMap(({ team, card }): Pair[] => (team && card ? [[team, card]] : []));
  return judged(cohen(pairs), pairs, pairs.length >= CRITERIA_NEEDED_BESIDE_CARD);
}

/** Many observers beside one standard, as Light (Psychological Bulletin 76, 1971, 365–377) has it; here all at once. */
function judgeEachBesideCard(criteria: readonly CriterionAgreement[]): Judgement {
  const marked = criteria.filter(({ marks, card }) => marks.length > 0 && card !== null);
  const pairs = marked.flatMap(({ marks, card }) =>
    marks.flatMap(({ level }): Pair[] => (card ? [[level, card]] : [])),
  );
  const enough = marked.length >= CRITERIA_NEEDED && pairs.length >= PAIRS_NEEDED;
  return judged(cohen(pairs), pairs, enough);
}

type Pair = readonly [MarkLevel, MarkLevel];

function judged(measured: Agreement | null, pairs: readonly Pair[], enough: boolean): Judgement {
  if (!measured) {
    return { word: 'too-few', kappa: null, exact: null, withinOne: null, alike: false, pairs: 0 };
  }
  const alike = measured.kappa === null || measured.chance > MOSTLY_ALIKE;
  const strength = alike ? brennanPrediger(measured.observed, LEVELS.length) : measured.kappa;
  return {
    word: enough && strength !== null ? wordFor(strength) : 'too-few',
    kappa: measured.kappa,
    exact: shareWithin(pairs, 0),
    withinOne: shareWithin(pairs, 1),
    alike,
    pairs: measured.pairs,
  };
}

/** κ in words; published to two decimals, so that is how it is weighed. */
export function wordFor(kappa: number): Exclude<AgreementWord, 'too-few'> {
  const rounded = Math.round(kappa * 100) / 100;
  if (rounded >= OFTEN) return 'often';
  return rounded >= SOMETIMES ? 'sometimes' : 'seldom';
}

function shareWithin(pairs: readonly Pair[], levels: number): number {
  return pairs.filter(([a, b]) => distanceOf(a, b) <= levels).length / pairs.length;
}

function pairsOf(levels: readonly MarkLevel[]): readonly Pair[] {
  return levels.flatMap((one, at) => levels.slice(at + 1).map((other): Pair => [one, other]));
}

/** What people see differently goes before what only the card sees differently: that they can tell each other. */
function agendaOf(criteria: readonly CriterionAgreement[]): readonly Difference[] {
  return criteria
    .filter(({ spread, apart }) => spread > 0 || apart > 0)
    .toSorted((a, b) => b.spread - a.spread || b.apart - a.apart)
    .map(({ criterion, spread, apart }) => ({ criterion, among: spread > 0, withCard: apart > 0 }));
}
