import type { MessagePlace, PartOutcome, UndeliveredAnswer } from '../../core/model/delivery';

/**
 * How far the sending of answers has come, for channels that must bring each part themselves. A part is taken before
 * it leaves, so that no two instances send it and none goes twice when one dies.
 */
export interface DeliveryStore {
  /** Takes one part, from 0, for this instance until `until`; after that another may go on with the next. */
  beginPart(place: MessagePlace, part: number, by: string, now: string, until: string): Promise<PartOutcome>;
  /** Gives the answer back. `sent` is how many parts may have arrived: what certainly did not may be begun again. */
  release(place: MessagePlace, sent: number): Promise<void>;
  /**
   * Answers of conversations whose name begins with `prefix`, recorded after `since`, that nobody is sending now and
   * after which nothing was delivered in their conversation. Oldest first.
   */
  undelivered(prefix: string, since: string, now: string): Promise<readonly UndeliveredAnswer[]>;
}
