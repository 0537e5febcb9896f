import { type MeetingEvent, nextMeeting } from '../../../dialogs/review';
import type { Method } from '../../core/model/method';
import type { Review } from '../../core/model/review';
import type { Clock, Store } from '../ports';
import { asActiveMember, asInvited } from './reviewAccess';

export interface ConductParts {
  readonly store: Pick<Store, 'groups' | 'reviews'>;
  readonly clock: Clock;
  readonly methods: readonly Method[];
}

/**
 * `moved`: somebody pressed first, or it is not the time for that; the room as it is now says which. `absent`: there
 * is nothing here for this person, or nothing that may still change.
 */
export type ConductOutcome = 'done' | 'moved' | 'not-leading' | 'absent';

/** "Take part": from now on they see the room, and all in it see that they are there. */
export async function takePart({ store, clock }: ConductParts, id: string, person: string): Promise<boolean> {
  const now = clock.now();
  if (!(await asInvited(store, id, person, now))) return false;
  await store.reviews.join(id, { person, since: now });
  return true;
}

/**
 * Whoever takes part may lead, also in the place of somebody else: a browser that fell out must not stop a meeting,
 * and all see who leads.
 */
export async function takeTheLead(
  { store, clock }: ConductParts,
  id: string,
  person: string,
): Promise<ConductOutcome> {
  const place = await asActiveMember(store, id, person, clock.now());
  if (!place) return 'absent';
  if (place.review.facilitator === person) return 'done';
  return kept(store, { ...place.review, facilitator: person });
}

/** What whoever leads asks of the meeting; a page that is behind asks from a step that is over, and changes nothing. */
export interface StepWish {
  readonly type: MeetingEvent['type'];
  /** The step on the page from which it was asked. */
  readonly from: number;
  readonly minutes: number;
}

export async function conduct(
  { store, clock, methods }: ConductParts,
  id: string,
  person: string,
  { type, from, minutes }: StepWish,
): Promise<ConductOutcome> {
  const now = clock.now();
  const place = await asActiveMember(store, id, person, now);
  if (!place) return 'absent';
  const { review } = place;
  if (review.facilitator !== person) return 'not-leading';
  const method = methods.find((one) => one.id === review.method);
  if (!method || review.meeting.step !== from) return 'moved';
  const meeting = nextMeeting(review.meeting, method, eventOf(type, now, minutes));
  return meeting ? kept(store, { ...review, meeting }) : 'moved';
}

function eventOf(type: MeetingEvent['type'], at: string, minutes: number): MeetingEvent {
  switch (type) {
    case 'START':
    case 'NEXT':
    case 'BACK':
      return { type, at };
    case 'EXTEND':
      return { type, minutes };
    case 'CLOSE':
      return { type };
  }
}

async function kept(store: ConductParts['store'], review: Review): Promise<ConductOutcome> {
  return (await store.reviews.change(review)) ? 'done' : 'moved';
}
