import type { Room } from '../../app/reviews/readRoom';
import type { PageView } from '../../channels/webchat/personPages';
import type { RoomPart } from '../../pages/review/roomWords';
import type { PageParts } from './parts';
import { TRYOUT_IN_ROOM } from './tryoutInRoom';

/** Reads what a part of the product adds to the room of somebody who takes part; on paper it may cost more. */
export type RoomPartReader = (
  parts: PageParts,
  room: Room,
  view: PageView,
  onPaper: boolean,
) => Promise<RoomPart>;

/** In the order in which they are shown. */
export const ROOM_PARTS: readonly RoomPartReader[] = [...TRYOUT_IN_ROOM];
