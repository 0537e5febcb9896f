import type { Logger } from 'pino';
import type { Clock, Store } from '../app/ports';
import { type RecordStore, reportHandIns } from '../app/reportHandIns';
import { keepRetention } from '../app/retention';
import { takeBackLostCards } from '../app/reviews/announcedCards';
import type { Naming } from '../app/xapi';
import type { PlaceCourier } from '../core/model/letter';
import { repeat } from './repeat';

export interface UpkeepParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Null where nothing is removed by itself. */
  readonly retentionDays: number | null;
  readonly naming: Naming;
  /** Null where no learning record store is configured. */
  readonly records: RecordStore | null;
  /** Where reviews are announced; null where Teams is closed. */
  readonly places: PlaceCourier | null;
}

export interface Upkeep {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;
const REPORT_MS = 60 * 1000;
const CARDS_MS = 60 * 1000;

/**
 * Work nobody waits for: removing what is old, telling a learning record store, and taking back cards that announce
 * what is gone. Faults are logged as codes.
 */
export function startUpkeep(parts: UpkeepParts): Upkeep {
  const { retentionDays, records, places } = parts;
  const jobs = [
    ...(retentionDays === null ? [] : [repeat(HOUR_MS, () => tidy(parts, retentionDays), parts.logger)]),
    ...(records === null ? [] : [repeat(REPORT_MS, () => report(parts, records), parts.logger)]),
    ...(places === null ? [] : [repeat(CARDS_MS, () => takeBack(parts, places), parts.logger)]),
  ];
  return {
    async stop() {
      await Promise.all(jobs.map((stop) => stop()));
    },
  };
}

async function tidy(parts: UpkeepParts, days: number): Promise<void> {
  const counts = await keepRetention(parts, days);
  if (Object.values(counts).some((count) => count > 0)) parts.logger.info({ counts }, 'retention-kept');
}

async function report(parts: UpkeepParts, records: RecordStore): Promise<void> {
  const { reached } = await reportHandIns({ ...parts, records });
  if (!reached) parts.logger.warn('record-store-unreachable');
}

async function takeBack({ store, logger }: UpkeepParts, places: PlaceCourier): Promise<void> {
  const count = await takeBackLostCards({ store, places });
  if (count > 0) logger.info({ count }, 'cards-taken-back');
}
