import type { Logger } from 'pino';
import { AT_ONCE, deliverDue } from '../app/outbox';
import type { Calendar, Clock, Ids, Store } from '../app/ports';
import type { QuietTimes } from '../app/quietHours';
import { planReminders } from '../app/remind';
import { faultOf } from '../channels/http/faults';
import type { TextsFor } from '../content/texts';
import type { Courier, Couriers, Delivery } from '../core/model/letter';
import { NOTICE_CHANNELS } from '../core/model/person';
import { repeat } from './repeat';

export interface RemindingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly texts: TextsFor;
  readonly logger: Logger;
  readonly quiet: QuietTimes;
  readonly couriers: Couriers;
  /** Milliseconds from one round to the next. */
  readonly every?: { readonly plan: number; readonly send: number };
}

export interface Reminding {
  /** Begins nothing new, and waits for what is under way. */
  stop(): Promise<void>;
}

const EVERY = { plan: 60_000, send: 5_000 } as const;
/** A courier that takes longer is not waited for: what it was sending may have arrived. */
const PATIENCE_MS = 45_000;

/** Plans who is told what and sends it. May run at several instances at once. */
export function startReminding(parts: RemindingParts): Reminding {
  const { ids, logger, every = EVERY } = parts;
  const channels = NOTICE_CHANNELS.filter((channel) => parts.couriers[channel] !== undefined);
  if (channels.length === 0) return { stop: async () => undefined };
  const sending = { ...parts, by: ids.fresh(), jitter: Math.random, couriers: patiently(parts.couriers) };
  let stopped = false;
  const stops = [
    repeat(every.plan, async () => void (await planReminders({ ...parts, channels })), logger),
    repeat(every.send, () => sendAll(sending, () => stopped), logger),
  ];
  return {
    async stop() {
      stopped = true;
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

/** As long as there is as much as fits a round. */
async function sendAll(parts: Parameters<typeof deliverDue>[0] & RemindingParts, stopped: () => boolean) {
  for (;;) {
    const { handled, faults } = await deliverDue(parts);
    for (const error of faults) parts.logger.error({ fault: faultOf(error) }, 'notice-failed');
    if (handled.length > 0) parts.logger.info({ codes: countsOf(handled) }, 'notices-handled');
    if (handled.length < AT_ONCE || stopped()) return;
  }
}

function countsOf(handled: readonly { readonly code: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of handled) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function patiently(couriers: Couriers): Couriers {
  return Object.fromEntries(
    Object.entries(couriers).map(([channel, courier]) => [channel, withPatience(courier, PATIENCE_MS)]),
  );
}

/** The same courier, given up on after so many milliseconds. */
export function withPatience(courier: Courier, ms: number): Courier {
  return {
    async send(letter, person) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Delivery>((resolve) => {
        timer = setTimeout(() => resolve('uncertain'), ms);
      });
      try {
        return await Promise.race([courier.send(letter, person), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
