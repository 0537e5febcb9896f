import type { Method } from '../../core/model/method';
import type { MeetingStage, Review } from '../../core/model/review';
import { endsAt, stepOf } from '../../core/review/visible';
import type { Clock, Store } from '../ports';
import { type Entrant, mayEnterAs } from './reviewAccess';

/** What open screens are told: that something changed, and where the meeting is. Never a word of anybody. */
export interface LiveRoom {
  readonly revision: number;
  readonly stage: MeetingStage;
  readonly step: number;
  readonly stepId: string | null;
  /** ISO 8601, UTC; null while no step runs. */
  readonly endsAt: string | null;
  /** The clock here, for browsers whose own is wrong. */
  readonly now: string;
  /** How many people have the room open, as far as this instance knows. */
  readonly present: number;
}

export interface RoomListener {
  readonly review: string;
  readonly person: string;
  room(now: LiveRoom): void;
  /** Withdrawn, or not for this person any more. Nothing follows. */
  gone(): void;
}

export interface ReviewFeed {
  /** Begins with how it stands; the answer ends it. */
  listen(listener: RoomListener): () => void;
  /** Something changed here; other instances notice by looking. */
  announce(review: string): void;
}

export interface FeedParts {
  readonly store: Pick<Store, 'groups' | 'reviews'>;
  readonly clock: Clock;
  readonly methods: readonly Method[];
  /** Calls again and again, this many milliseconds apart; the answer stops it. */
  readonly every: (milliseconds: number, job: () => void) => () => void;
  readonly fault: (error: unknown) => void;
}

/** How often changes that another instance made are looked for. */
const LOOK_MS = 1_000;
/** Every so many looks all is told anew: who left the group, or was there too long, loses sight. */
const FULL_LOOK = 10;

/** Brings what changes in a room to whoever has it open, also when another instance changed it. */
export function createReviewFeed(parts: FeedParts): ReviewFeed {
  const rooms = new Map<string, Set<RoomListener>>();
  const told = new Map<string, number>();
  const looking = new Map<string, { again: boolean }>();
  let stop: (() => void) | null = null;
  let looks = 0;

  const look = (id: string): void => {
    const busy = looking.get(id);
    if (busy) {
      busy.again = true;
      return;
    }
    const state = { again: false };
    looking.set(id, state);
    void tell(parts, id, rooms.get(id) ?? new Set())
      .then((revision) => void told.set(id, revision))
      .catch(parts.fault)
      .finally(() => {
        looking.delete(id);
        if (rooms.has(id) ? state.again : void told.delete(id)) look(id);
      });
  };

  const lookAround = async (): Promise<void> => {
    looks += 1;
    const ids = [...rooms.keys()];
    const revisions = await parts.store.reviews.revisions(ids);
    for (const id of ids) if (looks % FULL_LOOK === 0 || (revisions.get(id) ?? -1) !== told.get(id)) look(id);
  };

  return {
    listen(listener) {
      const room = rooms.get(listener.review) ?? new Set();
      rooms.set(listener.review, room.add(listener));
      stop ??= parts.every(LOOK_MS, () => void lookAround().catch(parts.fault));
      look(listener.review);
      return () => {
        room.delete(listener);
        if (room.size === 0 && rooms.get(listener.review) === room) rooms.delete(listener.review);
        if (rooms.size > 0) return;
        stop?.();
        stop = null;
      };
    },
    announce(review) {
      if (rooms.has(review)) look(review);
    },
  };
}

/** Answers the revision that was told, -1 when it is gone. */
async function tell(parts: FeedParts, id: string, room: Set<RoomListener>): Promise<number> {
  const { store, clock, methods } = parts;
  const review = await store.reviews.review(id);
  const members = review ? await store.groups.members(review.group) : [];
  const joined = new Set((await store.reviews.members(id)).map(({ person }) => person));
  const entrants = members.map((one) => ({ ...one, joined: joined.has(one.person) }));
  const now = clock.now();
  const present = new Set([...room].map(({ person }) => person)).size;
  const state = review && liveRoom(review, methods, now, present);
  for (const listener of [...room]) {
    if (review && state && mayStay(review, entrants, listener.person, now)) listener.room(state);
    else {
      room.delete(listener);
      listener.gone();
    }
  }
  return review?.revision ?? -1;
}

function liveRoom(review: Review, methods: readonly Method[], now: string, present: number): LiveRoom | null {
  const method = methods.find(({ id }) => id === review.method);
  if (!method) return null;
  const { meeting, revision } = review;
  const moment = { method, meeting };
  const stepId = stepOf(moment)?.id ?? null;
  return { revision, stage: meeting.stage, step: meeting.step, stepId, endsAt: endsAt(moment), now, present };
}

function mayStay(review: Review, entrants: readonly Entrant[], person: string, now: string): boolean {
  const entrant = entrants.find((one) => one.person === person);
  return entrant !== undefined && mayEnterAs(review, entrant, now);
}
