import type { Debrief } from '../core/model/debrief';
import type { Group } from '../core/model/group';
import type { Assignment, HandIn, Homework, Overrule, Sight, TrainerNote } from '../core/model/homework';
import type { Scenario } from '../core/model/scenario';
import type { CriterionId, CriterionMark, Domain, MarkLevel } from '../core/model/scoring';
import { buildDebrief } from '../core/rendering/debrief';
import { asTrainer } from './access';
import { readMaterial } from './attempts';
import { evaluate } from './evaluated';
import { type VisibleHandIn, visibleHandIn } from './handIn';
import { factsOf, settled, untouched } from './homeworkState';
import { type Learner, learnersOf } from './learners';
import type { AttemptRecord } from './ports';
import { namesOf } from './readGroups';
import type { SharedTalksParts } from './sharedTalks';

/** Which hand-in, as an address names it. */
export interface HandInPath {
  readonly group: string;
  readonly assignment: string;
  readonly attempt: string;
}

/** A mark as a trainer sees it. */
export interface SeenMark {
  readonly criterion: CriterionId;
  readonly domain: Domain;
  /** What the machine gives. */
  readonly level: MarkLevel;
  /** What a trainer gives instead; null when none does. */
  readonly overrule: SaidOverrule | null;
}

export interface SaidOverrule extends Overrule {
  /** Of the trainer; '' when they never said. */
  readonly name: string;
}

export interface SaidNote extends TrainerNote {
  readonly name: string;
}

/** As much of a handed-in talk as its learner agreed to. */
export type SeenTalk =
  | { readonly kind: 'done' }
  /** Not a word of what was said. */
  | { readonly kind: 'levels'; readonly marks: readonly SeenMark[] }
  | {
      readonly kind: 'transcript';
      readonly marks: readonly SeenMark[];
      readonly debrief: Debrief;
      readonly evidence: Readonly<Partial<Record<CriterionId, CriterionMark>>>;
      /** How many sentences the learner meant otherwise than they were read; the marks follow them. */
      readonly corrected: number;
    };

export interface SeenHandIn {
  readonly group: Group;
  readonly assignment: Assignment;
  readonly handIn: HandIn;
  readonly sight: Sight;
  readonly learner: Learner;
  readonly homework: Homework;
  /** Of the scenario. */
  readonly title: string;
  readonly talk: SeenTalk;
  /** Oldest first; those about a turn only where the talk may be read. */
  readonly notes: readonly SaidNote[];
}

/** What a trainer may see of a hand-in; null for whoever may not, and when it was taken back. */
export async function readSeenHandIn(
  parts: SharedTalksParts,
  trainer: string,
  path: HandInPath,
): Promise<SeenHandIn | null> {
  const { store } = parts;
  const group = await asTrainer(store, path.group, trainer);
  const visible = group && (await visibleHandIn(store, trainer, path.assignment, path.attempt));
  if (!group || visible?.assignment.group !== group.id) return null;
  const { assignment, handIn, sight } = visible;
  const [learners, attempt, kept, shown, notes] = await Promise.all([
    learnersOf(store, group.id),
    store.attempt(handIn.attempt),
    store.homework.homework(assignment.id, handIn.learner),
    store.homework.handInsFor([assignment.id]),
    notesOf(parts, handIn, sight),
  ]);
  const learner = learners.find(({ person }) => person === handIn.learner);
  if (!learner || !attempt) return null;
  const scenario = await parts.scenarioOf(attempt);
  const talk = await talkOf(parts, { ...visible, attempt, scenario });
  if (!talk) return null;
  const facts = factsOf(assignment, handIn.learner, shown, false);
  return {
    group,
    assignment,
    handIn,
    sight,
    learner,
    homework: settled(kept ?? untouched(assignment, handIn.learner), facts),
    title: scenario?.texts.title ?? handIn.scenario,
    talk,
    notes,
  };
}

async function notesOf(
  { store }: SharedTalksParts,
  { attempt, assignment }: HandIn,
  sight: Sight,
): Promise<readonly SaidNote[]> {
  const notes = await store.homework.notes(attempt, assignment);
  const names = await namesOf(
    store,
    notes.map(({ by }) => by),
  );
  return notes
    .filter(({ turn }) => turn === null || sight === 'transcript')
    .map((note) => ({ ...note, name: names.get(note.by) ?? '' }));
}

interface Looked extends VisibleHandIn {
  readonly attempt: AttemptRecord;
  readonly scenario: Scenario | null;
}

async function talkOf(
  parts: SharedTalksParts,
  { assignment, attempt, scenario, sight }: Looked,
): Promise<SeenTalk | null> {
  if (sight === 'done') return { kind: 'done' };
  if (!scenario) return null;
  const { store, rubric } = parts;
  const material = await readMaterial(store, attempt);
  const { scorecard } = evaluate(rubric, scenario, material);
  const overrules = await overrulesOf(parts, attempt.id, assignment.id);
  const marks = scorecard.criteria.map(
    ({ id: criterion, domain, level }): SeenMark => ({
      criterion,
      domain,
      level,
      overrule: overrules.find((one) => one.criterion === criterion) ?? null,
    }),
  );
  if (sight === 'levels') return { kind: 'levels', marks };
  const { turns, corrections } = material;
  // How somebody prepared, and which help they asked for, is not the talk.
  const told = { ...attempt, preparation: {} };
  const debrief = buildDebrief({ scenario, rubric, turns, scorecard, attempt: told });
  return {
    kind: 'transcript',
    marks,
    debrief: { ...debrief, hints: 0, examples: 0 },
    evidence: Object.fromEntries(scorecard.criteria.map((mark) => [mark.id, mark])),
    corrected: corrections.length,
  };
}

async function overrulesOf(
  { store }: SharedTalksParts,
  attempt: string,
  assignment: string,
): Promise<readonly SaidOverrule[]> {
  const own = (await store.homework.overrules(attempt)).filter((one) => one.assignment === assignment);
  const names = await namesOf(
    store,
    own.map(({ by }) => by),
  );
  return own.map((one) => ({ ...one, name: names.get(one.by) ?? '' }));
}
