import type { CalendarDay, Couriers, Delivery, Letter } from '../core/model/letter';
import type { ClaimedNotice } from '../core/model/notice';
import { NOTICE_CHANNELS } from '../core/model/person';
import type { Address, Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { renderNotice } from '../core/rendering/notice';
import { calendarDayOf } from './calendarDay';
import type { Calendar, Clock, Store } from './ports';
import { isQuiet, nextAllowed, type QuietTimes } from './quietHours';
import { stillWanted, type Verdict } from './stillWanted';
import { plusSeconds } from './time';

export interface OutboxParts {
  readonly store: Pick<Store, 'outbox' | 'people' | 'groups' | 'homework' | 'reviews'>;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly quiet: QuietTimes;
  readonly couriers: Couriers;
  /** Name of this instance, different from every other one's. */
  readonly by: string;
  readonly texts: (locale: Locale, address: Address) => Texts;
  /** From 0 up to 1: spreads what is tried again, so that not all of it comes back at once. */
  readonly jitter: () => number;
}

/** What became of one notice, as codes. */
export interface Handled {
  readonly notice: string;
  readonly code: string;
}

export interface DeliveryRound {
  readonly handled: readonly Handled[];
  /** What went wrong with us on the way, for the log. */
  readonly faults: readonly unknown[];
}

/** Seconds that a claim holds; reading, looking and composing take a fraction of one. */
const LEASE = 120;
/** Seconds after which whoever was sending must have died: a courier answers within half a minute. */
const STALE = 600;
/** People that are sent something at the same time. */
export const AT_ONCE = 20;
/** Seconds before the second try; each next one waits twice as long. */
const FIRST_WAIT = 60;
const LONGEST_WAIT = 6 * 3600;
const LONGEST_ASKED = 30 * 24 * 3600;
const MOST_TRIES = 12;

/**
 * Sends what may go now. Each message is handed to a courier once, unless the courier says that it certainly did not
 * arrive: what an instance had only claimed when it died goes later, what it was sending does not.
 */
export async function deliverDue(parts: OutboxParts): Promise<DeliveryRound> {
  const { outbox } = parts.store;
  const now = parts.clock.now();
  await outbox.giveUpStale(plusSeconds(now, -STALE));
  const claimed = await outbox.claim({
    now,
    until: plusSeconds(now, LEASE),
    by: parts.by,
    limit: AT_ONCE,
    channels: NOTICE_CHANNELS.filter((channel) => parts.couriers[channel] !== undefined),
  });
  const faults: unknown[] = [];
  const handled = await Promise.all(
    claimed.map(async (notice) => ({
      notice: notice.id,
      code: await handle(parts, notice, (fault) => faults.push(fault)),
    })),
  );
  return { handled, faults };
}

type Report = (fault: unknown) => void;

async function handle(parts: OutboxParts, notice: ClaimedNotice, report: Report): Promise<string> {
  try {
    const letter = await prepare(parts, notice);
    if (typeof letter === 'string') return letter;
    return await send(parts, notice, letter, report);
  } catch (fault) {
    report(fault);
    return 'failed';
  }
}

interface Addressed {
  readonly letter: Letter;
  readonly to: Extract<Verdict, { kind: 'go' }>['person'];
}

/** Everything before it leaves; a code when it does not go now. */
async function prepare(parts: OutboxParts, notice: ClaimedNotice): Promise<Addressed | string> {
  const { store, clock, calendar, quiet, by } = parts;
  const now = clock.now();
  try {
    const verdict = await stillWanted(parts, notice, now);
    if (verdict.kind === 'drop') {
      await store.outbox.finish(notice.id, by, 'dropped', now, verdict.code);
      return verdict.code;
    }
    const { person } = verdict;
    if (isQuiet(now, person.timeZone, quiet, calendar)) {
      const later = nextAllowed(now, person.timeZone, quiet, calendar);
      await store.outbox.postpone(notice.id, by, later, 'quiet');
      return 'quiet';
    }
    return { letter: compose(parts, notice, verdict), to: person };
  } catch (fault) {
    // It certainly did not leave. Without this it would come back as soon as the claim ends.
    await store.outbox.postpone(notice.id, by, plusSeconds(now, wait(parts, notice.tries)), 'failed');
    throw fault;
  }
}

function compose(
  { texts, calendar }: OutboxParts,
  notice: ClaimedNotice,
  { person, facts, assignment }: Extract<Verdict, { kind: 'go' }>,
): Letter {
  const words = texts(person.locale, person.address);
  const due = facts.about === 'homework' && facts.dueAt !== null ? assignment : null;
  const day: CalendarDay | null = due && calendarDayOf(due, calendar, words);
  return {
    ...notice,
    words: renderNotice(notice.kind, facts, { ...person, channel: notice.channel }, words),
    day,
  };
}

async function send(
  parts: OutboxParts,
  notice: ClaimedNotice,
  { letter, to }: Addressed,
  report: Report,
): Promise<string> {
  const { store, clock, by, couriers } = parts;
  const courier = couriers[notice.channel];
  if (courier === undefined) throw new Error('Claimed without a courier.');
  if (!(await store.outbox.beginSending(notice.id, by, clock.now()))) return 'lost';
  let delivery: Delivery;
  try {
    delivery = await courier.send(letter, to);
  } catch (fault) {
    report(fault);
    delivery = 'uncertain';
  }
  return record(parts, notice, to.timeZone, delivery);
}

async function record(
  parts: OutboxParts,
  { id, tries }: ClaimedNotice,
  zone: string,
  delivery: Delivery,
): Promise<string> {
  const { store, clock, calendar, quiet, by } = parts;
  const now = clock.now();
  switch (delivery) {
    case 'sent':
    case 'uncertain':
      await store.outbox.finish(id, by, delivery, now, delivery);
      return delivery;
    case 'gone':
    case 'refused':
      await store.outbox.finish(id, by, 'dropped', now, delivery);
      return delivery;
    default: {
      if (tries + 1 >= MOST_TRIES) {
        await store.outbox.finish(id, by, 'dropped', now, 'gave-up');
        return 'gave-up';
      }
      const seconds = Math.max(asked(delivery.retryAfterSeconds), wait(parts, tries));
      const later = nextAllowed(plusSeconds(now, seconds), zone, quiet, calendar);
      await store.outbox.postpone(id, by, later, 'again');
      return 'again';
    }
  }
}

/** Seconds to wait after so many tries. */
function wait({ jitter }: OutboxParts, tries: number): number {
  const seconds = Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
  return Math.round(seconds * (1 + jitter() / 2));
}

/** What a service asked for, as far as it makes sense. */
function asked(seconds: number | null): number {
  return seconds === null || !Number.isFinite(seconds) ? 0 : Math.min(Math.max(seconds, 0), LONGEST_ASKED);
}
