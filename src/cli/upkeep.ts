import type { Logger } from 'pino';
import type { Clock, Store } from '../app/ports';
import { type RecordStore, reportHandIns } from '../app/reportHandIns';
import { keepRetention } from '../app/retention';
import type { Naming } from '../app/xapi';
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
}

export interface Upkeep {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;
const REPORT_MS = 60 * 1000;

/** Work nobody waits for: removing what is old, and telling a learning record store. Faults are logged as codes. */
export function startUpkeep(parts: UpkeepParts): Upkeep {
  const { retentionDays, records } = parts;
  const jobs = [
    ...(retentionDays === null ? [] : [repeat(HOUR_MS, () => tidy(parts, retentionDays), parts.logger)]),
    ...(records === null ? [] : [repeat(REPORT_MS, () => report(parts, records), parts.logger)]),
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
