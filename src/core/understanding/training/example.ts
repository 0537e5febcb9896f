import type { Move } from '../../model/moves';
import type { SentenceInContext } from '../../model/understanding';

/**
 * How the lines of a corpus file came about; it decides how much they weigh. Writers of `blind` and `plain` files had
 * never seen the manual; blind files are the yardstick.
 */
export type Origin = 'natural' | 'blind' | 'plain' | 'isolated';

/** One labelled sentence. */
export interface Example {
  /** The file it stands in: its writer and domain. */
  readonly file: string;
  readonly origin: Origin;
  readonly sentence: SentenceInContext;
  readonly primary: Move;
  readonly secondary: Move | null;
}
