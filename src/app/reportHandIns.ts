import type { HandIn } from '../core/model/homework';
import type { Clock, Store } from './ports';
import { type Naming, type Statement, statementsOf, voiding } from './xapi';

/** What came of sending statements. `later` covers everything that may pass; `refused` will not. */
export type SendOutcome = 'sent' | 'later' | 'refused';

/** A learning record store of the organisation. */
export interface RecordStore {
  send(statements: readonly Statement[]): Promise<SendOutcome>;
}

export interface ReportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly naming: Naming;
  readonly records: RecordStore;
}

export interface ReportResult {
  readonly told: number;
  readonly voided: number;
  /** False when the record store could not take it now; try again after a while. */
  readonly reached: boolean;
}

const AT_ONCE = 20;

/**
 * Tells a learning record store of what was handed in, no wider than the learner agreed, and takes back what was
 * taken back. Statements have fixed ids: what is sent twice, also by two instances, counts once.
 */
export async function reportHandIns(parts: ReportParts): Promise<ReportResult> {
  const voided = await takeBackOutdated(parts);
  if (voided === null) return { told: 0, voided: 0, reached: false };
  let told = 0;
  for (const handIn of await parts.store.reports.unreported(AT_ONCE)) {
    if ((await tell(parts, handIn)) === 'later') return { told, voided, reached: false };
    told++;
  }
  return { told, voided, reached: true };
}

/** Null when the record store could not be reached. */
async function takeBackOutdated({ store, clock, naming, records }: ReportParts): Promise<number | null> {
  let voided = 0;
  for (const { assignment, attempt, statements } of await store.reports.outdated(AT_ONCE)) {
    const outcome = await records.send(voiding(naming, statements, clock.now()));
    if (outcome === 'later') return null;
    await store.reports.removeReport(assignment, attempt);
    voided++;
  }
  return voided;
}

async function tell({ store, clock, naming, records }: ReportParts, handIn: HandIn): Promise<SendOutcome> {
  const { assignment, attempt: id, sight } = handIn;
  const attempt = await store.attempt(id);
  if (!attempt) return 'sent';
  const talk = {
    attempt,
    turns: await store.turns(id),
    scorecard: await store.scorecard(id),
    saidAt: await store.reports.turnTimes(id),
  };
  // Each hand-in has statements of its own, so that taking one back leaves another standing.
  const own = {
    ...naming,
    uuidOf: (name: string) => naming.uuidOf(`${assignment} ${sight} ${handIn.at} ${name}`),
  };
  const statements = statementsOf(own, talk, sight);
  const outcome = await records.send(statements);
  if (outcome === 'later') return outcome;
  const sent = outcome === 'sent' ? statements.map((statement) => statement.id) : [];
  await store.reports.keepReport({ assignment, attempt: id, sight, statements: sent, at: clock.now() });
  return outcome;
}
