import { agendaFor } from '../core/group/agenda';
import { pictureOf } from '../core/group/picture';
import type { Group } from '../core/model/group';
import type { Agenda, GroupPicture } from '../core/model/groupPicture';
import type { Assignment } from '../core/model/homework';
import { asTrainerSince } from './access';
import { learnersOf } from './learners';
import { isOut } from './matrix';
import type { Clock } from './ports';
import { type SharedTalksParts, sharedTalks } from './sharedTalks';

export interface GroupPictureParts extends SharedTalksParts {
  readonly clock: Clock;
}

/** A group as its handed-in talks show it. */
export interface GroupPictureView {
  readonly group: Group;
  /** What was handed out, in the order of the due dates. */
  readonly assignments: readonly Assignment[];
  /** The one that is looked at; null for all of them. */
  readonly about: Assignment | null;
  readonly learners: number;
  /** How many people handed something in. */
  readonly handedIn: number;
  readonly picture: GroupPicture;
  readonly agenda: Agenda;
}

/** Of one assignment, or of all; null for whoever does not train the group, and for an assignment of elsewhere. */
export async function readGroupPicture(
  parts: GroupPictureParts,
  trainer: string,
  groupId: string,
  assignmentId: string | null,
): Promise<GroupPictureView | null> {
  const { store, clock } = parts;
  const place = await asTrainerSince(store, groupId, trainer);
  if (!place) return null;
  const { group } = place;
  const assignments = (await store.homework.assignments([group.id])).filter(isOut(clock.now()));
  const about = assignments.find(({ id }) => id === assignmentId) ?? null;
  if (assignmentId !== null && about === null) return null;
  const looked = about ? [about] : assignments;
  const learners = (await learnersOf(store, group.id)).map(({ person }) => person);
  const picture = pictureOf(await sharedTalks(parts, looked, learners, place));
  const handIns = await store.homework.handInsFor(looked.map(({ id }) => id));
  const present = new Set(handIns.map(({ learner }) => learner));
  return {
    group,
    assignments,
    about,
    learners: learners.length,
    handedIn: learners.filter((learner) => present.has(learner)).length,
    picture,
    agenda: agendaFor(
      picture,
      looked.flatMap(({ focus }) => focus),
    ),
  };
}
