import type { Notice, NoticeKind } from '../core/model/notice';
import type { Calendar, Clock, Ids, Store } from './ports';
import { waysTo } from './remind';
import { plusSeconds } from './time';

export interface TellParts {
  readonly store: Pick<Store, 'outbox' | 'people'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
}

/** What of a learner a trainer looked at. */
export interface LookedAt {
  readonly assignment: string;
  readonly learner: string;
  readonly attempt: string;
}

/** A trainer goes through several turns or marks in one go: they are told together. */
const GATHERING_SECONDS = 10 * 60;
const TWO_WEEKS_SECONDS = 14 * 24 * 3600;

/** Tells a learner that the trainer said something about what they handed in; at most once a day. */
export function tellDiscussed(parts: TellParts, looked: LookedAt): Promise<void> {
  return tell(parts, 'homework-discussed', `discussed:${looked.assignment}`, looked);
}

/** Tells a learner that the trainer sees a mark otherwise; at most once a day for each attempt. */
export function tellOverruled(parts: TellParts, looked: LookedAt): Promise<void> {
  return tell(parts, 'mark-overruled', `overruled:${looked.attempt}`, looked);
}

async function tell(parts: TellParts, kind: NoticeKind, occasion: string, looked: LookedAt): Promise<void> {
  const { store, clock, ids, calendar } = parts;
  const person = await store.people.person(looked.learner);
  if (person === null) return;
  const now = clock.now();
  const { day } = calendar.there(now, person.timeZone);
  const ways = await waysTo(store, person);
  const notices = ways.map(
    (channel): Notice => ({
      id: ids.fresh(),
      person: person.id,
      channel,
      kind,
      key: `${occasion}:${person.id}:${day}:${channel}`,
      data: { assignment: looked.assignment, attempt: looked.attempt },
      dueAt: plusSeconds(now, GATHERING_SECONDS),
      expiresAt: plusSeconds(now, TWO_WEEKS_SECONDS),
    }),
  );
  if (notices.length > 0) await store.outbox.add(notices);
}
