import { type Assignment, type HandIn, isWider, narrower, SIGHTS, type Sight } from '../core/model/homework';
import { asTrainerOfHandIn, wasShownTo } from './access';
import { factsNow, type HomeworkParts, type HomeworkView, openHomework, trainersOf } from './homework';
import { advance } from './homeworkState';
import type { AttemptRecord, Store } from './ports';

/** An attempt that can be handed in, and for what. */
export interface HandInView {
  readonly view: HomeworkView;
  readonly attempt: AttemptRecord;
  /** What is handed in for this scenario already; it would be replaced. */
  readonly earlier: HandIn | null;
}

/** What the page that asks for consent shows; null when this attempt cannot be handed in for this. */
export async function offerHandIn(
  parts: HomeworkParts,
  learner: string,
  assignment: string,
  attemptId: string,
): Promise<HandInView | null> {
  const view = await openHomework(parts, learner, assignment);
  if (view?.state !== 'open') return null;
  const found = view.parts
    .flatMap(({ attempts, handIn: earlier }) => attempts.map((judged) => ({ ...judged, earlier })))
    .find(({ attempt, whyNot }) => attempt.id === attemptId && whyNot === null);
  return found ? { view, attempt: found.attempt, earlier: found.earlier } : null;
}

export type HandInOutcome =
  | { readonly kind: 'handed-in' }
  /** They did not say that the trainers may see it. */
  | { readonly kind: 'no-consent'; readonly offer: HandInView };

/**
 * Shows an attempt to the trainers. `consent` is the sight that the learner agreed to, as the page named it: were the
 * assignment wider by now, that is not what they said yes to.
 */
export async function handIn(
  parts: HomeworkParts,
  learner: string,
  asked: { readonly assignment: string; readonly attempt: string; readonly consent: string | undefined },
): Promise<HandInOutcome | null> {
  const offer = await offerHandIn(parts, learner, asked.assignment, asked.attempt);
  if (!offer) return null;
  const { assignment } = offer.view;
  const agreed = SIGHTS.find((sight) => sight === asked.consent);
  if (agreed === undefined || isWider(assignment.sight, agreed)) return { kind: 'no-consent', offer };
  const { id, scenario } = offer.attempt;
  const at = parts.clock.now();
  const shown = { assignment: assignment.id, learner, scenario, attempt: id, sight: assignment.sight, at };
  if (!(await parts.store.homework.handIn(shown))) return null;
  const { all, late } = await factsNow(parts, learner, assignment);
  await advance(parts, assignment, learner, { type: 'HANDED_IN', all, late });
  return { kind: 'handed-in' };
}

/** Always possible, also when the assignment is closed or the group archived. False when nothing was handed in. */
export async function takeBack(
  parts: HomeworkParts,
  learner: string,
  assignmentId: string,
  scenario: string,
): Promise<boolean> {
  const { store } = parts;
  if (!(await store.homework.takeBack(assignmentId, learner, scenario))) return false;
  const assignment = await store.homework.assignment(assignmentId);
  if (assignment) {
    const { late } = await factsNow(parts, learner, assignment);
    await advance(parts, assignment, learner, { type: 'TAKEN_BACK', late });
  }
  return true;
}

/** Something a learner shows to others, for the page on which they can take it back. */
export interface Shared {
  readonly handIn: HandIn;
  readonly assignment: Assignment;
  readonly attempt: AttemptRecord;
  /** As far as trainers see it now. */
  readonly sight: Sight;
  readonly group: string;
  /** Who may look at it; '' for who never gave a name. */
  readonly trainers: readonly string[];
  /** Who became a trainer later, and only sees that it is there. */
  readonly later: readonly string[];
}

/** Everything somebody handed in and did not take back, newest first. */
export async function sharedBy({ store }: HomeworkParts, learner: string): Promise<readonly Shared[]> {
  const handIns = await store.homework.handInsOf(learner);
  const shared = await Promise.all(handIns.map((one) => sharedOf(store, one)));
  return shared.flat().toReversed();
}

async function sharedOf(store: Store, handIn: HandIn): Promise<readonly Shared[]> {
  const [assignment, attempt] = await Promise.all([
    store.homework.assignment(handIn.assignment),
    store.attempt(handIn.attempt),
  ]);
  if (!assignment || !attempt) return [];
  const [group, trainers] = await Promise.all([
    store.groups.group(assignment.group),
    trainersOf(store, assignment.group, handIn.learner),
  ]);
  const namesWhere = (shown: boolean) =>
    trainers.filter((one) => wasShownTo(one, handIn) === shown).map(({ name }) => name);
  return [
    {
      handIn,
      assignment,
      attempt,
      sight: narrower(assignment.sight, handIn.sight),
      group: group?.name ?? '',
      trainers: namesWhere(true),
      later: namesWhere(false),
    },
  ];
}

/** What a trainer may see of a handed-in attempt. */
export interface VisibleHandIn {
  readonly assignment: Assignment;
  readonly handIn: HandIn;
  /** The narrower of what the assignment says now and what the learner agreed to. */
  readonly sight: Sight;
}

/** The one door to somebody else's attempt. Null for whoever may not see it, and when it was taken back. */
export async function visibleHandIn(
  store: Pick<Store, 'groups' | 'homework'>,
  trainer: string,
  assignment: string,
  attempt: string,
): Promise<VisibleHandIn | null> {
  const place = await asTrainerOfHandIn(store, assignment, attempt, trainer);
  if (!place) return null;
  const member = await store.groups.membership(place.group.id, place.handIn.learner);
  if (member === null) return null;
  const sight = narrower(place.assignment.sight, place.handIn.sight);
  return { assignment: place.assignment, handIn: place.handIn, sight };
}
