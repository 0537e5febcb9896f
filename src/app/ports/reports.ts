import type { HandIn, Sight } from '../../core/model/homework';

/** What a learning record store was told of one hand-in. */
export interface KeptReport {
  readonly assignment: string;
  readonly attempt: string;
  readonly sight: Sight;
  /** Ids of the statements. */
  readonly statements: readonly string[];
  readonly at: string;
}

/** Which hand-ins a learning record store knows of. */
export interface ReportStore {
  /** Hand-ins it was not told of, or not at the sight they have now. Oldest first. */
  unreported(limit: number): Promise<readonly HandIn[]>;
  /** What it was told of hand-ins that are no more, or that have another sight now. */
  outdated(limit: number): Promise<readonly KeptReport[]>;
  /** When each turn of an attempt was said, by its number. */
  turnTimes(attempt: string): Promise<Readonly<Record<number, string>>>;
  keepReport(report: KeptReport): Promise<void>;
  removeReport(assignment: string, attempt: string): Promise<void>;
}
