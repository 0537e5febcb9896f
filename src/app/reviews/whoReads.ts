import { releaseOf } from '../../core/review/visible';
import type { Room } from './readRoom';

/**
 * From when others read a note that is written now: at once, from a later step on (its index), or only when its writer
 * tells (null).
 */
export function releaseAt({ moment }: Pick<Room, 'moment'>): 'now' | number | null {
  const release = releaseOf(moment);
  return release === moment.meeting.step ? 'now' : release;
}
