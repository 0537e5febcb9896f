import type { Correction } from '../core/model/correction';
import type { Membership } from '../core/model/group';
import type { SharedTalk } from '../core/model/groupPicture';
import { type Assignment, type HandIn, narrower, type Overrule } from '../core/model/homework';
import type { Scenario } from '../core/model/scenario';
import type { Rubric, Scorecard } from '../core/model/scoring';
import { withCorrections } from '../core/scoring/corrections';
import { wasShownTo } from './access';
import { evaluate } from './evaluated';
import type { AttemptRecord, Store } from './ports';

export interface SharedTalksParts {
  readonly store: Store;
  readonly rubric: Rubric;
  /** The scenario as it was when it was played; null when its content is gone. */
  readonly scenarioOf: (attempt: AttemptRecord) => Promise<Scenario | null>;
}

/**
 * What was handed in to a trainer for these assignments by these people, each no wider than they agreed to. A few queries,
 * whatever the number of people; words are only read where they were shared, or where a card has to be made anew.
 */
export async function sharedTalks(
  parts: SharedTalksParts,
  assignments: readonly Assignment[],
  learners: readonly string[],
  trainer: Pick<Membership, 'since'>,
): Promise<readonly SharedTalk[]> {
  const { store } = parts;
  const ids = assignments.map(({ id }) => id);
  const [handIns, overrules] = await Promise.all([
    store.homework.handInsFor(ids),
    store.homework.overrulesFor(ids),
  ]);
  const here = new Set(learners);
  const narrowed = handIns
    .filter((one) => here.has(one.learner) && wasShownTo(trainer, one))
    .map((one) => ({ ...one, sight: sightOf(one, assignments) }))
    .filter(({ sight }) => sight !== 'done');
  const read = await readTalks(parts, narrowed);
  return narrowed.map((handIn) => talkOf(handIn, read, overrules));
}

function sightOf(handIn: HandIn, assignments: readonly Assignment[]): HandIn['sight'] {
  const given = assignments.find(({ id }) => id === handIn.assignment);
  return given ? narrower(given.sight, handIn.sight) : 'done';
}

interface ReadTalks {
  readonly cards: ReadonlyMap<string, Scorecard>;
  readonly turns: Awaited<ReturnType<Store['turnsOf']>>;
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
}

async function readTalks(parts: SharedTalksParts, handIns: readonly HandIn[]): Promise<ReadTalks> {
  const { store } = parts;
  const attempts = [...new Set(handIns.map(({ attempt }) => attempt))];
  const [cards, corrections] = await Promise.all([store.scorecards(attempts), store.correctionsOf(attempts)]);
  const contested = [...corrections.keys()];
  const told = handIns.filter(({ sight }) => sight === 'transcript').map(({ attempt }) => attempt);
  const [turns, records] = await Promise.all([
    store.turnsOf([...new Set([...told, ...contested])]),
    store.attemptRecords(contested),
  ]);
  const again = await Promise.all(
    [...records.values()].map(async (attempt): Promise<readonly (readonly [string, Scorecard])[]> => {
      const scenario = await parts.scenarioOf(attempt);
      if (!scenario) return [];
      const material = {
        attempt,
        turns: turns.get(attempt.id) ?? [],
        corrections: corrections.get(attempt.id) ?? [],
        scorecard: cards.get(attempt.id) ?? null,
      };
      return [[attempt.id, evaluate(parts.rubric, scenario, material).scorecard]];
    }),
  );
  return { cards: new Map([...cards, ...again.flat()]), turns, corrections };
}

/** A trainer's mark stands in place of the machine's. */
function talkOf(
  { attempt, assignment, learner, at, sight }: HandIn,
  { cards, turns, corrections }: ReadTalks,
  overrules: readonly Overrule[],
): SharedTalk {
  const own = overrules.filter((one) => one.attempt === attempt && one.assignment === assignment);
  const marks = cards.get(attempt)?.criteria ?? [];
  return {
    attempt,
    learner,
    at,
    sight,
    levels: Object.fromEntries([
      ...marks.map(({ id, level }) => [id, level]),
      ...own.map(({ criterion, level }) => [criterion, level]),
    ]),
    turns:
      sight === 'transcript' ? withCorrections(turns.get(attempt) ?? [], corrections.get(attempt) ?? []) : [],
  };
}
