import type { Group } from '../../core/model/group';
import type { Method, MethodStep, NoteKind, ReviewRole } from '../../core/model/method';
import type { BroughtTalk, Meeting, Review, ReviewNote } from '../../core/model/review';
import {
  endsAt,
  type Moment,
  mayWrite,
  noteReleased,
  noteVisible,
  roleOf,
  stepOf,
  visibleTalk,
} from '../../core/review/visible';
import type { ReviewItem, Store } from '../ports';
import { namesOf } from '../readGroups';
import { asInvited } from './reviewAccess';

export interface RoomParts {
  readonly store: Pick<Store, 'groups' | 'people' | 'reviews'>;
  readonly methods: readonly Method[];
}

export interface RoomMember {
  readonly person: string;
  /** '' when they never said. */
  readonly name: string;
  readonly role: ReviewRole;
  readonly self: boolean;
}

/** A note as somebody may read it. */
export interface SeenNote extends Omit<ReviewNote, 'by'> {
  readonly own: boolean;
  /** Null for a note without a name; one's own always says so. */
  readonly name: string | null;
  readonly version: number;
  /** Whether the others read it by now. */
  readonly released: boolean;
}

/** Everything of a review that one person may see now; nothing else of it leaves the server. */
export interface Room {
  readonly review: Review;
  readonly group: Group;
  readonly method: Method;
  readonly role: ReviewRole;
  /** Before taking part one only sees what it is, who is there and until when. */
  readonly joined: boolean;
  readonly members: readonly RoomMember[];
  readonly step: MethodStep | null;
  /** When the step is over, ISO 8601, UTC; null unless the meeting runs. */
  readonly endsAt: string | null;
  readonly moment: Moment;
  /** With no turns while none may be seen. */
  readonly talk: BroughtTalk;
  /** How many turns there are in all, as a number only. */
  readonly turns: number;
  readonly notes: readonly SeenNote[];
  /** Notes of others that wait to be released, as a number only. */
  readonly waiting: number;
  /** Kinds that this person may write now. */
  readonly writes: readonly NoteKind[];
  /** Its group was archived: all is read as it was, and nothing is added or changed. */
  readonly archived: boolean;
}

/** Null for whoever may not see it, and when there is none. */
export async function readRoom(
  { store, methods }: RoomParts,
  id: string,
  person: string,
  now: string,
): Promise<Room | null> {
  const place = await asInvited(store, id, person, now);
  const method = place && methods.find((one) => one.id === place.review.method);
  if (!place || !method) return null;
  const [talk, members, notes] = await Promise.all([
    store.reviews.talk(id),
    store.reviews.members(id),
    store.reviews.items(id, 'note'),
  ]);
  if (!talk) return null;
  const { review, role, group } = place;
  const joined = members.some((one) => one.person === person);
  const archived = group.archivedAt !== null;
  const moment: Moment = {
    ...{ method, freeze: review.freeze },
    meeting: archived ? stopped(review.meeting) : review.meeting,
  };
  const names = await namesOf(store, [
    ...members.map((one) => one.person),
    ...notes.map(({ value }) => value.by),
  ]);
  const shown = joined ? notes.filter(({ value }) => noteVisible(value, moment, person)) : [];
  return {
    review,
    group,
    method,
    role,
    joined,
    members: members.map((one) => ({
      person: one.person,
      name: names.get(one.person) ?? '',
      role: roleOf(review, one.person),
      self: one.person === person,
    })),
    step: stepOf(moment),
    endsAt: endsAt(moment),
    moment,
    talk: joined ? visibleTalk(talk, moment) : nothingOf(talk),
    turns: talk.turns.length,
    notes: shown.map((note) => seenNote(note, moment, person, names)),
    waiting: joined ? notes.length - shown.length : 0,
    writes: joined && mayWrite(moment, role) ? (stepOf(moment)?.notes ?? []) : [],
    archived,
  };
}

/** A meeting that went on when its group was archived is over. */
function stopped(meeting: Meeting): Meeting {
  return meeting.stage === 'running' ? { ...meeting, stage: 'closed', since: null } : meeting;
}

function nothingOf(talk: BroughtTalk): BroughtTalk {
  return { ...talk, opening: '', turns: [], preparation: {}, reflection: {}, card: null, ending: '' };
}

function seenNote(
  { value, version }: ReviewItem<'note'>,
  moment: Moment,
  person: string,
  names: ReadonlyMap<string, string>,
): SeenNote {
  const { by, ...note } = value;
  return {
    ...note,
    version,
    own: by === person,
    name: note.anonymous ? null : (names.get(by) ?? ''),
    released: noteReleased(note, moment.meeting),
  };
}
