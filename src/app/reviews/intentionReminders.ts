import type { Notice } from '../../core/model/notice';
import type { NoticeChannel } from '../../core/model/person';
import type { Intention } from '../../core/model/review';
import type { Calendar, Clock, Ids, Store } from '../ports';
import { nextAllowed, type QuietTimes } from '../quietHours';
import { plusSeconds } from '../time';

export interface PlanIntentionParts {
  readonly store: Pick<Store, 'outbox' | 'people'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly quiet: QuietTimes;
  /** By which this installation can send. */
  readonly channels: readonly NoticeChannel[];
}

/** By the clock of who is reminded; the second for what was written down later on the day itself. */
const MOMENTS = ['09:00', '15:00'] as const;
const WORTH_SENDING_SECONDS = 3 * 24 * 3600;
const ZONE = 'Europe/Amsterdam';

/**
 * Plans the reminder of an intention anew, in place of what was planned before; none for one that is done, or that
 * nobody is to be reminded of. Whether somebody can be reached, and wants to, is looked at on the day.
 */
export async function planIntention(parts: PlanIntentionParts, intention: Intention): Promise<void> {
  const { store, ids, channels } = parts;
  await store.outbox.cancel(`intention:${intention.id}:`);
  const { id, reminds, day, done } = intention;
  if (reminds === null || done) return;
  const dueAt = await momentFor(parts, day, reminds);
  if (dueAt === null) return;
  const notices = channels.map(
    (channel): Notice => ({
      id: ids.fresh(),
      person: reminds,
      channel,
      kind: 'intention',
      key: `intention:${id}:${day}:${reminds}:${channel}`,
      data: { intention: id, day },
      dueAt,
      expiresAt: plusSeconds(dueAt, WORTH_SENDING_SECONDS),
    }),
  );
  if (notices.length > 0) await store.outbox.add(notices);
}

/** On the day, or when all of it is quiet the first moment after; null when that is past. */
async function momentFor(
  { store, clock, calendar, quiet }: PlanIntentionParts,
  day: string,
  person: string,
): Promise<string | null> {
  const lives = (await store.people.person(person))?.timeZone ?? ZONE;
  const zone = calendar.knows(lives) ? lives : ZONE;
  const now = clock.now();
  const moments = MOMENTS.map((time) => nextAllowed(calendar.at(day, time, zone), zone, quiet, calendar));
  return moments.find((moment) => moment > now) ?? null;
}
